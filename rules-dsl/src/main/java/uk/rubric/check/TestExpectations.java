package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedTest.Act;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.LadderOf;
import uk.rubric.check.CheckedTest.Part;
import uk.rubric.check.TestNames.TestProblems;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.ConditionNode.AnswerKind;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.TestNode.CountKind;
import uk.rubric.syntax.Text;
import uk.rubric.value.Unit;

/** Checks what a test expects and what it gives: that it could come out so at all. */
final class TestExpectations implements TestNode.Expectation.Visitor<Optional<Expectation>> {
  private final TestNode test;
  private final TestNames names;
  private final TestDates dates;
  private final TestProblems problems;
  private final TestParts parts;
  private final TestCounts counts;

  TestExpectations(TestNode test, TestNames names, TestDates dates, TestProblems problems) {
    this.test = test;
    this.names = names;
    this.dates = dates;
    this.problems = problems;
    this.parts = new TestParts(names.service(), problems);
    this.counts = new TestCounts(names, problems);
  }

  private <T> Optional<T> refuse(Span span, RuleDiagnostic code, String message, String help) {
    problems.refuse(span, code, message, help);
    return Optional.empty();
  }

  /** A ladder and the rules that decide in it. */
  private record Found(LadderOf id, Ladder ladder) {}

  @Override
  public Optional<Expectation> decided(TestNode.Expectation.Decided node) {
    Name name = node.name().orElse(test.subject());
    if (needsPatients(node.span())) {
      return Optional.empty();
    }
    return ladder(node, name).flatMap(found -> node.action().isEmpty()
        ? Optional.of(new Expectation.Decided(found.id(), Optional.empty(), OptionalInt.empty(), node.span()))
        : act(node, found));
  }

  private boolean needsPatients(Span span) {
    if (test.patients().isEmpty() && !problems.problems().isBrokenWithin(test.span())) {
      problems.refuse(span, RuleDiagnostic.MISSING_EXPECTATION, "the test has no patient of whom this could be so",
          "write a `patient { … }` before it");
      return true;
    }
    return test.patients().isEmpty();
  }

  private Optional<Found> ladder(TestNode.Expectation.Decided node, Name name) {
    if (node.part().isPresent()) {
      Part part = Part.valueOf(node.part().get().name());
      Optional<Indicator> indicator = names.indicator(name);
      if (indicator.isEmpty()) {
        names.unknownLadder(name);
        return Optional.empty();
      }
      Optional<Ladder> ladder = part == Part.DENOMINATOR ? indicator.get().denominator() : indicator.get().numerator();
      return ladder.isEmpty()
          ? refuse(node.span(), RuleDiagnostic.UNKNOWN_SUBJECT, quote(name) + " has no denominator and numerator",
              "expect something of its register")
          : ladder.map(l -> new Found(new LadderOf(indicator.get().ruleset(), indicator.get().name(), part), l));
    }
    Optional<Population> population = names.population(name);
    if (population.isPresent()) {
      return population.map(p -> new Found(new LadderOf(p.id().ruleset(), p.id().name(), Part.POPULATION), p.ladder()));
    }
    return ofIndicator(node, name);
  }

  private Optional<Found> ofIndicator(TestNode.Expectation.Decided node, Name name) {
    Optional<Indicator> indicator = names.indicator(name);
    if (indicator.isEmpty()) {
      names.unknownLadder(name);
      return Optional.empty();
    }
    Indicator found = indicator.get();
    if (node.action().isPresent() || found.denominator().isEmpty()) {
      return refuse(node.span(), RuleDiagnostic.UNKNOWN_SUBJECT,
          "an indicator has two ladders, and this does not say which",
          "write `denominator` or `numerator` before it, or name a register");
    }
    return found.denominator().map(l -> new Found(new LadderOf(found.ruleset(), found.name(), Part.DENOMINATOR), l));
  }

  private Optional<Expectation> act(TestNode.Expectation.Decided node, Found found) {
    uk.rubric.syntax.LadderNode.Action action = node.action().orElseThrow();
    if (action.kind() == ActionKind.NEXT) {
      return refuse(action.span(), RuleDiagnostic.WRONG_ACTION, "a ladder does not end with `next`",
          "expect `select` or `reject`");
    }
    Act act = new Act(action.kind(), action.reason().map(Name::text), action.label().map(Text::text));
    Optional<OptionalInt> rule = rule(node, found.ladder());
    if (rule.isEmpty() || !isPossible(node.span(), act, rule.get(), found)) {
      return Optional.empty();
    }
    return Optional.of(new Expectation.Decided(found.id(), Optional.of(act), rule.get(), node.span()));
  }

