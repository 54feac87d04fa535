package uk.rubric.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.rubric.check.Note;
import uk.rubric.plan.Plan;
import uk.rubric.source.Span;
import uk.rubric.syntax.NoteNode.Kind;

/** The remarks that a reader of a result must see: all but plain citations. */
final class Notes {
  private static final int MOST_NAMES = 15;

  private Notes() {}

  /** In the order of the plan. */
  static List<Note> of(Plan plan) {
    return plan.notes().stream().filter(note -> note.kind() != Kind.CITE).toList();
  }

  /** Those of one kind that say the same of the same sort of thing; a reader reads them once. */
  record Group(List<Note> notes) {
    Kind kind() {
      return notes.get(0).kind();
    }

    /** What they stand on: the thing itself, or how many there are. */
    String on() {
      return notes.size() == 1 ? notes.get(0).on() : notes.size() + " " + plural(sort(notes.get(0)));
    }

    /** The line of a single one; else the file, or how many. */
    String place() {
      List<String> files = notes.stream().map(Notes::file).distinct().toList();
      return files.size() > 1 ? files.size() + " files"
          : notes.size() > 1 ? files.get(0) : files.get(0) + ":" + notes.get(0).span().from().line();
    }

    /** The text, after the names of several: of very many the first, as the JSON has each. */
    String words() {
      return notes.size() == 1 ? notes.get(0).text() : names() + ": " + notes.get(0).text();
    }

    private String names() {
      int told = notes.size() > MOST_NAMES ? MOST_NAMES - 1 : notes.size();
      String names = notes.stream().limit(told).map(Notes::name).collect(Collectors.joining(", "));
      return told == notes.size() ? names : names + " and " + (notes.size() - told) + " more";
    }
  }

  private record Sameness(Kind kind, String text, String sort) {}

  /** In the order of the first of each. */
  static List<Group> grouped(List<Note> notes) {
    Map<Sameness, List<Note>> groups = notes.stream().collect(Collectors.groupingBy(
        note -> new Sameness(note.kind(), note.text(), sort(note)), LinkedHashMap::new, Collectors.toList()));
    return groups.values().stream().map(Group::new).toList();
  }

  /** {@code parameter} of {@code parameter PREV_DM}. */
  private static String sort(Note note) {
    return note.on().contains(" ") ? note.on().substring(0, note.on().indexOf(' ')) : note.on();
  }

  private static String name(Note note) {
    return note.on().substring(note.on().indexOf(' ') + 1);
  }

  private static String plural(String sort) {
    return switch (sort) {
      case "pay" -> "payments";
      case "evidence" -> "answers";
      case "points" -> "rows of points";
      default -> sort + "s";
    };
  }

  /** The file's name without its folders, so that a result does not depend on where the rules lie. */
  static String file(Note note) {
    return file(note.span());
  }

  /** Likewise of any place. */
  static String file(Span span) {
    String name = span.source().name();
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
