package uk.rubric.evaluate.fields;

import java.util.Arrays;

/**
 * What the fields of one plan hold for one patient, in primitive slots: the field's slot in the plan is its place here.
 * A field is worked out when it is first asked for. Beside the fields stand the answers to conditions that were asked,
 * and what ladders have decided. Reused from patient to patient, so that nothing is allocated for one; for one thread.
 */
public final class FieldRow {
  /** Stands for a day, age or identifier that is not recorded; no day of a record is that early. */
  static final int MISSING = Integer.MIN_VALUE;

  /** The branch of a ladder that decided twice: a fault. */
  public static final int TWICE = -1;

  private static final int[] NO_DAYS = {};
  private static final long[] NO_VALUES = {};

  private final Filler[] fillers;
  private final PatientEntries patient;
  private final int[] numbers;
  private final long[] values;
  private final int[][] arrayDays;
  private final long[][] arrayValues;
  private final int[] arraySizes;
  private final Decimals decimals = new Decimals();
  private final int[] branches;
  private final UnitSlots[] units;
  private final int patientFields;
  private final Entries[] drawn;
  private long[] looked = {};
  private int born;
  private int[] chosen = {};
  private int decisions;

  // A slot is filled, an answer known, when it is marked with the number of this patient or question: nothing need be
  // cleared.
  private final int[] filled;
  private int[] answers;
  private int mark;
  private int question;

  FieldRow(Filler[] fillers, PatientEntries patient, int tests, int ladders, int patientFields, UnitSlots[] units) {
    this.units = units;
    this.patientFields = patientFields;
    drawn = new Entries[fillers.length];
    this.fillers = fillers;
    this.patient = patient;
    int slots = fillers.length;
    numbers = new int[slots];
    values = new long[slots];
    arrayDays = new int[slots][];
    Arrays.fill(arrayDays, NO_DAYS);
    arrayValues = new long[slots][];
    Arrays.fill(arrayValues, NO_VALUES);
    arraySizes = new int[slots];
    filled = new int[slots];
    answers = new int[tests];
    branches = new int[ladders];
  }

  /** Forgets the patient before. */
  void begin() {
    born = patient.born();
    chosen = patient.copyChosenDays(chosen);
    mark++;
    if (mark == Integer.MAX_VALUE) {
      Arrays.fill(filled, 0);
      mark = 1;
    }
    forgetAnswers();
    decimals.clear();
    Arrays.fill(branches, 0);
    decisions = 0;
  }

  private void forgetAnswers() {
    question++;
    if (question > Integer.MAX_VALUE / 2) {
      Arrays.fill(answers, 0);
      question = 1;
    }
  }

  /** How many entries a unit has. */
  public int entries(int unit) {
    return size(units[unit].array());
  }

  /** The day of an entry of a unit, counted from 1970-01-01. */
  public int entryDay(int unit, int entry) {
    return day(units[unit].array(), entry);
  }

  /** Looks at one entry of a unit, for which some fields are drawn anew and every question is put again. */
  public void look(int unit, int entry) {
    UnitSlots slots = units[unit];
    lookAt(slots.place(), entryDay(unit, entry));
    Arrays.fill(filled, slots.first(), slots.end(), 0);
    forgetAnswers();
  }

  /** Keeps the entry that is looked at. */
  void lookAt(int place, long entry) {
    if (place >= looked.length) {
      looked = Arrays.copyOf(looked, place + 8);
    }
    looked[place] = entry;
  }

  /** The entry that is looked at: a day or a value. */
  long looked(int place) {
    return looked[place];
  }

  /** The patient's day of birth. */
  int born() {
    return born;
  }

  /** The entries of a code cluster: only while fields are worked out. */
  Entries cluster(int number) {
    return patient.cluster(number);
  }

  /** The days of an array as entries, for the field in {@code slot} to draw from. */
  Entries drawn(int array, int slot) {
    int size = size(array);
    if (drawn[slot] == null) {
      drawn[slot] = new Entries();
    }
    drawn[slot].clear();
    for (int i = 0; i < size; i++) {
      drawn[slot].add(day(array, i), i);
    }
    return drawn[slot];
  }

  /** Works out every field of patients now, so that the row outlasts the reading of the next patient. */
  public void fill() {
    for (int slot = 0; slot < patientFields; slot++) {
      know(slot);
    }
  }

