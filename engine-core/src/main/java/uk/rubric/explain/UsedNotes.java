package uk.rubric.explain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Note;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.RuleTrace;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.source.Span;

/** The notes that stand on what an explanation uses. */
final class UsedNotes {
  private UsedNotes() {}

  /** In the order of the plan. */
  static List<Note> of(Plan plan, List<LadderTrace> ladders, Set<FieldId> fields, Set<ClusterId> clusters) {
    Set<String> used = new HashSet<>();
    ladders.forEach(ladder -> names(ladder).forEach(used::add));
    fields.forEach(field -> used.add("field " + field.ruleset() + "." + field));
    clusters.forEach(cluster -> used.add("cluster " + cluster.ruleset() + "." + cluster));
    List<Span> met = ladders.stream().flatMap(l -> l.rules().stream()).map(RuleTrace::span).toList();
    return plan.notes().stream()
        .filter(note -> used.contains(note.on()) || met.stream().anyMatch(rule -> lies(note.span(), rule)))
        .toList();
  }

  private static boolean lies(Span note, Span rule) {
    return note.source().equals(rule.source()) && note.start() >= rule.start() && note.end() <= rule.end();
  }

  private static Stream<String> names(LadderTrace ladder) {
    boolean ofIndicator = ladder.kind() == Kind.DENOMINATOR || ladder.kind() == Kind.NUMERATOR;
    String owner = ofIndicator
        ? "indicator " + ladder.owner()
        : ladder.kind().word() + " " + ladder.ruleset() + "." + ladder.owner();
    Stream<String> reason =
        ladder.deciding().action().reason().stream().map(r -> "reason " + ladder.ruleset() + "." + r.name());
    Stream<String> blocks = ladder.rules().stream()
        .flatMap(rule -> rule.from().stream())
        .map(from -> "block " + ladder.ruleset() + "." + from.block());
    return Stream.of(Stream.of(owner), reason, blocks).flatMap(names -> names);
  }
}
