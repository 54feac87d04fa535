package uk.rubric.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.payment.Payments.Incomes;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Place;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.syntax.ServiceNode.Level;

/** What holds of all payments, whatever the counts: the laws that a contract may lean on. */
class PaymentLawsProperties {
  private static final String HEAD =
      RuleText.ruleset("DM", "DM_REG", "DM017", "DM020")
          + """
          service LAWS {
            period from 2025-04-01 to 2026-03-31 by month
            day ACHV_DAT = run date
            use DM version 1.0
          """;

  /** One payment of each shape that a published contract has; more achievers never earn less in any of them. */
  private static final String RISING = HEAD + """
        parameter POINT_VALUE = £225.49
        points DM {
          DM017: 6
          DM020: 17 from 35% to 75%
        }
        block QOF_PAY(IND, MAX, LOW, HIGH) =
          MAX * slide(achievement of IND, LOW, HIGH) * POINT_VALUE * (LIST / 9085) rounded half up to £0.01
        measure IMPROVED per practice = slide(achievement of DM020 - 20%, 1%, 30%)
        pay TABLE per practice = points of DM * POINT_VALUE rounded half up to £0.01 shared by points of DM
        pay BLOCK per practice = QOF_PAY(DM020, 10, 40%, 90%)
        pay BETTER per practice = highest of (slide(achievement of DM020, 50%, 60%), IMPROVED) * £1000
          rounded half even to £0.01
        pay CAPPED per practice = lowest of (numerator of DM020, 40 patients) * £10.06 rounded down to £0.01
        pay BONUS per practice = £2000 rounded up to £0.01 when achievement of DM020 >= 70%
        pay TIERED per practice =
          if achievement of DM020 < 30% then £100 else if achievement of DM020 < 60% then £200 else £300
          rounded half up to £0.01
      }
      """;

  private static final Payments PAYMENTS = RuleText.payments(RISING);

  private static PracticeCounts counts(long list, long numerator, long denominator) {
    return new CountsOf(list)
        .register("DM", "DM_REG", denominator)
        .registerOnly("DM017", denominator)
        .indicator("DM020", numerator, denominator)
        .counts();
  }

  private static BigDecimal total(long list, long numerator, long denominator) {
    return PAYMENTS.income(counts(list, numerator, denominator)).total().orElseThrow();
  }

  private static IndicatorIncome indicator(long list, long numerator, long denominator) {
    return PAYMENTS.income(counts(list, numerator, denominator)).indicators().get(1);
  }

  @Property
  void oneMoreAchieverNeverLowersPay(
      @ForAll @IntRange(max = 20_000) int list, @ForAll @IntRange(min = 1, max = 900) int denominator,
      @ForAll @IntRange(max = 899) int achieved) {
    int numerator = achieved % denominator;
    assertThat(total(list, numerator + 1, denominator)).isGreaterThanOrEqualTo(total(list, numerator, denominator));
  }

