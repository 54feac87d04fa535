package uk.rubric.extract.plain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.rubric.check.Labels;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.Tally;
import uk.rubric.extract.prepared.PeopleColumns;
import uk.rubric.patient.PatientBatch;

/**
 * What {@code patients.csv} says, as columns, in the order in which identifiers first stand there. Rows that say the
 * same count once. Where two of one identifier say different things nobody can tell which is right, and where one
 * cannot be read nobody can tell what it would have said: the patient is then set aside. Filled in one thread; after
 * that any thread may ask.
 */
final class People {
  /** Instead of a number: no row has the identifier, or the patient is set aside. */
  static final int UNKNOWN = -1;
  static final int SET_ASIDE = -2;

  private static final int UNREAD = 0;

  private final Ids ids;
  private int[] born = new int[1 << 8];
  private int[] died = new int[1 << 8];
  private int[] sexes = new int[1 << 8];
  private long[] lines = new long[1 << 8];
  private boolean[] spoiled = new boolean[1 << 8];
  private final List<Optional<String>> sexLabels = new ArrayList<>();
  private final Ids sexTexts = new Ids();
  private final boolean asksSex;
  private int[] repeated = new int[4];
  private long[] repeatedLines = new long[4];
  private int repeats;

  /** @param asksSex whether the rules ask {@code sex of patient}; else its column only tells whether two rows agree */
  People(boolean asksSex) {
    this.asksSex = asksSex;
    ids = new Ids();
  }

  /**
   * Patients of a prepared extract, of whom nothing is left to decide.
   *
   * @param indexed whether rows will be read that name one
   */
  People(PeopleColumns columns, boolean asksSex, boolean indexed) {
    this.asksSex = asksSex;
    ids = new Ids(columns.ids(), columns.idEnds(), indexed);
    born = columns.born();
    died = columns.died();
    sexes = columns.sexes();
    lines = columns.lines();
    spoiled = new boolean[born.length];
    sexLabels.add(Optional.empty());
    Labels.SEXES.forEach(label -> sexLabels.add(Optional.of(label)));
  }

  void add(Row row) {
    row.need(Column.PATIENT_ID, ExtractDiagnostic.BLANK_PATIENT_ID);
    int birth = row.pastDay(Column.DATE_OF_BIRTH);
    int death = row.pastDayIfAny(Column.DATE_OF_DEATH);
    boolean diedUnborn = death != PatientBatch.NO_DAY && death < birth;
    row.refuseIf(diedUnborn, ExtractDiagnostic.DIED_BEFORE_BORN, Column.DATE_OF_DEATH);
    if (asksSex) {
      boolean bad = !row.isBlank(Column.SEX) && label(row.text(Column.SEX)).isEmpty();
      row.refuseIf(bad, ExtractDiagnostic.BAD_SEX, Column.SEX);
    }
    if (row.isBlank(Column.PATIENT_ID)) {
      return;
    }
    int person = number(row);
    if (row.isRefused()) {
      spoiled[person] = true;
    } else {
      describe(person, birth, death, row);
    }
  }

  private int number(Row row) {
    int person = ids.number(row.bytes(), row.start(Column.PATIENT_ID), row.end(Column.PATIENT_ID));
    if (person == born.length) {
      int room = person + (person >> 1);
      born = Arrays.copyOf(born, room);
      died = Arrays.copyOf(died, room);
      sexes = Arrays.copyOf(sexes, room);
      lines = Arrays.copyOf(lines, room);
      spoiled = Arrays.copyOf(spoiled, room);
    }
    return person;
  }

