package uk.rubric.benchmark.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a process took: the median of some runs, each figure by itself.
 *
 * @param wall seconds
 * @param cpu seconds of processor time, of user and system together
 * @param memory the most that was resident, in MB of 1,000,000 bytes
 * @param output what the last run printed
 */
record Measured(double wall, double cpu, double memory, String output) {
  static Measured median(List<Measured> runs) {
    return new Measured(
        median(runs, Measured::wall), median(runs, Measured::cpu), median(runs, Measured::memory),
        runs.get(runs.size() - 1).output());
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    return runs.stream().mapToDouble(figure).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
  }

  /** The number behind {@code cpu=} or {@code wall=} on the line {@code # name} that the process printed. */
  double printed(String name, String figure) {
    return output.lines().filter(line -> line.startsWith("# " + name + " "))
        .flatMap(line -> List.of(line.split(" ")).stream())
        .filter(word -> word.startsWith(figure + "="))
        .mapToDouble(word -> Double.parseDouble(word.substring(figure.length() + 1)))
        .findFirst().orElse(Double.NaN);
  }

  /** What stands behind {@code # name}, or nothing. */
  String note(String name) {
    return output.lines().filter(line -> line.startsWith("# " + name + " "))
        .map(line -> line.substring(name.length() + 3)).findFirst().orElse("");
  }
}