  private Optional<OptionalInt> rule(TestNode.Expectation.Decided node, Ladder ladder) {
    if (node.rule().isEmpty()) {
      return Optional.of(OptionalInt.empty());
    }
    Text text = node.rule().get();
    Optional<Integer> number = ShiftChecker.whole(text)
        .filter(n -> ladder.rules().stream().anyMatch(r -> r.number() == n));
    if (number.isEmpty()) {
      problems.add(Diagnostic.at(text.span(), RuleDiagnostic.UNKNOWN_RULE, "the ladder has no rule "
          + quote(text.text()))
          .withLabel(ladder.span(), "the ladder")
          .withHelp("it has " + String.join(", ", ladder.rules().stream().map(r -> quote("" + r.number())).toList())));
    }
    return number.map(OptionalInt::of);
  }

  private boolean isPossible(Span span, Act act, OptionalInt number, Found found) {
    List<Ladder.Rule> rules = found.ladder().rules().stream()
        .filter(r -> number.isEmpty() || r.number() == number.getAsInt()).toList();
    Predicate<Ladder.Action> fits = act::fits;
    if (rules.stream().anyMatch(r -> fits.test(r.whenTrue()) || fits.test(r.whenFalse()))) {
      return true;
    }
    Diagnostic found0 = Diagnostic.at(span, RuleDiagnostic.IMPOSSIBLE_EXPECTATION,
        number.isPresent() ? "rule " + quote("" + number.getAsInt()) + " never does that"
        : "no rule of the ladder does that");
    problems.add((number.isPresent() ? found0.withLabel(rules.get(0).span(), "the rule") : found0)
        .withHelp("it can " + String.join(", ", actions(rules))));
    return false;
  }

  private static List<String> actions(List<Ladder.Rule> rules) {
    return rules.stream().flatMap(r -> Stream.of(r.whenTrue(), r.whenFalse())).filter(Ladder.Action::isTerminal)
        .map(TestExpectations::words).distinct().toList();
  }

  private static String words(Ladder.Action action) {
    String verb = action.kind().name().toLowerCase(java.util.Locale.ROOT);
    return quote(verb + action.reason().map(r -> " as " + r.name()).orElse("")
        + action.label().map(l -> " " + l).orElse(""));
  }

  @Override
  public Optional<Expectation> presence(TestNode.Expectation.Presence node) {
    return needsPatients(node.span()) ? Optional.empty()
        : names.singleField(node.field()).map(f -> new Expectation.Recorded(f.id(), node.recorded(), node.span()));
  }

  @Override
  public Optional<Expectation> answer(TestNode.Expectation.Answer node) {
    if (needsPatients(node.span())) {
      return Optional.empty();
    }
    Optional<CheckedField> field = names.singleField(node.field());
    if (field.isPresent() && (field.get().type() != Type.ANSWER || node.answer() == AnswerKind.UNKNOWN)) {
      return refuse(node.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(node.field()) + (field.get().type() == Type.ANSWER ? " is always known" : " is no yes or no"),
          "`is yes` and `is no` are for a field of `whether …`");
    }
    return field.map(f -> new Expectation.Content(f.id(), node.answer() == AnswerKind.YES, node.span()));
  }

  @Override
  public Optional<Expectation> content(TestNode.Expectation.Content node) {
    boolean money = node.value() instanceof ExpressionNode.Money;
    boolean figure = !node.name().array() && (money || !names.isField(node.name()));
    if (figure && (money || names.isFigure(node.name().text()))) {
      return figure(node);
    }
    if (figure && names.service().pays().isEmpty() && names.service().measures().isEmpty() || !figure) {
      if (node.part().isPresent()) {
        return refuse(node.part().get().span(), RuleDiagnostic.TEST_PART,
            quote(node.name()) + " is no figure of a month or quarter", "leave out the day");
      }
      return needsPatients(node.span()) ? Optional.empty()
          : names.singleField(node.name()).flatMap(field -> typed(field, node));
    }
    problems.unknown(node.name(), RuleDiagnostic.UNKNOWN_FIELD, "field, measure or payment", names.figures());
    return Optional.empty();
  }

