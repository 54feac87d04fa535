package uk.rubric.conformance;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One case as its file states it; the format stands in the module's README. Immutable. */
public sealed interface ConformanceCase permits OutcomeCase, MustFailCase, MoneyCase, RunCase {
  Heading heading();

  <R> R accept(Visitor<R> visitor);

  /** The unique name of the case, which is that of its file. */
  default String id() {
    return heading().id();
  }

  /** One method a kind, none with a default. */
  interface Visitor<R> {
    R outcome(OutcomeCase outcome);

    R mustFail(MustFailCase mustFail);

    R money(MoneyCase money);

    R run(RunCase run);
  }

  /**
   * What every case says of itself.
   *
   * @param file where the case stands
   * @param title what it shows, in a sentence
   * @param paragraph what it stands for: {@code language, meaning 4}
   * @param quote the sentence of that paragraph
   * @param since the version of the engine from which the case holds
   * @param origin what happened in the world that the case is about, or where its figures are published
   */
  record Heading(
      Path file, String id, String title, String paragraph, String quote, String since, Optional<Origin> origin) {
    /** The chapter: the folder of the file. */
    public String chapter() {
      return file.getParent().getFileName().toString();
    }
  }

  /**
   * Where a case comes from.
   *
   * @param happened what went wrong, in a sentence or two; empty for a published example
   * @param sources addresses of what is published about it, at least one
   */
  record Origin(Optional<String> happened, List<String> sources) {
    public Origin {
      sources = List.copyOf(sources);
    }
  }
}
