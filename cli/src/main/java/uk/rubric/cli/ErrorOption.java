package uk.rubric.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import uk.rubric.diagnostic.DiagnosticFormat;

/** {@code --errors}: how messages are written. */
final class ErrorOption {
  @Option(
      names = "--errors",
      defaultValue = "human",
      paramLabel = "FORM",
      description = "How messages are written to standard error: human, json, sarif, github. Default: human.")
  private DiagnosticFormat format;

  Messages messages(CommandSpec spec) {
    return new Messages(spec.commandLine().getErr(), format);
  }

  /** Whether messages are for people to read. */
  boolean isHuman() {
    return format == DiagnosticFormat.HUMAN;
  }

  /** The form that the arguments ask for, even when they do not fit otherwise. */
  static DiagnosticFormat askedFor(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String given = arguments[i].startsWith("--errors=") ? arguments[i].substring(9) : "";
      if (arguments[i].equals("--errors") && i + 1 < arguments.length) {
        given = arguments[i + 1];
      }
      for (DiagnosticFormat format : DiagnosticFormat.values()) {
        if (format.name().equalsIgnoreCase(given)) {
          return format;
        }
      }
    }
    return DiagnosticFormat.HUMAN;
  }
}
