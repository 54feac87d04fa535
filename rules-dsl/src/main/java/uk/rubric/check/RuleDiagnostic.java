package uk.rubric.check;

import java.util.Locale;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Severity;

/** All that the checker can find wrong with rules that read well. */
public enum RuleDiagnostic implements DiagnosticCode {
  /** A file without a rule set and without a service. */
  EMPTY_FILE,
  /** A name, a rule number or a listed code stands twice where it must be one of a kind. */
  DUPLICATE_NAME,
  /** A definition takes a name of the language, or a name with a stop in it. */
  INVALID_NAME,
  /** A line that a service has once stands twice, such as {@code period}. */
  DUPLICATE_ITEM,
  /** A code cluster that the rule set does not define. */
  UNKNOWN_CLUSTER,
  /** A field, or a day, that the rule set does not define. */
  UNKNOWN_FIELD,
  /** A reason that the rule set does not define. */
  UNKNOWN_REASON,
  /** A register or group that is not defined. */
  UNKNOWN_POPULATION,
  /** An indicator that no used rule set defines. */
  UNKNOWN_INDICATOR,
  /** A rule set that no file defines. */
  UNKNOWN_RULESET,
  /** A parameter or measure that the service does not define. */
  UNKNOWN_MEASURE,
  /** A table of points that the service does not define. */
  UNKNOWN_POINTS,
  /** A name of one kind of thing where another kind is expected. */
  WRONG_KIND,
  /** A name that two used rule sets define. */
  AMBIGUOUS_NAME,
  /** An array without its brackets, brackets on what is no array, or an array used as if it were a value. */
  ARRAY_MISMATCH,
  /** Something that is of each entry of an array stands where patients are decided, or the other way round. */
  MISPLACED_EACH,
  /** A label that is never given. */
  UNKNOWN_LABEL,
  /** Fields, populations or measures that need one another in a circle. */
  CYCLE,
  /** A number that is not the identifier of a SNOMED CT concept or reference set. */
  INVALID_SCTID,
  /** A code that a cluster lists twice. */
  DUPLICATE_CODE,
  /** A date that the calendar does not have. */
  IMPOSSIBLE_DATE,
  /** A service asks for another version of a rule set than the file has. */
  RULESET_VERSION,
  /** A span from a later or higher bound to an earlier or lower one. */
  EMPTY_SPAN,
  /** A service without a period. */
  MISSING_PERIOD,
  /** A service that uses no rule set. */
  MISSING_USE,
  /** A day that a used rule set needs and the service does not give. */
  MISSING_DAY,
  /** Two things that cannot be compared, or a thing of one type where another is needed. */
  TYPE_MISMATCH,
  /** Values in two units. */
  UNIT_MISMATCH,
  /** An age compared with a bare number. */
  AGE_WITHOUT_UNIT,
  /** An age in other units than years, or not in whole ones. */
  AGE_UNIT,
  /** A date moved by what is no whole number of days, weeks, months or years, or something that cannot be moved. */
  INVALID_SHIFT,
  /** A date that is moved twice. */
  CHAINED_SHIFT,
  /** {@code spaced} by what is no number of days, or where no days are drawn. */
  INVALID_SPACING,
  /** A number that cannot stand where it does. */
  INVALID_NUMBER,
  /** {@code date} or {@code value} where no entry is under test. */
  OUTSIDE_WHERE,
  /** A question on another ladder in a field. */
  OUTSIDE_LADDER,
  /** The value of a registration, which has none. */
  REGISTRATION_VALUE,
  /** Arithmetic or figures of a practice in a condition on patients. */
  NOT_IN_CONDITIONS,
  /** A condition that is always true or always false. */
  CONSTANT_CONDITION,
  /** A thing compared with itself. */
  SELF_COMPARISON(Severity.WARNING),
  /** A value read on a day without {@code highest} or {@code lowest}. */
  MISSING_EXTREME,
  /** {@code and} and {@code or} without brackets to tell them apart. */
  MIXED_CONNECTIVES,
  /** A ladder without a rule. */
  EMPTY_LADDER,
  /** A rule number that is no whole number. */
  INVALID_RULE_NUMBER,
  /** A rule whose number does not follow that of the rule before: one may have been left out. */
  RULE_GAP(Severity.WARNING),
  /** A rule number that is lower than the one before. */
  RULE_ORDER,
  /** A last rule that gives {@code next}. */
  NO_OUTCOME,
  /** A rule after one that selects or rejects everyone. */
  UNREACHABLE_RULE,
  /** A rule that gives {@code next} in every case. */
  IDLE_RULE(Severity.WARNING),
  /** A reject of a denominator without its reason. */
  MISSING_REASON,
  /** A reason on what is not a reject of a denominator. */
  MISPLACED_REASON,
  /** A classification that selects or rejects, or another ladder that gives a label. */
  WRONG_ACTION,
  /** A reason that no rule gives. */
  UNUSED_REASON(Severity.WARNING),
  /** An indicator without ladders that is not of a register. */
  REGISTER_ONLY_PARENT,
  /** Kinds of figures that arithmetic does not join, such as money times money. */
  FORMULA_KIND,
  /** What belongs to conditions on patients in a formula. */
  NOT_IN_FORMULAS,
  /** A formula that divides by nought. */
  DIVISION_BY_ZERO,
  /** A parameter that is computed. */
  PARAMETER_NOT_CONSTANT,
  /** Values of one parameter of two kinds. */
  PARAMETER_KIND,
  /** Two values of one parameter in force on one day. */
  OVERLAPPING_VALIDITY,
  /** A payment that is no money. */
  PAY_NOT_MONEY,
  /** A payment that does not say how it is rounded to pence. */
  PAY_NOT_ROUNDED,
  /** Rounding by a step of another kind than the figure, or by nought. */
  INVALID_ROUNDING,
  /** A payment shared by points that it does not depend on. */
  SHARED_WITHOUT_POINTS,
  /** An indicator that has points twice. */
  DUPLICATE_POINTS,
  /** Points of rows that do not come to the published total. */
  POINTS_TOTAL,
  /** Published points that no row spells out. */
  POINTS_REMAINDER(Severity.WARNING),
  /** Points of an indicator with a denominator, without thresholds. */
  MISSING_THRESHOLDS,
  /** Thresholds of an indicator that has no denominator. */
  MISPLACED_THRESHOLDS,
  /** The achievement of an indicator that has no denominator. */
  NO_ACHIEVEMENT,
  /** Thresholds that do not rise, or not from 0 % to 100 %. */
  INVALID_THRESHOLDS,
  /** A parameter that has no value on a day for which a figure needs it. */
  PARAMETER_GAP,
  /** A block of formulas that the service does not define. */
  UNKNOWN_BLOCK,
  /** A use of a block that does not fit what it takes. */
  BLOCK_ARGUMENTS,
  /** A block that no figure uses. */
  UNUSED_BLOCK(Severity.WARNING),
  /** A figure of another organisation or time, read as if it were of this one. */
  FIGURE_LEVEL,
  /** A figure of a patient that does not go by the labels of one classification. */
  PATIENT_FIGURE,
  /** A figure for each part of a period that is not divided into such parts. */
  UNDIVIDED_PERIOD,
  /** A share with other arithmetic around it, or without its rounding. */
  SHARE_NOT_ALONE,
  /** A cap that does not say which items it keeps. */
  CAP_UNCLEAR,
  /** {@code is yes} of what is no yes-or-no evidence. */
  NO_EVIDENCE,
  /** A day that practices choose does not stand for a date of each practice, or is the run's own. */
  CHOSEN_DAY,
  /** A classification that no used rule set defines, or a label that it never gives. */
  UNKNOWN_CLASS,
  /** A service that no file defines. */
  UNKNOWN_SERVICE,
  /** A test asks about what its rules do not have. */
  UNKNOWN_SUBJECT,
  /** A test names a rule that the ladder does not have. */
  UNKNOWN_RULE,
  /** An entry of a test belongs to one that is not there. */
  UNKNOWN_ENTRY,
  /** A test that does not say which service or which day it means. */
  MISSING_SERVICE,
  /** A test on a day before its service starts. */
  EARLY_TEST,
  /** A patient of a test without a date of birth. */
  MISSING_BORN,
  /** Something happens to a patient of a test before birth, or ends before it starts. */
  IMPOSSIBLE_PATIENT,
  /** A test that expects nothing, or something of nobody. */
  MISSING_EXPECTATION,
  /** A test expects what no rule does. */
  IMPOSSIBLE_EXPECTATION,
  /** A test names no month or quarter where it must, or one that is not there. */
  TEST_PART;

  private final Severity severity;

  RuleDiagnostic() {
    this(Severity.ERROR);
  }

  RuleDiagnostic(Severity severity) {
    this.severity = severity;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return severity;
  }
}
