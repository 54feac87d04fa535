package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.analysis.Subject;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedTest;
import uk.rubric.run.CouldNotRun;
import uk.rubric.syntax.FileNode;
import uk.rubric.testing.RuleTests;
import uk.rubric.testing.RuleTests.By;
import uk.rubric.testing.TestResult;

/**
 * Changes rules in one place after another and sees whether a test fails. The same files have the same mutants, numbers
 * and evidence. Tests are run on the reference evaluator alone.
 */
public final class Mutation {
  private final CheckedRules rules;
  private final List<CheckedTest> tests;
  private final ChangedFiles files;
  private final Map<String, Subject> subjects = new LinkedHashMap<>();
  private final List<String> unplanned = new ArrayList<>();

  /** A change that checks. */
  private record Tried(Candidate candidate, CheckedRules changed, Optional<String> killer) {}

  private Mutation(List<FileNode> all, CheckedRules rules, List<CheckedTest> tests) {
    this.rules = rules;
    this.tests = tests;
    this.files = new ChangedFiles(all);
    Stream.concat(rules.services().stream(), tests.stream().map(CheckedTest::service)).forEach(this::plan);
  }

  private void plan(CheckedService service) {
    try {
      subjects.putIfAbsent(service.name(), Subject.of(rules, service, service.periodEnd()));
    } catch (CouldNotRun notOneService) {
      unplanned.add(service.name());
    }
  }

  /**
   * Tries all changes.
   *
   * @param changing the files to be changed
   * @param all these and those that they import
   * @param rules what {@code all} check to
   * @param tests which pass
   */
  public static MutationResult of(
      List<FileNode> changing, List<FileNode> all, CheckedRules rules, List<CheckedTest> tests) {
    Mutation mutation = new Mutation(all, rules, tests);
    List<Candidate> candidates = Candidates.of(changing, all);
    List<Tried> tried = candidates.parallelStream().flatMap(c -> mutation.tried(c).stream()).toList();
    return new MutationResult(mutation.judged(tried), candidates.size() - tried.size());
  }

  private Optional<Tried> tried(Candidate candidate) {
    return files.with(candidate).flatMap(changed -> {
      try {
        return Optional.of(new Tried(candidate, changed, killer(candidate, changed)));
      } catch (CouldNotRun notPlanned) {
        return Optional.empty();
      }
    });
  }

  private Optional<String> killer(Candidate candidate, CheckedRules changed) {
    Map<String, Touch> touches = new LinkedHashMap<>();
    List<CheckedTest> concerned = tests.stream()
        .filter(test -> !subjects.containsKey(test.service().name()) || touches
            .computeIfAbsent(test.service().name(), name -> new Touch(subjects.get(name).plan(), candidate))
            .concerns(test))
        .toList();
    return RuleTests.run(changed, concerned, By.REFERENCE).results().stream()
        .filter(result -> !result.passed())
        .map(TestResult::test)
        .map(CheckedTest::title)
        .findFirst();
  }

  /** One after another, as the patient of one often serves the next. */
  private List<Mutant> judged(List<Tried> tried) {
    Judge judge = new Judge(rules, subjects, unplanned);
    List<Mutant> mutants = new ArrayList<>();
    for (Tried one : tried) {
      Edit edit = one.candidate().edit();
      String title = "mutant " + (mutants.size() + 1) + ": " + edit.operator().word();
      Judge.Verdict verdict = one.killer().map(killer -> new Judge.Verdict(Fate.KILLED, killer))
          .orElseGet(() -> judge.of(one.candidate(), one.changed(), title));
      mutants.add(new Mutant(mutants.size() + 1, edit.operator(), edit.cut(), edit.was(), edit.is(), verdict.fate(),
          verdict.evidence()));
    }
    return mutants;
  }
}
