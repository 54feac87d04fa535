package uk.rubric.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.ParseResult;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;

/** What was found wrong in one run, and what the parser could not read: of that, nothing more is said. */
final class Problems {
  private static final Pattern WORD = Pattern.compile("\\b[A-Za-z][A-Za-z0-9_]*");

  // The head of a part without a name that could be one, such as `indicator DM-020 of …`.
  private static final Pattern LOST_NAME = Pattern.compile(
      "\\s*(day|cluster|reason|field|register|group|indicator|parameter|measure|points|pay|evidence|block)\\b"
          + "(?!\\s+[A-Za-z][A-Za-z0-9_]*([\\s=:{\\[]|$)).*");

  private final List<Diagnostic> found = new ArrayList<>();
  private final Set<String> brokenNames = new HashSet<>();
  private final Set<String> brokenWords = new HashSet<>();
  private final List<Span> brokenSpans = new ArrayList<>();
  private boolean nameLost;

  /** @param isWhole whether all files could be read that belong to these */
  Problems(List<ParseResult> files, boolean isWhole) {
    nameLost = !isWhole;
    for (ParseResult file : files) {
      brokenNames.addAll(file.brokenNames());
      for (Diagnostic diagnostic : file.diagnostics()) {
        found.add(diagnostic);
        if (diagnostic.isError() && diagnostic.place() instanceof Place.InSource in) {
          brokenSpans.add(in.span());
          String line = in.span().source().line(in.span().from().line());
          brokenWords.addAll(wordsOfHead(line));
          nameLost |= LOST_NAME.matcher(line).matches();
        }
      }
    }
  }

  /** A line that cannot be read may define any word of its head, even where its first word or a capital is lost. */
  private static List<String> wordsOfHead(String line) {
    return WORD.matcher(line.split("[={:]", 2)[0]).results()
        .map(word -> word.group().toUpperCase(Locale.ROOT)).toList();
  }

  /** What is wrong with a block would else be told again of each use. */
  void add(Diagnostic diagnostic) {
    boolean told = found.stream().anyMatch(d ->
        d.code() == diagnostic.code() && d.place().equals(diagnostic.place())
            && d.message().equals(diagnostic.message()));
    if (!told) {
      found.add(diagnostic);
    }
  }

  /** What a part of the work finds, told in other words. */
  void telling(UnaryOperator<Diagnostic> words, Runnable work) {
    int before = found.size();
    work.run();
    found.subList(before, found.size()).replaceAll(words);
  }

  List<Diagnostic> found() {
    return found;
  }

  boolean anyError() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  /** Whether a definition of that name stands in a part that could not be read. */
  boolean isBroken(Name name) {
    return nameLost || brokenNames.contains(name.text()) || brokenWords.contains(name.text().toUpperCase(Locale.ROOT));
  }

  /** Whether some of that stretch could not be read, so that nothing can be said to be missing there. */
  boolean isBrokenWithin(Span span) {
    return brokenSpans.stream()
        .anyMatch(b -> b.source().equals(span.source()) && b.start() <= span.end() && b.end() >= span.start());
  }

  /** The reader's own text as a message shows it, on one line. */
  static String quote(String text) {
    return "`" + text.replaceAll("\\s+", " ") + "`";
  }

  static String quote(Name name) {
    return quote(name.written());
  }
}
