package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.cli.Cli.Ended;

class ExplainCommandTest {
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
    assertThat(ended.out()).contains("P2", "A81001", "X001", "X_REG", "2016-01-01", "73211009", "T_VAL <= 58", "not recorded");
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
  void anUnknownPatientOrIndicatorEndsWithOne() {
    assertThat(explain("--patient", "P9", "--indicator", "X001").err()).contains("error[unknown-patient]");
    Ended ended = explain("--patient", "P1", "--indicator", "X01");
    assertThat(ended.code()).isEqualTo(ExitCode.COULD_NOT_RUN);
    assertThat(ended.err()).contains("error[unknown-output]", "did you mean `X001`?");
  }
}
