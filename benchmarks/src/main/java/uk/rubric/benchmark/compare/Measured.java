package uk.rubric.benchmark.compare;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a process took: the median of some runs, each figure by itself.
 *
 * @param wall seconds
 * @param cpu seconds of processor time, of user and system together
 * @param memory the most that was resident, in MB of 1,000,000 bytes
 * @param outputs what each run printed
 */
record Measured(double wall, double cpu, double memory, List<String> outputs) {
  static Measured median(List<Measured> runs) {
    return new Measured(
        median(runs, Measured::wall), median(runs, Measured::cpu), median(runs, Measured::memory),
        runs.stream().flatMap(run -> run.outputs().stream()).toList());
  }

  private static <T> double median(List<T> runs, ToDoubleFunction<T> figure) {
    return runs.stream().mapToDouble(figure).sorted().skip(runs.size() / 2).findFirst().orElseThrow();
  }

  /** What the last run printed. */
  String output() {
    return outputs.get(outputs.size() - 1);
  }

  /** The number behind {@code cpu=} or {@code wall=} on the line {@code # name} that the runs printed: their median. */
  double printed(String name, String figure) {
    return median(outputs, output -> printed(output, name, figure));
  }

  private static double printed(String output, String name, String figure) {
    return output.lines().filter(line -> line.startsWith("# " + name + " "))
        .flatMap(line -> List.of(line.split(" ")).stream())
        .filter(word -> word.startsWith(figure + "="))
        .mapToDouble(word -> Double.parseDouble(word.substring(figure.length() + 1)))
        .findFirst().orElse(Double.NaN);
  }

  /** What stands behind {@code # name}, or nothing. */
  String note(String name) {
    return output().lines().filter(line -> line.startsWith("# " + name + " "))
        .map(line -> line.substring(name.length() + 3)).findFirst().orElse("");
  }
}
