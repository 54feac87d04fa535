package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.CheckedTest.Expectation;
import uk.rubric.check.CheckedTest.Given;
import uk.rubric.check.CheckedTest.Patient;
import uk.rubric.check.CheckedTest.Taken;
import uk.rubric.check.TestNames.TestProblems;
import uk.rubric.compose.TakenTest;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.ServiceNode.DayKind;
import uk.rubric.syntax.ServiceNode.StatusKind;
import uk.rubric.syntax.TakeNode;
import uk.rubric.syntax.TestNode;
import uk.rubric.syntax.TestNode.CountKind;
import uk.rubric.syntax.Text;

/** Checks tests, once the rules have been. While the rules are wrong nothing is said of names that a test misses. */
final class TestChecker {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern HOW_MUCH = Pattern.compile("(=|is) ?(?:(?!=| is ).)*$");
  private static final Pattern RULESET = Pattern.compile("[A-Z][A-Za-z0-9_]*\\.");

  private final CheckedRules rules;
  private final TestProblems problems;
  private final Map<String, Span> titles = new HashMap<>();
  private final Map<List<RulesetId>, TestGround> grounds = new HashMap<>();

  TestChecker(CheckedRules rules, Problems problems) {
    this.rules = rules;
    this.problems = new TestProblems(problems, !problems.anyError());
  }

  /** The test, whole only when nothing was reported. */
  Optional<CheckedTest> check(TestNode test) {
    return service(test).flatMap(service -> check(test, Optional.empty(), service));
  }

  /** A test that is taken into a service, which may lack what the test is about. */
  Optional<CheckedTest> check(TakenTest taken) {
    TestNode test = taken.test();
    Optional<CheckedService> service = test.service().flatMap(name -> rules.service(name.text()));
    if (service.isEmpty() || lacks(service.get(), taken)) {
      return Optional.empty();
    }
    List<CheckedTest> checked = new ArrayList<>();
    problems.problems().telling(found -> ofTaken(found, taken), () ->
        check(test, Optional.of(new Taken(taken.by().span(), taken.months())), service.get()).ifPresent(checked::add));
    return checked.stream().findFirst();
  }

  private boolean lacks(CheckedService service, TakenTest taken) {
    Name subject = taken.test().subject();
    boolean lacks = !ground(service).isEmpty() && !has(service, subject);
    if (lacks && problems.sound()) {
      problems.add(Diagnostic.at(taken.by().into().span(), RuleDiagnostic.UNKNOWN_SUBJECT,
              "service " + quote(service.name()) + " has no " + quote(subject) + ", of which tests are taken")
          .withHelp("leave them out: `except " + subject.text() + "`"));
    }
    return lacks;
  }

  private static Diagnostic ofTaken(Diagnostic found, TakenTest taken) {
    String except = "leave the test out: `except \"" + taken.test().title().text() + "\" of "
        + taken.test().subject().text() + "`";
    return found.withLabel(taken.by().span(), "the test is taken here")
        .withHelp(found.help().map(help -> help + (help.endsWith("?") ? " else " : ", or ") + except).orElse(except));
  }

  /** That both services of a statement are there. */
  void checkServices(TakeNode take) {
    List<String> known = rules.services().stream().map(CheckedService::name).toList();
    Stream.of(take.service(), take.into())
        .filter(name -> !known.contains(name.text()) && problems.sound() && !problems.problems().isBroken(name))
        .forEach(name -> problems.add(Diagnostic.at(name.span(), RuleDiagnostic.UNKNOWN_SERVICE,
                "no file defines service " + quote(name))
            .withHelp(Suggestion.closest(name.text(), known).map(n -> "did you mean " + quote(n) + "?")
                .orElse("give the file of the service too, or `import` it"))));
  }

  private Optional<CheckedTest> check(TestNode test, Optional<Taken> taken, CheckedService service) {
    refuseSecondTitle(test, taken, service);
    Optional<LocalDate> at = test.day().isPresent()
        ? test.day().flatMap(d -> Dates.read(d, problems.problems()))
        : Optional.of(service.periodEnd());
    return at.filter(day -> isInTime(test, service, day)).flatMap(day -> check(test, taken, service, day));
  }

  private void refuseSecondTitle(TestNode test, Optional<Taken> taken, CheckedService service) {
    String home = taken.map(Taken::by).orElse(test.span()).source().name();
    String key = String.join("\n", home, service.name(), test.subject().text(), test.title().text());
    Span first = titles.putIfAbsent(key, test.title().span());
    if (first != null) {
      problems.add(Diagnostic.at(test.title().span(), RuleDiagnostic.DUPLICATE_NAME,
              "two tests of " + quote(test.subject()) + " have the title " + quote(test.title().text()))
          .withLabel(first, "first written here")
          .withHelp("say what is different about one of them"));
    }
  }

