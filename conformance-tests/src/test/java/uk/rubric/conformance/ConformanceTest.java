package uk.rubric.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.check.RuleDiagnostic;
import uk.rubric.cli.CommandInProcess;
import uk.rubric.compose.ComposeDiagnostic;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.evaluate.Evaluator;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.load.LoadDiagnostic;
import uk.rubric.plan.Plan;

/** Runs every case: outcome cases on every evaluator, run cases with each that the command line offers. */
class ConformanceTest {
  private static final Map<String, Function<Plan, Evaluator>> EVALUATORS =
      new TreeMap<>(Map.of(
          "drools", DroolsEvaluator::new,
          "drools-session", plan -> new DroolsEvaluator(plan, DroolsEvaluator.Way.SESSION),
          "reference", ReferenceEvaluator::new));
  private static final List<String> ENGINES = List.of("drools", "reference");
  private static final List<ConformanceCase> CASES = ConformanceCases.in(Path.of("cases"));

  @TestFactory
  Stream<DynamicTest> holds() {
    return CASES.stream().flatMap(ConformanceTest::tests);
  }

  private static Stream<DynamicTest> tests(ConformanceCase conformanceCase) {
    if (conformanceCase instanceof OutcomeCase) {
      return EVALUATORS.entrySet().stream()
          .map(e -> test(e.getKey(), conformanceCase, new CaseRunner(e.getValue())));
    }
    if (conformanceCase instanceof RunCase) {
      return ENGINES.stream().map(engine ->
          test(engine, conformanceCase, new CaseRunner(ReferenceEvaluator::new, new CommandInProcess(engine))));
    }
    return Stream.of(test("", conformanceCase, new CaseRunner(ReferenceEvaluator::new)));
  }

  private static DynamicTest test(String engine, ConformanceCase conformanceCase, CaseRunner runner) {
    return DynamicTest.dynamicTest(
        conformanceCase.id() + (engine.isEmpty() ? "" : ", " + engine),
        conformanceCase.heading().file().toUri(),
        () -> assertThat(runner.differences(conformanceCase))
            .as(conformanceCase.heading().title())
            .isEmpty());
  }

  @Test
  void runsEveryOutcomeCaseOnEveryEvaluator() {
    Set<String> names = new HashSet<>();
    holds().forEach(test -> names.add(test.getDisplayName()));
    List<String> outcomes = CASES.stream().filter(OutcomeCase.class::isInstance).map(ConformanceCase::id).toList();

    assertThat(outcomes).hasSizeGreaterThan(90);
    assertThat(outcomes).allSatisfy(id -> assertThat(names).contains(
        id + ", drools", id + ", drools-session", id + ", reference"));
  }

  @Test
  void namesEveryCaseOnce() {
    assertThat(CASES.stream().map(ConformanceCase::id)).doesNotHaveDuplicates();
  }

  @Test
  void standsForEveryMeaningOfTheLanguage() {
    Set<String> paragraphs = new HashSet<>();
    CASES.forEach(c -> paragraphs.add(c.heading().paragraph()));

    assertThat(paragraphs).containsAll(IntStream.rangeClosed(1, 10).mapToObj(n -> "language, meaning " + n).toList());
  }

  @Test
  void showsEveryCellOfTheTruthTable() {
    Set<String> ids = new HashSet<>();
    CASES.forEach(c -> ids.add(c.id()));

    for (String comparison : List.of("equal", "not-equal", "less", "at-most", "more", "at-least")) {
      assertThat(ids).contains(
          comparison + "-both-recorded",
          comparison + "-left-missing",
          comparison + "-right-missing",
          comparison + "-both-missing");
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {RuleDiagnostic.class, ComposeDiagnostic.class, LoadDiagnostic.class})
  void showsEverythingThatIsSaidOfRules(Class<? extends DiagnosticCode> codes) {
    Set<String> shown = new HashSet<>();
    CASES.stream().filter(MustFailCase.class::isInstance).map(MustFailCase.class::cast)
        .forEach(each -> each.expected().forEach(expected -> shown.add(expected.code())));

    assertThat(Stream.of(codes.getEnumConstants()).map(DiagnosticCode::id))
        .allSatisfy(id -> assertThat(shown).contains(id));
  }
}