  private void know(int slot) {
    if (filled[slot] != mark) {
      filled[slot] = mark;
      fillers[slot].fill(this, patient);
    }
  }

  /**
   * A day counted from 1970-01-01, an age, the place of a label from 1, 1 for yes and 0 for no, 0 for the identifier;
   * or {@link #MISSING}.
   */
  int number(int slot) {
    know(slot);
    return numbers[slot];
  }

  /** A day that the record's practice chose, or {@link #MISSING}. */
  int chosenDay(int place) {
    return chosen[place];
  }

  void setNumber(int slot, int number) {
    numbers[slot] = number;
  }

  /** A value in the unit of its field, as {@link #decimals} has it, or {@link Decimals#MISSING}. */
  long value(int slot) {
    know(slot);
    return values[slot];
  }

  void setValue(int slot, long value) {
    values[slot] = value;
  }

  /** What the longs of this patient's values stand for. */
  Decimals decimals() {
    return decimals;
  }

  /** How many days or values an array has. */
  int size(int slot) {
    know(slot);
    return arraySizes[slot];
  }

  /** The value of an array, by its index. */
  long value(int slot, int index) {
    return arrayValues[slot][index];
  }

  /** A day of an array, by its index; days rise, each once unless the array is of entries. */
  int day(int slot, int index) {
    return arrayDays[slot][index];
  }

  /** Empties an array, to {@link #add} to it. */
  void clear(int slot) {
    arraySizes[slot] = 0;
  }

  /** Keeps of an array the latest or the earliest, as many as {@code number}. */
  void keep(int slot, boolean latest, int number) {
    int size = arraySizes[slot];
    if (size > number) {
      if (latest) {
        System.arraycopy(arrayDays[slot], size - number, arrayDays[slot], 0, number);
      }
      arraySizes[slot] = number;
    }
  }

  /** Adds a day not earlier than those before. */
  void add(int slot, int day) {
    int size = arraySizes[slot]++;
    if (size == arrayDays[slot].length) {
      arrayDays[slot] = Arrays.copyOf(arrayDays[slot], Math.max(8, 2 * size));
    }
    arrayDays[slot][size] = day;
  }

  /** Adds a value on a day later than those before. */
  void add(int slot, int day, long value) {
    int size = arraySizes[slot];
    add(slot, day);
    if (size >= arrayValues[slot].length) {
      arrayValues[slot] = Arrays.copyOf(arrayValues[slot], arrayDays[slot].length);
    }
    arrayValues[slot][size] = value;
  }

  /** The value of an array on a day, or {@link Decimals#MISSING} when there is none. */
  long valueOn(int slot, int day) {
    int size = size(slot);
    int found = Arrays.binarySearch(arrayDays[slot], 0, size, day);
    return found < 0 ? Decimals.MISSING : arrayValues[slot][found];
  }

  /** Asks a condition once for each patient or entry of a unit, however many rules ask it. */
  boolean answer(int number, EntryTest condition) {
    if (number >= answers.length) {
      answers = Arrays.copyOf(answers, 2 * number + 1);
    }
    int known = answers[number];
    if (known >> 1 == question) {
      return (known & 1) == 1;
    }
    boolean holds = condition.holds(this, null, 0);
    answers[number] = question << 1 | (holds ? 1 : 0);
    return holds;
  }

  /** What a ladder has decided: a branch, 0 when it was not asked, {@link #TWICE} for a fault. */
  public int branch(int ladder) {
    return branches[ladder];
  }

  /** Keeps what a ladder decides; a second decision is kept as a fault, not as the answer. */
  public void decide(int ladder, int branch) {
    branches[ladder] = branches[ladder] == 0 ? branch : TWICE;
    decisions++;
  }

  /** Takes over what another row's ladders have decided. */
  public void copyBranches(FieldRow other) {
    System.arraycopy(other.branches, 0, branches, 0, branches.length);
  }

  /** Lets ladders decide again. */
  public void forget(int[] ladders) {
    for (int ladder : ladders) {
      branches[ladder] = 0;
    }
    decisions = 0;
  }

  /** How often ladders have decided since the record was read or ladders were to decide again, faults included. */
  public int decisions() {
    return decisions;
  }

  /** What all ladders have decided: this row's own, not to be changed. */
  public int[] branches() {
    return branches;
  }
}
