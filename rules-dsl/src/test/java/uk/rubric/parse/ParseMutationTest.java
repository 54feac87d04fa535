package uk.rubric.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import uk.rubric.Golden;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticFormat;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.antlr.RubricLexer;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;

/** Good files with slips: whatever the slip, the answer is in the reader's words and about the reader's text. */
class ParseMutationTest {
  private static final List<String> FOREIGN =
      List.of("mismatched", "extraneous", "token", "org.", "Exception", "null", "<EOF>", "T__");

  @Property(tries = 400)
  void aSlipIsExplained(@ForAll("spoilt") String text) {
    SourceText source = new SourceText("spoilt.rubric", text);
    ParseResult result = RuleParser.parse(source);

    for (Diagnostic diagnostic : result.diagnostics()) {
      Span span = ((Place.InSource) diagnostic.place()).span();
      assertThat(span.source()).isEqualTo(source);
      assertThat(diagnostic.message()).doesNotContain(FOREIGN).doesNotContainPattern("[\\p{Cntrl}]");
      assertThat(diagnostic.help().orElse("")).doesNotContain(FOREIGN);
    }
    assertThat(DiagnosticFormat.HUMAN.renderer().render(result.diagnostics()).isEmpty())
        .isEqualTo(result.diagnostics().isEmpty());
    assertThat(result.brokenNames()).matches(names -> names.isEmpty() || !result.diagnostics().isEmpty());
  }

  @Property(tries = 200)
  void oneSlipNeverMakesAFloodOfErrors(@ForAll("spoilt") String text) {
    assertThat(RuleParser.parse(new SourceText("spoilt.rubric", text)).diagnostics()).hasSizeLessThanOrEqualTo(3);
  }

  @Provide
  Arbitrary<String> spoilt() {
    Arbitrary<String> good =
        Arbitraries.of(Golden.sources("parse/good").stream().map(SourceText::text).toList());
    Arbitrary<Integer> where = Arbitraries.integers().between(0, Integer.MAX_VALUE - 1);
    return Combinators.combine(good, Arbitraries.of(Slip.values()), where).as((text, slip, at) -> slip.apply(text, at));
  }

  private enum Slip {
    DELETE_CHARACTER,
    DOUBLE_CHARACTER,
    SWAP_CHARACTERS,
    DELETE_TOKEN,
    DOUBLE_TOKEN,
    SWAP_TOKENS,
    CUT_OFF;

    String apply(String text, int where) {
      boolean characters = name().contains("CHARACTER");
      List<String> parts = new ArrayList<>(characters ? characters(text) : tokens(text));
      int at = where % parts.size();
      switch (this) {
        case DELETE_CHARACTER, DELETE_TOKEN -> parts.remove(at);
        case DOUBLE_CHARACTER, DOUBLE_TOKEN -> parts.add(at, parts.get(at) + (characters ? "" : " "));
        case SWAP_CHARACTERS, SWAP_TOKENS -> Collections.swap(parts, at, Math.max(0, at - (characters ? 1 : 2)));
        case CUT_OFF -> parts.subList(at, parts.size()).clear();
      }
      return String.join("", parts);
    }

    private static List<String> characters(String text) {
      return text.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> tokens(String text) {
      RubricLexer lexer = new RubricLexer(CharStreams.fromString(text));
      return lexer.getAllTokens().stream().map(Token::getText).collect(Collectors.toList());
    }
  }
}
