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
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;

/** Bytes fall into the lines that their text falls into. */
class LineReaderPropertyTest {
  /** How many bytes are read at once. */
  private static final int BLOCK = 1 << 16;

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

  /** Some as long as a record can be, a little shorter or longer, or far too long. */
  private static String longLines(Random random, String end) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      int about = List.of(0, PhysicalLines.LONGEST, PhysicalLines.LONGEST + BLOCK, 2 * PhysicalLines.LONGEST)
          .get(random.nextInt(4));
      text.append(Character.toString('a' + i).repeat(Math.max(0, about - 5 + random.nextInt(10))));
      text.append(i > 1 || random.nextBoolean() ? end : "");
    }
    return text.toString();
  }

  @Property(tries = 60)
  void cutsLinesThatAreLongerThanAnyRecord(
      @ForAll Random random, @ForAll @IntRange(min = 0, max = 2) int end, @ForAll boolean inPieces) throws IOException {
    String text = longLines(random, List.of("\n", "\r", "\r\n").get(end));

    assertThat(read(text, inPieces ? 1 + random.nextInt(BLOCK) : BLOCK).equals(expected(text))).isTrue();
  }
}
