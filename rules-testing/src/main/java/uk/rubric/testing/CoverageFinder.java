package uk.rubric.testing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.rubric.analysis.Analysis;
import uk.rubric.analysis.Finding;
import uk.rubric.analysis.Subject;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.evaluate.PatientView;
import uk.rubric.evaluate.PatientView.Decided;
import uk.rubric.plan.PlannedEach;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.NoteNode;
import uk.rubric.testing.Coverage.Item;
import uk.rubric.testing.Coverage.OfLadder;
import uk.rubric.testing.Coverage.OfRule;
import uk.rubric.testing.Coverage.State;

/** What some tests cover, and who would cover the rest. */
public final class CoverageFinder {
  private final Map<Key, Set<Integer>> covered = new LinkedHashMap<>();

  private final CheckedRules rules;
  private final Map<CheckedService, Map<String, String>> versions = new IdentityHashMap<>();

  /** One rule of one version, whichever service uses it. */
  private record Key(String ruleset, String version, String owner, Kind kind, int rule) {}

  private CoverageFinder(CheckedRules rules) {
    this.rules = rules;
  }

  private Key key(CheckedService service, PlannedLadder ladder, int rule) {
    String version = versions.computeIfAbsent(service, this::versions).get(ladder.ruleset());
    return new Key(ladder.ruleset(), version, ladder.owner(), ladder.kind(), rule);
  }

  private Map<String, String> versions(CheckedService service) {
    return rules.used(service).stream()
        .collect(Collectors.toMap(CheckedRuleset::name, CheckedRuleset::version, (first, other) -> first));
  }

  /**
   * The coverage of all ladders of the services of the rules, and of rule sets that are tested without one.
   *
   * @param counts which rule files count; imported ones may be another's business, but what a service takes tests of is
   *     its own
   */
  public static Coverage of(CheckedRules rules, TestRun run, Predicate<SourceText> counts) {
    CoverageFinder finder = new CoverageFinder(rules);
    run.seen().forEach(finder::see);
    Map<String, CheckedService> services = new LinkedHashMap<>();
    rules.services().forEach(s -> services.put(s.name(), s));
    rules.tests().forEach(t -> services.putIfAbsent(t.service().name(), t.service()));
    Map<Key, OfLadder> ladders = new LinkedHashMap<>();
    services.values().forEach(s -> finder.look(s, counts, ladders));
    return new Coverage(List.copyOf(ladders.values()));
  }

  private void see(Seen one) {
    for (PlannedLadder ladder : one.plan().ladders()) {
      if (ladder.each().isEmpty()) {
        see(one, ladder, one.outcome().branch(ladder.index()), one.view(), decided(one, Map.of()));
      }
    }
    one.outcome().entries().forEach(entry -> {
      PlannedEach each = one.plan().eaches().get(entry.each());
      Map<Integer, Integer> own = new LinkedHashMap<>();
      for (int i = 0; i < each.ladders().size(); i++) {
        own.put(each.ladders().get(i), entry.branches().get(i));
      }
      PatientView view = one.view().lookingAt(each, entry.day());
      own.forEach((index, branch) -> see(one, one.plan().ladders().get(index), branch, view, decided(one, own)));
    });
  }

  private static Decided decided(Seen one, Map<Integer, Integer> own) {
    return population -> {
      PlannedLadder other = one.plan().ladder(population);
      return other.decided(own.getOrDefault(other.index(), one.outcome().branch(other.index())));
    };
  }

  private void see(Seen one, PlannedLadder ladder, int branch, PatientView view, Decided decided) {
    int last = branch == 0 ? -1 : (branch - 1) / 2;
    for (int rule = 0; rule <= last; rule++) {
      Set<Integer> seen = covered.computeIfAbsent(key(one.plan().service(), ladder, rule), k -> new HashSet<>());
      List<Probe> probes = Probe.of(ladder, rule);
      for (int i = 0; i < probes.size(); i++) {
        if (!seen.contains(i) && probes.get(i).covers().by(view, decided)) {
          seen.add(i);
        }
      }
    }
  }

  private void look(CheckedService service, Predicate<SourceText> counts, Map<Key, OfLadder> ladders) {
    Subject subject = Subject.of(rules, service, service.periodEnd());
    Analysis analysis = Analysis.of(subject);
    for (PlannedLadder ladder : subject.plan().ladders()) {
      Key key = key(service, ladder, -1);
      boolean own = counts.test(ladder.ladder().span().source()) || takesTestsOf(ladder, service);
      if (own && !ladders.containsKey(key)) {
        ladders.put(key, look(ladder, service, analysis));
      }
    }
  }

  private boolean takesTestsOf(PlannedLadder ladder, CheckedService service) {
    return rules.tests().stream()
        .filter(test -> test.taken().isPresent() && test.service().name().equals(service.name()))
        .map(CheckedTest::subject)
        .anyMatch(subject ->
            subject.equals(ladder.owner()) || subject.equals(ladder.ruleset() + "." + ladder.owner()));
  }

  private OfLadder look(PlannedLadder ladder, CheckedService service, Analysis analysis) {
    List<OfRule> found = new ArrayList<>();
    List<Rule> rules = ladder.ladder().rules();
    for (int index = 0; index < rules.size(); index++) {
      Rule rule = rules.get(index);
      Set<Integer> seen = covered.getOrDefault(key(service, ladder, index), Set.of());
      List<Probe> probes = Probe.of(ladder, index);
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < probes.size(); i++) {
        items.add(seen.contains(i) ? item(probes.get(i), State.COVERED)
            : isMarked(rule) ? item(probes.get(i), State.ACKNOWLEDGED)
            : open(probes.get(i), ladder, rule, service, analysis));
      }
      found.add(new OfRule(rule.number(), rule.span(), items));
    }
    return new OfLadder(ladder.ruleset(), ladder.owner(), ladder.kind(), ladder.ladder().span(), found);
  }

  private static boolean isMarked(Rule rule) {
    return rule.notes().stream().anyMatch(note -> note.kind() == NoteNode.Kind.UNREACHABLE);
  }

  private static Item item(Probe probe, State state) {
    return item(probe, state, Optional.empty());
  }

  private static Item item(Probe probe, State state, Optional<String> why) {
    return new Item(probe.measure(), probe.what(), probe.span(), state, Optional.empty(), Optional.empty(), why);
  }

  private static Item open(
      Probe probe, PlannedLadder ladder, Rule rule, CheckedService service, Analysis analysis) {
    if (ladder.each().isPresent()) {
      return item(probe, State.UNDECIDED, Optional.of("rules on each entry of an array are not analysed"));
    }
    if (probe.question().isEmpty()) {
      return item(probe, State.UNDECIDED, Optional.of("there is no question for it"));
    }
    Finding finding = analysis.findInPeriod(probe.question().get());
    if (finding instanceof Finding.Witness witness) {
      String test = ReadyTest.of(probe, ladder, rule, service, analysis, witness);
      return new Item(probe.measure(), probe.what(), probe.span(), State.UNCOVERED,
          Optional.of(witness.patient().line()), Optional.of(test), Optional.empty());
    }
    return finding instanceof Finding.Undecided undecided
        ? item(probe, State.UNDECIDED, Optional.of(undecided.why()))
        : item(probe, State.IMPOSSIBLE);
  }
}
