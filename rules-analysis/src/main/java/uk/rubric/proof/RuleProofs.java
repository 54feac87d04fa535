package uk.rubric.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.analysis.Question;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.run.CouldNotRun;

/**
 * Proves of checked rules what no type can say: rules that decide nobody, conditions that are always or never true,
 * limits that leave somebody out. A remark is made only when it is proved, for every achievement date from the start
 * to the end of the period, of each service that uses the rules; rule sets that no service uses have no dates, and
 * are not looked at.
 */
public final class RuleProofs {
  private final Map<Diagnostic, Integer> found = new LinkedHashMap<>();
  private final Map<List<String>, Integer> asked = new LinkedHashMap<>();
  private final Map<Diagnostic, List<String>> owners = new LinkedHashMap<>();
  private final Set<String> undecided = new LinkedHashSet<>();
  private final Set<String> notAnalysed = new TreeSet<>();

  private RuleProofs() {}

  /**
   * What the proofs found.
   *
   * @param diagnostics in the order of files and places
   * @param undecided what could neither be proved nor refuted, each in a line
   * @param notAnalysed the rule sets that were not looked at, since no service uses them or its rule sets do not agree
   */
  public record Result(List<Diagnostic> diagnostics, List<String> undecided, List<String> notAnalysed) {
    public Result {
      diagnostics = List.copyOf(diagnostics);
      undecided = List.copyOf(undecided);
      notAnalysed = List.copyOf(notAnalysed);
    }

    /** Whether the rules claim something that is not so. */
    public boolean anyError() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
  }

  /** Takes all services of the rules together: a rule that one of them can reach is reachable. */
  public static Result of(CheckedRules rules) {
    RuleProofs proofs = new RuleProofs();
    rules.rulesets().forEach(ruleset -> proofs.notAnalysed.add(name(ruleset)));
    List<ServiceProofs> services =
        rules.services().stream().flatMap(service -> proofs.begin(rules, service).stream()).toList();
    ServiceProofs.prove(services);
    services.forEach(proofs::take);
    return proofs.result();
  }

  private Optional<ServiceProofs> begin(CheckedRules rules, CheckedService service) {
    try {
      ServiceProofs proofs = new ServiceProofs(rules, service);
      rules.used(service).forEach(ruleset -> notAnalysed.remove(name(ruleset)));
      return Optional.of(proofs);
    } catch (CouldNotRun notOneService) {
      // A run says what is wrong with the service; here its rules are only not looked at.
      rules.used(service).forEach(ruleset -> notAnalysed.add(name(ruleset)));
      return Optional.empty();
    }
  }

  private void take(ServiceProofs service) {
    for (PlannedLadder ladder : service.ladders()) {
      List<String> owner = List.of(ladder.ruleset(), ladder.owner(), ladder.kind().word());
      asked.merge(owner, 1, Integer::sum);
      OwnerProofs.OfLadder of = service.of(ladder);
      of.diagnostics().forEach(diagnostic -> keep(owner, diagnostic));
      undecided.addAll(of.undecided());
    }
    service.ofFields().forEach(diagnostic -> {
      asked.merge(fieldOwner(diagnostic), 1, Integer::sum);
      keep(fieldOwner(diagnostic), diagnostic);
    });
  }

  private static String name(CheckedRuleset ruleset) {
    return ruleset.name() + " version " + ruleset.version();
  }

  private static List<String> fieldOwner(Diagnostic diagnostic) {
    return List.of("field", diagnostic.message());
  }

  private void keep(List<String> owner, Diagnostic diagnostic) {
    found.merge(diagnostic, 1, Integer::sum);
    owners.put(diagnostic, owner);
  }

  private Result result() {
    List<Diagnostic> everywhere =
        found.entrySet().stream()
            .filter(one -> one.getKey().isError() || one.getValue().equals(asked.get(owners.get(one.getKey()))))
            .map(Map.Entry::getKey)
            .sorted(Comparator.comparing(RuleProofs::file).thenComparingInt(RuleProofs::start))
            .collect(Collectors.toCollection(ArrayList::new));
    return new Result(everywhere, List.copyOf(undecided), List.copyOf(notAnalysed));
  }

  private static String file(Diagnostic diagnostic) {
    return diagnostic.place() instanceof Place.InSource in ? in.span().source().name() : "";
  }

  private static int start(Diagnostic diagnostic) {
    return diagnostic.place() instanceof Place.InSource in ? in.span().start() : 0;
  }

  /** The patient of a finding on one line, with the achievement date when it is not the period's end. */
  static String patient(Analysis analysis, Question question) {
    Finding finding = analysis.findInPeriod(question);
    return finding instanceof Finding.Witness witness ? witness.patient().line() : "";
  }
}
