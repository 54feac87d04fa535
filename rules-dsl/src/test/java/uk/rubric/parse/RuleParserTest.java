package uk.rubric.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.RulesetNode;

class RuleParserTest {
  private static ParseResult parse(String text) {
    return RuleParser.parse(new SourceText("test.rubric", text));
  }

  private static Span spanOf(Diagnostic diagnostic) {
    return ((Place.InSource) diagnostic.place()).span();
  }

  private static RulesetNode.Item onlyItem(String text) {
    ParseResult result = parse(text);
    assertThat(result.diagnostics()).isEmpty();
    return result.file().rulesets().get(0).items().get(0);
  }

  @Test
  void readsAnEmptyTextAsAnEmptyFile() {
    ParseResult result = parse("  // nothing yet\n");

    assertThat(result.diagnostics()).isEmpty();
    assertThat(result.file().rulesets()).isEmpty();
    assertThat(result.file().services()).isEmpty();
  }

  @Test
  void countsSpansInUtf16WhateverStandsBefore() {
    RulesetNode.Item item =
        onlyItem("\uFEFF// \uD83D\uDE00\r\nruleset X \"\uD83D\uDE00\" version 1 {\r\n\tday PPED \"\uD83D\uDE00\" }");

    assertThat(item.span().text()).isEqualTo("day PPED \"\uD83D\uDE00\"");
    assertThat(item.span().from()).hasToString("Position[line=3, column=2]");
  }

  @Test
  void namesWhatWasExpectedAtTheFurthestPlace() {
    ParseResult result = parse("ruleset X version 1 { register R of everyone { 1: if IFCCHBA_VAL then select else reject } }");

    assertThat(result.diagnostics()).singleElement().satisfies(error -> {
      assertThat(error.message())
          .isEqualTo("expected a comparison or `is recorded` after `IFCCHBA_VAL`, found `then`");
      assertThat(spanOf(error).text()).isEqualTo("then");
    });
    assertThat(result.brokenNames()).containsExactlyInAnyOrder("X", "R");
  }

  @Test
  void reportsTwoIndependentMistakesAndNothingElse() {
    ParseResult result = parse("""
        ruleset X version 1 {
          field A = ltest DM_COD
          field B = latest DM_COD
          regster R of everyone { 1: select }
          register S of everyone { 1: select }
        }
        """);

    assertThat(result.diagnostics()).extracting(each -> each.help().orElse(""))
        .containsExactly("did you mean `latest`?", "did you mean `register`?");
    assertThat(result.brokenNames()).containsExactlyInAnyOrder("X", "A", "R");
    assertThat(result.file().rulesets().get(0).items()).hasSize(2);
  }

  @Test
  void survivesAnyDepth() {
    String brackets = "(".repeat(10_000);
    ParseResult result =
        parse("ruleset X version 1 { field A = all C where " + brackets + "date = PPED\nfield B = all C }");

    assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly(SyntaxDiagnostic.TOO_DEEP);
    assertThat(result.file().rulesets().get(0).items()).hasSize(1);
  }
}
