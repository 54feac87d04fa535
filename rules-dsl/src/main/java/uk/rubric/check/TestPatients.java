package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedTest.Entry;
import uk.rubric.check.CheckedTest.Patient;
import uk.rubric.check.CheckedTest.Stay;
import uk.rubric.check.TestNames.TestProblems;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.ExpressionNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.Text;
import uk.rubric.value.Unit;

/** Checks the patients of a test. */
final class TestPatients {
  private final TestNames names;
  private final TestDates dates;
  private final TestProblems problems;

  TestPatients(TestNames names, TestDates dates, TestProblems problems) {
    this.names = names;
    this.dates = dates;
    this.problems = problems;
  }

  /** The patient, or nothing after a report. */
  Optional<Patient> check(TestNode.Patient node) {
    once("born", node.born());
    once("died", node.died());
    once("sex", node.sex());
    if (node.born().isEmpty() && !problems.problems().isBrokenWithin(node.span())) {
      problems.refuse(node.span(), RuleDiagnostic.MISSING_BORN, "the patient has no date of birth",
          "write `born 1960-05-01`, or a day of the service such as `born PPED - 50 years`");
    }
    Optional<LocalDate> born = node.born().stream().findFirst().flatMap(dates::read);
    Optional<LocalDate> died = node.died().stream().findFirst().flatMap(dates::read);
    node.died().stream().findFirst().ifPresent(d -> notBefore(born, died, d.span(), "the patient dies before birth"));
    Optional<String> sex = node.sex().stream().findFirst().flatMap(name -> label(name, Labels.SEXES, "sex"));
    List<Stay> stays = node.registered().stream().flatMap(r -> stay(r, born).stream()).toList();
    List<Entry> entries = node.entries().stream().flatMap(e -> entry(e, born).stream()).toList();
    links(node.entries());
    return born.map(b -> new Patient(node.title().map(Text::text), b, died, sex, stays, entries, node.span()));
  }

  private void once(String what, List<? extends Node> said) {
    said.stream().skip(1).forEach(again -> problems.add(
        Diagnostic.at(again.span(), RuleDiagnostic.DUPLICATE_ITEM, "the patient has " + quote(what) + " twice")
            .withLabel(said.get(0).span(), "first written here")
            .withHelp("leave one of them out")));
  }

  private void notBefore(Optional<LocalDate> first, Optional<LocalDate> then, Span span, String message) {
    if (first.isPresent() && then.isPresent() && then.get().isBefore(first.get())) {
      problems.refuse(span, RuleDiagnostic.IMPOSSIBLE_PATIENT, message,
          "this is " + quote(then.get().toString()) + ", and " + quote(first.get().toString()) + " must come first");
    }
  }

  private Optional<String> label(Name name, List<String> known, String what) {
    if (known.contains(name.text())) {
      return Optional.of(name.text());
    }
    problems.refuse(name.span(), RuleDiagnostic.UNKNOWN_LABEL, quote(name) + " is no " + what,
        Suggestion.closest(name.text(), known).map(n -> "did you mean " + quote(n) + "?")
            .orElse("it is one of " + String.join(", ", known.stream().map(Problems::quote).toList())));
    return Optional.empty();
  }

  private Optional<Stay> stay(TestNode.Registered node, Optional<LocalDate> born) {
    Optional<LocalDate> start = dates.read(node.from());
    Optional<LocalDate> end = node.to().flatMap(dates::read);
    notBefore(born, start, node.span(), "the patient is registered before birth");
    node.to().ifPresent(to -> notBefore(start, end, to.span(), "the registration ends before it starts"));
    return start.filter(s -> end.map(e -> !e.isBefore(s)).orElse(node.to().isEmpty())).map(s -> new Stay(s, end));
  }

  private Optional<Entry> entry(TestNode.Entry node, Optional<LocalDate> born) {
    Optional<LocalDate> day = dates.read(node.day());
    notBefore(born, day, node.day().span(), "the entry lies before birth");
    Set<ClusterId> clusters = new LinkedHashSet<>();
    Map<String, Name> seen = new HashMap<>();
    for (Name name : node.clusters()) {
      Name first = seen.putIfAbsent(name.text(), name);
      if (first != null) {
        problems.add(Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME,
                "the entry names " + quote(name) + " twice")
            .withLabel(first.span(), "first named here")
            .withHelp("leave one of them out; two entries are two lines"));
      }
      clusters.addAll(names.cluster(name));
    }
    Optional<Unit> unit = node.unit().map(u -> new Unit(u.text()));
    node.unit().filter(u -> ShiftChecker.dateUnit(u.text()).isPresent()).ifPresent(u -> problems.refuse(u.span(),
        RuleDiagnostic.UNIT_MISMATCH, quote(u.text()) + " is a span of time, and no unit of a value",
        "write the unit in which the value is recorded, such as `mmol/mol`"));
    Optional<LocalDate> entered = node.entered().flatMap(e -> Dates.read(e, problems.problems()));
    Optional<String> episode = node.episode().flatMap(e -> label(e, Labels.EPISODES, "episode"));
    return day.map(d -> new Entry(d, clusters, node.value().map(v -> new BigDecimal(v.text())), unit,
        node.own().map(Name::text), node.under().map(Name::text), entered, episode, node.span()));
  }

  private void links(List<TestNode.Entry> entries) {
    Map<String, Name> own = new HashMap<>();
    for (TestNode.Entry entry : entries) {
      entry.own().ifPresent(name -> {
        Name first = own.putIfAbsent(name.text(), name);
        if (first != null) {
          problems.add(Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME,
                  "two entries are named " + quote(name))
              .withLabel(first.span(), "first named here")
              .withHelp("give one of them another name"));
        }
      });
    }
    entries.stream().flatMap(e -> e.under().stream()).filter(name -> !own.containsKey(name.text())).forEach(name ->
        problems.refuse(name.span(), RuleDiagnostic.UNKNOWN_ENTRY, "no entry of the patient is named " + quote(name),
            "name the entry with " + quote("as " + name.text()) + ", behind its code cluster and value"));
  }

  /** The number that an expression is, if it is one without a unit. */
  static Optional<BigDecimal> plainNumber(ExpressionNode expression) {
    return expression instanceof ExpressionNode.Number number && number.unit().isEmpty()
        ? Optional.of(new BigDecimal(number.digits().text()))
        : Optional.empty();
  }
}
