package uk.rubric.benchmark.compare;

import java.util.List;

/**
 * Short commands over the examples, each a whole process: {@code --runs 9} of which the median counts, {@code --dry} to
 * print and write nothing.
 */
public final class Start {
  private static final String FOLDER = "examples/";
  private static final List<String> SERVICES = List.of("qof-2023-24", "qof-2024-25", "qof-2025-26", "qof-2026-27",
      "network-des", "enhanced-services-2025-26", "lcs");

  private final int runs;
  private final Page page = new Page();

  private Start(int runs) {
    this.runs = runs;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    try {
      Options options = new Options(arguments, "--runs", "--dry");
      new Start(options.number("--runs", 9)).run(options.has("--dry"), String.join(" ", arguments));
    } catch (Program.Failed e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(boolean isDry, String arguments) {
    page.circumstances(("./benchmarks/start.sh " + arguments).trim());
    page.heading("`./rubric …`", "wall s", "CPU s", "peak MB", "aim, wall s", "");
    row(1, "--version");
    row(1, "check", FOLDER + "qof-2021-22");
    row(2, "run", FOLDER + "qof-2021-22", "--extract", FOLDER + "extracts/three-practices");
    SERVICES.forEach(service -> row(Double.NaN, "check", FOLDER + service));
    page.line("").line(runs == 1 ? "One run each." : "The median of " + runs + " runs, each figure by itself.")
        .line("");
    if (isDry) {
      System.out.println(page);
    } else {
      page.write("commands");
    }
  }

  private void row(double aim, String... command) {
    String words = String.join(" ", command);
    System.err.println(words);
    Measured run = Program.rubric(command).measure(runs);
    boolean isAimed = !Double.isNaN(aim);
    String verdict = run.wall() < aim ? "met" : "missed by " + Page.figure(100 * (run.wall() / aim - 1)) + " %";
    page.row("`" + words + "`", Page.figure(run.wall()), Page.figure(run.cpu()), Page.figure(run.memory()),
        isAimed ? "< " + Page.figure(aim) : "", isAimed ? verdict : "");
  }
}
