package uk.rubric.parse;

import java.util.List;
import java.util.Locale;
import uk.rubric.parse.antlr.RubricParser;
import uk.rubric.syntax.NoteNode;

/** Remarks, which rule sets and services share. */
final class Notes {
  private Notes() {}

  static List<NoteNode> build(Places places, List<RubricParser.NoteContext> trees) {
    return trees.stream().map(tree -> note(places, tree)).toList();
  }

  private static NoteNode note(Places places, RubricParser.NoteContext tree) {
    NoteNode.Kind kind = NoteNode.Kind.valueOf(tree.kind.getText().toUpperCase(Locale.ROOT));
    return new NoteNode(kind, places.quoted(tree.STRING().getSymbol()), places.of(tree));
  }
}
