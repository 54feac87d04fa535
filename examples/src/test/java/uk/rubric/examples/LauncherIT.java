package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./rubric} in a folder of its own with the built jar: what it keeps for quick starts never shows in what it
 * does.
 */
class LauncherIT {
  @TempDir private Path home;

  @BeforeEach
  void layOut() throws IOException {
    Path target = Files.createDirectories(home.resolve("cli/target"));
    Files.copy(BuiltJar.ROOT.resolve("rubric"), home.resolve("rubric"));
    Files.copy(BuiltJar.ROOT.resolve("cli/target/rubric.jar"), target.resolve("rubric.jar"));
    Files.createSymbolicLink(target.resolve("lib"), BuiltJar.ROOT.resolve("cli/target/lib"));
    Files.createSymbolicLink(home.resolve("examples"), BuiltJar.ROOT.resolve("examples"));
  }

  @AfterEach
  void takeLinksAway() throws IOException {
    Files.delete(home.resolve("cli/target/lib"));
    Files.delete(home.resolve("examples"));
  }

  private record Started(Process process, Path err) {
    BuiltJar.Ended end() throws IOException, InterruptedException {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new BuiltJar.Ended(process.waitFor(), out, Files.readString(err));
    }
  }

  private Started start(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(List.of("sh", home.resolve("rubric").toString()));
    words.addAll(List.of(arguments));
    Path err = Files.createTempFile(home, "err", "");
    ProcessBuilder builder = new ProcessBuilder(words).redirectError(err.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", home.resolve("cache").toString());
    return new Started(builder.start(), err);
  }

  private BuiltJar.Ended run(String... arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  @Test
  void theLoopsThatItNamesAreThere() throws Exception {
    List<MatchResult> named = Pattern.compile("((?:uk|sun)(?:\\.\\w+)+)::(\\w+)")
        .matcher(Files.readString(BuiltJar.ROOT.resolve("rubric"))).results().toList();
    assertThat(named).hasSizeGreaterThan(2);
    for (MatchResult loop : named) {
      assertThat(Class.forName(loop.group(1)).getDeclaredMethods()).extracting(Method::getName).contains(loop.group(2));
    }
  }

  private List<String> kept() throws IOException {
    Path folder = home.resolve("cli/target/start");
    try (Stream<Path> files = Files.exists(folder) ? Files.list(folder) : Stream.empty()) {
      return files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("lock")).sorted().toList();
    }
  }

  @Test
  void makesItsArchiveOnceAlsoWhenSeveralStartTogether() throws IOException, InterruptedException {
    List<Started> together = List.of(start("--version"), start("--version"), start("--version"));
    for (Started one : together) {
      BuiltJar.Ended ended = one.end();
      assertThat(ended.code()).isZero();
      assertThat(ended.out()).startsWith("rubric ");
    }
    assertThat(kept()).hasSize(2).allMatch(name -> name.matches("java-[0-9.]+\\.archive(\\.mark)?"));
    assertThat(run("--version").err()).isEmpty();

    String rules = BuiltJar.ROOT.resolve("examples/qof-2021-22").toString();
    assertThat(run("check", rules)).isEqualTo(BuiltJar.run(List.of("check", rules)));
  }

  @Test
  void doesWithoutAnArchiveThatDoesNotFit() throws IOException, InterruptedException {
    assertThat(run("--version").err()).contains("once");
    for (String name : kept()) {
      if (name.endsWith(".archive")) {
        Path archive = home.resolve("cli/target/start").resolve(name);
        Files.delete(archive);
        Files.writeString(archive, "no archive");
      }
    }

    BuiltJar.Ended ended = run("--version");

    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).isEqualTo(BuiltJar.run(List.of("--version")).out());
  }
}
