package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What is asked of eight bytes at once is what a loop over them answers. */
class EightPropertyTest {
  private static final long ALL_MARKS = 0x8080808080808080L;

  private static boolean isMarked(long marks, int place) {
    return (marks >>> 8 * place + 7 & 1) != 0;
  }

  @Property
  void marksBytes(@ForAll @Size(8) byte[] bytes, @ForAll @IntRange(max = 7) int chosen) {
    char one = (char) (bytes[chosen] & 0x7F);

    long marks = Eight.marks(Eight.at(bytes, 0), one);

    for (int i = 0; i < 8; i++) {
      assertThat(isMarked(marks, i)).isEqualTo(bytes[i] == one);
    }
    assertThat(marks & ~ALL_MARKS).isZero();
  }

  @Property
  void marksWhatIsNoDigit(@ForAll @Size(8) byte[] bytes) {
    long marks = Eight.noDigits(Eight.at(bytes, 0));

    for (int i = 0; i < 8; i++) {
      assertThat(isMarked(marks, i)).isEqualTo(bytes[i] < '0' || bytes[i] > '9');
    }
    assertThat(marks & ~ALL_MARKS).isZero();
  }

  @Test
  void tellsEveryByteFromADigit() {
    for (int one = Byte.MIN_VALUE; one <= Byte.MAX_VALUE; one++) {
      byte[] bytes = {'0', '9', (byte) one, '5', '0', '9', '1', '2'};
      int expected = one >= '0' && one <= '9' ? 8 : 2;

      assertThat(Eight.first(Eight.noDigits(Eight.at(bytes, 0)))).isEqualTo(expected);
    }
  }

  @Property
  void findsTheFirstBelow(@ForAll @Size(8) byte[] bytes, @ForAll @IntRange(min = 1, max = 127) int end) {
    int expected = 0;
    while (expected < 8 && (bytes[expected] < 0 || bytes[expected] >= end)) {
      expected++;
    }

    assertThat(Eight.first(Eight.firstBelow(Eight.at(bytes, 0), (char) end))).isEqualTo(expected);
  }

  @Property
  void readsNumbers(
      @ForAll @IntRange(max = 99_999_999) int number, @ForAll @IntRange(min = 1, max = 8) int count,
      @ForAll @Size(8) byte[] behind) {
    String digits = "%08d".formatted(number).substring(0, count);
    byte[] bytes = behind.clone();
    for (int i = 0; i < count; i++) {
      bytes[i] = (byte) digits.charAt(i);
    }

    assertThat(Eight.number(Eight.at(bytes, 0), count)).isEqualTo(Long.parseLong(digits));
  }
}