  private boolean isInTime(TestNode test, CheckedService service, LocalDate day) {
    if (day.isBefore(service.periodStart())) {
      problems.add(Diagnostic.at(test.day().map(Text::span).orElse(test.span()), RuleDiagnostic.EARLY_TEST,
              "the day of the test lies before service " + quote(service.name()) + " starts")
          .withHelp("choose a day from " + quote(service.periodStart().toString()) + " on"));
      return false;
    }
    return true;
  }

  private Optional<CheckedService> service(TestNode test) {
    if (test.service().isPresent()) {
      Name name = test.service().get();
      Optional<CheckedService> found = rules.service(name.text());
      if (found.isEmpty()) {
        problems.unknown(name, RuleDiagnostic.UNKNOWN_SERVICE, "service",
            rules.services().stream().map(CheckedService::name).toList());
      }
      return found;
    }
    List<CheckedService> candidates =
        rules.services().stream().filter(s -> has(s, test.subject())).toList();
    if (rules.services().size() == 1) {
      return Optional.of(rules.services().get(0));
    }
    if (candidates.size() > 1) {
      problems.refuse(test.title().span(), RuleDiagnostic.MISSING_SERVICE,
          "several services have " + quote(test.subject()) + ", and the test does not say which it means",
          "write " + quote("of " + test.subject().text() + " in " + candidates.get(0).name()));
      return Optional.empty();
    }
    return candidates.isEmpty() ? nominal(test) : Optional.of(candidates.get(0));
  }

  private boolean has(CheckedService service, Name subject) {
    TestGround ground = ground(service);
    return !ground.isEmpty()
        && (ground.populations.has(subject.text()) || ground.indicators.has(subject.text())
            || TestNames.isFigure(service, subject.text()));
  }

  private TestGround ground(CheckedService service) {
    return grounds.computeIfAbsent(service.uses(), uses -> TestGround.of(rules, uses));
  }

  /** The dates of a rule set that no service uses: the financial year in which the day of the test lies. */
  private Optional<CheckedService> nominal(TestNode test) {
    List<CheckedRuleset> homes = rules.rulesets().stream()
        .filter(r -> TestNames.rulesetOf(test.subject().text()).map(r.name()::equals).orElse(true))
        .filter(r -> Stream.concat(
                r.populations().stream().map(p -> p.id().name()),
                r.indicators().stream().map(CheckedRuleset.Indicator::name))
            .anyMatch(TestNames.last(test.subject().text())::equals))
        .toList();
    if (homes.isEmpty()) {
      problems.unknown(test.subject(), RuleDiagnostic.UNKNOWN_SUBJECT,
          "register, group, classification or indicator", subjects());
    } else if (homes.size() > 1) {
      problems.refuse(test.subject().span(), RuleDiagnostic.MISSING_SERVICE,
          "several rule sets have " + quote(test.subject()) + ", and no service says which is meant",
          "write a service that uses one of them, and name it: `in SERVICE`");
    } else if (test.day().isEmpty()) {
      problems.refuse(test.title().span(), RuleDiagnostic.MISSING_SERVICE,
          "no service gives the test its dates", "write the achievement date: `at 2022-03-31`");
    } else {
      return Dates.read(test.day().get(), problems.problems()).flatMap(day -> nominal(test, homes.get(0), day));
    }
    return Optional.empty();
  }

  private List<String> subjects() {
    return rules.rulesets().stream()
        .flatMap(r -> Stream.concat(
            r.populations().stream().map(p -> p.id().name()),
            r.indicators().stream().map(CheckedRuleset.Indicator::name)))
        .distinct()
        .toList();
  }

  private Optional<CheckedService> nominal(TestNode test, CheckedRuleset ruleset, LocalDate day) {
    Map<String, DayKind> known = new LinkedHashMap<>();
    known.put("ACHV_DAT", DayKind.RUN_DATE);
    known.put("PPED", DayKind.END_OF_PERIOD);
    known.put("QSED", DayKind.END_OF_PERIOD);
    known.put("QSSD", DayKind.START_OF_PERIOD);
    List<String> missing = ruleset.days().stream().filter(d -> !known.containsKey(d)).toList();
    if (!missing.isEmpty()) {
      problems.refuse(test.title().span(), RuleDiagnostic.MISSING_DAY,
          "nothing gives the test day " + quote(missing.get(0)),
          "write a service that gives it, and name it in the test: `in SERVICE`");
      return Optional.empty();
    }
    List<Day> days = known.entrySet().stream().map(d -> new Day(d.getKey(), d.getValue(), Optional.empty())).toList();
    LocalDate start = LocalDate.of(
        day.getMonth().compareTo(Month.APRIL) < 0 ? day.getYear() - 1 : day.getYear(), Month.APRIL, 1);
    return Optional.of(new CheckedService(ruleset.name(), ruleset.title(), Optional.empty(), StatusKind.DRAFT, start,
        start.plusYears(1).minusDays(1), days, List.of(ruleset.id()), Optional.empty(), List.of(), List.of(), List.of(),
        List.of(), List.of(), test.span()));
  }

