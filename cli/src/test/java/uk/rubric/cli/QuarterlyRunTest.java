package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service by quarter: each quarter counts as of its last day, and evidence and history reach the money. */
class QuarterlyRunTest {
  private static final String RULES = """
      ruleset LCS version 1.0 {
        day ACHV_DAT
        cluster DRUG_COD = codes { 73211009 |Drug monitoring| }
        field DRUG_DAT = latest DRUG_COD where date > ACHV_DAT - 3 months and date <= ACHV_DAT
        register MONITORED of everyone { 1: if DRUG_DAT is recorded then select else reject }
      }
      service MONITORING {
        period from 2026-04-01 to 2027-03-31 by quarter
        day ACHV_DAT = run date
        use LCS version 1.0
        evidence AUDIT = yes no per practice
        measure WHOLE_YEAR per practice = size of MONITORED
        pay EACH per practice per quarter = £14.40 * size of MONITORED rounded half up to £0.01
        pay AUDITED per practice = £250 rounded half up to £0.01 when AUDIT is yes
        pay BEFORE per practice = £1 * previous of WHOLE_YEAR rounded half up to £0.01
      }
      """;

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void countsEachQuarterByItself() throws IOException {
    write("lcs.rubric", RULES);
    write("patients.csv", "patient_id,date_of_birth,sex\nP1,1960-05-01,F\nP2,1961-05-01,M\n");
    write("registrations.csv",
        "patient_id,practice_code,start_date,end_date\nP1,A81001,2010-01-01,\nP2,A81001,2010-01-01,\n");
    write("events.csv", "patient_id,date,code,value\n"
        + "P1,2026-06-01,73211009,\nP2,2026-06-02,73211009,\nP1,2026-09-30,73211009,\n");
    write("evidence.csv", "level,org_code,item,date,answer\npractice,A81001,AUDIT,2026-12-01,yes\n");
    write("history.csv", "practice_code,year,output,measure,value\nA81001,2025/26,WHOLE_YEAR,measure,40\n");

    Cli.Ended ended = Cli.rubric("run", folder.resolve("lcs.rubric").toString(), "--extract", folder.toString(),
        "--as-at", "2026-12-31", "--today", "2027-06-01", "--format", "csv");

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains(
        "EACH,payment 2026-04-01/2026-06-30,,,,28.80",
        "EACH,payment 2026-07-01/2026-09-30,,,,14.40",
        "EACH,payment 2026-10-01/2026-12-31,,,,0.00",
        "EACH,payment_state 2027-01-01/2027-03-31,,,,not-yet",
        "AUDITED,payment,,,,250.00",
        "BEFORE,payment,,,,40.00",
        "income_total,,,,333.20",
        "payments_not_yet,,,,1");
  }
}
