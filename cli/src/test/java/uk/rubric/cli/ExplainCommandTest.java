package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.cli.Cli.Ended;

class ExplainCommandTest {
  private static final String WIDENED =
      """
      ruleset X "Example" version 1.0 {
        day PPED
        cluster T_COD "Test" = refset 999003251000230103 version 301
        field SEX = sex of patient
        field T_DATS[] = all T_COD
        group ALL of everyone { 1: select }
        classify TIER of ALL { 1: if SEX = MALE then give TWO else give ONE }
        indicator X002 "Tested again" of each T_DATS[] in ALL {
          field NEXT_DAT = earliest T_COD where date > T_DATS
          denominator { 1: select }
          numerator { 1: if at least 2 of (TIER = ONE, NEXT_DAT <= T_DATS + 1 month) then select else reject }
        }
      }
      service S "Example service" {
        status draft
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        use X version 1.0
        clusters "clusters"
      }
      """;

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() {
    cli = new Cli(folder);
  }

  private Ended explain(String... more) {
    List<String> all = new ArrayList<>(List.of("explain", cli.path("rules.rubric"), "--extract", cli.path("extract")));
    all.addAll(List.of("--today", "2026-01-01"));
    all.addAll(List.of(more));
    return Cli.rubric(all.toArray(String[]::new));
  }

  @Test
  void namesTheRulesTheFactsAndTheFirstConditionThatFailed() {
    Ended ended = explain("--patient", "P2", "--indicator", "X001");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("P2", "A81001", "X001", "X_REG", "2016-01-01", "73211009", "T_VAL <= 58",
        "not recorded");
  }

  @Test
  void withoutAnIndicatorExplainsAll() {
    assertThat(explain("--patient", "P1").out()).contains("X_REG", "X001");
  }

  @Test
  void explainsAsOneJsonDocumentToo() {
    JsonNode all = JsonMapper.builder().build().readTree(explain("--patient", "P1", "--format", "json").out());
    assertThat(all.isArray()).isTrue();
    assertThat(all.valueStream().map(e -> e.get("output").asString())).containsExactly("X_REG", "X001");
    assertThat(all.get(0).get("format").asString()).isEqualTo("rubric-explanation/1");
  }

  @Test
  void explainsEachEntryClassesAndGroups() {
    cli.write("rules.rubric", WIDENED);
    String[] ofPatient = {"--patient", "P1", "--indicator"};

    assertThat(explain(with(ofPatient, "X002")).out())
        .contains("X002, T_DATS[] of 2021-06-01: in the denominator, not in the numerator")
        .contains("at least 2 of 2  (1 holds)", "TIER gives ONE by rule 1", "classification TIER: ONE by rule 1");
    assertThat(explain(with(ofPatient, "TIER")).out()).contains("P1 at A81001, TIER: ONE", "SEX is FEMALE");
    assertThat(explain(with(ofPatient, "ALL")).out()).contains("P1 at A81001, ALL: in the group");
  }

  private static String[] with(String[] more, String last) {
    String[] all = Arrays.copyOf(more, more.length + 1);
    all[more.length] = last;
    return all;
  }

  @Test
  void anUnknownPatientOrIndicatorEndsWithOne() {
    assertThat(explain("--patient", "P9", "--indicator", "X001").err()).contains("error[unknown-patient]");
    Ended ended = explain("--patient", "P1", "--indicator", "X01");
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[unknown-output]", "did you mean `X001`?");
  }
}
