package uk.rubric.plan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Ladder;
import uk.rubric.check.Note;
import uk.rubric.syntax.NoteNode;

/** What a run must say about its rules: every note but the plain citations, each once, in the order of the files. */
final class PlanNotes {
  private PlanNotes() {}

  static List<Note> of(List<CheckedRuleset> used, CheckedService service) {
    return Stream.concat(used.stream().flatMap(ruleset -> inOrder(of(ruleset))), inOrder(of(service)))
        .distinct()
        .filter(note -> note.kind() != NoteNode.Kind.CITE)
        .toList();
  }

  private static Stream<Note> inOrder(Stream<Note> notes) {
    return notes.sorted(Comparator.comparing((Note note) -> note.span().source().name())
        .thenComparing(note -> note.span().start()));
  }

  private static Stream<Note> of(CheckedRuleset ruleset) {
    return Stream.of(
            ruleset.notes().stream(),
            ruleset.clusters().stream().flatMap(cluster -> cluster.notes().stream()),
            ruleset.fields().stream().flatMap(field -> field.notes().stream()),
            ruleset.populations().stream().flatMap(p -> Stream.concat(p.notes().stream(), of(p.ladder()))),
            ruleset.indicators().stream().flatMap(PlanNotes::of))
        .flatMap(notes -> notes);
  }

  private static Stream<Note> of(Indicator indicator) {
    Stream<Ladder> ladders = Stream.concat(indicator.denominator().stream(), indicator.numerator().stream());
    return Stream.concat(indicator.notes().stream(), ladders.flatMap(PlanNotes::of));
  }

  private static Stream<Note> of(Ladder ladder) {
    return ladder.rules().stream().flatMap(rule -> rule.notes().stream());
  }

  private static Stream<Note> of(CheckedService service) {
    return Stream.of(
            service.notes().stream(),
            service.parameters().stream().flatMap(p -> p.values().stream()).flatMap(v -> v.notes().stream()),
            service.measures().stream().flatMap(measure -> measure.notes().stream()),
            service.pointsTables().stream().flatMap(t -> t.rows().stream()).flatMap(row -> row.notes().stream()),
            service.pays().stream().flatMap(pay -> pay.notes().stream()))
        .flatMap(notes -> notes);
  }
}
