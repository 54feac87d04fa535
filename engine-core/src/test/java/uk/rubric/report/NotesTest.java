package uk.rubric.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.rubric.check.Note;
import uk.rubric.source.SourceText;
import uk.rubric.syntax.NoteNode.Kind;

/** Notes that say the same of several things are told once. */
class NotesTest {
  private static final SourceText ONE = new SourceText("rules/one.rubric", "first\nsecond\nthird\n");
  private static final SourceText TWO = new SourceText("rules/two.rubric", "first\nsecond\n");

  private static Note note(Kind kind, String on, String text, SourceText file) {
    return new Note(kind, on, text, file.span(6, 12));
  }

  private static List<String> lines(Note... notes) {
    return Notes.grouped(List.of(notes)).stream()
        .map(group -> String.join(" | ", group.kind().name(), group.on(), group.place(), group.words()))
        .toList();
  }

  @Test
  void theSameOfSeveralIsOneLineWithTheirNames() {
    assertThat(lines(
        note(Kind.PLACEHOLDER, "parameter PREV_AF", "not sourced", ONE),
        note(Kind.ASSUMED, "field DM.X_VAL", "the lowest", ONE),
        note(Kind.PLACEHOLDER, "parameter PREV_CHD", "not sourced", ONE),
        note(Kind.ASSUMED, "field HF.X_VAL", "the lowest", TWO)))
        .containsExactly(
            "PLACEHOLDER | 2 parameters | one.rubric | PREV_AF, PREV_CHD: not sourced",
            "ASSUMED | 2 fields | 2 files | DM.X_VAL, HF.X_VAL: the lowest");
  }

  @Test
  void ofVeryManyTheFirstAreNamed() {
    Note[] notes = IntStream.rangeClosed(1, 16)
        .mapToObj(i -> note(Kind.PLACEHOLDER, "pay P" + i, "not sourced", ONE)).toArray(Note[]::new);
    assertThat(lines(notes)).containsExactly("PLACEHOLDER | 16 payments | one.rubric | "
        + "P1, P2, P3, P4, P5, P6, P7, P8, P9, P10, P11, P12, P13, P14 and 2 more: not sourced");
    assertThat(lines(Arrays.copyOf(notes, 15))).singleElement().asString().endsWith("P14, P15: not sourced");
  }

  @Test
  void anotherTextKindOrSortStandsAlone() {
    assertThat(lines(
        note(Kind.PLACEHOLDER, "parameter PREV_AF", "not sourced", ONE),
        note(Kind.PLACEHOLDER, "parameter PREV_CHD", "not known", ONE),
        note(Kind.ASSUMED, "parameter PREV_DM", "not sourced", ONE),
        note(Kind.PLACEHOLDER, "cluster DM.X_COD", "not sourced", ONE)))
        .containsExactly(
            "PLACEHOLDER | parameter PREV_AF | one.rubric:2 | not sourced",
            "PLACEHOLDER | parameter PREV_CHD | one.rubric:2 | not known",
            "ASSUMED | parameter PREV_DM | one.rubric:2 | not sourced",
            "PLACEHOLDER | cluster DM.X_COD | one.rubric:2 | not sourced");
  }
}
