package uk.rubric.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.Golden;
import uk.rubric.diagnostic.DiagnosticFormat;
import uk.rubric.source.SourceText;

class FormatterTest {
  private static FormatResult format(String text) {
    return Formatter.format(new SourceText("test.rubric", text));
  }

  @TestFactory
  Stream<DynamicTest> laysOutGoodFiles() {
    return Golden.cases("format/good", source -> Formatter.format(source).text().orElseThrow());
  }

  @TestFactory
  Stream<DynamicTest> refusesFilesWithASyntaxError() {
    return Golden.cases("format/bad", source -> {
      FormatResult result = Formatter.format(source);
      assertThat(result.text()).isEmpty();
      return DiagnosticFormat.HUMAN.renderer().render(result.diagnostics());
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "  \t\r\n\r\n "})
  void leavesNothingOfNothing(String text) {
    assertThat(format(text).text()).contains("");
  }

  @Test
  void keepsAFileOfCommentsAlone() {
    assertThat(format("\r\n\r\n  // a  \r\n\r\n\r\n\t/// b").text()).contains("// a\n\n/// b\n");
  }

  @Test
  void endsLinesWithLineFeedsAlone() {
    assertThat(format("\uFEFFruleset X version 1 {\r\n  day A // a\r  day B\r\n}").text())
        .contains("ruleset X version 1 {\n  day A  // a\n  day B\n}\n");
  }

  @Test
  void keepsSignsApartThatWouldReadOtherwiseTogether() {
    assertThat(format("ruleset X version 1 { field A = value of C on D in mL / 1 / 2 / 2022 }").text())
        .contains("ruleset X version 1 {\n  field A = value of C on D in mL/1 /2 /2022\n}\n");
  }

  @Test
  void keepsANumberBelowNoughtTogether() {
    assertThat(format("ruleset X version 1 { field A = latest C where value <= - 2.5 mL and value > - 4 }").text())
        .contains("ruleset X version 1 {\n  field A = latest C where value <= -2.5 mL and value > -4\n}\n");
    assertThat(format("test \"a\" of R { patient { PPED: C 80\nPPED - 1 day: C - 2.5 mL } }").text().orElseThrow())
        .contains("PPED:         C 80\n    PPED - 1 day: C -2.5 mL\n");
  }

  @Test
  void countsCharactersAsReadersDo() {
    String wide = "\uD83E\uDE7A".repeat(50);
    assertThat(format("ruleset X version 1 { day A \"" + wide + "\" day PPED \"" + wide + "\" }").text().orElseThrow())
        .contains("  day A    \"").contains("  day PPED \"");
  }
}
