package uk.rubric.mutation;

import uk.rubric.source.SourceText;
import uk.rubric.source.Span;

/**
 * One change of a rule file's text.
 *
 * @param shown the part of a rule in which it is shown
 * @param cut what goes, within {@code shown}
 * @param put what comes in its place
 */
record Edit(Operator operator, Span shown, Span cut, String put) {
  Edit(Operator operator, Span cut, String put) {
    this(operator, cut, cut, put);
  }

  /** The part as it stands, on one line. */
  String was() {
    return line(shown.text());
  }

  /** The part as it would stand, on one line. */
  String is() {
    return line(changed(shown.text(), shown.start()));
  }

  private static String line(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** A text with the change; {@code start} is where its first character stands in the file. */
  private String changed(String text, int start) {
    return text.substring(0, cut.start() - start) + put + text.substring(cut.end() - start);
  }

  /** A text that is laid out as the file's with the change. */
  SourceText in(String text) {
    return new SourceText(cut.source().name(), changed(text, 0));
  }
}
