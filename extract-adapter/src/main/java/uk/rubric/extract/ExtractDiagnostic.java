package uk.rubric.extract;

import java.util.Locale;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticCode;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Severity;

/** What can be wrong with an extract. */
public enum ExtractDiagnostic implements DiagnosticCode {
  /** A required column is not there. */
  MISSING_COLUMN(Weight.ENDS_RUN, "a required column is missing"),
  /** Two columns have one name, so that nobody can say which one counts. */
  DUPLICATE_COLUMN(Weight.ENDS_RUN, "two columns have this name"),
  /** A file without its first line, or with one that names no known column. */
  NO_HEADER(Weight.ENDS_RUN, "expected the names of the columns in the first line"),
  /** One file in two forms, so that nobody can say which one counts. */
  TWO_FORMS(Weight.ENDS_RUN, "this file is there in two forms"),
  /** A file in Parquet that is damaged, or holds what is not read, or that nothing is there to read. */
  UNREADABLE_PARQUET(Weight.ENDS_RUN, "this file in Parquet cannot be read"),
  /** Quotation marks in the first line that do not pair. */
  BROKEN_HEADER(
      Weight.ENDS_RUN,
      "a quotation mark in the first line is opened and not closed on it, or text follows the closing one",
      "write the names of the columns without quotation marks"),
  /** A file of a prepared extract that is not as it was written. */
  DAMAGED_EXTRACT(
      Weight.ENDS_RUN,
      "this file of a prepared extract is missing, cut short or not as it was written, so nothing in it can be trusted",
      "prepare the extract again with `rubric prepare`"),
  /** A prepared extract of another version of the format. */
  PREPARED_VERSION(
      Weight.ENDS_RUN,
      "this extract was prepared by another version of this program, whose form this one does not read",
      "prepare the extract again with `rubric prepare`"),
  /** The day of the command makes a difference that a prepared extract does not hold. */
  PREPARED_TOO_EARLY(
      Weight.ENDS_RUN,
      "a patient was set aside for a date that lay in the future when the extract was prepared, and does so no longer",
      "prepare the extract again with `rubric prepare`"),

  /** A column that this version does not know; counted when its name resembles a known one that the file lacks. */
  UNKNOWN_COLUMN(Weight.COUNTED_ODDITY, "this column is not known and is not read"),
  /** A row that stands there again, cell by cell; counts once. */
  REPEATED_ROW(Weight.NOTICE, "this row repeats an earlier one and counts once"),
  /** The entries of a patient stand apart, and there are too many to sort them in memory. */
  NOT_GROUPED(
      Weight.NOTICE,
      "the rows of one patient do not stand together, so all are sorted in temporary files first",
      "an extract whose rows are grouped by patient is read faster"),
  /** Patients without any registration: in no practice's record. */
  NO_REGISTRATION(Weight.NOTICE, "there are patients without a registration, in no practice's record"),

  /** More or fewer cells than columns. */
  WRONG_CELL_COUNT(
      Weight.RECORD,
      "expected as many cells as there are columns",
      "put a text that has a comma in it between quotation marks"),
  /** Bytes that are not UTF-8. */
  BAD_ENCODING(Weight.RECORD, "expected text in UTF-8", "save the file as UTF-8"),
  /** Quotation marks that do not pair on their line. */
  BAD_QUOTES(
      Weight.RECORD,
      "a quotation mark is opened and not closed on this line, or text follows the closing one",
      "a record is one line: put the whole cell between quotation marks, double those inside it, take out line breaks"),
  BLANK_PATIENT_ID(Weight.RECORD, "expected a patient's identifier and found a blank"),
  BLANK_PRACTICE_CODE(Weight.RECORD, "expected a practice's code and found a blank"),
  UNKNOWN_PATIENT(Weight.RECORD, "this patient is not in `patients.csv`"),
  /** A registration or entry of a patient who was set aside. */
  PATIENT_SET_ASIDE(Weight.RECORD, "the patient of this record was set aside"),
  /** Two patients with one identifier and different data. */
  CONFLICTING_PATIENT(Weight.RECORD, "another row has this patient's identifier and other data"),
  /** Two practices with one code and different data. */
  CONFLICTING_PRACTICE(Weight.RECORD, "another row has this practice's code and other data"),
  MISSING_DATE(Weight.RECORD, "expected a date in the form `2021-03-31` and found a blank"),
  BAD_DATE(Weight.RECORD, "expected a date that exists, in the form `2021-03-31`"),
  /** Later than the day of the command. */
  FUTURE(Weight.RECORD, "this date lies in the future"),
  BORN_AFTER_EVENT(Weight.RECORD, "this date lies before the patient's date of birth"),
  DIED_BEFORE_BORN(Weight.RECORD, "the patient's death lies before the birth"),
  ENDS_BEFORE_START(Weight.RECORD, "the registration ends before it starts"),
  BAD_CODE(
      Weight.RECORD,
      "expected the identifier of a SNOMED CT concept: 6 to 18 digits with a right check digit",
      "a spreadsheet rounds numbers of more than 15 digits: keep the column as text"),
  BAD_VALUE(
      Weight.RECORD,
      "expected a decimal number such as `48` or `7.5`, or a blank",
      "write it without a comparison sign, separators of thousands or an exponent"),
  /** When the rules ask the sex. */
  BAD_SEX(
      Weight.RECORD,
      "expected `female`, `male`, `indeterminate` or `unknown`, the first letter of one, or a blank"),
  /** When the rules ask for the value entered last. */
  BAD_ENTERED(Weight.RECORD, "expected a day or moment that exists, such as `2021-03-31T09:30`, or a blank"),
  /** When the rules ask the episode. */
  BAD_EPISODE(Weight.RECORD, "expected `first`, `new`, `review` or `ended`, or a blank"),
  BAD_LIST_SIZE(Weight.RECORD, "expected a whole number from 0, or a blank"),
  BAD_LEVEL(Weight.RECORD, "expected `practice`, `pcn` or `icb`"),
  BLANK_ORG_CODE(Weight.RECORD, "expected the code of a practice, PCN or ICB and found a blank"),
  /** An answer to nothing, or a figure of the past without the word for what it is. */
  BLANK_ITEM(Weight.RECORD, "expected the name of what this is and found a blank"),
  BAD_ANSWER(Weight.RECORD, "expected `yes`, `no`, `unknown`, a number such as `12.5` or a date such as `2021-03-31`"),
  /** Two answers to one question for one day. */
  CONFLICTING_ANSWER(Weight.RECORD, "another row answers this otherwise for the same day"),
  BAD_YEAR(Weight.RECORD, "expected the year in which a period started, such as `2024` or `2024/25`"),
  /** Two values of one figure of one year. */
  CONFLICTING_FIGURE(Weight.RECORD, "another row has another value of this figure and year"),

