package uk.rubric.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;

class DiagnosticRendererTest {
  private enum Code implements DiagnosticCode {
    BAD(Severity.ERROR),
    ODD(Severity.WARNING);

    private final Severity severity;

    Code(Severity severity) {
      this.severity = severity;
    }

    @Override
    public String id() {
      return name().toLowerCase(java.util.Locale.ROOT) + "-thing";
    }

    @Override
    public Severity severity() {
      return severity;
    }
  }

  private static final SourceText TEXT =
      new SourceText("a b/rules.rubric", "first ONE\r\n\tsecond 漢字 TWO ONE\nthird {\n  more\n}\n");

  private static Span span(String words) {
    int start = TEXT.text().lastIndexOf(words);
    return TEXT.span(start, start + words.length());
  }

  private static String render(DiagnosticFormat format, Diagnostic... diagnostics) {
    return format.renderer().render(List.of(diagnostics));
  }

  @Test
  void underlinesBehindTabsAndWideCharacters() {
    Diagnostic error = Diagnostic.at(span("TWO"), Code.BAD, "no `TWO`").withHelp("take `ONE`")
        .withLabel(span("ONE"), "on this line").withLabel(TEXT.span(6, 9), "first defined here");

    assertThat(render(DiagnosticFormat.HUMAN, error)).isEqualTo("""
        error[bad-thing]: no `TWO`
         --> a b/rules.rubric:2:12
        2 |     second 漢字 TWO ONE
          |                 ^^^
          |                     --- on this line
        1 | first ONE
          |       --- first defined here
          = help: take `ONE`
        """);
  }

  @Test
  void underlinesTheFirstOfSeveralLines() {
    assertThat(render(DiagnosticFormat.HUMAN, Diagnostic.at(span("third {\n  more\n}"), Code.ODD, "long")))
        .isEqualTo("""
            warning[odd-thing]: long
             --> a b/rules.rubric:3:1
            3 | third {
              | ^^^^^^^
            """);
  }

  @Test
  void showsTheEndOfTheText() {
    int end = TEXT.text().length();

    assertThat(render(DiagnosticFormat.HUMAN, Diagnostic.at(TEXT.span(end, end), Code.BAD, "over")))
        .contains("rules.rubric:6:1").contains("6 |\n  | ^\n");
  }

  @Test
  void namesLineAndColumnOfOtherFiles() {
    Diagnostic error = Diagnostic.at(new Place.InFile("events.csv", 12, "code"), Code.BAD, "no code");

    assertThat(render(DiagnosticFormat.HUMAN, error))
        .isEqualTo("error[bad-thing]: no code\n --> events.csv:12, column `code`\n");
    assertThat(render(DiagnosticFormat.GITHUB, error))
        .isEqualTo("::error file=events.csv,line=12,title=bad-thing::no code (column `code`)\n");
    assertThat(render(DiagnosticFormat.HUMAN, Diagnostic.at(new Place.OnCommand(), Code.BAD, "no file")))
        .isEqualTo("error[bad-thing]: no file\n");
  }

  @Test
  void sortsByFileAndPlaceAndShowsEachOnce() {
    Diagnostic second = Diagnostic.at(span("TWO"), Code.BAD, "later");
    Diagnostic first = Diagnostic.at(TEXT.span(0, 5), Code.ODD, "sooner");

    assertThat(render(DiagnosticFormat.GITHUB, second, first, second)).isEqualTo("""
        ::warning file=a b/rules.rubric,line=1,col=1,title=odd-thing::sooner
        ::error file=a b/rules.rubric,line=2,col=12,title=bad-thing::later
        """);
  }

  @Test
  void escapesAnnotations() {
    Place place = Place.of("a,b:c%.csv");

    assertThat(render(DiagnosticFormat.GITHUB, Diagnostic.at(place, Code.BAD, "50%: no, none").withHelp("do")))
        .isEqualTo("::error file=a%2Cb%3Ac%25.csv,title=bad-thing::50%25: no, none%0Ahelp: do\n");
  }

  @Test
  void writesJson() {
    Diagnostic error = Diagnostic.at(span("TWO"), Code.BAD, "no \"TWO\"").withLabel(TEXT.span(6, 9), "here");

    assertThat(render(DiagnosticFormat.JSON, error)).isEqualTo(
        "{\"format\":\"rubric-diagnostics/1\",\"diagnostics\":[{\"code\":\"bad-thing\",\"severity\":\"error\","
            + "\"message\":\"no \\\"TWO\\\"\",\"file\":\"a b/rules.rubric\",\"line\":2,\"column\":12,\"endLine\":2,"
            + "\"endColumn\":15,\"help\":null,\"labels\":[{\"text\":\"here\",\"file\":\"a b/rules.rubric\","
            + "\"line\":1,\"column\":7,\"endLine\":1,\"endColumn\":10}]}]}\n");
    assertThat(render(DiagnosticFormat.JSON)).isEqualTo("{\"format\":\"rubric-diagnostics/1\",\"diagnostics\":[]}\n");
  }

  @Test
  void writesSarif() {
    assertThat(render(DiagnosticFormat.SARIF, Diagnostic.at(span("TWO"), Code.BAD, "no").withHelp("do"))).isEqualTo(
        "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":"
            + "{\"driver\":{\"name\":\"Rubric\",\"rules\":[{\"id\":\"bad-thing\",\"defaultConfiguration\":"
            + "{\"level\":\"error\"}}]}},\"columnKind\":\"unicodeCodePoints\",\"results\":[{\"ruleId\":\"bad-thing\","
            + "\"level\":\"error\",\"message\":{\"text\":\"no\\nhelp: do\"},\"locations\":[{\"physicalLocation\":"
            + "{\"artifactLocation\":{\"uri\":\"a%20b/rules.rubric\"},\"region\":{\"startLine\":2,\"startColumn\":12,"
            + "\"endLine\":2,\"endColumn\":15}}}]}]}]}\n");
  }

  @Test
  void keepsControlCharactersFromTheTerminal() {
    SourceText text = new SourceText("x\u001b[31m.rubric", "a \u001b[31m b");
    Diagnostic error = Diagnostic.at(text.span(0, 1), Code.BAD, "odd \u001b");

    assertThat(render(DiagnosticFormat.HUMAN, error)).doesNotContain("\u001b");
    assertThat(DiagnosticFormat.HUMAN.renderer(true).render(List.of(error))).startsWith("\u001b[31;1merror[bad-thing]");
  }

  @Test
  void choosesByWord() {
    assertThat(DiagnosticFormat.of("sarif")).contains(DiagnosticFormat.SARIF);
    assertThat(DiagnosticFormat.of("xml")).isEmpty();
  }
}
