package uk.rubric.compose;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.ExpressionNode.Binary;
import uk.rubric.syntax.ExpressionNode.DateLiteral;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.TestNode.Expectation;
import uk.rubric.syntax.TestNode.Given;
import uk.rubric.syntax.Text;

/**
 * A test with every day that is written in it some months later; a day that its month lacks becomes the last of it.
 * Days that are told by those of the service move with the service. What is no day of the calendar stays, for the
 * checker.
 */
final class Moving implements Given.Visitor<Given>, Expectation.Visitor<Expectation> {
  private final int months;

  Moving(int months) {
    this.months = months;
  }

  TestNode moved(TestNode test, Name into) {
    return new TestNode(test.title(), test.subject(), Optional.of(into), day(test.day()),
        test.patients().stream().map(this::patient).toList(),
        test.given().stream().map(given -> given.accept(this)).toList(),
        test.expectations().stream().map(expectation -> expectation.accept(this)).toList(), test.span());
  }

  private Text day(Text day) {
    try {
      return new Text(LocalDate.parse(day.text()).plusMonths(months).toString(), day.span());
    } catch (DateTimeException notOfTheCalendar) {
      return day;
    }
  }

  private Optional<Text> day(Optional<Text> day) {
    return day.map(this::day);
  }

  /** Arithmetic of days alone has days in it. */
  private ExpressionNode days(ExpressionNode expression) {
    if (expression instanceof DateLiteral literal) {
      return new DateLiteral(day(literal.date()), literal.span());
    }
    return expression instanceof Binary sum
        ? new Binary(days(sum.left()), sum.operator(), days(sum.right()), sum.span()) : expression;
  }

  private List<ExpressionNode> days(List<ExpressionNode> expressions) {
    return expressions.stream().map(this::days).toList();
  }

  private TestNode.Patient patient(TestNode.Patient patient) {
    return new TestNode.Patient(patient.title(), days(patient.born()), days(patient.died()), patient.sex(),
        patient.registered().stream().map(this::registered).toList(),
        patient.entries().stream().map(this::entry).toList(), patient.span());
  }

  private TestNode.Registered registered(TestNode.Registered stay) {
    return new TestNode.Registered(days(stay.from()), stay.to().map(this::days), stay.span());
  }

  private TestNode.Entry entry(TestNode.Entry entry) {
    return new TestNode.Entry(days(entry.day()), entry.clusters(), entry.value(), entry.unit(), entry.own(),
        entry.under(),
        day(entry.entered()), entry.episode(), entry.span());
  }

  @Override
  public Given figure(Given.Figure given) {
    return new Given.Figure(given.name(), day(given.part()), days(given.value()), given.span());
  }

  @Override
  public Given answer(Given.Answer given) {
    return new Given.Answer(given.name(), day(given.part()), given.answer(), given.span());
  }

  @Override
  public Given count(Given.Count given) {
    return new Given.Count(given.kind(), given.name(), day(given.part()), given.value(), given.span());
  }

  @Override
  public Given ofClass(Given.OfClass given) {
    return new Given.OfClass(given.classification(), given.label(), day(given.part()), given.value(), given.span());
  }

  @Override
  public Given previous(Given.Previous given) {
    return given;
  }

  @Override
  public Expectation decided(Expectation.Decided expectation) {
    return expectation;
  }

  @Override
  public Expectation presence(Expectation.Presence expectation) {
    return expectation;
  }

  @Override
  public Expectation answer(Expectation.Answer expectation) {
    return expectation;
  }

  @Override
  public Expectation content(Expectation.Content expectation) {
    return new Expectation.Content(
        expectation.name(), day(expectation.part()), days(expectation.value()), expectation.span());
  }

  @Override
  public Expectation open(Expectation.Open expectation) {
    return new Expectation.Open(expectation.name(), day(expectation.part()), expectation.pending(), expectation.span());
  }

  @Override
  public Expectation count(Expectation.Count expectation) {
    return expectation;
  }
}
