package uk.rubric.benchmark.compare;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Two fields side by side: time and memory against the number of patients, a curve for each set of rules. No state. */
final class Curves {
  private static final int TOP = 60;
  private static final int BOTTOM = 320;
  private static final double LEAST_RANGE = 30;
  private static final List<String> COLOURS = List.of(Picture.BLUE, Picture.RED, "#4d9221", "#7b3294");

  private Curves() {}

  /** @param curves by name, what was measured for so many patients */
  static String draw(Map<String, Map<Integer, Measured>> curves) {
    Picture picture = new Picture(900, 380);
    field(picture, 70, "processor time, seconds", curves, Measured::cpu);
    field(picture, 520, "peak memory, MB", curves, Measured::memory);
    return picture.toString();
  }

  private static void field(
      Picture picture, int left, String title, Map<String, Map<Integer, Measured>> curves,
      ToDoubleFunction<Measured> figure) {
    LogAxis across = axis(
        curves.values().stream().flatMapToDouble(c -> c.keySet().stream().mapToDouble(n -> n)), left, left + 330);
    LogAxis up = axis(
        curves.values().stream().flatMapToDouble(c -> c.values().stream().mapToDouble(figure)), BOTTOM, TOP);
    picture.text(left, TOP - 30, "start", title);
    frame(picture, across, up);
    int number = 0;
    for (Map.Entry<String, Map<Integer, Measured>> curve : curves.entrySet()) {
      String colour = COLOURS.get(number % COLOURS.size());
      picture.dot(left + 10 + 110.0 * number, TOP - 15, colour, true)
          .text(left + 22 + 110.0 * number, TOP - 10, "start", curve.getKey());
      draw(picture, across, up, curve.getValue(), figure, colour);
      number++;
    }
  }

  private static LogAxis axis(DoubleStream numbers, double from, double to) {
    double[] all = numbers.toArray();
    double high = DoubleStream.of(all).max().orElse(10) * 1.25;
    // Never so narrow that a small difference looks steep.
    double low = Math.min(DoubleStream.of(all).min().orElse(1) * 0.8, high / LEAST_RANGE);
    return new LogAxis(low, high, from, to);
  }

  private static void frame(Picture picture, LogAxis across, LogAxis up) {
    for (double tick : across.ticks()) {
      picture.line(across.place(tick), TOP, across.place(tick), BOTTOM, Picture.FAINT, 1);
      picture.text(across.place(tick), BOTTOM + 20, "middle", LogAxis.label(tick));
    }
    for (double tick : up.ticks()) {
      picture.line(across.from(), up.place(tick), across.to(), up.place(tick), Picture.FAINT, 1);
      picture.text(across.from() - 8, up.place(tick) + 4, "end", LogAxis.label(tick));
    }
    picture.text((across.from() + across.to()) / 2, BOTTOM + 42, "middle", "patients");
  }

  private static void draw(
      Picture picture, LogAxis across, LogAxis up, Map<Integer, Measured> curve, ToDoubleFunction<Measured> figure,
      String colour) {
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    for (Map.Entry<Integer, Measured> point : curve.entrySet()) {
      double x = across.place(point.getKey());
      double y = up.place(figure.applyAsDouble(point.getValue()));
      if (!Double.isNaN(lastX)) {
        picture.line(lastX, lastY, x, y, colour, 2);
      }
      picture.dot(x, y, colour, true);
      lastX = x;
      lastY = y;
    }
  }
}
