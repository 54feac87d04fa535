package uk.rubric.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import uk.rubric.patient.Practice;
import uk.rubric.payment.Achiever;
import uk.rubric.payment.Gain;
import uk.rubric.payment.Gains;
import uk.rubric.payment.Ledger;
import uk.rubric.payment.Payments;
import uk.rubric.plan.Plan;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.service.Supplement;
import uk.rubric.worklist.Found.PatientGaps;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.IndicatorWork;
import uk.rubric.worklist.Worklist.PatientWork;
import uk.rubric.worklist.Worklist.PracticeWork;
import uk.rubric.worklist.Worklist.Standing;
import uk.rubric.worklist.Worklist.WhatIfResult;

/** Puts counts, gaps and money together. For one thread. */
final class Assembly {
  /** Those worth most first; of equal worth those with the least time, then those with the most to do. */
  private static final Comparator<PatientWork> RANKING =
      Comparator.comparing((PatientWork p) -> p.gain().flatMap(Gain::pounds), Assembly::descending)
          .thenComparing(p -> p.gain().flatMap(Gain::points), Assembly::descending)
          .thenComparing(p -> p.actBy().orElse(LocalDate.MAX))
          .thenComparing(p -> -p.gaps().stream().filter(gap -> gap.act().isPresent()).count())
          .thenComparing(PatientWork::patientId);

  private final Workable workable;
  private final Choice choice;
  private final List<PracticeCounts> now;
  private final List<PracticeCounts> atEnd;
  private final Optional<List<PracticeIncome>> incomesNow;
  private final Optional<List<PracticeIncome>> incomesAtEnd;
  private final Optional<Gains> gains;
  private final Map<List<Object>, Gain> known = new HashMap<>();
  private final Map<String, List<PatientGaps>> patients;
  private final WhatIfs whatIfs;
  private final Map<String, String> names = new HashMap<>();

  Assembly(
      Plan plan, Plan planAtEnd, Workable workable, Choice choice, Found found, Supplement supplement,
      List<Practice> practices) {
    this.workable = workable;
    this.choice = choice;
    now = found.now().counts(practices);
    atEnd = found.atEnd().counts(practices);
    boolean pays = plan.service().hasPayments();
    Ledger ledger = supplement.ledger(atEnd, practices);
    incomesNow = Optional.of(plan).filter(p -> pays)
        .map(p -> Payments.of(p).incomes(supplement.ledger(now, practices)).practices());
    incomesAtEnd = Optional.of(planAtEnd).filter(p -> pays).map(p -> Payments.of(p).incomes(ledger).practices());
    gains = Optional.of(planAtEnd).filter(p -> pays).map(p -> Payments.of(p).gains(ledger));
    whatIfs = new WhatIfs(planAtEnd, ledger, incomesAtEnd.orElse(List.of()));
    patients = found.patients().stream().collect(Collectors.groupingBy(PatientGaps::practice));
    practices.forEach(practice -> practice.name().ifPresent(name -> names.put(practice.code(), name)));
  }

  private static <T extends Comparable<T>> int descending(Optional<T> left, Optional<T> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    return right.get().compareTo(left.get());
  }

  List<WhatIfResult> whatIfs() {
    return choice.whatIfs().stream().map(asked -> whatIfs.of(asked, choice.practice())).toList();
  }

  List<PracticeWork> practices() {
    List<PracticeWork> work = new ArrayList<>();
    for (int i = 0; i < atEnd.size(); i++) {
      if (isCounted(i) && choice.practice().map(atEnd.get(i).practice()::equals).orElse(true)) {
        work.add(practice(i));
      }
    }
    return work;
  }

  /** Whether the practice's patients could be decided. */
  private boolean isCounted(int index) {
    return now.get(index).awaits().isEmpty() && atEnd.get(index).awaits().isEmpty();
  }

  private PracticeWork practice(int index) {
    PracticeCounts counts = atEnd.get(index);
    List<PatientGaps> own = patients.getOrDefault(counts.practice(), List.of());
    List<PatientWork> ranked = ranked(counts, own);
    int shown = Math.min(choice.limit().orElse(ranked.size()), ranked.size());
    return new PracticeWork(counts.practice(), Optional.ofNullable(names.get(counts.practice())),
        income(incomesNow, index), income(incomesAtEnd, index), indicators(index, own), ranked.subList(0, shown),
        ranked.size() - shown, own.stream().filter(PatientGaps::died).count());
  }

