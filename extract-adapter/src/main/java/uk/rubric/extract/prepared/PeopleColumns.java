package uk.rubric.extract.prepared;

import java.util.ArrayList;
import java.util.List;

/**
 * Patients and registrations as columns, when every row of both files is good whatever is asked and on any day from
 * {@code latestDay}: then nothing is left for a run to decide. Patients are numbered from 0; those of one number in all
 * columns are one patient, and so are registrations, which stand by patient.
 *
 * @param latestDay of all births, deaths and starts of registrations
 * @param ids UTF-8, one behind the other
 * @param idEnds where each ends
 * @param sexes by a number of the caller's choice, from 0
 * @param lines of the source
 * @param practices codes in the order in which they were first named
 * @param firstLines where each was first named
 * @param counts registrations of each patient
 * @param places practices by number, of each registration
 */
public record PeopleColumns(
    int latestDay,
    byte[] ids,
    int[] idEnds,
    int[] born,
    int[] died,
    int[] sexes,
    long[] lines,
    List<String> practices,
    List<Long> firstLines,
    int[] counts,
    int[] places,
    int[] starts,
    int[] ends,
    boolean[] gms,
    long[] registrationLines) {

  byte[] toBytes() {
    ByteSink sink = new ByteSink().signed(latestDay).number(born.length).number(places.length);
    sink.bytes(ids, 0, ids.length);
    put(sink, idEnds);
    put(sink, born);
    put(sink, died);
    put(sink, sexes);
    put(sink, lines);
    sink.number(practices.size());
    practices.forEach(sink::text);
    firstLines.forEach(sink::signed);
    put(sink, counts);
    put(sink, places);
    put(sink, starts);
    put(sink, ends);
    for (boolean one : gms) {
      sink.number(one ? 1 : 0);
    }
    put(sink, registrationLines);
    return sink.toBytes();
  }

  private static void put(ByteSink sink, int[] column) {
    long last = 0;
    for (int one : column) {
      sink.signed(one - last);
      last = one;
    }
  }

  private static void put(ByteSink sink, long[] column) {
    long last = 0;
    for (long one : column) {
      sink.signed(one - last);
      last = one;
    }
  }

  static PeopleColumns of(byte[] bytes) {
    ByteSource source = new ByteSource(bytes, 0, bytes.length);
    int latestDay = (int) source.signed();
    int people = source.count();
    int registrations = source.count();
    byte[] ids = source.bytes();
    int[] idEnds = ints(source, people);
    int[] born = ints(source, people);
    int[] died = ints(source, people);
    int[] sexes = ints(source, people);
    long[] lines = longs(source, people);
    List<String> practices = new ArrayList<>();
    List<Long> firstLines = new ArrayList<>();
    int count = source.count();
    for (int i = 0; i < count; i++) {
      practices.add(source.text());
    }
    for (int i = 0; i < count; i++) {
      firstLines.add(source.signed());
    }
    PeopleColumns columns = new PeopleColumns(
        latestDay, ids, idEnds, born, died, sexes, lines, practices, firstLines, ints(source, people),
        ints(source, registrations), ints(source, registrations), ints(source, registrations),
        booleans(source, registrations), longs(source, registrations));
    if (!source.isAtEnd()) {
      throw new ArithmeticException("something is left over");
    }
    return columns;
  }

  private static int[] ints(ByteSource source, int size) {
    int[] column = new int[size];
    long last = 0;
    for (int i = 0; i < size; i++) {
      last += source.signed();
      column[i] = (int) last;
    }
    return column;
  }

  private static long[] longs(ByteSource source, int size) {
    long[] column = new long[size];
    long last = 0;
    for (int i = 0; i < size; i++) {
      last += source.signed();
      column[i] = last;
    }
    return column;
  }

  private static boolean[] booleans(ByteSource source, int size) {
    boolean[] column = new boolean[size];
    for (int i = 0; i < size; i++) {
      column[i] = source.number() == 1;
    }
    return column;
  }
}
