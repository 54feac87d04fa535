package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedService.Evidence;
import uk.rubric.check.CheckedTest.Given;
import uk.rubric.check.TestNames.TestProblems;
import uk.rubric.check.TestParts.Part;
import uk.rubric.source.Span;
import uk.rubric.syntax.ConditionNode.AnswerKind;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.ExpressionNode.OfKind;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.TestNode.CountKind;
import uk.rubric.syntax.Text;

/** Checks what a test states of its practice; nothing after a report. */
final class TestGiven implements TestNode.Given.Visitor<Optional<Given>> {
  private final TestNames names;
  private final TestDates dates;
  private final TestProblems problems;
  private final TestParts parts;
  private final TestCounts counts;

  TestGiven(TestNames names, TestDates dates, TestProblems problems) {
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

  @Override
  public Optional<Given> figure(TestNode.Given.Figure node) {
    boolean list = node.name().text().equals(Scope.LIST);
    if (list || node.name().text().equals(Scope.WEIGHTED_LIST)) {
      if (node.part().isPresent()) {
        return refuse(node.part().get().span(), RuleDiagnostic.TEST_PART,
            quote(node.name()) + " is the same for the whole period", "leave out the day");
      }
      return list ? counts.whole(node.value()).map(Given.ListSize::new)
          : number(node.value()).map(Given.WeightedList::new);
    }
    return evidence(node.name()).flatMap(evidence -> parts.ofEvidence(evidence, node.part()).flatMap(
        part -> answer(evidence, part, node)));
  }

  private Optional<Evidence> evidence(Name name) {
    Optional<Evidence> found = names.service().evidence(name.text());
    if (found.isEmpty()) {
      List<String> known = Stream.concat(Stream.of(Scope.LIST, Scope.WEIGHTED_LIST),
          names.service().evidence().stream().map(Evidence::name)).toList();
      boolean isElse = names.isFigure(name.text()) || names.isField(name);
      return isElse ? refuse(name.span(), RuleDiagnostic.UNKNOWN_SUBJECT, quote(name) + " cannot be given",
              "give `LIST`, an evidence, `previous of` a figure, `size of` a register, or `denominator of`,"
                  + " `numerator of`, `pcas of` and `exclusions of` an indicator")
          : unknown(name, known);
    }
    return found;
  }

  private Optional<Evidence> unknown(Name name, List<String> known) {
    problems.unknown(name, RuleDiagnostic.UNKNOWN_SUBJECT, "evidence", known);
    return Optional.empty();
  }

  private Optional<Given> answer(Evidence evidence, Part part, TestNode.Given.Figure node) {
    return switch (evidence.kind()) {
      case YES_NO -> refuse(node.value().span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(node.name()) + " is answered with yes or no", "write "
          + quote("given " + node.name().text() + " is yes"));
      case NUMBER -> number(node.value()).map(number -> new Given.Answer(
          evidence, part.stretch(), Optional.empty(), Optional.of(number), Optional.empty()));
      case DATE -> dates.read(node.value()).map(day -> new Given.Answer(
          evidence, part.stretch(), Optional.empty(), Optional.empty(), Optional.of(day)));
    };
  }

  private Optional<BigDecimal> number(ExpressionNode value) {
    Optional<BigDecimal> number = TestPatients.plainNumber(value);
    return number.isPresent() ? number : refuse(value.span(), RuleDiagnostic.TYPE_MISMATCH,
        quote(value.span().text()) + " is no number", "write a number without a unit");
  }

  @Override
  public Optional<Given> answer(TestNode.Given.Answer node) {
    Optional<Evidence> evidence = evidence(node.name());
    boolean unknown = node.answer() == AnswerKind.UNKNOWN;
    if (evidence.isPresent() && !unknown
        && evidence.get().kind() != uk.rubric.syntax.ServiceNode.AnswerKind.YES_NO) {
      boolean date = evidence.get().kind() == uk.rubric.syntax.ServiceNode.AnswerKind.DATE;
      return refuse(node.span(), RuleDiagnostic.TYPE_MISMATCH,
          quote(node.name()) + " is answered with a " + (date ? "day" : "number"),
          "write " + quote("given " + node.name().text() + (date ? " = 2025-07-14" : " = 12")) + ", or `is unknown`");
    }
    return evidence.flatMap(e -> parts.ofEvidence(e, node.part()).map(part -> new Given.Answer(e, part.stretch(),
        unknown ? Optional.empty() : Optional.of(node.answer() == AnswerKind.YES), Optional.empty(),
        Optional.empty())));
  }

  @Override
  public Optional<Given> count(TestNode.Given.Count node) {
    Optional<Long> number = counts.whole(node.value());
    Optional<Optional<LocalDate>> asAt = asAt(node.part());
    if (node.kind() == CountKind.SIZE) {
      return counts.sized(node.name()).flatMap(
          p -> number.flatMap(n -> asAt.map(day -> new Given.Size(p.id(), n, day))));
    }
    return counts.counted(node.name()).flatMap(
        name -> number.flatMap(n -> asAt.map(day -> new Given.OfIndicator(node.kind(), name, n, day))));
  }

  private Optional<Optional<LocalDate>> asAt(Optional<Text> day) {
    return parts.ofCount(day).map(part -> part.stretch().map(Stretch::end));
  }

  @Override
  public Optional<Given> ofClass(TestNode.Given.OfClass node) {
    Optional<Long> number = counts.whole(node.value());
    Optional<Population> found = names.population(node.classification()).filter(Population::isClassification);
    if (found.isEmpty()) {
      problems.unknown(node.classification(), RuleDiagnostic.UNKNOWN_CLASS, "classification", names.ladders());
      return Optional.empty();
    }
    List<String> labels = labels(found.get());
    String label = node.label().text();
    if (!labels.contains(label)) {
      return refuse(node.label().span(), RuleDiagnostic.UNKNOWN_CLASS,
          quote(node.classification()) + " never gives " + quote(label),
          "it gives " + String.join(", ", labels.stream().map(Problems::quote).toList()));
    }
    return asAt(node.part()).flatMap(
        day -> number.map(n -> new Given.OfClass(found.get().id(), label, n, day)));
  }

  private static List<String> labels(Population classification) {
    return classification.ladder().rules().stream()
        .flatMap(rule -> Stream.of(rule.whenTrue(), rule.whenFalse()))
        .flatMap(action -> action.label().stream())
        .distinct()
        .toList();
  }

  @Override
  public Optional<Given> previous(TestNode.Given.Previous node) {
    Optional<BigDecimal> value = node.value() instanceof ExpressionNode.Money money
        ? Optional.of(new BigDecimal(money.digits().text())) : number(node.value());
    if (node.figure() instanceof ExpressionNode.Reference named && named.on().isEmpty()) {
      String name = named.name().text();
      boolean pays = names.service().pay(name).isPresent();
      if (!pays && names.service().measure(name).isEmpty()) {
        problems.unknown(named.name(), RuleDiagnostic.UNKNOWN_MEASURE, "measure or payment", names.figures());
        return Optional.empty();
      }
      return value.map(v -> new Given.Previous(name, pays ? "payment" : "measure", v));
    }
    return node.figure() instanceof ExpressionNode.Of of && of.kind() != OfKind.ACHIEVEMENT
        ? named(of).flatMap(name -> value.map(v -> new Given.Previous(name, word(of.kind()), v)))
        : refuse(node.figure().span(), RuleDiagnostic.WRONG_KIND,
            quote(node.figure().span().text()) + " has no name under which a history could hold it",
            "give a measure, a payment, `points of` an indicator, `size of` a register, or a count of an indicator");
  }

  private Optional<String> named(ExpressionNode.Of of) {
    return of.kind() == OfKind.SIZE
        ? counts.sized(of.name()).map(p -> p.id().name())
        : names.indicator(of.name()).map(CheckedRuleset.Indicator::name).or(() -> answered(of)).or(() -> {
          problems.unknown(of.name(), RuleDiagnostic.UNKNOWN_INDICATOR, "indicator", names.ladders());
          return Optional.empty();
        });
  }

  /** Points stand for an evidence too. */
  private Optional<String> answered(ExpressionNode.Of of) {
    return of.kind() != OfKind.POINTS ? Optional.empty() : names.service().pointsTables().stream()
        .flatMap(table -> table.rows().stream())
        .map(CheckedService.PointsRow::indicator)
        .filter(row -> row.equals(of.name().text()) && names.service().evidence(row).isPresent())
        .findFirst();
  }

  private static String word(OfKind kind) {
    return kind == OfKind.SIZE ? "count" : kind.name().toLowerCase(Locale.ROOT);
  }
}
