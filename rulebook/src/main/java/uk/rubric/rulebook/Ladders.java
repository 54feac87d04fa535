package uk.rubric.rulebook;

import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.rulebook.Places.LadderName;
import uk.rubric.syntax.LadderNode;

/** A ladder as the published table reads: number, rule, action if true, action if false, description. */
final class Ladders {
  private static final String[] COLUMNS = {"Rule", "Rule as written", "If true", "If false", "In plain English"};

  private final Book book;
  private final CheckedRuleset ruleset;
  private final Places places;
  private final Reading reading;
  private final String page;

  Ladders(Book book, CheckedRuleset ruleset, Reading reading) {
    this.book = book;
    this.ruleset = ruleset;
    this.places = book.places(ruleset);
    this.reading = reading;
    this.page = places.ruleset(ruleset.id()).page();
  }

  /** @param subject on whom the ladder decides: {@code the patient} */
  Html table(Ladder ladder, LadderName name, String subject) {
    Table table = Table.ofLadder("Rules of " + name.words(), COLUMNS);
    for (Rule rule : ladder.rules()) {
      table.row(name.anchor(rule.number()), number(rule), written(rule), action(rule.whenTrue()),
          action(rule.whenFalse()), description(rule, ladder, name, subject));
    }
    return table.html();
  }

  private Html number(Rule rule) {
    Html number = Html.text(Integer.toString(rule.number()));
    return rule.from().<Html>map(from -> Html.together(number, Html.text(" "),
        Html.element("span", "(" + from.block() + " rule " + from.number() + ")").css("block"))).orElse(number);
  }

  private Html written(Rule rule) {
    return rule.condition().<Html>map(condition -> Html.element("code", Html.text("If "),
        Written.of(condition, places).html(Source.text(condition.span()), book.source().arguments(rule), page)))
        .orElse(Html.text("Everyone who comes to this rule"));
  }

  private Html action(Action action) {
    return switch (action.kind()) {
      case NEXT -> Html.text("Next rule");
      case SELECT -> Html.element("strong", "Select");
      case REJECT -> Html.together(Html.element("strong", "Reject"), action.reason().<Html>map(reason -> Html.together(
          Html.text(" as "), places.reason(ruleset.name(), reason.name()).link(page))).orElse(Html.none()));
      case GIVE -> Html.together(Html.element("strong", "Give"),
          Html.text(" " + Vocabulary.label(action.label().orElseThrow())));
    };
  }

  private Html description(Rule rule, Ladder ladder, LadderName name, String subject) {
    return Html.together(
        reading.rule(rule, ladder, name, subject).html(page),
        Prose.of(book.source().doc(rule.span())),
        Notes.of(rule.notes()),
        book.covered().line(ladder.span(), rule.number()).<Html>map(line -> Html.element("p", line).css("doc"))
            .orElse(Html.none()));
  }

  /** A block has no reading of its own: what its parameters stand for is known where it is used. */
  Html block(LadderNode ladder, String name) {
    Table table = Table.ofLadder("Rules of block " + name, "Rule", "Rule as written", "If true", "If false", "Remarks");
    for (LadderNode.Step step : ladder.steps()) {
      Html written = step.condition().<Html>map(c -> Html.element("code", Html.text("If "),
              new Written(places).html(Source.text(c.span()), Map.of(), page)))
          .orElse(Html.text("Everyone who comes to this rule"));
      table.row("block-" + name + "-" + step.number().text(), Html.text(step.number().text()), written,
          action(step.whenTrue()), action(step.whenFalse().orElse(step.whenTrue())),
          Html.together(Prose.of(book.source().doc(step)), Notes.ofNodes(step.notes())));
    }
    return table.html();
  }

  private static Html action(LadderNode.Action action) {
    String text = action.span().text();
    return Html.text(text.equals("next") ? "Next rule" : Character.toUpperCase(text.charAt(0)) + text.substring(1));
  }

  /** The unit of the ladders, when it is not the patient. */
  static String subject(Optional<CheckedRuleset.Each> each) {
    return each.map(e -> "this " + e.array().name()).orElse("the patient");
  }
}
