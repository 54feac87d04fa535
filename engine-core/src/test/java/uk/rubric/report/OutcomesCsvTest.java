package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import uk.rubric.count.SmallPlan;
import uk.rubric.patient.RecordId;
import uk.rubric.plan.Plan;

class OutcomesCsvTest {
  private static final Plan PLAN = SmallPlan.of(null);

  private static String written(String patient, int... branches) throws IOException {
    StringWriter writer = new StringWriter();
    try (OutcomesCsv csv = new OutcomesCsv(PLAN, writer)) {
      csv.write(new RecordId("A81001", patient), SmallPlan.outcome(branches));
    }
    return writer.toString();
  }

  @Test
  void writesTheSameLinesAsEver() throws IOException {
    StringWriter writer = new StringWriter();
    try (OutcomesCsv csv = new OutcomesCsv(PLAN, writer)) {
      csv.write(new RecordId("A81001", "achieved"), SmallPlan.outcome(1, 4, 3, 1, 2, 0));
      csv.write(new RecordId("A81001", "not achieved"), SmallPlan.outcome(1, 4, 8, 2, 1, 0));
      csv.write(new RecordId("A81001", "unsuitable"), SmallPlan.outcome(1, 4, 5, 0, 1, 0));
      csv.write(new RecordId("A81001", "too young"), SmallPlan.outcome(1, 3, 0, 0, 1, 0));
      csv.write(new RecordId("B82002", "left"), SmallPlan.outcome(2, 0, 0, 0, 1, 0));
    }
    Golden.check("outcomes.csv", writer.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void namesThePopulationThatRejected() throws IOException {
    assertThat(written("9", 1, 3, 0, 0, 1, 0).lines())
        .contains("A81001,9,DM_REG,reject,register,2,,", "A81001,9,DM020,not in population,DM_REG,2,,");
    assertThat(written("9", 2, 0, 0, 0, 1, 0).lines())
        .contains("A81001,9,DM_REG,not in population,GMS,1,,", "A81001,9,DM017,not in population,GMS,1,,");
  }

  @Test
  void quotesWhatNeedsQuotes() throws IOException {
    assertThat(written("a,\"b\"", 2, 0, 0, 0, 1, 0)).contains("A81001,\"a,\"\"b\"\"\",DM_REG");
  }
}