  private Optional<Expectation> figure(TestNode.Expectation.Content node) {
    String name = node.name().text();
    if (!names.isFigure(name)) {
      problems.unknown(node.name(), RuleDiagnostic.UNKNOWN_MEASURE, "measure or payment", names.figures());
      return Optional.empty();
    }
    Optional<BigDecimal> value = node.value() instanceof ExpressionNode.Money money
        ? Optional.of(new BigDecimal(money.digits().text()))
        : node.value() instanceof ExpressionNode.Percent percent
            ? Optional.of(new BigDecimal(percent.digits().text()).movePointLeft(2))
            : TestPatients.plainNumber(node.value());
    boolean money = node.value() instanceof ExpressionNode.Money;
    if (value.isEmpty() || !names.isMeasure(name) && !money) {
      return refuse(node.value().span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(node.value().span().text()) + " is no " + (names.isMeasure(name) ? "figure" : "amount of money"),
          "write an amount such as `£1916.25`");
    }
    return value.flatMap(v -> parts.ofFigure(node.name(), node.part())
        .map(part -> new Expectation.Figure(name, part.stretch(), v, node.span())));
  }

  @Override
  public Optional<Expectation> open(TestNode.Expectation.Open node) {
    if (!names.isFigure(node.name().text())) {
      problems.unknown(node.name(), RuleDiagnostic.UNKNOWN_MEASURE, "measure or payment", names.figures());
      return Optional.empty();
    }
    return parts.ofFigure(node.name(), node.part())
        .map(part -> new Expectation.Open(node.name().text(), part.stretch(), node.pending(), node.span()));
  }

  private Optional<Expectation> typed(CheckedField field, TestNode.Expectation.Content node) {
    return contentOf(field, node.value()).map(c -> new Expectation.Content(field.id(), c, node.span()));
  }

  private Optional<? extends Comparable<?>> contentOf(CheckedField field, ExpressionNode value) {
    return switch (field.type()) {
      case DATE -> dates.read(value).map(LocalDate.class::cast);
      case VALUE -> number(field, value);
      case AGE -> age(value, "year");
      case AGE_IN_MONTHS -> age(value, "month");
      case LABEL -> label(value);
      case ANSWER, IDENTIFIER, DATES, VALUES, ENTRIES -> refuse(value.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(field.id().toString()) + " is not compared with `=` in a test",
          "ask a yes or no with `is yes`, and for an identifier whether it `is recorded`");
    };
  }

  private Optional<BigDecimal> number(CheckedField field, ExpressionNode value) {
    Optional<BigDecimal> number = value instanceof ExpressionNode.Number n
        ? Optional.of(new BigDecimal(n.digits().text()))
        : value instanceof ExpressionNode.Percent p ? Optional.of(new BigDecimal(p.digits().text())) : Optional.empty();
    if (number.isEmpty()) {
      return refuse(value.span(), RuleDiagnostic.TYPE_MISMATCH, quote(value.span().text()) + " is no value",
          "write a number, with its unit if it has one");
    }
    Optional<Unit> unit = value instanceof ExpressionNode.Number n ? n.unit().map(u -> new Unit(u.text()))
        : Optional.of(Unit.PERCENT);
    if (unit.isPresent() && !unit.get().equals(field.unit())) {
      return refuse(value.span(), RuleDiagnostic.UNIT_MISMATCH,
          quote(field.id().toString()) + " is in " + quote(field.unit().text()) + ", not in "
          + quote(unit.get().text()),
          "write the unit of the field, or none");
    }
    return number;
  }

  private Optional<Integer> age(ExpressionNode value, String unit) {
    Optional<Integer> age = value instanceof ExpressionNode.Number n
            && n.unit().map(u -> u.text().equals(unit) || u.text().equals(unit + "s")).orElse(false)
        ? ShiftChecker.whole(n.digits()) : Optional.empty();
    return age.isPresent() ? age : refuse(value.span(), RuleDiagnostic.AGE_UNIT,
        quote(value.span().text()) + " is no age in whole " + unit + "s", "write `17 " + unit + "s`");
  }

  private Optional<String> label(ExpressionNode value) {
    if (value instanceof ExpressionNode.Label label) {
      return Optional.of(label.text().text());
    }
    return value instanceof ExpressionNode.Reference name && name.on().isEmpty() && !name.name().array()
        ? Optional.of(name.name().text())
        : refuse(value.span(), RuleDiagnostic.TYPE_MISMATCH, quote(value.span().text()) + " is no label",
            "write a label such as `FEMALE`");
  }

  @Override
  public Optional<Expectation> count(TestNode.Expectation.Count node) {
    Optional<Long> number = counts.whole(node.value());
    Optional<Population> population = node.kind() == CountKind.SIZE ? counts.sized(node.name()) : Optional.empty();
    Optional<String> name = node.kind() == CountKind.SIZE ? population.map(p -> p.id().name())
        : counts.counted(node.name());
    return number.flatMap(n -> name.map(of ->
        new Expectation.Count(node.kind(), of, population.map(Population::id), n, node.span())));
  }
}
