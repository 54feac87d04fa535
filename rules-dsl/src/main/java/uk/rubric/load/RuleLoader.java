package uk.rubric.load;

import java.nio.file.Path;
import java.util.ArrayList;
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

/**
 * Reads rule files and what they import or take tests from, each file once however often and by however many ways it is
 * imported.
 */
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
   * Reads what {@code given} imports or takes tests from, directly or not. A path is relative to the file that holds
   * it.
   *
   * @param given named by their paths
   */
  public static Loaded load(List<SourceText> given, Reader reader) {
    return new RuleLoader(reader, file -> file).load(given);
  }

  /**
   * As {@link #load}, for who wants the rules alone: tests are read, so that one that is no text of the language is
   * still told, but not checked; and what they are taken from is not read at all.
   */
  public static Loaded loadRules(List<SourceText> given, Reader reader) {
    return new RuleLoader(reader,
        file -> new ParseResult(file.file().withoutTests(), file.diagnostics(), file.brokenNames())).load(given);
  }

  private Loaded load(List<SourceText> given) {
    given.forEach(source -> seen.add(identity(Path.of(source.name()))));
    List<ParseResult> open = take(given);
    while (!open.isEmpty()) {
      List<SourceText> asked = new ArrayList<>();
      open.forEach(file -> follow(file.file(), asked));
      open = take(asked);
    }
    return new Loaded(files, diagnostics);
  }

  // Texts know nothing of one another, and parsing is a third of the work of a short command.
  private List<ParseResult> take(List<SourceText> sources) {
    List<ParseResult> parsed = sources.parallelStream().map(RuleParser::parse).map(wanted).toList();
    files.addAll(parsed);
    return parsed;
  }

  private static Path identity(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private void follow(FileNode file, List<SourceText> asked) {
    for (Text path : file.imports()) {
      if (leadsNowhere(file, path, asked)) {
        diagnostics.add(missing(path));
      }
    }
    // What tests are taken from and is not there is told by who takes them.
    file.takes().stream().flatMap(take -> take.file().stream()).forEach(path -> leadsNowhere(file, path, asked));
  }

  /** Reads a file into {@code asked}, unless it was asked for before. */
  private boolean leadsNowhere(FileNode file, Text written, List<SourceText> asked) {
    Optional<Path> path = file.span().source().beside(written.text());
    if (path.isPresent() && !seen.add(identity(path.get()))) {
      return false;
    }
    Optional<SourceText> source = path.flatMap(reader::read);
    source.ifPresent(asked::add);
    return source.isEmpty();
  }

  private static Diagnostic missing(Text written) {
    return Diagnostic.at(written.span(), LoadDiagnostic.MISSING_IMPORT,
            "there is no rule file `" + written.text() + "` that could be read as text")
        .withHelp("the path is relative to this file");
  }
}
