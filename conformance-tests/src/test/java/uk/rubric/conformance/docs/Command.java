package uk.rubric.conformance.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that a page shows, run from the root of the project as its reader would. */
record Command(int code, String output) {
  /** Runs {@code ./rubric …}; the output is that of both streams. */
  static Command run(String line) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(line.split("\\s+")));
    if (!words.remove(0).equals("./rubric")) {
      throw new IllegalArgumentException("pages run ./rubric alone: " + line);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    words.addAll(0, List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classes, "uk.rubric.cli.Main"));
    Process process =
        new ProcessBuilder(words).directory(Page.ROOT.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Command(process.waitFor(), output);
  }
}
