package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.check.TestNames.TestProblems;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode.Every;
import uk.rubric.syntax.Text;

/** The month or quarter that a test names by a day in it. */
final class TestParts {
  private final CheckedService service;
  private final TestProblems problems;

  TestParts(CheckedService service, TestProblems problems) {
    this.service = service;
    this.problems = problems;
  }

  /** A part of the period; of nothing the whole of it, or every one. */
  record Part(Optional<Stretch> stretch) {
    static final Part NONE = new Part(Optional.empty());
  }

  private Optional<Part> refuse(Span span, String message, String help) {
    problems.refuse(span, RuleDiagnostic.TEST_PART, message, help);
    return Optional.empty();
  }

  /** Of a count, which is one as at the end of the smallest parts into which the period falls. */
  Optional<Part> ofCount(Optional<Text> day) {
    return day.isPresent() && service.dividedBy().isEmpty()
        ? refuse(day.get().span(), "the period of the service is not divided", "leave out the day")
        : in(day, service.dividedBy().orElse(Every.YEAR));
  }

  /** Of an evidence, which may be given for all parts at once. */
  Optional<Part> ofEvidence(CheckedService.Evidence evidence, Optional<Text> day) {
    return day.isPresent() && evidence.each().every() == Every.YEAR
        ? whole(evidence.name(), day.get()) : in(day, evidence.each().every());
  }

  private Optional<Part> whole(String name, Text day) {
    return refuse(day.span(), quote(name) + " is for the whole period", "leave out the day");
  }

  /** Of a figure that is expected: of one for each part the test says which. */
  Optional<Part> ofFigure(Name name, Optional<Text> day) {
    Every every = Stream.concat(
            service.measures().stream().filter(m -> m.name().equals(name.text())).map(CheckedService.Measure::each),
            service.pays().stream().filter(p -> p.name().equals(name.text())).map(CheckedService.Pay::each))
        .map(CheckedService.Each::every).findFirst().orElse(Every.YEAR);
    if (every == Every.YEAR) {
      return day.isPresent() ? whole(name.text(), day.get()) : Optional.of(Part.NONE);
    }
    return day.isPresent() ? in(day, every) : refuse(name.span(),
        "there is " + quote(name) + " for each " + every.name().toLowerCase(Locale.ROOT)
            + ", and the test does not say which it means",
        "write a day of it: " + quote(name.text() + " in " + stretches(every).get(0).end()));
  }

  private Optional<Part> in(Optional<Text> day, Every every) {
    if (day.isEmpty()) {
      return Optional.of(Part.NONE);
    }
    Optional<LocalDate> date = Dates.read(day.get(), problems.problems());
    Optional<Stretch> found = date.flatMap(d -> stretches(every).stream()
        .filter(part -> part.contains(new Stretch(d, d))).findFirst());
    return found.isPresent() || date.isEmpty() ? found.map(f -> new Part(Optional.of(f)))
        : refuse(day.get().span(), "the day lies outside the period of service " + quote(service.name()),
            "choose one from " + service.periodStart() + " to " + service.periodEnd());
  }

  private List<Stretch> stretches(Every every) {
    return Stretch.of(service.periodStart(), service.periodEnd(), every);
  }
}