  private Optional<CheckedTest> check(
      TestNode test, Optional<Taken> taken, CheckedService service, LocalDate day) {
    if (ground(service).isEmpty()) {
      return Optional.empty();
    }
    TestNames names = new TestNames(ground(service), test.subject(), service, problems);
    if (!has(service, test.subject())) {
      problems.unknown(test.subject(), RuleDiagnostic.UNKNOWN_SUBJECT,
          "register, group, classification, indicator or payment", names.ladders());
      return Optional.empty();
    }
    TestDates dates = new TestDates(days(service, day), problems);
    TestPatients patients = new TestPatients(names, dates, problems);
    TestExpectations expectations = new TestExpectations(test, names, dates, problems);
    List<Patient> people = test.patients().stream().flatMap(p -> patients.check(p).stream()).toList();
    List<Given> given = given(test, new TestGiven(names, dates, problems));
    List<Expectation> expected = test.expectations().stream().flatMap(e -> e.accept(expectations).stream()).toList();
    if (test.expectations().isEmpty() && !problems.problems().isBrokenWithin(test.span())) {
      problems.refuse(test.title().span(), RuleDiagnostic.MISSING_EXPECTATION, "the test expects nothing",
          "write what must come out: `expect denominator select by rule 2`");
    }
    return Optional.of(new CheckedTest(test.title().text(), test.subject().text(), service, day, people, given,
        expected,
        test.title().span(), test.span(), taken));
  }

  private List<Given> given(TestNode test, TestGiven checker) {
    Map<String, TestNode.Given> seen = new HashMap<>();
    List<Given> all = new ArrayList<>();
    Map<Given, TestNode.Given> nodes = new HashMap<>();
    for (TestNode.Given node : test.given()) {
      TestNode.Given first = seen.putIfAbsent(what(node), node);
      if (first != null) {
        problems.add(Diagnostic.at(node.span(), RuleDiagnostic.DUPLICATE_ITEM, "this is given twice")
            .withLabel(first.span(), "first given here")
            .withHelp("leave one of them out"));
      }
      node.accept(checker).ifPresent(given -> {
        all.add(given);
        nodes.put(given, node);
      });
    }
    List<Given.OfIndicator> counts =
        all.stream().filter(Given.OfIndicator.class::isInstance).map(Given.OfIndicator.class::cast).toList();
    counts.stream().filter(n -> n.kind() == CountKind.NUMERATOR)
        .filter(n -> counts.stream().anyMatch(d -> d.kind() == CountKind.DENOMINATOR && d.number() < n.number()
            && meet(n, d, counts)))
        .forEach(n -> problems.refuse(nodes.get(n).span(), RuleDiagnostic.INVALID_NUMBER,
            "the numerator is larger than the denominator", "give a denominator that holds it"));
    return all;
  }

  /** Whether both counts are those of one day: one for all days gives way to one that is given for a day. */
  private static boolean meet(Given.OfIndicator one, Given.OfIndicator other, List<Given.OfIndicator> all) {
    return one.indicator().equals(other.indicator())
        && (one.asAt().equals(other.asAt())
            || one.asAt().isEmpty() && !isGiven(one, other.asAt(), all)
            || other.asAt().isEmpty() && !isGiven(other, one.asAt(), all));
  }

  private static boolean isGiven(Given.OfIndicator what, Optional<LocalDate> day, List<Given.OfIndicator> all) {
    return all.stream().anyMatch(
        g -> g.kind() == what.kind() && g.indicator().equals(what.indicator()) && g.asAt().equals(day));
  }

  /** What is given, without how much, and without the rule sets of its names. */
  private static String what(TestNode.Given node) {
    String line = SPACE.matcher(node.span().text()).replaceAll(" ");
    return RULESET.matcher(HOW_MUCH.matcher(line).replaceAll("")).replaceAll("").strip();
  }

  private static Map<String, LocalDate> days(CheckedService service, LocalDate achievementDate) {
    Map<String, LocalDate> days = new LinkedHashMap<>();
    Stretch period = new Stretch(service.periodStart(), service.periodEnd());
    service.days().forEach(
        day -> day.in(period, achievementDate).ifPresent(date -> days.put(day.name(), date)));
    return days;
  }
}
