package uk.rubric.extract.plain;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.extract.prepared.PeopleColumns;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientBatchBuilder;

/**
 * What {@code registrations.csv} says, as columns: once settled, those of a patient stand together, by rising practice
 * code and start. Filled in one thread; after that any thread may ask.
 */
final class Registrations {
  /** The words for a registration for general medical services, apart from a blank. */
  private static final Set<String> GMS = Set.of("", "gms", "regular");

  private final People people;
  private final Ids codes = new Ids();
  private final Ids types = new Ids();
  private final List<Boolean> typesGms = new ArrayList<>();
  private final List<String> practices = new ArrayList<>();
  private final List<Long> firstLines = new ArrayList<>();

  private int[] persons = new int[1 << 8];
  private int[] places = new int[1 << 8];
  private int[] starts = new int[1 << 8];
  private int[] ends = new int[1 << 8];
  private boolean[] gms = new boolean[1 << 8];
  private long[] lines = new long[1 << 8];
  private int size;

  // Set by settle: registration numbers by person, and where those of a person begin.
  private int[] order;
  private int[] first;

  Registrations(People people) {
    this.people = people;
  }

  /** Registrations of a prepared extract, of which nothing is left to decide. */
  Registrations(People people, PeopleColumns columns) {
    this.people = people;
    practices.addAll(columns.practices());
    firstLines.addAll(columns.firstLines());
    places = columns.places();
    starts = columns.starts();
    ends = columns.ends();
    gms = columns.gms();
    lines = columns.registrationLines();
    size = places.length;
    order = IntStream.range(0, size).toArray();
    first = new int[people.size() + 1];
    for (int person = 0; person < people.size(); person++) {
      first[person + 1] = first[person] + columns.counts()[person];
    }
  }

  /** All that was read, once settled; {@code people} are all good. */
  PeopleColumns columns() {
    int count = people.size();
    ByteArrayOutputStream ids = new ByteArrayOutputStream();
    int[] idEnds = new int[count];
    for (int person = 0; person < count; person++) {
      ids.writeBytes(people.id(person).getBytes(StandardCharsets.UTF_8));
      idEnds[person] = ids.size();
    }
    int[] born = IntStream.range(0, count).map(people::born).toArray();
    int[] died = IntStream.range(0, count).map(people::died).toArray();
    int latestDay = IntStream.of(Arrays.stream(born).max().orElse(0), Arrays.stream(died).max().orElse(0),
        Arrays.stream(starts, 0, size).max().orElse(0)).max().getAsInt();
    boolean[] kinds = new boolean[size];
    for (int i = 0; i < size; i++) {
      kinds[i] = gms[order[i]];
    }
    return new PeopleColumns(
        latestDay, ids.toByteArray(), idEnds, born, died, IntStream.range(0, count).map(people::sexNumber).toArray(),
        IntStream.range(0, count).mapToLong(people::line).toArray(), practices, firstLines,
        IntStream.range(0, count).map(person -> first[person + 1] - first[person]).toArray(), inOrder(places),
        inOrder(starts), inOrder(ends), kinds, Arrays.stream(order).mapToLong(i -> lines[i]).toArray());
  }

  private int[] inOrder(int[] column) {
    return Arrays.stream(order).map(i -> column[i]).toArray();
  }

  void add(Row row) {
    int person = people.find(row);
    row.need(Column.PRACTICE_CODE, ExtractDiagnostic.BLANK_PRACTICE_CODE);
    int start = row.pastDay(Column.START_DATE);
    int end = row.dayIfAny(Column.END_DATE);
    boolean backwards = end != PatientBatch.NO_DAY && end < start;
    row.refuseIf(backwards, ExtractDiagnostic.ENDS_BEFORE_START, Column.END_DATE);
    if (!row.isRefused()) {
      add(person, practice(row), start, end, row);
    }
  }

  private int practice(Row row) {
    int practice = codes.number(row.bytes(), row.start(Column.PRACTICE_CODE), row.end(Column.PRACTICE_CODE));
    if (practice == practices.size()) {
      practices.add(codes.text(practice));
      firstLines.add(row.line());
    }
    return practice;
  }

