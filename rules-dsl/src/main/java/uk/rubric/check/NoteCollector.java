package uk.rubric.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uk.rubric.syntax.NoteNode;

/** The notes of one rule set or service, in the order of the file. */
final class NoteCollector {
  private final List<Note> all = new ArrayList<>();

  /** The notes that stand on one thing; they are kept with all others too. */
  List<Note> on(String thing, List<NoteNode> nodes) {
    List<Note> notes = nodes.stream().map(n -> new Note(n.kind(), thing, n.text().text(), n.span())).toList();
    all.addAll(notes);
    return notes;
  }

  List<Note> all() {
    return all.stream().sorted(Comparator.comparingInt(note -> note.span().start())).toList();
  }
}
