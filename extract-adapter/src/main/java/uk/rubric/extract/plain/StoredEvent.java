package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** An entry as a few bytes, between two readings of an extract. For one thread. */
final class StoredEvent {
  /** The most bytes that one takes, apart from its detail: its value has at most 38 characters. */
  static final int LONGEST = 96;

  private static final byte NO_VALUE = -1;
  private static final byte LARGE = -2;
  private static final byte ODD = -3;
  private static final int LINE = Integer.BYTES;
  private static final int SCALE = LINE + Long.BYTES + Integer.BYTES + Long.BYTES + Integer.BYTES;

  private final List<String> units;
  private final Decimal value = new Decimal();
  private final EntryDetail detail = new EntryDetail(Set.of());

  StoredEvent(List<String> units) {
    this.units = units;
  }

  static void write(
      ByteBuffer to, int person, int day, long code, Decimal value, int unit, byte[] detail, long line) {
    to.putInt(person).putLong(line).putInt(day).putLong(code).putInt(unit);
    if (!value.isPresent()) {
      to.put(NO_VALUE);
    } else if (value.isLarge()) {
      byte[] text = value.large().toPlainString().getBytes(StandardCharsets.ISO_8859_1);
      to.put(LARGE).put((byte) text.length).put(text);
    } else {
      to.put((byte) value.scale()).putLong(value.unscaled());
    }
    to.putInt(detail.length).put(detail);
  }

  /** A row that was refused: its text, instead of a detail. */
  static void writeOdd(ByteBuffer to, int person, byte[] bytes, int from, int length, long line) {
    to.putInt(person).putLong(line).putInt(0).putLong(0).putInt(0).put(ODD).putInt(length).put(bytes, from, length);
  }

  /** Goes over an entry, and answers whose it is. */
  static int skip(ByteBuffer from) {
    int start = from.position();
    int value = start + SCALE + 1;
    byte scale = from.get(start + SCALE);
    int length = scale == NO_VALUE || scale == ODD ? 0 : scale == LARGE ? 1 + from.get(value) : Long.BYTES;
    from.position(value + length + Integer.BYTES + from.getInt(value + length));
    return from.getInt(start);
  }

  static long line(ByteBuffer from, int start) {
    return from.getLong(start + LINE);
  }

  /** Hands on the entry that starts there. */
  void read(ByteBuffer from, int start, EventSink sink) {
    from.position(start);
    int person = from.getInt();
    long line = from.getLong();
    int day = from.getInt();
    long code = from.getLong();
    int unit = from.getInt();
    if (from.get(from.position()) == ODD) {
      byte[] text = new byte[from.getInt(from.position() + 1)];
      from.get(from.position() + 1 + Integer.BYTES, text);
      sink.odd(person, text, 0, text.length, line);
      return;
    }
    readValue(from);
    byte[] stored = new byte[from.getInt()];
    from.get(stored);
    detail.readFrom(stored);
    sink.event(person, day, code, value, unit < 0 ? null : units.get(unit), detail, line);
  }

  private void readValue(ByteBuffer from) {
    byte scale = from.get();
    if (scale == NO_VALUE) {
      value.clear();
    } else if (scale == LARGE) {
      byte[] text = new byte[from.get()];
      from.get(text);
      value.set(new BigDecimal(new String(text, StandardCharsets.ISO_8859_1)));
    } else {
      value.set(from.getLong(), scale);
    }
  }
}
