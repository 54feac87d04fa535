package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdOutputStream;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.rubric.extract.Extract;

/** What is packed is never in memory as a whole. */
class PackedMemoryTest {
  private static final int MEGABYTE = 1 << 20;

  /** Of blank lines, which nobody keeps. */
  private static final int UNPACKED = 96 * MEGABYTE;

  @TempDir
  private Path folder;

  private long allocatedToRead(TinyExtract tiny) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Extract extract = tiny.read();
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(extract.setAside().isNothing()).isTrue();
    assertThat(extract.records()).hasSize(2).allSatisfy(record -> assertThat(record.events()).isNotEmpty());
    return allocated;
  }

  @Test
  void alsoWhereRowsDoNotStandTogether() throws IOException {
    TinyExtract tiny = new TinyExtract(folder).patients("P1,1960-05-01,F", "P2,1960-05-01,F")
        .registrations("P1,A81001,2001-01-01,", "P2,A81001,2001-01-01,").without("events.csv");
    byte[] blank = new byte[MEGABYTE / 2];
    Arrays.fill(blank, (byte) ' ');
    blank[0] = '\n';
    String rows = "\nP1,2010-02-03,44054006,\nP2,2010-02-03,44054006,\nP1,2011-02-03,44054006,";
    try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(folder.resolve("events.csv.zst")))) {
      out.write((TinyExtract.EVENTS + rows).getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < UNPACKED; i += blank.length) {
        out.write(blank);
      }
    }

    assertThat(allocatedToRead(tiny)).isLessThan(UNPACKED / 2);
  }
}
