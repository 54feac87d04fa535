package uk.rubric.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedService;
import uk.rubric.payment.Gain;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.worklist.Worklist;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.IndicatorWork;
import uk.rubric.worklist.Worklist.PatientWork;
import uk.rubric.worklist.Worklist.PracticeWork;

/** A worklist for people at a terminal; it names patients. Thread-safe. */
public final class WorklistTable {
  private static final String NONE = "-";

  private final Worklist list;
  private final boolean pays;
  private final RestsOn placeholders;
  private final String star;

  private WorklistTable(Worklist list) {
    this.list = list;
    pays = list.plan().service().hasPayments();
    placeholders = RestsOn.placeholder(list.plan());
    star = star(pays && placeholders.total());
  }

  /** The lines, each with its end; the same list always gives the same ones. */
  public static String of(Worklist list) {
    return new WorklistTable(list).text();
  }

  private String text() {
    return head()
        + list.practices().stream().map(practice -> "\n" + practice(practice)).collect(Collectors.joining())
        + (list.practices().isEmpty() ? "\nNo practice and no patient in the extract\n" : "")
        + WhatIfTable.of(list)
        + ForecastTable.of(list.forecast(), list.plan())
        + notCovered()
        + TableReport.setAside(list.setAside())
        + TableReport.notes(list.plan());
  }

  private String head() {
    Plan plan = list.plan();
    CheckedService service = plan.service();
    boolean later = plan.achievementDate().isBefore(list.to());
    return (service.name() + "  " + service.title()).strip() + '\n'
        + service.authority().map(authority -> "authority  " + authority + '\n').orElse("")
        + "status     " + TableReport.status(service.status()) + '\n'
        + "as at      " + plan.achievementDate() + ", " + plan.mode().word() + '\n'
        + "decided    at " + list.to() + (later ? ", as if nothing more were recorded" : "") + '\n'
        + "acts       from " + list.from() + " to " + list.to() + '\n'
        + "engine     " + list.engine() + '\n';
  }

  private String practice(PracticeWork practice) {
    String name = practice.name().map(n -> "  " + Display.oneLine(n)).orElse("");
    return "Practice " + practice.practice() + name + '\n' + incomes(practice)
        + "\n" + indicators(practice) + "\n" + patients(practice) + left(practice);
  }

  private String incomes(PracticeWork practice) {
    if (!pays) {
      return "";
    }
    String now = "  Income £" + money(practice.incomeNow()) + star + " as at " + list.plan().achievementDate();
    return list.plan().achievementDate().equals(list.to())
        ? now + '\n'
        : now + ", £" + money(practice.incomeAtEnd()) + star + " at " + list.to() + " if nothing more is recorded\n";
  }

  private static String money(Optional<BigDecimal> pounds) {
    return pounds.map(Display::groupedMoney).orElse(" not computable");
  }

  private String indicators(PracticeWork practice) {
    TextTable table = new TextTable("  ").words("Indicator").figures("Achieved now").figures("At the end").words("")
        .figures("Not achieved").figures("Act found").figures("Excepted").figures("Recallable").figures("Will expire")
        .figures("To lower").figures("To upper");
    for (IndicatorWork work : practice.indicators()) {
      table.row(work.id(), fraction(work.now()), fraction(work.atEnd()), star(placeholders.counts(work.id())),
          Display.grouped(work.notAchieved()),
          Display.grouped(work.notAchievedAct()), Display.grouped(work.excepted()), Display.grouped(work.recallable()),
          Display.grouped(work.willExpire()), count(work.patientsToLower()), count(work.patientsToUpper()));
    }
    return table.isEmpty() ? "  No indicator that decides patients\n" : table.toString();
  }

  private static String fraction(Fraction fraction) {
    return Display.grouped(fraction.numerator()) + " of " + Display.grouped(fraction.denominator());
  }

  private static String count(OptionalLong count) {
    return count.isPresent() ? Display.grouped(count.getAsLong()) : NONE;
  }

  private String patients(PracticeWork practice) {
    TextTable table = new TextTable("  ").figures("Rank").words("Patient").figures(pays ? "Worth £" : "").words("")
        .figures(pays ? "Points" : "").words("Act by").words("Indicator").text("");
    practice.patients().forEach(patient -> patient(table, patient));
    return table.isEmpty() ? "  Nobody is left to see\n" : table.toString();
  }

  /** A line for the patient, and below it one for each gap when there are several. */
  private void patient(TextTable table, PatientWork patient) {
    boolean single = patient.gaps().size() == 1;
    String indicators = patient.gaps().stream().map(Gap::indicator).collect(Collectors.joining(", "));
    table.row(String.valueOf(patient.rank()), Display.oneLine(patient.patientId()), pounds(patient.gain()),
        star(patient.gain(), WorklistWords.rests(placeholders, patient)), points(patient.gain()), day(patient.actBy()),
        single ? indicators : "", single ? WorklistWords.gap(patient.gaps().get(0)) : indicators);
    if (!single) {
      patient.gaps().forEach(gap -> table.row("", "", pounds(gap.gain()),
          star(gap.gain(), placeholders.worth(gap.indicator())), points(gap.gain()),
          day(gap.act().map(act -> act.by())), gap.indicator(), WorklistWords.gap(gap)));
    }
  }

  private String pounds(Optional<Gain> gain) {
    return pays ? gain.flatMap(Gain::pounds).map(Display::groupedMoney).orElse(NONE) : "";
  }

  private String points(Optional<Gain> gain) {
    return pays ? gain.flatMap(Gain::points).map(Display::points).orElse(NONE) : "";
  }

  private static String star(Optional<Gain> gain, boolean placeholder) {
    return star(placeholder && gain.flatMap(Gain::pounds).isPresent());
  }

  private static String star(boolean placeholder) {
    return placeholder ? "*" : "";
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(NONE);
  }

  private static String left(PracticeWork practice) {
    String more = practice.unlisted() == 0 ? "" : "  and " + Display.grouped(practice.unlisted()) + " more\n";
    return more + (practice.died() == 0 ? ""
        : "  Not listed, as they have died: " + Display.grouped(practice.died()) + '\n');
  }

  private String notCovered() {
    return list.notCovered().isEmpty() ? ""
        : "\nNot in this list, as they decide entries, or the name stands for two: "
        + String.join(", ", list.notCovered()) + '\n';
  }
}
