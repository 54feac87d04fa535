package uk.rubric.load;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import uk.rubric.check.CheckResult;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.Text;

/** Reads rule files and what they import or take tests from, each file once however often and by however many ways it is imported. */
public final class RuleLoader {
  /** Reads one rule file. */
  @FunctionalInterface
  public interface Reader {
    /** The text, named by its path; empty when there is no such file or it cannot be read as text. */
    Optional<SourceText> read(Path file);
  }

  /**
   * What was read.
   *
   * @param files those given, in their order, then the others, in the order in which they are asked for
   * @param diagnostics the imports that lead nowhere
   */
  public record Loaded(List<ParseResult> files, List<Diagnostic> diagnostics) {
    public Loaded {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }

    /** The texts, in the order of the files. */
    public List<SourceText> sources() {
      return files.stream().map(file -> file.file().span().source()).toList();
    }

    /** Checks all files together; the diagnostics of loading come first, and what may follow from them is not told. */
    public CheckResult check() {
      CheckResult result = diagnostics.isEmpty() ? Checker.check(files) : Checker.checkPart(files);
      List<Diagnostic> all = new ArrayList<>(diagnostics);
      all.addAll(result.diagnostics());
      return new CheckResult(diagnostics.isEmpty() ? result.rules() : Optional.empty(), all);
    }
  }

  private final Reader reader;
  private final UnaryOperator<ParseResult> wanted;
  private final Set<Path> seen = new HashSet<>();
  private final List<ParseResult> files = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private RuleLoader(Reader reader, UnaryOperator<ParseResult> wanted) {
    this.reader = reader;
    this.wanted = wanted;
  }

  /**
   * Reads what {@code given} imports or takes tests from, directly or not. A path is relative to the file that holds it.
   *
   * @param given named by their paths
   */
  public static Loaded load(List<SourceText> given, Reader reader) {
    return new RuleLoader(reader, file -> file).load(given);
  }

  /**
   * As {@link #load}, for who wants the rules alone: tests are read, so that one that is no text of the language is still told,
   * but not checked; and what they are taken from is not read at all.
   */
  public static Loaded loadRules(List<SourceText> given, Reader reader) {
    return new RuleLoader(reader,
        file -> new ParseResult(file.file().withoutTests(), file.diagnostics(), file.brokenNames())).load(given);
  }

  private Loaded load(List<SourceText> given) {
    given.forEach(source -> seen.add(identity(Path.of(source.name()))));
    Deque<ParseResult> open = new ArrayDeque<>();
    given.forEach(source -> take(source, open));
    while (!open.isEmpty()) {
      FileNode file = open.remove().file();
      file.imports().forEach(path -> follow(file, path, open).ifPresent(missing -> diagnostics.add(missing(missing))));
      // What tests are taken from and is not there is told by who takes them.
      file.takes().stream().flatMap(take -> take.file().stream()).forEach(path -> follow(file, path, open));
    }
    return new Loaded(files, diagnostics);
  }

  private void take(SourceText source, Deque<ParseResult> open) {
    ParseResult file = wanted.apply(RuleParser.parse(source));
    files.add(file);
    open.add(file);
  }

  private static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** Reads a file, unless it was asked for before; the path when it leads nowhere. */
  private Optional<Text> follow(FileNode file, Text written, Deque<ParseResult> open) {
    Optional<Path> path = file.span().source().beside(written.text());
    if (path.isPresent() && !seen.add(identity(path.get()))) {
      return Optional.empty();
    }
    Optional<SourceText> source = path.flatMap(reader::read);
    source.ifPresent(text -> take(text, open));
    return source.isPresent() ? Optional.empty() : Optional.of(written);
  }

  private static Diagnostic missing(Text written) {
    return Diagnostic.at(written.span(), LoadDiagnostic.MISSING_IMPORT,
            "there is no rule file `" + written.text() + "` that could be read as text")
        .withHelp("the path is relative to this file");
  }
}
