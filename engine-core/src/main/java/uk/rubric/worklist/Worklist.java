package uk.rubric.worklist;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Stretch;
import uk.rubric.payment.Gain;
import uk.rubric.plan.Plan;
import uk.rubric.result.Forecast;
import uk.rubric.result.Manifest;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.SetAside;
import uk.rubric.value.Unit;

/**
 * What is left to do in a service, as lists of patients. It names patients. Immutable.
 *
 * @param plan at the achievement date, after which nothing of the record is used
 * @param engine name of the evaluator that decided
 * @param from the first day on which an act was tried
 * @param to the last one: the end of the period, on which everything is decided
 * @param practices by rising practice code
 * @param notCovered indicators that decide entries instead of patients, or whose name stands for two: nothing of them
 *     is listed
 * @param whatIfs in the order in which they were asked
 * @param forecast of the end of the period, when it was asked
 */
public record Worklist(
    Plan plan,
    String engine,
    LocalDate from,
    LocalDate to,
    List<PracticeWork> practices,
    List<String> notCovered,
    List<WhatIfResult> whatIfs,
    SetAside setAside,
    Manifest manifest,
    Optional<Forecast> forecast) {
  public Worklist {
    practices = List.copyOf(practices);
    notCovered = List.copyOf(notCovered);
    whatIfs = List.copyOf(whatIfs);
  }

  /** The same with a forecast beside it, and what is odd with that among the warnings. */
  public Worklist with(Forecast other, SetAside all) {
    return new Worklist(plan, engine, from, to, practices, notCovered, whatIfs, all, manifest, Optional.of(other));
  }

  /**
   * One practice.
   *
   * @param name as the extract states it
   * @param incomeNow all payments as at the achievement date; empty without payments, or when one cannot be computed
   * @param incomeAtEnd likewise at the end of the period, if nothing more is recorded
   * @param indicators in the order of the report
   * @param patients ranked: those who are worth most first
   * @param unlisted how many further patients a limit left out
   * @param died how many who have died would be on the list
   */
  public record PracticeWork(
      String practice,
      Optional<String> name,
      Optional<BigDecimal> incomeNow,
      Optional<BigDecimal> incomeAtEnd,
      List<IndicatorWork> indicators,
      List<PatientWork> patients,
      long unlisted,
      long died) {
    public PracticeWork {
      indicators = List.copyOf(indicators);
      patients = List.copyOf(patients);
    }
  }

  /**
   * One indicator of a practice, living patients alone but for the fractions.
   *
   * @param now denominator and numerator as at the achievement date
   * @param atEnd at the end of the period, if nothing more is recorded
   * @param notAchieved how many of the denominator at the end have not achieved
   * @param notAchievedAct for how many of these an act was found
   * @param excepted how many are rejected with a personalised care adjustment
   * @param recallable for how many of these an act was found that brings them back
   * @param willExpire how many of either achieve today and will not at the end
   * @param patientsToLower at the end, as a result has it
   * @param patientsToUpper likewise
   */
  public record IndicatorWork(
      String id,
      Fraction now,
      Fraction atEnd,
      long notAchieved,
      long notAchievedAct,
      long excepted,
      long recallable,
      long willExpire,
      OptionalLong patientsToLower,
      OptionalLong patientsToUpper) {}

  /**
   * A patient at a practice, across indicators.
   *
   * @param rank from 1 in the practice
   * @param gain what the practice gains when all gaps with an act are closed; empty when there is none, or no payments
   * @param actBy the earliest last day of any gap
   * @param gaps in the order of the report
   */
  public record PatientWork(
      int rank, String patientId, Optional<Gain> gain, Optional<LocalDate> actBy, List<Gap> gaps) {
    public PatientWork {
      gaps = List.copyOf(gaps);
    }
  }

  /** Where a patient of a gap stands at the end of the period, if nothing more is recorded. */
  public enum Standing {
    /** In the denominator and not achieved. */
    NOT_ACHIEVED,
    /** Rejected from the denominator with a personalised care adjustment: by achieving the patient comes into both. */
    EXCEPTED;

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A patient and an indicator that is not achieved.
   *
   * @param rejection of one who is excepted
   * @param willExpire whether the patient achieves today: as at the achievement date, in the period or in the twelve
   *     months before it
   * @param missing conditions of the numerator that fail, as the rules have them
   * @param act what would achieve; empty when none was found
   * @param gain what the practice gains when this gap alone is closed; empty without an act, or without payments
   */
  public record Gap(
      String indicator,
      Standing standing,
      Optional<Rejection> rejection,
      boolean willExpire,
      List<String> missing,
      Optional<Act> act,
      Optional<Gain> gain) {
    public Gap {
      missing = List.copyOf(missing);
    }

    Gap with(Optional<Gain> other) {
      return new Gap(indicator, standing, rejection, willExpire, missing, act, other);
    }
  }

  /** Which rule of the denominator rejected, and why. */
  public record Rejection(int rule, Reason reason) {}

  /**
   * Entries of one day, or of several, with which the patient achieves.
   *
   * @param entries those of the first day
   * @param by the last day on which they do: an evaluator has decided the patient with them on that day, and on each
   *     later one up to the end of the period
   * @param later those of later days when the first are made on the last day; most acts have none. Made earlier, they
   *     are as far apart
   */
  public record Act(List<ActEntry> entries, LocalDate by, List<Later> later) {
    public Act {
      entries = List.copyOf(entries);
      later = List.copyOf(later);
    }

    /** Of one day. */
    public Act(List<ActEntry> entries, LocalDate by) {
      this(entries, by, List.of());
    }
  }

  /** Entries of a later day of an act. */
  public record Later(LocalDate on, List<ActEntry> entries) {
    public Later {
      entries = List.copyOf(entries);
    }
  }

  /**
   * An entry of an act.
   *
   * @param clusters those that the numerator reads and that the code is in
   * @param value a value with which it achieves, where it needs one
   * @param accepts which values achieve, in words such as {@code at most 58}
   * @param unit of the value
   */
  public record ActEntry(List<String> clusters, Optional<BigDecimal> value, String accepts, Unit unit) {
    public ActEntry {
      clusters = List.copyOf(clusters);
    }
  }

  /**
   * What a larger register would change, everything reckoned again at the end of the period.
   *
   * @param notChanged indicators of smaller populations within the register, which stay as they are
   * @param practices each by itself, with the others as they are
   */
  public record WhatIfResult(WhatIf asked, List<String> notChanged, List<PracticeWhatIf> practices) {
    public WhatIfResult {
      notChanged = List.copyOf(notChanged);
      practices = List.copyOf(practices);
    }
  }

  /**
   * One practice at present and with the larger register. Only what differs is in the lists.
   *
   * @param before patients on the register
   * @param points of indicators
   * @param incomeBefore all payments; empty without payments, or when one cannot be computed
   */
  public record PracticeWhatIf(
      String practice,
      long before,
      long after,
      long listSize,
      List<Change> points,
      List<Change> measures,
      List<Change> payments,
      Optional<BigDecimal> incomeBefore,
      Optional<BigDecimal> incomeAfter) {
    public PracticeWhatIf {
      points = List.copyOf(points);
      measures = List.copyOf(measures);
      payments = List.copyOf(payments);
    }
  }

  /** A figure that comes to something else; empty where it is not known. */
  public record Change(
      String name, Optional<Stretch> part, Optional<BigFraction> before, Optional<BigFraction> after) {}
}
