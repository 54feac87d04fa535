package uk.rubric.benchmark.compare;

import java.util.Map;

/** A row for each program, and a dot for its processor time and its wall time. No state. */
final class DotPlot {
  private static final int ROW = 30;
  private static final int TOP = 60;
  private static final int LEFT = 270;
  private static final int RIGHT = 760;

  private DotPlot() {}

  static String draw(String title, Map<String, Measured> programs) {
    double low = programs.values().stream().mapToDouble(p -> Math.min(p.cpu(), p.wall())).min().orElse(1) * 0.8;
    double high = programs.values().stream().mapToDouble(p -> Math.max(p.cpu(), p.wall())).max().orElse(2) * 1.25;
    LogAxis axis = new LogAxis(low, high, LEFT, RIGHT);
    int bottom = TOP + ROW * programs.size();
    Picture picture = new Picture(RIGHT + 40, bottom + 40);
    picture.text(20, 24, "start", title);
    picture.dot(LEFT + 5, 40, Picture.BLUE, true).text(LEFT + 16, 45, "start", "processor time");
    picture.dot(LEFT + 145, 40, Picture.RED, false).text(LEFT + 156, 45, "start", "wall time, in seconds");
    for (double tick : axis.ticks()) {
      picture.line(axis.place(tick), TOP, axis.place(tick), bottom, Picture.FAINT, 1);
      picture.text(axis.place(tick), bottom + 20, "middle", LogAxis.label(tick));
    }
    double y = TOP + ROW / 2.0;
    for (Map.Entry<String, Measured> program : programs.entrySet()) {
      Measured took = program.getValue();
      picture.text(LEFT - 15, y + 4, "end", program.getKey());
      picture.line(axis.place(took.cpu()), y, axis.place(took.wall()), y, Picture.FAINT, 3);
      picture.dot(axis.place(took.wall()), y, Picture.RED, false);
      picture.dot(axis.place(took.cpu()), y, Picture.BLUE, true);
      y += ROW;
    }
    return picture.toString();
  }
}
