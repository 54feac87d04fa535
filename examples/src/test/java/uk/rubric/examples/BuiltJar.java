package uk.rubric.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The jar that the build packs, with the libraries beside it: what a user runs. */
final class BuiltJar {
  /** The project's root, from which commands of documents are written. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Path JAR = ROOT.resolve("cli/target/rubric.jar");

  private BuiltJar() {}

  /** What a command ended with. */
  record Ended(int code, String out, String err) {}

  /** Runs {@code rubric} with these arguments in the project's root. */
  static Ended run(List<String> arguments) {
    return run(ROOT, arguments);
  }

  /** Runs {@code rubric} with these arguments in a folder. */
  static Ended run(Path folder, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(java(), "-jar", JAR.toString()));
    words.addAll(arguments);
    try {
      // Standard error goes to a file, so that neither stream can fill up while the other is read.
      Path err = Files.createTempFile("rubric", ".err");
      Process process = new ProcessBuilder(words).directory(folder.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      String messages = Files.readString(err);
      Files.delete(err);
      return new Ended(code, out, messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