  private boolean isGms(Row row) {
    int type = types.number(row.bytes(), row.start(Column.TYPE), row.end(Column.TYPE));
    if (type == typesGms.size()) {
      typesGms.add(GMS.contains(types.text(type).toLowerCase(Locale.ROOT)));
    }
    return typesGms.get(type);
  }

  private void add(int person, int practice, int start, int end, Row row) {
    if (size == persons.length) {
      grow(size + (size >> 1));
    }
    persons[size] = person;
    places[size] = practice;
    starts[size] = start;
    ends[size] = end;
    gms[size] = isGms(row);
    lines[size] = row.line();
    size++;
  }

  private void grow(int room) {
    persons = Arrays.copyOf(persons, room);
    places = Arrays.copyOf(places, room);
    starts = Arrays.copyOf(starts, room);
    ends = Arrays.copyOf(ends, room);
    gms = Arrays.copyOf(gms, room);
    lines = Arrays.copyOf(lines, room);
  }

  /** To be called once, after the last row. */
  void settle() {
    first = new int[people.size() + 1];
    for (int i = 0; i < size; i++) {
      first[persons[i] + 1]++;
    }
    for (int person = 0; person < people.size(); person++) {
      first[person + 1] += first[person];
    }
    order = new int[size];
    int[] next = Arrays.copyOf(first, first.length);
    for (int i = 0; i < size; i++) {
      order[next[persons[i]]++] = i;
    }
    for (int person = 0; person < people.size(); person++) {
      sort(first[person], first[person + 1]);
    }
  }

  // Nearly every patient has one registration, and hardly any more than three.
  private void sort(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int moving = order[i];
      int at = i;
      for (; at > from && compare(order[at - 1], moving) > 0; at--) {
        order[at] = order[at - 1];
      }
      order[at] = moving;
    }
  }

  private int compare(int one, int other) {
    int compared = practices.get(places[one]).compareTo(practices.get(places[other]));
    compared = compared != 0 ? compared : Integer.compare(starts[one], starts[other]);
    compared = compared != 0 ? compared : Integer.compare(orMax(ends[one]), orMax(ends[other]));
    compared = compared != 0 ? compared : Boolean.compare(gms[one], gms[other]);
    return compared != 0 ? compared : Long.compare(lines[one], lines[other]);
  }

  private static int orMax(int end) {
    return end == PatientBatch.NO_DAY ? Integer.MAX_VALUE : end;
  }

  /** By rising code. */
  Set<String> practices() {
    return new TreeSet<>(practices);
  }

  /** The first line that names a practice. */
  long firstLine(String practice) {
    return firstLines.get(practices.indexOf(practice));
  }

  /** Whether a patient has a registration anywhere. */
  boolean has(int person) {
    return first[person + 1] > first[person];
  }

  /** How many records there are: one for each patient and practice. */
  long records() {
    long records = 0;
    for (int person = 0; person < people.size(); person++) {
      for (int i = first[person]; i < first[person + 1]; i++) {
        boolean again = i > first[person] && places[order[i]] == places[order[i - 1]];
        records += again ? 0 : 1;
      }
    }
    return records;
  }

  /** Adds a record for each practice that the patient has a registration at; they share the person's events. */
  void addTo(PatientBatchBuilder builder, int person, int personInBatch) {
    int practice = -1;
    for (int i = first[person]; i < first[person + 1]; i++) {
      int one = order[i];
      if (places[one] != practice) {
        practice = places[one];
        builder.record(practices.get(practice), personInBatch);
      }
      builder.registration(starts[one], ends[one], gms[one], lines[one]);
    }
  }

  /** Told of each patient who is registered at some practice on a day by which they had died, once for each. */
  void findRegisteredDead(int day, IntConsumer found) {
    for (int person = 0; person < people.size(); person++) {
      boolean dead = has(person) && people.died(person) != PatientBatch.NO_DAY && people.died(person) <= day;
      if (dead) {
        PatientBatchBuilder builder = new PatientBatchBuilder(1);
        addTo(builder, person, builder.person("", people.born(person), people.died(person)));
        PatientBatch batch = builder.build();
        for (int i = 0; i < batch.records(); i++) {
          if (batch.isRegisteredOn(i, day)) {
            found.accept(person);
          }
        }
      }
    }
  }
}
