package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Entries that do not stand together, sorted in files or in memory. */
class EventBucketsTest {
  private static void write(EventBuckets buckets, int... persons) {
    EventBuckets.Writer writer = buckets.writer(1, false);
    Decimal value = new Decimal();
    EntryDetail detail = new EntryDetail(Set.of());
    long line = 1;
    for (int person : persons) {
      byte[] digits = (person + "12345678901234567.25").getBytes(StandardCharsets.US_ASCII);
      value.clear();
      if (person % 2 == 0) {
        value.read(digits, 0, person % 3 == 0 ? digits.length : 3);
      }
      writer.event(person, 100 + person, TinyExtract.DIABETES, value, person % 5 == 0 ? null : "mm " + person, detail,
          line++);
    }
    writer.finish();
  }

  private static List<String> read(EventBuckets buckets) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < buckets.count(); i++) {
      buckets.read(i, (person, day, code, value, unit, detail, line) -> found.add(
          person + " " + (day - 100) + " " + (value.isPresent() ? value.isLarge() ? value.large() : value.unscaled()
              : "")
              + " " + unit + " " + line));
    }
    return found;
  }

  private static final int[] PERSONS = {7, 3, 0, 7, 6, 6, 3, 8, 0};

  private static final String[] SORTED = {
    "0 0 12345678901234567.25 null 3", "0 0 12345678901234567.25 null 9", "3 3  mm 3 2", "3 3  mm 3 7",
    "6 6 612345678901234567.25 mm 6 5", "6 6 612345678901234567.25 mm 6 6", "7 7  mm 7 1", "7 7  mm 7 4",
    "8 8 812 mm 8 8"
  };

  @Test
  void sortsAFewInMemory() {
    try (EventBuckets buckets = new EventBuckets(9, PERSONS.length, 100)) {
      write(buckets, PERSONS);

      assertThat(buckets.isOutsideMemory()).isFalse();
      assertThat(read(buckets)).containsExactly(SORTED);
    }
  }

  @Test
  void sortsManyInFilesAndTakesThemAway() throws IOException {
    Path folder;
    try (EventBuckets buckets = new EventBuckets(9, PERSONS.length, 3)) {
      folder = buckets.folder().orElseThrow();
      write(buckets, PERSONS);

      // Whoever kills the process leaves nothing of a patient there.
      assertThat(folder).isEmptyDirectory();
      assertThat(Files.getPosixFilePermissions(folder)).allMatch(right -> right.name().startsWith("OWNER"));
      assertThat(read(buckets)).containsExactly(SORTED);
    }
    assertThat(folder).doesNotExist();
  }
}
