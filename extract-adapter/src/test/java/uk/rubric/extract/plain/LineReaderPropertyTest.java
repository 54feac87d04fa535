package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Bytes fall into the lines that their text falls into. */
class LineReaderPropertyTest {
  private record Line(long number, String text) {}

  private static List<Line> expected(String text) throws IOException {
    PhysicalLines lines = new PhysicalLines(new StringReader(text));
    List<Line> found = new ArrayList<>();
    for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
      found.add(new Line(found.size() + 1, line.get()));
    }
    return found;
  }

  private static List<Line> read(String text, int atOnce) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    LineReader lines = new LineReader(inDrops(bytes, atOnce), 0, 1);
    List<Line> found = new ArrayList<>();
    while (lines.next()) {
      String line = new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.US_ASCII);
      assertThat(text.substring((int) lines.offset())).startsWith(line);
      found.add(new Line(lines.line(), line));
    }
    return found;
  }

  private static InputStream inDrops(byte[] bytes, int atOnce) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public int read(byte[] to, int offset, int length) {
        return super.read(to, offset, Math.min(length, atOnce));
      }
    };
  }

  @Property(tries = 300)
  void findsTheLines(
      @ForAll @Chars({'\r', '\n', 'a', ','}) String text, @ForAll @IntRange(min = 1, max = 20) int atOnce)
      throws IOException {
    assertThat(read(text, atOnce)).isEqualTo(expected(text));
  }

  @Test
  void cutsALineThatIsLongerThanAnyRecord() throws IOException {
    String text = "one\n" + "x".repeat(3 * PhysicalLines.LONGEST) + "\r\ntwo\r\n";

    LineReader lines = new LineReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), 0, 1);

    assertThat(lines.next()).isTrue();
    assertThat(lines.next()).isTrue();
    assertThat(lines.to() - lines.from()).isBetween(PhysicalLines.LONGEST, 2 * PhysicalLines.LONGEST);
    assertThat(lines.next()).isTrue();
    assertThat(lines.line()).isEqualTo(3);
    assertThat(lines.offset()).isEqualTo(text.indexOf("two"));
    assertThat(new String(lines.bytes(), lines.from(), lines.to() - lines.from(), StandardCharsets.US_ASCII))
        .isEqualTo("two");
    assertThat(lines.next()).isFalse();
  }
}
