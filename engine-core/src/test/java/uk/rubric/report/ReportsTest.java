package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.result.Band;
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
      case "ahead" -> SmallResult.ahead();
      case "banded" -> SmallResult.banded();
      case "grouped" -> SmallResult.grouped();
      default -> SmallResult.empty();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "full, json", "full, csv", "full, txt", "without-payments, json", "without-payments, csv", "without-payments, txt",
    "banded, json", "banded, csv", "banded, txt", "ahead, json", "ahead, csv", "ahead, txt", "grouped, json",
    "grouped, csv",
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

  @Test
  void csvMarksWhatRestsOnAPlaceholder() {
    String text = new String(new CsvReport().bytes(SmallResult.grouped()), StandardCharsets.UTF_8);
    assertThat(text.lines().filter(line -> line.contains("placeholder")))
        .contains("A81001,APDF_DM,placeholder,,,,measure", "A81001,DM,placeholder,,,,payment",
            "A81001,,placeholder,,,,income_total", "U10001,,placeholder,,pcn,,income_total")
        .noneMatch(line -> line.contains("CPI") || line.contains("DM_REG"));
  }

  @Test
  void bandsAreThoseOfFiguresThatMoveTheIncome() {
    // The average list divides, so that 1 % more of it is 1/1.01 of the payment for points: of 2,845.25, but for the
    // penny.
    assertThat(SmallResult.banded().bands()).extracting(Band::parameter).containsExactly("AVERAGE_LIST", "PREV_DM");
    assertThat(SmallResult.banded().bands().get(0).moved()).extracting(Band.Moved::percent)
        .containsExactly(-5, -1, 1, 5);
    assertThat(SmallResult.banded().bands().get(0).moved().get(2).totals().get(0)).hasValueSatisfying(
        total -> assertThat(total).isEqualByComparingTo("3629.58"));
  }

  @Test
  void csvHasWhatThePracticesOfAGroupComeTo() {
    String text = new String(new CsvReport().bytes(SmallResult.grouped()), StandardCharsets.UTF_8);
    assertThat(text.lines()).contains(
        "U10001,,list_size,,pcn,,10000", "U10001,DM_REG,count,,pcn,,600", "U10001,DM020,denominator,,pcn,,470",
        "U10001,DM020,numerator,,pcn,,300", "U10001,DM020,rejected,1,pcn exclusion,MDSEVFRAIL,80");
  }

  @ParameterizedTest
  @CsvSource({"full", "without-payments", "odd", "ahead", "banded", "empty"})
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
