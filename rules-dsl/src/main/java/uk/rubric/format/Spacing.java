package uk.rubric.format;

/** Which neighbouring words and signs are written without a blank between them. */
final class Spacing {
  private Spacing() {}

  /** Whether a blank stands between {@code left} and {@code right}, neither of them empty. */
  static boolean isApart(String left, String right) {
    return !(isGlued(left, right) || isCall(left, right) || isUnit(left, right));
  }

  private static boolean isGlued(String left, String right) {
    return "(".equals(left) || "[".equals(left) || ")],:[".contains(right);
  }

  /** {@code T3(DM_DAT)}, {@code slide(…)}; but {@code latest of (A, B)}. */
  private static boolean isCall(String left, String right) {
    return "(".equals(right) && (Character.isUpperCase(left.charAt(0)) || left.equals("slide"));
  }

  // 1/2/2022 would be read as a date.
  private static boolean isUnit(String left, String right) {
    return "/".equals(left) || "/".equals(right) && !Character.isDigit(left.charAt(0));
  }
}
