package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.cli.Cli.Ended;

class FmtCommandTest {
  private static final String UNTIDY = "ruleset X version 1 {\r\n day   PPED// the end\r\n\r\n\r\n\tday A }";

  private static final String TIDY = "ruleset X version 1 {\n  day PPED  // the end\n\n  day A\n}\n";

  @TempDir Path folder;

  private Path untidy;

  @BeforeEach
  void writeFiles() throws IOException {
    untidy = write("untidy.rubric", UNTIDY);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Ended fmt(Path rules, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "fmt";
    arguments[1] = rules.toString();
    System.arraycopy(options, 0, arguments, 2, options.length);
    return Cli.rubric(arguments);
  }

  private long files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void laysOutEveryRuleFileOfAFolder() throws IOException {
    Path tidy = write("tidy.rubric", TIDY);
    Path other = write("notes.txt", UNTIDY);

    Ended ended = fmt(folder);

    assertThat(ended).isEqualTo(new Ended(0, "formatted " + untidy + "\n1 of 2 files changed\n", ""));
    assertThat(Files.readString(untidy)).isEqualTo(TIDY);
    assertThat(Files.readString(tidy)).isEqualTo(TIDY);
    assertThat(Files.readString(other)).isEqualTo(UNTIDY);
    assertThat(files()).isEqualTo(3);
    assertThat(fmt(folder).out()).isEqualTo("0 of 2 files changed\n");
  }

  @Test
  void listsWhatIsNotInItsLayoutAndEndsWithThree() throws IOException {
    write("tidy.rubric", TIDY);

    assertThat(fmt(folder, "--check")).isEqualTo(new Ended(3, untidy + "\n", ""));
    assertThat(Files.readString(untidy)).isEqualTo(UNTIDY);
    fmt(folder);
    assertThat(fmt(folder, "--check")).isEqualTo(new Ended(0, "", ""));
  }

  @Test
  void showsWhatWouldChange() throws IOException {
    Path file = write("file.rubric", "ruleset X version 1 {\n  day PPED\n\n\n  day A\n}");
    String diff =
        """
        --- %1$s
        +++ %1$s
        @@ -1,6 +1,5 @@
         ruleset X version 1 {
           day PPED
        \s
        -
           day A
        -}
        \\ No newline at end of file
        +}
        """
            .formatted(file);

    assertThat(fmt(file, "--diff")).isEqualTo(new Ended(0, diff, ""));
    assertThat(fmt(file, "--diff", "--check")).isEqualTo(new Ended(3, diff, ""));
    assertThat(Files.readString(file)).isEqualTo("ruleset X version 1 {\n  day PPED\n\n\n  day A\n}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ruleset X version 1 {\n   day PPED \"not closed\n\n\n\n  day A // kept\n}\n",
        "ruleset X version 1 {\r\n   day PPED\r\n   filed A = latest C // kept\r\n}",
        "ruleset X version 1 { register R of everyone { 1: select // } kept\n  day   PPED }\n// kept",
        "ruleset X version 1 { /* kept */ day   PPED }",
        "ruleset X version 1 { field A = latest C where ((((date <= PPED))) }",
        "\uFEFFruleset X version 1 {}}"
      })
  void leavesAFileWithASyntaxErrorUntouchedAndLaysOutTheOthers(String text) throws IOException {
    Path broken = write("broken.rubric", text);
    byte[] before = Files.readAllBytes(broken);

    Ended ended = fmt(folder);

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("error[").contains("broken.rubric:");
    assertThat(Files.readAllBytes(broken)).isEqualTo(before);
    assertThat(Files.readString(untidy)).isEqualTo(TIDY);
    assertThat(fmt(broken, "--check").code()).isEqualTo(2);
    assertThat(fmt(broken, "--diff")).satisfies(diff -> {
      assertThat(diff.code()).isEqualTo(2);
      assertThat(diff.out()).isEmpty();
    });
  }

  @Test
  void leavesAFileThatMayNotBeWrittenTo() throws IOException {
    Files.setPosixFilePermissions(untidy, PosixFilePermissions.fromString("r--r--r--"));

    Ended ended = fmt(untidy);

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("error[not-written]").contains("could not be written");
    assertThat(Files.readString(untidy)).isEqualTo(UNTIDY);
    assertThat(files()).isEqualTo(1);
  }

  @Test
  void keepsPermissionsAndLinks() throws IOException {
    Files.setPosixFilePermissions(untidy, PosixFilePermissions.fromString("rw-r-xr--"));
    Path link = Files.createSymbolicLink(folder.resolve("link.rubric"), untidy);

    assertThat(fmt(link).code()).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(untidy)).isEqualTo(TIDY);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(untidy))).isEqualTo("rw-r-xr--");
  }

  @Test
  void leavesBytesThatAreNoText() throws IOException {
    byte[] bytes = {'/', '/', (byte) 0xFF, '\n'};
    Files.write(untidy, bytes);

    assertThat(fmt(untidy).code()).isEqualTo(1);
    assertThat(Files.readAllBytes(untidy)).isEqualTo(bytes);
  }
}
