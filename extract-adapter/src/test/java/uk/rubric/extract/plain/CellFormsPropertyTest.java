package uk.rubric.extract.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.value.SctId;

/** What is read from bytes is what the platform and the language read from the text. */
class CellFormsPropertyTest {
  private static final String DECIMAL = "[-+]?(?:[0-9]{1,18}(?:\\.[0-9]{1,18})?|\\.[0-9]{1,18})";

  private static byte[] bytes(String text) {
    return ("?" + text + "?").getBytes(StandardCharsets.US_ASCII);
  }

  private static Optional<LocalDate> day(String text) {
    int day = Days.read(bytes(text), 1, 1 + text.length());
    return day == Days.BAD ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  private static Optional<LocalDate> expectedDay(String text) {
    try {
      return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  @Property
  void readsDays(
      @ForAll @IntRange(max = 9999) int year, @ForAll @IntRange(max = 14) int month,
      @ForAll @IntRange(max = 33) int day) {
    String text = "%04d-%02d-%02d".formatted(year, month, day);

    assertThat(day(text)).isEqualTo(expectedDay(text));
  }

  @Property
  void readsDaysOfOurTime(@ForAll @IntRange(min = 1800, max = 2150) int year, @ForAll @IntRange(max = 400) int day) {
    LocalDate date = LocalDate.ofYearDay(year, 1).plusDays(day);

    assertThat(day(date.toString())).contains(date);
  }

  @Property
  void readsNothingElseAsADay(@ForAll @Chars({'0', '1', '2', '-', '/', ':'}) @StringLength(min = 8, max = 11) String text) {
    assertThat(day(text)).isEqualTo(expectedDay(text));
  }

  private static Optional<BigDecimal> decimal(String text) {
    Decimal decimal = new Decimal();
    if (!decimal.read(bytes(text), 1, 1 + text.length())) {
      return Optional.empty();
    }
    return Optional.of(
        decimal.isLarge() ? decimal.large() : BigDecimal.valueOf(decimal.unscaled(), decimal.scale()));
  }

  @Property
  void readsDecimals(@ForAll @Chars({'0', '1', '9', '.', '-', '+', 'e'}) @StringLength(min = 1, max = 8) String text) {
    assertThat(decimal(text)).isEqualTo(text.matches(DECIMAL) ? Optional.of(new BigDecimal(text)) : Optional.empty());
  }

  @Property
  void readsLongDecimals(@ForAll @Chars({'0', '7', '9'}) @StringLength(min = 1, max = 20) String whole,
      @ForAll @Chars({'0', '7', '9'}) @StringLength(min = 1, max = 20) String places) {
    String text = "-" + whole + "." + places;

    assertThat(decimal(text)).isEqualTo(text.matches(DECIMAL) ? Optional.of(new BigDecimal(text)) : Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "+", ".", "-.", "5.", "1.2.3", "--1", "1e3", "1,2", "\u0665"})
  void refusesWhatHasNoOneReading(String text) {
    assertThat(decimal(text)).isEmpty();
  }

  @Property
  void readsCodes(@ForAll @Chars({'0', '1', '4', '5', '6', 'x'}) @StringLength(min = 4, max = 20) String text) {
    Codes codes = new Codes(TinyExtract.WANTED);
    Optional<Long> expected = SctId.parse(text).map(SctId::value);

    for (int times = 0; times < 2; times++) {
      long read = codes.read(bytes(text), 1, 1 + text.length());
      assertThat(read == Codes.BAD ? Optional.empty() : Optional.of(read)).isEqualTo(expected);
    }
  }

  @Property(tries = 20)
  void remembersWhichCodesAreWanted(@ForAll @IntRange(min = 100_000, max = 900_000) int from) {
    Codes codes = new Codes(TinyExtract.WANTED);
    for (int i = from; i < from + 3_000; i++) {
      String digits = i + "00";
      String code = digits + SctId.checkDigit(digits);
      assertThat(codes.read(bytes(code), 1, 1 + code.length())).isEqualTo(Long.parseLong(code));
      assertThat(codes.isWanted()).isFalse();
    }
    String wanted = Long.toString(TinyExtract.DIABETES);
    codes.read(bytes(wanted), 1, 1 + wanted.length());
    assertThat(codes.isWanted()).isTrue();
    assertThat(codes.knows(Long.parseLong(from + "00" + SctId.checkDigit(from + "00")))).isTrue();
    assertThat(codes.isWanted()).isFalse();
  }
}
