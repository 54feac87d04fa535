package uk.rubric.diagnostic;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways to show diagnostics. */
public enum DiagnosticFormat {
  /** For people: the line of the source, underlined. */
  HUMAN,
  /** One JSON object, format {@code rubric-diagnostics/1}. */
  JSON,
  /** SARIF 2.1.0, which code scanners read. */
  SARIF,
  /** Workflow commands which GitHub shows beside the changed lines. */
  GITHUB;

  /** The format that a caller chose by its word, such as {@code human}. */
  public static Optional<DiagnosticFormat> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** The word by which a caller chooses it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The renderer of this format, without colours. */
  public DiagnosticRenderer renderer() {
    return renderer(false);
  }

  /**
   * The renderer of this format.
   *
   * @param colour whether {@link #HUMAN} uses the colours of a terminal; the others have none
   */
  public DiagnosticRenderer renderer(boolean colour) {
    return switch (this) {
      case HUMAN -> new DiagnosticText(colour);
      case JSON -> new DiagnosticJson();
      case SARIF -> new DiagnosticSarif();
      case GITHUB -> new DiagnosticAnnotations();
    };
  }
}
