package uk.rubric.imports;

import java.util.Locale;

/** What a published rule does. */
enum Action {
  SELECT,
  REJECT,
  NEXT;

  static Action of(Cell cell) throws Unreadable {
    return switch (cell.text().toLowerCase(Locale.ROOT)) {
      case "select" -> SELECT;
      case "reject" -> REJECT;
      case "next rule" -> NEXT;
      default -> throw new Unreadable("expected `Select`, `Reject` or `Next rule`");
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
