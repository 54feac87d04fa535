package uk.rubric.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.evaluate.ReferenceEvaluator;

/** A case that is misread would hold for the wrong reason: every slip in a file is refused. */
class CaseReaderTest {
  private static final String CASE =
      """
      id: a-case
      title: One entry is enough
      paragraph: language, meaning 1
      quote: First terminal action wins
      since: 0.1
      kind: outcome
      clusters: [A_COD]
      rules: |
        field A_DAT = latest A_COD
        register R of everyone {
          1: if A_DAT is recorded then select else reject
        }
      patients:
        one: |
          born 1960-05-01
          2021-06-01: A_COD 70 mmol/mol
      expect:
        one: {R: select by 1}
      """;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeChapter() throws IOException {
    file = Files.createDirectory(folder.resolve("chapter")).resolve("a-case.yaml");
  }

  private ConformanceCase read(String text) throws IOException {
    Files.writeString(file, text);
    return ConformanceCases.in(folder).get(0);
  }

  private void refuses(String from, String to, String message) {
    assertThat(CASE).contains(from);
    assertThatThrownBy(() -> read(CASE.replace(from, to)))
        .isInstanceOf(MalformedCase.class)
        .hasMessageContaining("a-case.yaml")
        .hasMessageContaining(message);
  }

  @Test
  void readsCase() throws IOException {
    ConformanceCase read = read(CASE);

    assertThat(read.heading().chapter()).isEqualTo("chapter");
    assertThat(read.heading().since()).isEqualTo("0.1");
    assertThat(new CaseRunner(ReferenceEvaluator::new).differences(read)).isEmpty();
  }

  @Test
  void tellsDifferenceInWords() throws IOException {
    ConformanceCase read = read(CASE.replace("2021-06-01: A_COD", "2021-06-01: no cluster"));

    assertThat(new CaseRunner(ReferenceEvaluator::new).differences(read))
        .isEqualTo(List.of("patient `one`, R: expected `select by 1`, found `reject by 1`"));
  }

  @Test
  void refusesUnknownKey() {
    refuses("since: 0.1", "since: 0.1\nsnice: 0.1", "`snice`: is not a key of the format");
  }

  @Test
  void refusesKeyThatStandsTwice() {
    refuses("since: 0.1", "since: 0.1\nsince: 0.2", "since");
  }

  @Test
  void refusesMissingKey() {
    refuses("title: One entry is enough\n", "", "`title`: is missing");
  }

  @Test
  void refusesNameThatIsNotTheFiles() {
    refuses("id: a-case", "id: another", "`id`");
  }

  @Test
  void refusesUnreadableLineOfPatient() {
    refuses("2021-06-01: A_COD 70", "2021-6-1: A_COD 70", "`patients / one`: not a line of a patient");
  }

  @Test
  void refusesDayThatIsNotInTheCalendar() {
    refuses("2021-06-01", "2021-02-29", "no such day");
  }

  @Test
  void refusesPatientBornTwice() {
    refuses("born 1960-05-01", "born 1960-05-01\n    born 1960-05-01", "stated twice");
  }

  @Test
  void refusesDecisionThatIsNone() {
    refuses("select by 1}", "selected}", "`expect / one / R`");
  }

  @Test
  void refusesExpectationOfAnotherPatient() {
    refuses("  one: {R", "  two: {R", "`expect`: expected every patient");
  }

  @Test
  void missesLadderThatTheCaseDoesNotMention() throws IOException {
    ConformanceCase read = read(CASE.replace("{R: select by 1}", "{}"));

    assertThat(new CaseRunner(ReferenceEvaluator::new).differences(read))
        .isEqualTo(List.of("patient `one`: the case does not say what R decides"));
  }

  @Test
  void refusesRulesThatTheCheckerRefuses() throws IOException {
    ConformanceCase read = read(CASE.replace("latest A_COD", "latest B_COD"));

    assertThat(new CaseRunner(ReferenceEvaluator::new).differences(read)).singleElement().asString()
        .startsWith("the rules are refused: unknown-cluster");
  }

