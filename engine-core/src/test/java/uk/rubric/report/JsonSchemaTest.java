package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.result.ServiceResult;

/** The results fit the schema, and the schema asks for something. */
class JsonSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static List<Error> errors(String json) throws IOException {
    try (InputStream in = JsonReport.class.getResourceAsStream(JsonReport.SCHEMA)) {
      Schema schema = REGISTRY.getSchema(in, InputFormat.JSON);
      return schema.validate(json, InputFormat.JSON);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "`\"learntTo\": \"2021-03-31\"`|`\"learntTo\": \"last year\"`",
    "`\"lack\": \"too-few\"`|`\"lack\": \"few\"`",
    "`\"lack\": \"too-few\",`|``",
    "`\"entriesBefore\": 90000,`|``",
    "`\"recorded\": 480`|`\"recorded\": \"480\"`",
    "`\"from\": \"new\"`|`\"from\": \"old\"`",
    "`\"high\": \"4111.37\",`|``"
  })
  void refusesWhatIsNoForecast(String right, String wrong) throws IOException {
    String json = json(SmallResult.ahead());
    assertThat(json).contains(right);
    assertThat(errors(json.replace(right, wrong == null ? "" : wrong))).isNotEmpty();
  }

  private static String json(ServiceResult result) {
    return new String(new JsonReport().bytes(result), StandardCharsets.UTF_8);
  }

  @Test
  void everyResultFits() throws IOException {
    assertThat(errors(json(SmallResult.full()))).isEmpty();
    assertThat(errors(json(SmallResult.withoutPayments()))).isEmpty();
    assertThat(errors(json(SmallResult.empty()))).isEmpty();
    assertThat(errors(json(SmallResult.odd()))).isEmpty();
    assertThat(errors(json(SmallResult.ahead()))).isEmpty();
    assertThat(errors(json(SmallResult.grouped()))).isEmpty();
    assertThat(errors(json(SmallResult.banded()))).isEmpty();
  }

  @Test
  void laterVersionsMayAddFields() throws IOException {
    String json = json(SmallResult.full());
    String later = json.replace("\"engine\": \"drools\",", "\"engine\": \"drools\", \"pcn\": {\"code\": \"U1\"},");
    assertThat(later).isNotEqualTo(json);
    assertThat(errors(later)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "`\"format\": \"rubric-results/1\"`|`\"format\": \"rubric-results/2\"`",
    "`\"asAt\": \"2022-03-31\"`|`\"asAt\": \"31/03/2022\"`",
    "`\"status\": \"official\"`|`\"status\": \"OFFICIAL\"`",
    "`\"listSize\": 6500`|`\"listSize\": \"6500\"`",
    "`\"name\": \"High`|`\"name\": 7, \"was\": \"High`",
    "`\"numerator\": 247,`|``",
    "`\"denominator\": 369`|`\"denominator\": -369`",
    "`\"prevalencePercent\": \"7.3846\"`|`\"prevalencePercent\": 7.3846`",
    "`\"points\": \"13.5735\"`|`\"points\": \"13.57\"`",
    "`\"kind\": \"pca-general\"`|`\"kind\": \"pca\"`",
    "`\"patientsToUpper\": 30`|`\"patientsToUpper\": -1`",
    "`\"currency\": \"GBP\"`|`\"currency\": \"EUR\"`",
    "`\"total\": null`|`\"total\": \"0\"`",
    "`\"kind\": \"placeholder\"`|`\"kind\": \"cite\"`",
    "`\"clusterVersion\": \"unknown\",`|``",
    "`\"records\": 3,`|``"
  })
  void refusesWhatIsNotAResult(String right, String wrong) throws IOException {
    String json = json(SmallResult.full());
    assertThat(json).contains(right);
    assertThat(errors(json.replace(right, wrong == null ? "" : wrong))).isNotEmpty();
  }
}
