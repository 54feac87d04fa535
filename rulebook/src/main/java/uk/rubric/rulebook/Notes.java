package uk.rubric.rulebook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.rubric.check.Note;
import uk.rubric.syntax.NoteNode;
import uk.rubric.syntax.NoteNode.Kind;

/** Remarks of the file, visibly marked: what is assumed is never shown like what is published. */
final class Notes {
  private Notes() {}

  static Html of(List<Note> notes) {
    return Html.together(notes.stream().map(note -> line(note.kind(), note.text())).toList());
  }

  static Html ofNodes(List<NoteNode> notes) {
    return Html.together(notes.stream().map(note -> line(note.kind(), note.text().text())).toList());
  }

  private static Html line(Kind kind, String text) {
    return Html.element("p", mark(kind), Html.text(" " + text)).css("note");
  }

  static Html mark(Kind kind) {
    return Html.element("strong", word(kind)).css("mark " + (kind == Kind.CITE ? "cite" : "open"));
  }

  private static String word(Kind kind) {
    return kind == Kind.CITE ? "source" : kind.name().toLowerCase(Locale.ROOT);
  }

  /** {@code 3 assumed, 1 placeholder}; citations are no open points. */
  static Html count(List<Note> notes) {
    Map<Kind, Long> counts = notes.stream().filter(note -> note.kind() != Kind.CITE)
        .collect(Collectors.groupingBy(Note::kind, TreeMap::new, Collectors.counting()));
    if (counts.isEmpty()) {
      return Html.text("none");
    }
    return Html.joined(counts.entrySet().stream().map(e ->
        Html.element("strong", e.getValue() + " " + word(e.getKey())).css("mark open")).toList(), " ");
  }

  static Html table(List<Note> notes) {
    Table table = new Table("What the rules rest on, in the order of the file", "What", "Mark", "Remark");
    notes.forEach(note -> table.row("", Html.text(note.on()), mark(note.kind()), Html.text(note.text())));
    return table.isEmpty() ? Html.element("p", "The file marks nothing as open.") : table.html();
  }
}
