package uk.rubric.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.report.WorklistCsv;
import uk.rubric.report.WorklistJson;
import uk.rubric.report.WorklistTable;

class WorklistReportsTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static final Worklist LIST = Example.list(
      Example.patient("P1", Example.diagnosed("2021-12-15")),
      Example.patient("P2", Example.diagnosed("2015-01-01"), Example.event("2021-06-01", Example.UNSUITABLE, null)),
      Example.patient("P3", Example.diagnosed("2015-01-01"), Example.event("2021-02-01", Example.TEST, "50")));

  private static List<Error> errors(String json) throws IOException {
    try (InputStream in = WorklistJson.class.getResourceAsStream(WorklistJson.SCHEMA)) {
      Schema schema = REGISTRY.getSchema(in, InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON);
    }
  }

  @Test
  void jsonFitsItsSchema() throws IOException {
    assertThat(errors(WorklistJson.of(LIST))).isEmpty();
    assertThat(errors(WorklistJson.of(Example.list()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "`\"format\": \"rubric-worklist/1\"`|`\"format\": \"rubric-worklist/2\"`",
    "`\"standing\": \"excepted\"`|`\"standing\": \"exempt\"`",
    "`\"kind\": \"pca-general\"`|`\"kind\": \"exclusion\"`",
    "`\"actBy\": \"2022-02-13\"`|`\"actBy\": \"13/02/2022\"`",
    "`\"worthNothing\": \"below-lower\"`|`\"worthNothing\": \"\"`",
    "`\"rank\": 1,`|``",
    "`\"unlisted\": 0`|`\"unlisted\": -1`"
  })
  void schemaRefusesWhatIsNone(String right, String wrong) throws IOException {
    String json = WorklistJson.of(LIST);
    assertThat(json).contains(right);
    assertThat(errors(json.replace(right, wrong == null ? "" : wrong))).isNotEmpty();
  }

  @Test
  void csvHasOneLineForEachGapAndOneWidth() {
    List<String> lines = WorklistCsv.of(LIST).lines().toList();
    int gaps = LIST.practices().get(0).patients().stream().mapToInt(p -> p.gaps().size()).sum();
    assertThat(lines).hasSize(1 + gaps);
    assertThat(lines.get(0)).startsWith("practice_code,rank,patient_id,");
    assertThat(lines).anyMatch(line -> line.contains("P1") && line.contains("REFERRED")
        && line.contains("R_DAT <= DX_DAT + 60 days") && line.contains("2022-02-13"));
    assertThat(lines).anyMatch(line -> line.contains("P2") && line.contains("excepted,3,pca-general,PU"));
  }

  @Test
  void tableSaysItInWords() {
    String table = WorklistTable.of(LIST).replaceAll("\\s+", " ");
    assertThat(table).contains(
        "at 2022-03-31, as if nothing more were recorded", "T_COD at most 58 mmol/mol", "excepted by rule 3 as PU",
        "no act found", "expires before the end", "not yet above the lower threshold");
    assertThat(WorklistTable.of(Example.list())).contains("Nobody is left to see");
  }

  @Test
  void holdsNothingOfTheRecord() {
    Worklist list = Example.list(
        Example.patient("P1", Example.diagnosed("2015-01-01"), Example.event("2021-06-01", Example.TEST, "64.25")));
    assertThat(WorklistTable.of(list) + WorklistCsv.of(list) + WorklistJson.of(list))
        .doesNotContain("64.25", "2021-06-01", "2015-01-01", "1960");
  }
}
