package uk.rubric.benchmark.compare;

import java.util.Locale;

/** An SVG picture, drawn on a white ground so that it can be read anywhere. For one thread. */
final class Picture {
  static final String INK = "#222";
  static final String FAINT = "#ddd";
  static final String BLUE = "#2166ac";
  static final String RED = "#b2182b";

  private final int width;
  private final int height;
  private final StringBuilder parts = new StringBuilder();

  Picture(int width, int height) {
    this.width = width;
    this.height = height;
  }

  Picture line(double x1, double y1, double x2, double y2, String colour, double thick) {
    return add("<line x1='%.1f' y1='%.1f' x2='%.1f' y2='%.1f' stroke='%s' stroke-width='%.1f'/>", x1, y1, x2, y2,
        colour, thick);
  }

  Picture dot(double x, double y, String colour, boolean filled) {
    return add("<circle cx='%.1f' cy='%.1f' r='5' fill='%s' stroke='%s' stroke-width='2'/>",
        x, y, filled ? colour : "white", colour);
  }

  /** @param anchor start, middle or end */
  Picture text(double x, double y, String anchor, String text) {
    return add("<text x='%.1f' y='%.1f' text-anchor='%s' fill='%s'>%s</text>", x, y, anchor, INK,
        text.replace("&", "&amp;").replace("<", "&lt;"));
  }

  private Picture add(String form, Object... values) {
    parts.append(String.format(Locale.ROOT, form, values)).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return String.format(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d' font-family='sans-serif'"
            + " font-size='13'>%n<rect width='%d' height='%d' fill='white'/>%n%s</svg>%n",
        width, height, width, height, width, height, parts);
  }
}
