package uk.rubric.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uk.rubric.parse.SourceTree;
import uk.rubric.parse.SourceTree.Branch;

/**
 * The numbered rules of a ladder as a table: numbers end at one column, each {@code then} and {@code else} starts at
 * one. A long condition goes on on further lines, so that the table stays within its width; a rule that does not fit
 * all the same, or that has a comment within, is laid out on its own.
 */
final class Ladder {
  /** Rules of the grammar that are: number, colon and what it says. */
  private static final Set<String> STEPS = Set.of("step", "blockUse");

  /** Lines of the table end before this column. */
  private static final int WIDTH = 140;

  private static final int WIDEST_CONDITION = 72;
  private static final int NARROWEST_CONDITION = 40;

  private static final int IF = 3;
  private static final int THEN = 5;
  private static final int ELSE = 5;

  /** The parts of a rule; {@code decision} or {@code plain} is there, the other is not. */
  private record Step(int number, Doc label, Optional<Decision> decision, Doc plain, List<Doc> notes) {}

  private record Decision(Doc ifWord, Doc condition, Doc then, Doc whenTrue, Doc elseWord, Doc whenFalse) {
    boolean isOnOneLine() {
      return Doc.sequence(ifWord, condition, then, whenTrue, elseWord, whenFalse).width() < Doc.NEVER;
    }

    Doc actions() {
      return Doc.sequence(then, Doc.SPACE, whenTrue, Doc.SPACE, elseWord, Doc.SPACE, whenFalse);
    }
  }

  private final Inline inline;
  private final int indent;

  Ladder(Inline inline, int indent) {
    this.inline = inline;
    this.indent = indent;
  }

  /** Whether an entry of a block is a numbered rule. */
  static boolean isStep(List<SourceTree> entry) {
    return Trees.only(entry).filter(branch -> STEPS.contains(branch.rule())).isPresent();
  }

  List<Doc> docs(List<List<SourceTree>> entries) {
    List<Step> steps = entries.stream().map(entry -> step(Trees.only(entry).orElseThrow().parts())).toList();
    int number = steps.stream().mapToInt(Step::number).max().orElse(0);
    Table table = new Table(indent + number + 2, steps.stream().flatMap(step -> step.decision().stream()).toList());
    return steps.stream().map(step -> line(step, number, table)).toList();
  }

  private Step step(List<SourceTree> parts) {
    int colon = Trees.indexOf(parts, ":");
    List<SourceTree> body = parts.subList(colon + 1, parts.size()).stream().filter(part -> !isNote(part)).toList();
    List<SourceTree> words = inner(body);
    int number = Trees.first(parts.get(0)).text().length();
    Doc label = inline.of(parts.subList(0, colon + 1));
    Optional<Decision> decision = decision(words);
    Doc plain = decision.isPresent() ? Doc.NOTHING : inline.of(words);
    return new Step(number, label, decision, plain, parts.stream().filter(Ladder::isNote).map(inline::of).toList());
  }

  private static boolean isNote(SourceTree part) {
    return Trees.isRule(part, "note");
  }

  private static List<SourceTree> inner(List<SourceTree> parts) {
    return parts.size() == 1 && parts.get(0) instanceof Branch branch ? inner(branch.parts()) : parts;
  }

  private Optional<Decision> decision(List<SourceTree> parts) {
    int then = Trees.indexOf(parts, "then");
    int otherwise = Trees.indexOf(parts, "else");
    if (!Trees.is(parts.get(0), "if") || then < 0 || otherwise < then) {
      return Optional.empty();
    }
    return Optional.of(
        new Decision(
            inline.of(parts.get(0)),
            inline.of(parts.subList(1, then)),
            inline.of(parts.get(then)),
            inline.of(parts.subList(then + 1, otherwise)),
            inline.of(parts.get(otherwise)),
            inline.of(parts.subList(otherwise + 1, parts.size()))));
  }

  private Doc line(Step step, int number, Table table) {
    List<Doc> body = new ArrayList<>();
    body.add(step.decision().map(table::row).orElse(step.plain()));
    for (Doc note : step.notes()) {
      body.add(new Doc.Break(false));
      body.add(note);
    }
    Doc pad = Doc.text(" ".repeat(number - step.number()));
    return Doc.sequence(pad, step.label(), Doc.SPACE, new Doc.Aligned(new Doc.Sequence(body)));
  }

  /** Where the columns of one ladder are. */
  private static final class Table {
    private final int condition;
    private final int whenTrue;
    private final int margin;
    private final int then;

    /**
     * @param body where each rule starts behind its number
     */
    Table(int body, List<Decision> all) {
      List<Decision> decisions = all.stream().filter(Decision::isOnOneLine).toList();
      this.condition = body + IF;
      this.whenTrue = widest(decisions, Decision::whenTrue);
      int actions = THEN + whenTrue + 1 + ELSE + widest(decisions, Decision::whenFalse);
      this.margin = Math.min(condition + WIDEST_CONDITION, WIDTH - actions - 1);
      this.then = decisions.stream().mapToInt(this::end).filter(end -> end <= margin).max().orElse(0) + 1;
    }

    private static int widest(List<Decision> decisions, Function<Decision, Doc> part) {
      return decisions.stream().mapToInt(decision -> part.apply(decision).width()).max().orElse(0);
    }

    /** The column behind the last line of a condition. */
    private int end(Decision decision) {
      Paper paper = new Paper(margin, condition);
      decision.condition().write(paper, 0);
      return paper.column();
    }

    Doc row(Decision decision) {
      boolean fits = margin - condition >= NARROWEST_CONDITION && decision.isOnOneLine() && end(decision) <= margin;
      return fits ? aligned(decision) : alone(decision);
    }

    private Doc aligned(Decision decision) {
      return Doc.sequence(
          decision.ifWord(), Doc.SPACE, new Doc.Margin(margin, decision.condition()), new Doc.Column(then),
          decision.then(), Doc.SPACE, decision.whenTrue(), new Doc.Column(then + THEN + whenTrue + 1),
          decision.elseWord(), Doc.SPACE, decision.whenFalse());
    }

    private static Doc alone(Decision decision) {
      return new Doc.Group(
          Doc.sequence(decision.ifWord(), Doc.SPACE, decision.condition(), Doc.LINE, decision.actions()));
    }
  }
}
