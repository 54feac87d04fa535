package uk.rubric.benchmark.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Writes rows of one CSV file, fast enough that a million patients are a matter of seconds. For one thread. */
final class PatientWriter implements Closeable {
  private static final int ROOM = 1 << 18;
  private static final int LONGEST_ROW = 128;

  private final OutputStream out;
  private final byte[] buffer = new byte[ROOM];
  private int used;

  PatientWriter(Path file, String header) throws IOException {
    out = Files.newOutputStream(file);
    text(header);
    end();
  }

  PatientWriter text(String text) {
    byte[] bytes = text.getBytes(ISO_8859_1);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
    return this;
  }

  PatientWriter comma() {
    buffer[used++] = ',';
    return this;
  }

  PatientWriter number(long number) {
    int length = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) {
      length++;
    }
    long rest = number;
    for (int at = used + length - 1; at >= used; at--) {
      buffer[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    used += length;
    return this;
  }

  /** A number of tenths, without a decimal place that is nought. */
  PatientWriter tenths(long tenths) {
    number(tenths / 10);
    if (tenths % 10 != 0) {
      buffer[used++] = '.';
      number(tenths % 10);
    }
    return this;
  }

  /** @param day days since 1970-01-01 */
  PatientWriter date(int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    number(date.getYear());
    buffer[used++] = '-';
    twoDigits(date.getMonthValue());
    buffer[used++] = '-';
    twoDigits(date.getDayOfMonth());
    return this;
  }

  private void twoDigits(int number) {
    buffer[used++] = (byte) ('0' + number / 10);
    buffer[used++] = (byte) ('0' + number % 10);
  }

  void end() throws IOException {
    buffer[used++] = '\n';
    if (used > ROOM - LONGEST_ROW) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  @Override
  public void close() throws IOException {
    flush();
    out.close();
  }
}