  private static final String RUN =
      """
      id: a-case
      title: What a command says
      paragraph: language, meaning 8
      quote: Nothing is silently empty
      happened: Something went wrong
      sources: [https://example.org/it]
      since: 0.3
      kind: run
      files:
        folder/rules.rubric: |
          ruleset
      steps:
        - command: rubric count folder/rules.rubric
          exit: 3
          codes: [odd]
          says: [seven]
          shows: [left]
          hides: [right]
          result: {left: {of: 2, all: [1, 3], none: []}}
          absent: [/right]
        - command: rubric count folder/rules.rubric
          exit: 3
          codes: [odd]
          beside: {step: 1, same: [/left/of], differ: [/count]}
      """;

  /** Counts how often it was asked. */
  private static CommandLine counter(String odd) {
    AtomicInteger count = new AtomicInteger();
    return (folder, words) -> new CommandLine.Ended(
        3,
        "{\"count\": " + count.incrementAndGet() + ", \"left\": {\"of\": 2, \"all\": [1, 2, 3], \"none\": []}}",
        "{\"diagnostics\": [{\"code\": \"" + odd + "\", \"message\": \"seven "
            + Files.exists(folder.resolve(words.get(1))) + "\"}]}\n");
  }

  private List<String> run(String text, String odd) throws IOException {
    return new CaseRunner(ReferenceEvaluator::new, counter(odd)).differences(read(text));
  }

  @Test
  void runsCommandsOverFiles() throws IOException {
    assertThat(run(RUN, "odd")).isEmpty();
    assertThat(run(RUN.replace("says: [seven]", "says: [seven true]"), "odd")).isEmpty();
  }

  @Test
  void tellsWhatCommandsDidOtherwise() throws IOException {
    assertThat(run(RUN, "even")).containsExactly(
        "step 1: codes: expected `odd`, found `even`", "step 2: codes: expected `odd`, found `even`");
    assertThat(run(RUN.replace("[1, 3]", "[3, 1]"), "odd")).singleElement().asString().contains("/left/all");
    assertThat(run(RUN.replace("none: []", "all: []").replace("all: [1, 3], ", ""), "odd")).singleElement().asString()
        .contains("expected none");
    assertThat(run(RUN.replace("absent: [/right]", "absent: [/left]"), "odd")).singleElement().asString()
        .contains("/left: expected nothing");
    assertThat(run(RUN.replace("differ: [/count]", "differ: [/left]"), "odd"))
        .containsExactly("step 2: /left: expected another than in step 1");
    assertThat(run(RUN.replace("same: [/left/of]", "same: [/count]").replace("differ: [/count]", "differ: []"), "odd"))
        .containsExactly("step 2: /count: expected as in step 1");
    assertThat(run(RUN.replace("hides: [right]", "hides: [left]"), "odd"))
        .containsExactly("step 1: expected no `left`");
  }

  private void refusesRun(String from, String to, String message) {
    assertThat(RUN).contains(from);
    assertThatThrownBy(() -> read(RUN.replace(from, to)))
        .isInstanceOf(MalformedCase.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesSlipsInRuns() {
    refusesRun("command: rubric count", "command: count", "expected `rubric …`");
    refusesRun("exit: 3", "exit: 4", "expected a number from 0 to 3");
    refusesRun("step: 1", "step: 2", "expected the number of an earlier step");
    refusesRun("folder/rules.rubric: |", "../rules.rubric: |", "expected a path within the folder of the case");
    refusesRun("shows: [left]", "show: [left]", "`steps / show`: is not a key of the format");
    refusesRun("https://example.org/it", "the archive", "expected addresses that start with http");
    refusesRun("sources: [https://example.org/it]\n", "", "what happened needs a source");
  }
}
