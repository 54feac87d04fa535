package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.Each;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Context.BoundEntry;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;

/** Checks the unit of ladders that decide each entry of an array on its own, and the fields that are drawn for each. */
final class EachChecker {
  private final Problems problems;
  private final NoteCollector notes;
  private final boolean wanted;
  private final Scope inner;
  private final Optional<Scope.Entry> array;
  private final Map<String, BoundEntry> bound;
  private final Map<FieldId, Set<FieldId>> uses = new LinkedHashMap<>();

  /** @param each the array, for ladders of entries */
  EachChecker(Scope scope, Problems problems, NoteCollector notes, String owner, Optional<Name> each) {
    this.problems = problems;
    this.notes = notes;
    this.wanted = each.isPresent();
    this.inner = scope.within(owner);
    this.array = each.flatMap(name -> array(scope, name));
    this.bound = array.map(e -> Map.of(e.name().text(), bound(e))).orElse(Map.of());
  }

  private Optional<Scope.Entry> array(Scope scope, Name name) {
    Optional<Scope.Entry> found = scope.find(name, Wanted.FIELD);
    boolean fits = found.flatMap(Scope.Entry::signature)
        .map(s -> s.type() == Type.DATES || s.type() == Type.ENTRIES).orElse(true);
    if (!fits) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.TYPE_MISMATCH,
              quote(name) + " holds no days or entries to take each of")
          .withHelp("name an array that is drawn with `all` or `all entries of`"));
    }
    return found.filter(e -> fits);
  }

  /** The entry looked at is known by the array's name without brackets: its day. */
  private static BoundEntry bound(Scope.Entry entry) {
    Operand.Bound operand = new Operand.Bound(entry.name().text(), entry.fieldId());
    return new BoundEntry(operand, new FieldSignature(Type.DATE, uk.rubric.value.Unit.NONE));
  }

  /** The fields that are drawn for each entry; empty after a report. */
  Optional<List<CheckedField>> fields(List<RulesetNode.Field> nodes, Span around) {
    nodes.forEach(node -> inner.define(NameKind.FIELD, node.name(), node));
    if (!wanted && !nodes.isEmpty()) {
      problems.add(Diagnostic.at(nodes.get(0).span(), RuleDiagnostic.MISPLACED_EACH,
              "a field stands here only where each entry of an array is decided on its own")
          .withLabel(around, "this is of patients")
          .withHelp("define the field in the rule set, or write `of each ARRAY[] in …`"));
      return Optional.empty();
    }
    List<CheckedField> checked = nodes.stream().flatMap(node -> field(node).stream()).toList();
    checkCycles();
    return checked.size() == nodes.size() && array.isPresent() == wanted ? Optional.of(checked) : Optional.empty();
  }

  private Optional<CheckedField> field(RulesetNode.Field node) {
    List<Note> on = notes.on("field " + inner.ruleset() + "." + inner.ownId(node.name()), node.notes());
    Context context = Context.ofField(inner, problems, bound);
    Optional<CheckedField> field = FieldChecker.check(node, on, context);
    uses.putIfAbsent(inner.ownId(node.name()), context.uses());
    return field;
  }

  /** No field of the rule set uses one of these, so a circle lies among them. */
  private void checkCycles() {
    for (List<FieldId> circle : Cycles.of(uses).circles()) {
      List<String> path = circle.stream().map(id -> inner.ownField(id).orElseThrow().name().written()).toList();
      problems.add(PopulationChecker.cycle(
          inner.ownField(circle.get(0)).orElseThrow().name(), path, "let one of these fields do without the others"));
    }
  }

  LadderChecker ladders(LadderChecker outer) {
    return wanted ? outer.within(inner, bound) : outer;
  }

  Optional<Each> each(List<CheckedField> fields) {
    return array.map(entry -> new Each(entry.fieldId(), fields));
  }

  /** Whether a population is one of patients; if not, that is reported. */
  static boolean isOfPatients(Scope.Entry entry, Name name, Problems problems) {
    boolean ofEntries = entry.item() instanceof RulesetNode.Population p && p.each().isPresent();
    if (ofEntries) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.WRONG_KIND,
              quote(name) + " holds entries, and patients are asked for here")
          .withLabel(entry.name().span(), "defined here, of each entry of an array")
          .withHelp("name a register or group of patients"));
    }
    return !ofEntries;
  }
}
