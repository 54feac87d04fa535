package uk.rubric.benchmark.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.rubric.benchmark.data.Workplace;

/**
 * Time and memory of {@code rubric run} by patients and indicators: {@code --patients 20000,100000,1000000},
 * {@code --runs 3}, {@code --heap 512m} for the largest extract, {@code --dry} to print and write nothing.
 */
public final class Growth {
  private static final int[] INDICATORS = {6, 60};
  private static final int FURTHER_EVENTS = 150;

  private final int runs;
  private final String heap;
  private final Map<String, Map<Integer, Measured>> curves = new LinkedHashMap<>();
  private final Page page = new Page();

  private Growth(int runs, String heap) {
    this.runs = runs;
    this.heap = heap;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    try {
      Options options = new Options(arguments, "--patients", "--runs", "--heap", "--dry");
      Growth growth = new Growth(options.number("--runs", 3), options.text("--heap", "512m"));
      growth.run(options.numbers("--patients", "20000,100000,1000000"), options.has("--dry"),
          String.join(" ", arguments));
    } catch (Program.Failed e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(List<Integer> sizes, boolean isDry, String arguments) {
    page.circumstances(("./benchmarks/growth.sh " + arguments).trim());
    page.line("![time and memory against patients](performance-growth.svg)").line("");
    page.heading("patients", "indicators", "wall s", "CPU s", "peak MB");
    for (int indicators : INDICATORS) {
      Map<Integer, Measured> curve = new TreeMap<>();
      for (int patients : sizes) {
        System.err.printf("%,d patients, %d indicators%n", patients, indicators);
        Measured run = Program.rubric(indicators, Workplace.extract(patients)).measure(patients > 200_000 ? 1 : runs);
        curve.put(patients, run);
        page.row(String.format("%,d", patients), indicators, Page.figure(run.wall()), Page.figure(run.cpu()),
            Page.figure(run.memory()));
      }
      curves.put(indicators + " indicators", curve);
    }
    page.line("");
    costs(sizes);
    inHeap(sizes.get(sizes.size() - 1));
    if (isDry) {
      System.out.println(page);
      return;
    }
    page.write("growth");
    Page.picture("performance-growth.svg", Curves.draw(curves));
  }

  /** By the difference of two runs, so that start-up falls out. */
  private void costs(List<Integer> sizes) {
    if (sizes.size() < 2) {
      return;
    }
    int few = sizes.get(0);
    int many = sizes.get(1);
    Map<Integer, Measured> six = curves.get("6 indicators");
    double patient = (six.get(many).cpu() - six.get(few).cpu()) / (many - few);
    double indicator = (curves.get("60 indicators").get(many).cpu() - six.get(many).cpu()) / 54;
    System.err.println("further events");
    Measured more = Program.rubric(6, Workplace.extract(many, FURTHER_EVENTS)).measure(runs);
    double event = (more.cpu() - six.get(many).cpu()) / many / FURTHER_EVENTS;
    page.line("What one more costs, in CPU time, by the difference of two runs:").line("");
    page.heading("one more", "costs");
    page.row(String.format("patient, of about 155 events (%,d against %,d)", many, few), Page.figure(patient * 1e6)
        + " µs");
    page.row(String.format("indicator, for %,d patients (60 against 6)", many), Page.figure(indicator * 1e3) + " ms");
    page.row("event that no rule looks at", Page.figure(event * 1e9) + " ns").line("");
  }

  private void inHeap(int patients) {
    System.err.printf("%,d patients, 60 indicators, %s of heap%n", patients, heap);
    String what = String.format("%,d patients and 60 indicators with %s of heap (`-Xmx%s`)", patients, heap, heap);
    try {
      Measured run = Program.rubric(60, Workplace.extract(patients)).withJavaOptions("-Xmx" + heap).run();
      page.line(what + ": finishes, in " + Page.figure(run.wall()) + " s (" + Page.figure(run.cpu())
          + " s of CPU), with "
          + Page.figure(run.memory()) + " MB resident at most.").line("");
    } catch (Program.Failed e) {
      page.line(what + ": **does not finish**.").line("");
      System.err.println(e.getMessage());
    }
  }
}