  private static Optional<BigDecimal> income(Optional<List<PracticeIncome>> incomes, int index) {
    return incomes.flatMap(all -> all.get(index).total());
  }

  private List<PatientWork> ranked(PracticeCounts counts, List<PatientGaps> own) {
    List<PatientWork> unranked =
        own.stream().flatMap(patient -> work(counts, patient).stream()).sorted(RANKING).toList();
    List<PatientWork> ranked = new ArrayList<>();
    for (PatientWork work : unranked) {
      ranked.add(new PatientWork(ranked.size() + 1, work.patientId(), work.gain(), work.actBy(), work.gaps()));
    }
    return ranked;
  }

  private Optional<PatientWork> work(PracticeCounts counts, PatientGaps patient) {
    List<Gap> gaps = patient.gaps().stream().filter(this::isListed)
        .map(gap -> gap.with(gap.act().flatMap(act -> gain(counts, List.of(gap)))))
        .toList();
    List<Gap> closable = gaps.stream().filter(gap -> gap.act().isPresent()).toList();
    return gaps.isEmpty() ? Optional.empty() : Optional.of(new PatientWork(0, patient.patientId(),
        closable.isEmpty() ? Optional.empty() : gain(counts, closable),
        closable.stream().map(gap -> gap.act().orElseThrow().by()).min(LocalDate::compareTo), gaps));
  }

  /** Who is excepted, and whom no act brings back, is on the list of the excepted alone. */
  private boolean isListed(Gap gap) {
    return choice.exceptedOnly()
        ? gap.standing() == Standing.EXCEPTED
        : gap.standing() == Standing.NOT_ACHIEVED || gap.act().isPresent();
  }

  private Optional<Gain> gain(PracticeCounts counts, List<Gap> gaps) {
    List<Achiever> achievers = gaps.stream().map(Assembly::achiever).toList();
    return gains.map(g -> {
      List<Object> key = List.of(counts.practice(), achievers);
      return known.computeIfAbsent(key, k -> g.of(counts, achievers));
    });
  }

  private static Achiever achiever(Gap gap) {
    return new Achiever(gap.indicator(), gap.rejection().map(r -> new Rejected(r.rule(), r.reason(), 0)));
  }

  private List<IndicatorWork> indicators(int index, List<PatientGaps> own) {
    return workable.indicators().stream()
        .map(output -> output.id())
        .filter(id -> choice.indicator().map(id::equals).orElse(true))
        .map(id -> indicator(id, index, own))
        .toList();
  }

  private IndicatorWork indicator(String id, int index, List<PatientGaps> own) {
    List<Gap> gaps = own.stream().flatMap(patient -> patient.gaps().stream())
        .filter(gap -> gap.indicator().equals(id)).toList();
    List<Gap> open = gaps.stream().filter(gap -> gap.standing() == Standing.NOT_ACHIEVED).toList();
    List<Gap> excepted = gaps.stream().filter(gap -> gap.standing() == Standing.EXCEPTED).toList();
    Optional<IndicatorIncome> income = incomesAtEnd.flatMap(all ->
        all.get(index).indicators().stream().filter(i -> i.id().equals(id)).findFirst());
    return new IndicatorWork(id, fraction(now.get(index), id), fraction(atEnd.get(index), id), open.size(), acts(open),
        excepted.size(), acts(excepted), gaps.stream().filter(Gap::willExpire).count(),
        income.map(IndicatorIncome::patientsToLower).orElse(OptionalLong.empty()),
        income.map(IndicatorIncome::patientsToUpper).orElse(OptionalLong.empty()));
  }

  private static long acts(List<Gap> gaps) {
    return gaps.stream().filter(gap -> gap.act().isPresent()).count();
  }

  private static Fraction fraction(PracticeCounts counts, String id) {
    return counts.indicators().stream()
        .filter(count -> count.id().equals(id)).findFirst()
        .flatMap(count -> count.fraction()).orElseThrow();
  }
}