  /** A value in a unit that no rule reads: unseen, while its entry counts. */
  OTHER_UNIT(Weight.VALUE, "no rule reads this code's value in this unit, so the value is unseen"),

  /** An answer or figure whose name is near to one that is asked. */
  UNASKED_ITEM(Weight.COUNTED_ODDITY, "the service asks nothing of this name, so the row is not read"),
  UNASKED_LEVEL(Weight.COUNTED_ODDITY, "the service asks this item at another level, so the answer is not read"),
  UNASKED_ANSWER(Weight.COUNTED_ODDITY, "the service asks another kind of answer to this item, so this is not read"),
  UNASKED_DATE(Weight.COUNTED_ODDITY, "this answer is for a day outside the period, so it is not read"),
  UNASKED_MEASURE(Weight.COUNTED_ODDITY, "the service asks another measure of this, so the figure is not read"),
  /** And the year that is asked is not there. */
  UNASKED_YEAR(Weight.COUNTED_ODDITY, "the service asks this figure of another year, so it is not read"),
  /** A row of an organisation that the extract lacks, while one that it has waits for such a row. */
  UNKNOWN_ORGANISATION(
      Weight.COUNTED_ODDITY,
      "the extract has no such organisation, and one that it has waits for this, so the row is not read"),
  /** Practices of one PCN that name several ICBs, where something is paid to PCNs. */
  DIVIDED_PCN(
      Weight.COUNTED_ODDITY,
      "other practices of this PCN are of another ICB, and what is paid to the PCN counts there",
      "state one ICB for all practices of a PCN, or run its practices of each ICB apart"),
  /** Rows of other services, or of organisations outside the extract: in order, and said once. */
  NOT_ASKED(Weight.NOTICE, "some rows are of no use to this service"),

  /** A registration that is still open after the patient's death. */
  REGISTERED_AFTER_DEATH(
      Weight.COUNTED_ODDITY,
      "the patient died by the achievement date, is still registered on it and counts as registered"),
  /** A file with a header and nothing below it, as of an extract that was cut short. */
  NO_RECORDS(Weight.COUNTED_ODDITY, "this file has a header and no record below it"),
  /** A practice with registrations that the list of practices lacks. */
  UNLISTED_PRACTICE(Weight.COUNTED_ODDITY, "this registration's practice is not in `practices.csv`");

  private enum Weight { ENDS_RUN, RECORD, VALUE, COUNTED_ODDITY, NOTICE }

  private final Weight weight;
  private final String message;
  private final String help;

  ExtractDiagnostic(Weight weight, String message) {
    this(weight, message, "");
  }

  ExtractDiagnostic(Weight weight, String message, String help) {
    this.weight = weight;
    this.message = message;
    this.help = help;
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public Severity severity() {
    return switch (weight) {
      case ENDS_RUN -> Severity.ERROR;
      case NOTICE -> Severity.NOTICE;
      default -> Severity.WARNING;
    };
  }

  /** This thing at that place, in words that hold nothing from a cell. */
  public Diagnostic at(Place place) {
    Diagnostic diagnostic = Diagnostic.at(place, this, message);
    return help.isEmpty() ? diagnostic : diagnostic.withHelp(help);
  }

  /** Whether a whole record is set aside. */
  boolean setsRecordAside() {
    return weight == Weight.RECORD;
  }

  /** Whether it stands among the reasons of what was set aside. */
  boolean isReason() {
    return weight == Weight.RECORD || weight == Weight.VALUE;
  }

  /** Whether it stands among the counted warnings. */
  boolean isCountedOddity() {
    return weight == Weight.COUNTED_ODDITY;
  }
}
