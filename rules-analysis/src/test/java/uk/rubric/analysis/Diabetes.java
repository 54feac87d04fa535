package uk.rubric.analysis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.source.SourceText;

/** The diabetes rules of 2021/22, as published or changed. */
final class Diabetes {
  private static final Path FOLDER = Path.of("..", "examples", "qof-2021-22");

  private Diabetes() {}

  static CheckedRules rules() {
    return changed(text -> text);
  }

  static CheckedRules changed(UnaryOperator<String> change) {
    return check(
        new SourceText("diabetes.rubric", change.apply(read("diabetes.rubric"))),
        new SourceText("qof.rubric", read("qof.rubric")));
  }

  static CheckedRules check(SourceText... sources) {
    return Checker.checkSources(List.of(sources)).rules().orElseThrow();
  }

  /** With one text in place of another, which must be there once. */
  static CheckedRules with(String old, String fresh) {
    return changed(text -> {
      if (text.indexOf(old) < 0 || text.indexOf(old) != text.lastIndexOf(old)) {
        throw new IllegalArgumentException("not there once: " + old);
      }
      return text.replace(old, fresh);
    });
  }

  static Subject subject(CheckedRules rules) {
    return Subject.of(rules, rules.services().get(0), rules.services().get(0).periodEnd());
  }

  static PlannedLadder ladder(Subject subject, String owner, PlannedLadder.Kind kind) {
    return subject.plan().ladders().stream()
        .filter(ladder -> ladder.owner().equals(owner) && ladder.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static String read(String name) {
    try {
      // One space between words, so that tests may name a rule whatever its layout.
      return Files.readString(FOLDER.resolve(name)).replaceAll(" +", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
