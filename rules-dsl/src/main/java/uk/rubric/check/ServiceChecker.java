package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedService.Chosen;
import uk.rubric.check.CheckedService.ClusterFolder;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.ServiceNode.StatusKind;
import uk.rubric.syntax.Text;

/** Checks one service: its period, days and rule sets here, its money in {@link FigureChecker} and others. */
final class ServiceChecker {
  private final ServiceNode node;
  private final Problems problems;
  private final ServiceItems items;
  private final NoteCollector notes = new NoteCollector();

  private ServiceChecker(ServiceNode node, Problems problems) {
    this.node = node;
    this.problems = problems;
    this.items = ServiceItems.of(node);
  }

  /** The service, whole only when nothing was reported; empty when it has no period. */
  static Optional<CheckedService> check(
      ServiceNode node, KnownRulesets known, Problems problems) {
    return new ServiceChecker(node, problems).check(known);
  }

  private Optional<CheckedService> check(KnownRulesets known) {
    once("authority", items.authorities);
    once("status", items.statuses);
    once("clusters", items.folders);
    Optional<Interval> period = period();
    UsedRulesets used = uses(known);
    List<Day> days = days();
    checkDaysNeeded(used);
    PointsChecker points = new PointsChecker(used, items.evidence, problems, notes);
    points.check(items.tables);
    once("total", items.totals);
    points.checkTotal(items.totals, items.tables);
    PeriodParts parts = PeriodParts.of(items.periods.stream().findFirst(), period.map(Interval::start),
        period.map(Interval::end), problems);
    items.days.forEach(day -> day.kind().part().ifPresent(every -> parts.hasPart(every, day.span(), problems)));
    FigureChecker figures = new FigureChecker(items, used, points, parts, problems, notes);
    figures.check();
    return period.map(p -> new CheckedService(node.name().text(), text(node.title()),
        items.authorities.stream().map(a -> a.text().text()).findFirst(),
        items.statuses.stream().map(ServiceNode.Status::kind).findFirst().orElse(StatusKind.DRAFT),
        p.start(), p.end(), days, used.ids(), folder(), figures.parameters(), figures.measures(),
        points.tables(), figures.pays(), notes.all(), parts.by(), figures.evidence(), node.span()));
  }

  static String text(Optional<Text> title) {
    return title.map(Text::text).orElse("");
  }

  private Optional<ClusterFolder> folder() {
    return items.folders.stream().map(f -> new ClusterFolder(f.path().text(), f.span())).findFirst();
  }

  private void once(String what, List<? extends Node> lines) {
    lines.stream().skip(1).forEach(line -> problems.add(
        Diagnostic.at(line.span(), RuleDiagnostic.DUPLICATE_ITEM, "service " + quote(node.name()) + " has "
                + quote(what) + " twice")
            .withLabel(lines.get(0).span(), "first written here")
            .withHelp("leave one of them out")));
  }

  private void missing(RuleDiagnostic code, String message, String help) {
    if (!problems.isBrokenWithin(node.span())) {
      problems.add(Diagnostic.at(node.name().span(), code, message).withHelp(help));
    }
  }

  /** Days from one to another, both included. */
  private record Interval(LocalDate start, LocalDate end) {}

  private Optional<Interval> period() {
    once("period", items.periods);
    if (items.periods.isEmpty()) {
      missing(RuleDiagnostic.MISSING_PERIOD, "service " + quote(node.name()) + " has no period",
          "write `period from 2025-04-01 to 2026-03-31`");
      return Optional.empty();
    }
    ServiceNode.Period period = items.periods.get(0);
    Optional<LocalDate> start = Dates.read(period.start(), problems);
    Optional<LocalDate> end = Dates.read(period.end(), problems);
    return start.flatMap(s -> end.flatMap(e ->
        Dates.rises(s, e, period.start(), period.end(), problems)
            ? Optional.of(new Interval(s, e))
            : Optional.empty()));
  }

  private UsedRulesets uses(KnownRulesets known) {
    if (items.uses.isEmpty()) {
      missing(RuleDiagnostic.MISSING_USE, "service " + quote(node.name()) + " uses no rule set",
          "write `use NAME version …` for each of its rule sets");
    }
    return UsedRulesets.of(items.uses, known, problems);
  }

  private List<Day> days() {
    Map<String, Span> seen = new HashMap<>();
    return items.days.stream().map(day -> day(day, seen)).flatMap(Optional::stream).toList();
  }

  private Optional<Day> day(ServiceNode.DayGiven given, Map<String, Span> seen) {
    Span first = seen.putIfAbsent(given.name().text(), given.name().span());
    if (first != null) {
      problems.add(Diagnostic.at(given.name().span(), RuleDiagnostic.DUPLICATE_NAME,
              "day " + quote(given.name()) + " is given twice")
          .withLabel(first, "first given here")
          .withHelp("leave one of them out"));
    }
    Optional<LocalDate> fixed = given.fixed().flatMap(f -> Dates.read(f, problems));
    Optional<Chosen> chosen = given.evidence().flatMap(e -> new ChosenDayChecker(items, problems).check(given.name(),
        e));
    return first == null && Scope.isFree(given.name(), problems) && chosen.isPresent() == given.evidence().isPresent()
        ? Optional.of(new Day(given.name().text(), given.kind(), fixed, chosen))
        : Optional.empty();
  }

  private void checkDaysNeeded(UsedRulesets used) {
    Set<String> given = items.days.stream().map(d -> d.name().text()).collect(Collectors.toSet());
    Map<String, RulesetNode.DayNeeded> needed = new LinkedHashMap<>();
    used.ground().forEach(r -> r.days().forEach(d -> needed.putIfAbsent(d.name().text(), d)));
    needed.values().stream()
        .filter(day -> !given.contains(day.name().text()) && !problems.isBrokenWithin(node.span()))
        .forEach(this::reportMissing);
  }

  private void reportMissing(RulesetNode.DayNeeded day) {
    String name = day.name().text();
    problems.add(Diagnostic.at(node.name().span(), RuleDiagnostic.MISSING_DAY,
            "service " + quote(node.name()) + " does not give day " + quote(name))
        .withLabel(day.name().span(), "needed here")
        .withHelp("write " + quote("day " + name + " = end of period") + ", or what else it is"));
  }
}
