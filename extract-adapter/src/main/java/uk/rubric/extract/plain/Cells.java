package uk.rubric.extract.plain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import uk.rubric.extract.Tally;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/**
 * The forms that cells have. Dates, codes, values and units recur in an extract by the million, so each is made once
 * and kept as long as one reading lasts. For one thread.
 */
final class Cells {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern DECIMAL = Pattern.compile("[-+]?(?:[0-9]{1,18}(?:\\.[0-9]{1,18})?|\\.[0-9]{1,18})");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,12}");

  private static final int MOST_KEPT = 200_000;

  private final LocalDate today;
  private final Tally tally;
  private final Map<String, Optional<LocalDate>> days = new HashMap<>();
  private final Map<String, Optional<BigDecimal>> decimals = new HashMap<>();
  private final Map<String, Optional<SctId>> codes = new HashMap<>();
  private final Map<String, Optional<Unit>> units = new HashMap<>();

  Cells(LocalDate today, Tally tally) {
    this.today = today;
    this.tally = tally;
  }

  LocalDate today() {
    return today;
  }

  /** Where refused rows are counted. */
  Tally tally() {
    return tally;
  }

  /** A day of the calendar written as {@code 2021-03-31}. */
  Optional<LocalDate> day(String text) {
    return once(days, text, Cells::readDay);
  }

  private static Optional<LocalDate> readDay(String text) {
    if (!DATE.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Optional<SctId> code(String text) {
    return once(codes, text, SctId::parse);
  }

  /** No exponent and no separators: {@code 1,234} and {@code 1e3} each have more than one reading. */
  Optional<BigDecimal> decimal(String text) {
    return once(decimals, text, Cells::readDecimal);
  }

  private static Optional<BigDecimal> readDecimal(String text) {
    return DECIMAL.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
  }

  static Optional<Long> wholeNumber(String text) {
    return WHOLE.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** Nothing for a blank. */
  Optional<Unit> unit(String text) {
    return text.isEmpty() ? Optional.empty() : once(units, text, written -> Optional.of(new Unit(written)));
  }

  /** Keeps what could be read, up to a number: an extract of nothing but different values stays within memory. */
  private static <T> Optional<T> once(
      Map<String, Optional<T>> kept, String text, Function<String, Optional<T>> reading) {
    Optional<T> known = kept.get(text);
    if (known != null) {
      return known;
    }
    Optional<T> read = reading.apply(text);
    if (read.isPresent() && kept.size() < MOST_KEPT) {
      kept.put(text, read);
    }
    return read;
  }
}
