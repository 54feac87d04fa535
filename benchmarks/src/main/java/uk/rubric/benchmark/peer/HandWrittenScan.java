package uk.rubric.benchmark.peer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One thread's share of the events: those patients whose first row starts in its bytes. For one thread. */
final class HandWrittenScan {
  private static final int ROOM = 1 << 18;

  private final Path file;
  private final HandWrittenCodes codes;
  private final HandWrittenPatient patient;
  private final int part;
  private final int parts;

  private final byte[] bytes = new byte[ROOM];
  private int current = -1;

  HandWrittenScan(Path file, HandWrittenCodes codes, HandWrittenPeople people, int part, int parts) {
    this.file = file;
    this.codes = codes;
    this.part = part;
    this.parts = parts;
    patient = new HandWrittenPatient(people);
  }

  Counts count() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      scan(channel, start(channel, size * part / parts), start(channel, size * (part + 1) / parts));
    }
    decide();
    return patient.counts();
  }

  /** The first row at or after a place that begins another patient than the row before it. */
  private long start(FileChannel channel, long from) throws IOException {
    long size = channel.size();
    if (from >= size) {
      return size;
    }
    int length = read(channel, from, 0);
    int at = Text.nextLine(bytes, 0);
    if (from == 0) {
      return at;
    }
    long before = Text.number(bytes, at, Text.comma(bytes, at));
    while (from + at < size) {
      if (Text.number(bytes, at, Text.comma(bytes, at)) != before) {
        return from + at;
      }
      at = Text.nextLine(bytes, at);
      if (at >= length) {
        return size;
      }
    }
    return size;
  }

  private int read(FileChannel channel, long from, int kept) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, kept, ROOM - kept);
    int got = channel.read(buffer, from);
    return kept + Math.max(got, 0);
  }

  private void scan(FileChannel channel, long from, long to) throws IOException {
    int kept = 0;
    for (long place = from; place < to; ) {
      int length = read(channel, place, kept);
      place += length - kept;
      int usable = place > to ? length - (int) (place - to) : length;
      int end = lastLineEnd(usable);
      rows(end);
      kept = length - end;
      System.arraycopy(bytes, end, bytes, 0, kept);
    }
  }

  private int lastLineEnd(int length) {
    int at = length;
    while (bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  private void rows(int end) {
    int at = 0;
    while (at < end) {
      int id = 0;
      while (bytes[at] != ',') {
        id = id * 10 + bytes[at++] - '0';
      }
      int date = at + 1;
      at += 12;
      long code = 0;
      while (bytes[at] != ',') {
        code = code * 10 + bytes[at++] - '0';
      }
      at++;
      if (id != current) {
        decide();
        current = id;
      }
      int cluster = codes.cluster(code);
      if (cluster != Clusters.NONE) {
        patient.event(cluster, Text.day(bytes, date), value(at));
      }
      while (bytes[at] != '\n') {
        at++;
      }
      at++;
    }
  }

  private void decide() {
    if (current >= 0) {
      patient.decide(current);
    }
  }

  /** In tenths, or -1. */
  private int value(int from) {
    int at = from;
    if (bytes[at] == '\n') {
      return -1;
    }
    int value = 0;
    while (bytes[at] != '\n' && bytes[at] != '.') {
      value = value * 10 + bytes[at++] - '0';
    }
    return bytes[at] == '.' ? value * 10 + bytes[at + 1] - '0' : value * 10;
  }
}
