package uk.rubric.benchmark.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * On what is measured.
 *
 * @param load how many processes wanted a processor in the last minute
 */
record Machine(String processor, int processors, long memory, String java, String system, String load) {
  private static final Path PROC = Path.of("/proc");

  static Machine here() {
    return new Machine(
        after("cpuinfo", "model name").orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        after("meminfo", "MemTotal").map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1_000_000).orElse(0L),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.version"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        read("loadavg").map(text -> text.split(" ")[0]).orElse("not known"));
  }

  private static Optional<String> after(String file, String name) {
    return read(file).flatMap(text -> text.lines().filter(line -> line.startsWith(name)).findFirst())
        .map(line -> line.substring(line.indexOf(':') + 1).trim());
  }

  private static Optional<String> read(String file) {
    try {
      return Optional.of(Files.readString(PROC.resolve(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whether something else wants a good part of the processors. */
  boolean isBusy() {
    return load.matches("[0-9.]+") && Double.parseDouble(load) > processors / 4.0;
  }

  String text() {
    return String.format(
        Locale.ROOT, "%s, %d processors, %d GB of memory, %s, %s", processor, processors, memory, java, system);
  }
}
