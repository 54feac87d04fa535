package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.result.ServiceResult;

/** Every report against its golden file. */
class ReportsTest {
  private static Report report(String format) {
    return switch (format) {
      case "json" -> new JsonReport();
      case "csv" -> new CsvReport();
      default -> new TableReport();
    };
  }

  private static ServiceResult result(String name) {
    return switch (name) {
      case "full" -> SmallResult.full();
      case "without-payments" -> SmallResult.withoutPayments();
      case "odd" -> SmallResult.odd();
      default -> SmallResult.empty();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "full, json", "full, csv", "full, txt", "without-payments, json", "without-payments, csv", "without-payments, txt",
    "odd, json", "odd, csv", "odd, txt", "empty, json", "empty, csv", "empty, txt"
  })
  void writesTheSameBytesAsEver(String name, String format) throws IOException {
    Golden.check(name + "." + format, report(format).bytes(result(name)));
  }

  @ParameterizedTest
  @CsvSource({"json", "csv", "txt"})
  void doesNotDependOnTheReadersLocale(String format) {
    byte[] before = report(format).bytes(SmallResult.full());
    Locale locale = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-u-nu-arab"));
    try {
      assertThat(report(format).bytes(SmallResult.full())).isEqualTo(before);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @CsvSource({"json", "csv", "txt"})
  void leavesTheStreamOpen(String format) throws IOException {
    ClosingStream out = new ClosingStream();
    report(format).write(SmallResult.full(), out);
    assertThat(out.closed).isFalse();
    assertThat(out.toByteArray()).endsWith("\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tableMarksWhatRestsOnAPlaceholder() {
    String text = new String(new TableReport().bytes(SmallResult.full()), StandardCharsets.UTF_8);
    assertThat(text.lines().filter(line -> line.contains("APDF_DM") || line.contains("Total income")))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).contains("*"));
    assertThat(text.lines().filter(line -> line.contains("CPI") || line.contains("ENTRY")))
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).doesNotContain("*"));
  }

  @ParameterizedTest
  @CsvSource({"full", "without-payments", "odd", "empty"})
  void tableKeepsToTheWidthOfATerminalAndCannotSteerIt(String name) {
    String text = new String(new TableReport().bytes(result(name)), StandardCharsets.UTF_8);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    assertThat(text.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
  }

  @Test
  void tableEndsWithThePracticesAndNoSumOfOnlySome() {
    String text = new String(new TableReport().bytes(SmallResult.full()), StandardCharsets.UTF_8);
    assertThat(text.lines().filter(line -> line.startsWith("All 2")))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("6,500", "not computable", "*"));
  }

  private static final class ClosingStream extends ByteArrayOutputStream {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }
}
