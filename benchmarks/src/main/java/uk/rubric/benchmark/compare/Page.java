package uk.rubric.benchmark.compare;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text of {@code docs/performance.md}: Markdown that is collected, and then put between two markers. For one thread.
 */
final class Page {
  private static final Path FOLDER = Path.of("docs");
  private static final Path FILE = FOLDER.resolve("performance.md");

  private final List<String> lines = new ArrayList<>();

  Page line(String text) {
    lines.add(text);
    return this;
  }

  /** A row of a table. */
  Page row(Object... cells) {
    StringBuilder row = new StringBuilder("|");
    for (Object cell : cells) {
      row.append(' ').append(cell).append(" |");
    }
    return line(row.toString());
  }

  /** The heading of a table. */
  Page heading(String... names) {
    row((Object[]) names);
    return line("|" + " --- |".repeat(names.length));
  }

  /** The machine, the day, and what else the machine did. */
  Page circumstances(String command) {
    Machine machine = Machine.here();
    line("Measured on " + LocalDate.now() + " by `" + command + "`: " + machine.text() + ".");
    return line("Load of the machine when it began: " + machine.load() + "." + (machine.isBusy()
        ? " **Other work ran then, or in the minute before: read the figures with that in mind.**" : "")).line("");
  }

  /** A number with three digits that count. */
  static String figure(double number) {
    if (Double.isNaN(number)) {
      return "—";
    }
    int places = number >= 99.5 ? 0 : number >= 9.95 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + places + "f", number);
  }

  @Override
  public String toString() {
    return String.join("\n", lines) + "\n";
  }

  /** Puts what was collected between the markers of a name, in place of what stood there. */
  void write(String name) {
    String start = "<!-- " + name + ":start -->\n";
    String end = "<!-- " + name + ":end -->";
    try {
      String page = Files.readString(FILE);
      int from = page.indexOf(start);
      int to = page.indexOf(end);
      if (from < 0 || to < from) {
        throw new Program.Failed(FILE + " has no markers `" + name + "`");
      }
      Files.writeString(FILE, page.substring(0, from + start.length()) + this + page.substring(to));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a picture beside the page. */
  static void picture(String file, String svg) {
    try {
      Files.writeString(FOLDER.resolve(file), svg);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
