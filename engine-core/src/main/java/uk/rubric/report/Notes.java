package uk.rubric.report;

import java.util.List;
import uk.rubric.check.Note;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.NoteNode.Kind;

/** The remarks that a reader of a result must see: all but plain citations. */
final class Notes {
  private Notes() {}

  /** In the order of the plan. */
  static List<Note> of(Plan plan) {
    return plan.notes().stream().filter(note -> note.kind() != Kind.CITE).toList();
  }

  /** The file's name without its folders, so that a result does not depend on where the rules lie. */
  static String file(Note note) {
    String name = note.span().source().name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