  @Property(tries = 40)
  void valuesOfTheNextPatientAddUpToAllThatIsAtRisk(
      @ForAll @IntRange(max = 20_000) int list, @ForAll @IntRange(min = 1, max = 60) int denominator) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int numerator = 0; numerator < denominator; numerator++) {
      BigDecimal next = indicator(list, numerator, denominator).worth().orElseThrow().next().orElseThrow();
      assertThat(next).isEqualByComparingTo(
          total(list, numerator + 1, denominator).subtract(total(list, numerator, denominator)));
      sum = sum.add(next);
    }
    assertThat(sum).isEqualByComparingTo(indicator(list, 0, denominator).worth().orElseThrow().all());
    assertThat(sum).isEqualByComparingTo(
        total(list, denominator, denominator).subtract(total(list, 0, denominator)));
    assertThat(indicator(list, denominator, denominator).worth().orElseThrow().next()).isEmpty();
  }

  @Property
  void patientsToAThresholdAreThoseThatCountingThemOneByOneFinds(
      @ForAll @IntRange(min = 1, max = 300) int denominator, @ForAll @IntRange(max = 300) int achieved) {
    int numerator = achieved % (denominator + 1);
    IndicatorIncome indicator = indicator(1000, numerator, denominator);
    assertThat(indicator.patientsToLower()).hasValue(counted(numerator, denominator, 35));
    assertThat(indicator.patientsToUpper()).hasValue(counted(numerator, denominator, 75));
  }

  private static long counted(int numerator, int denominator, int percent) {
    long more = 0;
    while ((numerator + more) * 100 < (long) percent * denominator) {
      more++;
    }
    return more;
  }

  @Property
  void reachingExactlyTheLowerThresholdEarnsNothing(@ForAll @IntRange(min = 1, max = 500) int times) {
    IndicatorIncome atLower = indicator(1000, 7L * times, 20L * times);
    assertThat(atLower.points()).contains(BigFraction.ZERO);
    assertThat(atLower.patientsToLower()).hasValue(0);
    assertThat(indicator(1000, 7L * times + 1, 20L * times).points().orElseThrow().signum()).isPositive();
  }

  @Property
  void sharesAddUpToThePayment(
      @ForAll @IntRange(min = 1, max = 900) int denominator, @ForAll @IntRange(max = 900) int achieved) {
    PracticeIncome income = PAYMENTS.income(counts(1000, achieved % (denominator + 1), denominator));
    BigDecimal shares = income.indicators().stream()
        .map(i -> i.income().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(MoneyOf.pounds(income.payments().get(0))).isEqualByComparingTo(shares);
    assertThat(income.payments().stream().map(MoneyOf::pounds).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(income.total().orElseThrow());
  }

  // A pot of an ICB, shared to its PCNs and on to their practices, beside what practices earn themselves.

  private static final Payments LEVELS = RuleText.payments(HEAD + """
        pay POT per icb = £1.37 * numerator of DM020 + £100.01 rounded half up to £0.01
        pay PCN_PART per pcn = share of POT by LIST rounded half up to £0.01
        pay PART per practice = share of PCN_PART by LIST rounded half up to £0.01
        pay OWN per practice = £0.33 * numerator of DM020 rounded half up to £0.01
        measure YEAR per practice = £1.21 * LIST rounded half up to £0.01
        pay INSTALMENT per practice per month = share of YEAR by month rounded half up to £0.01
      }
      """);

  private record Surgery(String code, int pcn, int list, int numerator) {
    PracticeCounts counts() {
      PracticeCounts plain = new CountsOf(list)
          .register("DM", "DM_REG", 500).registerOnly("DM017", 500).indicator("DM020", numerator, 500).counts();
      return new PracticeCounts(code, list, true, plain.registers(), plain.indicators(), plain.sizes())
          .at(new Place(Optional.of("P" + pcn), Optional.of("I"), Optional.empty()));
    }
  }

  @Provide
  static Arbitrary<List<Surgery>> surgeries() {
    Arbitrary<Surgery> one = Combinators.combine(
            Arbitraries.integers().between(1, 3), Arbitraries.integers().between(1, 15_000),
            Arbitraries.integers().between(0, 500))
        .as((pcn, list, numerator) -> new Surgery("", pcn, list, numerator));
    return one.list().ofMinSize(1).ofMaxSize(8).map(all -> {
      List<Surgery> named = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        named.add(new Surgery("A" + i, all.get(i).pcn(), all.get(i).list(), all.get(i).numerator()));
      }
      return named;
    });
  }

  private static Incomes incomes(List<Surgery> surgeries) {
    return LEVELS.incomes(Ledger.of(surgeries.stream().map(Surgery::counts).toList()));
  }

  @Property(tries = 200)
  void partsOfPracticesAddUpToTheirPcnAndThoseToTheIcb(@ForAll("surgeries") List<Surgery> surgeries) {
    Incomes incomes = incomes(surgeries);
    BigDecimal pcnParts = BigDecimal.ZERO;
    for (GroupIncome group : incomes.groups()) {
      if (group.level() == Level.PCN) {
        BigDecimal part = MoneyOf.pounds(group.payments().get(0));
        pcnParts = pcnParts.add(part);
        BigDecimal practices = BigDecimal.ZERO;
        for (int i = 0; i < surgeries.size(); i++) {
          if (group.practices().contains(surgeries.get(i).code())) {
            practices = practices.add(MoneyOf.named("PART", incomes.practices().get(i)));
          }
        }
        assertThat(practices).isEqualByComparingTo(part);
      } else {
        assertThat(MoneyOf.pounds(group.payments().get(0))).isEqualByComparingTo(pcnParts);
        BigDecimal all = incomes.practices().stream()
            .map(p -> p.total().orElseThrow()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(group.total().orElseThrow()).as("each pound once").isEqualByComparingTo(all);
      }
    }
  }

  /** Practices of a PCN state whatever ICB they like, or none: the PCN belongs to one, and nothing is paid twice. */
  @Property(tries = 200)
  void thereIsEachPoundOnceInAllWhateverIcbTheMembersOfAPcnState(
      @ForAll("surgeries") List<Surgery> surgeries,
      @ForAll @Size(8) List<@From("icbs") Optional<String>> icbs) {
    List<PracticeCounts> practices = new ArrayList<>();
    for (int i = 0; i < surgeries.size(); i++) {
      PracticeCounts counts = surgeries.get(i).counts();
      practices.add(counts.at(new Place(counts.place().pcn(), icbs.get(i), Optional.empty())));
    }
    Incomes incomes = LEVELS.incomes(Ledger.of(practices));

    BigDecimal paid = BigDecimal.ZERO;
    for (PracticeIncome practice : incomes.practices()) {
      paid = paid.add(MoneyOf.named("OWN", practice)).add(MoneyOf.named("INSTALMENT", practice));
    }
    for (GroupIncome group : incomes.groups()) {
      paid = group.level() == Level.ICB ? paid.add(MoneyOf.pounds(group.payments().get(0))) : paid;
    }
    boolean isEveryPcnInAnIcb = practices.stream().allMatch(practice -> practices.stream()
        .anyMatch(other -> other.place().pcn().equals(practice.place().pcn()) && other.place().icb().isPresent()));
    assertThat(incomes.total().map(BigDecimal::stripTrailingZeros))
        .isEqualTo(isEveryPcnInAnIcb ? Optional.of(paid.stripTrailingZeros()) : Optional.empty());
    assertThat(LEVELS.total(Ledger.of(practices))).isEqualTo(incomes.total());
  }

  @Provide
  static Arbitrary<Optional<String>> icbs() {
    return Arbitraries.of(Optional.of("I"), Optional.of("J"), Optional.empty());
  }

  @Property(tries = 100)
  void instalmentsAddUpToTheYear(@ForAll @IntRange(max = 30_000) int list) {
    PracticeIncome income = incomes(List.of(new Surgery("A", 1, list, 3))).practices().get(0);
    assertThat(MoneyOf.named("INSTALMENT", income))
        .isEqualByComparingTo(MoneyOf.exact(income.measures().get(0)));
    assertThat(income.payments().stream().filter(p -> p.name().equals("INSTALMENT"))).hasSize(12);
  }

  @Property(tries = 100)
  void theOrderOfPracticesDoesNotMatter(@ForAll("surgeries") List<Surgery> surgeries, @ForAll Random random) {
    List<Surgery> shuffled = new ArrayList<>(surgeries);
    Collections.shuffle(shuffled, random);
    Incomes ordered = incomes(surgeries);
    Incomes other = incomes(shuffled);
    assertThat(other.groups()).isEqualTo(ordered.groups());
    for (int i = 0; i < shuffled.size(); i++) {
      assertThat(other.practices().get(i)).isEqualTo(ordered.practices().get(surgeries.indexOf(shuffled.get(i))));
    }
  }

  /** Pounds of figures. */
  private static final class MoneyOf {
    static BigDecimal pounds(Figure figure) {
      return exact(figure);
    }

    static BigDecimal exact(Figure figure) {
      BigFraction value = figure.value().orElseThrow();
      return new BigDecimal(value.getNumerator()).divide(new BigDecimal(value.getDenominator()));
    }

    static BigDecimal named(String name, PracticeIncome income) {
      return income.payments().stream().filter(p -> p.name().equals(name)).map(MoneyOf::exact)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }
}
