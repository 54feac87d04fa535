package uk.rubric.proof;

import uk.rubric.source.Span;

/** What stands in a file, on one line. */
final class Words {
  private static final int MOST = 60;

  private Words() {}

  static String of(Span span) {
    String text = span.text().replaceAll("\\s+", " ").strip();
    return text.length() <= MOST ? text : text.substring(0, MOST - 1).strip() + "…";
  }
}
