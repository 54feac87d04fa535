package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
  private static final String TERMINAL = "rubric.terminal";

  private final StringWriter written = new StringWriter();

  @AfterEach
  void leaveTheTerminal() {
    System.clearProperty(TERMINAL);
  }

  private TerminalProgress progress() {
    return new TerminalProgress(new PrintWriter(written));
  }

  @Test
  void writesOverOneLineAndLeavesNothingOfIt() {
    System.setProperty(TERMINAL, "true");
    try (TerminalProgress progress = progress()) {
      progress.at("reading events.csv", 10, 100);
      progress.at("reading events.csv", 10, 100);
      progress.at("deciding", 1, 100);
      progress.clear();
      progress.at("deciding", 2, 100);
    }
    assertThat(written.toString().split("\\r", -1)).containsExactly(
        "", "reading events.csv 10 %", "deciding 1 %" + " ".repeat(11), " ".repeat(12), "", "deciding 2 %",
        " ".repeat(12), "");
  }

  @Test
  void writesNothingIntoAPipe() {
    try (TerminalProgress progress = progress()) {
      progress.at("deciding", 1, 100);
    }
    assertThat(written.toString()).isEmpty();
  }
}
