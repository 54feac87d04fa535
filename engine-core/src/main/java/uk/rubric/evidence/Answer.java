package uk.rubric.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * What an organisation answered.
 *
 * @param item the evidence, as the service names it
 * @param date the day that the answer is for: it decides for which month, quarter or year it counts
 * @param number given for {@link Reply#NUMBER} alone
 * @param day given for {@link Reply#DATE} alone
 */
public record Answer(
    Level level,
    String organisation,
    String item,
    LocalDate date,
    Reply reply,
    Optional<BigDecimal> number,
    Optional<LocalDate> day) {

  /** What kind of answer it is; unknown is an answer too, and is not no. */
  public enum Reply {
    YES,
    NO,
    UNKNOWN,
    NUMBER,
    DATE
  }
}
