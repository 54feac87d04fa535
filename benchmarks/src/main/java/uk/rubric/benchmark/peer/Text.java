package uk.rubric.benchmark.peer;

/** Bytes to numbers, unchecked. No state. */
final class Text {
  private Text() {}

  static int comma(byte[] text, int from) {
    int at = from;
    while (text[at] != ',') {
      at++;
    }
    return at;
  }

  /** The place after the end of the line. */
  static int nextLine(byte[] text, int from) {
    int at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return at + 1;
  }

  static long number(byte[] text, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      number = number * 10 + text[at] - '0';
    }
    return number;
  }

  /** {@code 2026-03-31} to days since 1970-01-01, by counting from March so that the leap day is the last of a year. */
  static int day(byte[] text, int at) {
    int month = (text[at + 5] - '0') * 10 + text[at + 6] - '0';
    int year = (int) number(text, at, at + 4) - (month <= 2 ? 1 : 0);
    int fromMarch = month + (month > 2 ? -3 : 9);
    int dayOfYear = (153 * fromMarch + 2) / 5 + (text[at + 8] - '0') * 10 + text[at + 9] - '0' - 1;
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468;
  }
}