  private void describe(int person, int birth, int death, Row row) {
    int sex = sexTexts.number(row.bytes(), row.start(Column.SEX), row.end(Column.SEX));
    if (sex == sexLabels.size()) {
      sexLabels.add(asksSex ? label(sexTexts.text(sex)) : Optional.empty());
    }
    if (lines[person] == UNREAD) {
      born[person] = birth;
      died[person] = death;
      sexes[person] = sex;
      lines[person] = row.line();
      return;
    }
    spoiled[person] |= born[person] != birth || died[person] != death || sexes[person] != sex;
    if (repeats == repeated.length) {
      repeated = Arrays.copyOf(repeated, 2 * repeats);
      repeatedLines = Arrays.copyOf(repeatedLines, 2 * repeats);
    }
    repeated[repeats] = person;
    repeatedLines[repeats++] = row.line();
  }

  /** To be called once, after the last row. */
  void settle(CsvFile file, Tally tally) {
    for (int person = 0; person < size(); person++) {
      if (spoiled[person] && lines[person] != UNREAD) {
        count(ExtractDiagnostic.CONFLICTING_PATIENT, lines[person], file, tally);
      }
    }
    for (int i = 0; i < repeats; i++) {
      boolean conflict = spoiled[repeated[i]];
      ExtractDiagnostic what = conflict ? ExtractDiagnostic.CONFLICTING_PATIENT : ExtractDiagnostic.REPEATED_ROW;
      count(what, repeatedLines[i], file, tally);
    }
  }

  private static void count(ExtractDiagnostic what, long line, CsvFile file, Tally tally) {
    tally.count(what, file.layout().file(), file.place(line, Column.PATIENT_ID.header()));
  }

  /** The patient whom a row of another file names; {@link #UNKNOWN} or {@link #SET_ASIDE}, the row refused, if none. */
  int find(Row row) {
    row.need(Column.PATIENT_ID, ExtractDiagnostic.BLANK_PATIENT_ID);
    int found = find(row.bytes(), row.start(Column.PATIENT_ID), row.end(Column.PATIENT_ID));
    if (found < 0) {
      refuse(row, found);
    }
    return found;
  }

  static void refuse(Row row, int found) {
    row.refuse(
        found == SET_ASIDE ? ExtractDiagnostic.PATIENT_SET_ASIDE : ExtractDiagnostic.UNKNOWN_PATIENT,
        Column.PATIENT_ID);
  }

  /** The number of the patient with this identifier, {@link #UNKNOWN} or {@link #SET_ASIDE}. */
  int find(byte[] bytes, int start, int end) {
    return unlessSpoiled(ids.find(bytes, start, end));
  }

  /** The same, and quicker when it is the patient of a number where to look first. */
  int find(int near, byte[] bytes, int start, int end) {
    boolean isNear = near >= 0 && near < size() && ids.isAt(near, bytes, start, end);
    return isNear ? unlessSpoiled(near) : find(bytes, start, end);
  }

  private int unlessSpoiled(int found) {
    return found >= 0 && spoiled[found] ? SET_ASIDE : found;
  }

  /** How many identifiers there are, of patients set aside too. */
  int size() {
    return ids.size();
  }

  boolean isSetAside(int person) {
    return spoiled[person];
  }

  String id(int person) {
    return ids.text(person);
  }

  int born(int person) {
    return born[person];
  }

  /** The day of death, or {@link PatientBatch#NO_DAY}. */
  int died(int person) {
    return died[person];
  }

  /** One of {@link Labels#SEXES}, if the rules ask and it is recorded. */
  Optional<String> sex(int person) {
    return asksSex ? sexLabels.get(sexes[person]) : Optional.empty();
  }

  /**
   * The place of the patient's sex in {@link Labels#SEXES}, from 1; 0 for a blank, -1 for a word that is none of them.
   */
  int sexNumber(int person) {
    String text = sexTexts.text(sexes[person]);
    return text.isEmpty() ? 0 : label(text).map(label -> Labels.SEXES.indexOf(label) + 1).orElse(-1);
  }

  /** The word, or its first letter, in letters of either case. */
  private static Optional<String> label(String text) {
    String word = text.toUpperCase(Locale.ROOT);
    return Labels.SEXES.stream()
        .filter(label -> word.equals(label) || word.equals(label.substring(0, 1)))
        .findFirst();
  }

  long line(int person) {
    return lines[person];
  }
}
