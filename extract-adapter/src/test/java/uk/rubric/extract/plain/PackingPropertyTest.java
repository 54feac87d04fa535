package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A packed file of several members or frames is read to its end, and one that is not all there is not read. */
class PackingPropertyTest {
  /** What Java and zstd-jni take from a file at once. */
  private static final int[] BLOCKS = {1 << 16, 1 << 17};

  /** Bytes of a file, of which nobody knows how many are left; in any pieces, or as many as are asked for. */
  private static InputStream stored(byte[] bytes, int length, Optional<Random> pieces) {
    return new ByteArrayInputStream(bytes, 0, length) {
      @Override
      public synchronized int read(byte[] to, int offset, int most) {
        int some = pieces.filter(random -> most > 1).map(random -> 1 + random.nextInt(most)).orElse(most);
        return super.read(to, offset, some);
      }

      @Override
      public synchronized int available() {
        return 0;
      }
    };
  }

  private static byte[] pack(byte[] text, Packing packing) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = packing == Packing.GZIP ? new GZIPOutputStream(bytes) : new ZstdOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private static byte[] unpack(byte[] packed, int length, Packing packing, Optional<Random> pieces)
      throws IOException {
    try (InputStream in = packing.text(stored(packed, length, pieces), Path.of("events"), Layout.EVENTS)) {
      return in.readAllBytes();
    }
  }

  @Property(tries = 60)
  void endsWhereAMemberEndsOrFails(
      @ForAll Random random, @ForAll boolean gzip, @ForAll @IntRange(min = 1, max = 4) int members) throws IOException {
    Packing packing = gzip ? Packing.GZIP : Packing.ZSTD;
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    Map<Integer, Integer> ends = new HashMap<>();
    for (int i = 0; i < members; i++) {
      byte[] more = new byte[random.nextInt(3) * random.nextInt(100)];
      random.nextBytes(more);
      text.writeBytes(more);
      packed.writeBytes(pack(more, packing));
      ends.put(packed.size(), text.size());
    }
    byte[] all = packed.toByteArray();
    for (int length = 1; length <= all.length; length++) {
      int end = length;
      if (ends.containsKey(end)) {
        assertThat(unpack(all, end, packing, Optional.of(random)))
            .isEqualTo(Arrays.copyOf(text.toByteArray(), ends.get(end)));
      } else {
        assertThatIOException().as("cut at %d", end).isThrownBy(() -> unpack(all, end, packing, Optional.of(random)));
      }
    }
  }

  @Example
  void goesOnWhereAMemberEndsWithWhatWasReadAtOnce() throws IOException {
    Random random = new Random(46);
    for (int block : BLOCKS) {
      for (int missing = 0; missing < 70; missing++) {
        byte[] text = new byte[block - missing];
        random.nextBytes(text);
        for (Packing packing : new Packing[] {Packing.GZIP, Packing.ZSTD}) {
          byte[] one = pack(text, packing);
          byte[] two = Arrays.copyOf(one, 2 * one.length);
          System.arraycopy(one, 0, two, one.length, one.length);
          assertThat(unpack(two, two.length, packing, Optional.empty())).hasSize(2 * text.length);
        }
      }
    }
  }

  @Property(tries = 40)
  void failsWhereSomethingElseStandsBehind(
      @ForAll Random random, @ForAll boolean gzip, @ForAll @IntRange(min = 1, max = 40) int surplus)
      throws IOException {
    Packing packing = gzip ? Packing.GZIP : Packing.ZSTD;
    byte[] one = pack(new byte[random.nextInt(100)], packing);
    byte[] more = Arrays.copyOf(one, one.length + surplus);
    for (int i = one.length; i < more.length; i++) {
      more[i] = (byte) random.nextInt(3);
    }

    assertThatIOException().isThrownBy(() -> unpack(more, more.length, packing, Optional.of(random)));
  }
}
