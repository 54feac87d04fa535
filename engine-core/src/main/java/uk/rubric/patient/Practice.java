package uk.rubric.patient;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A practice as the extract describes it.
 *
 * @param listSize registered patients as stated (contractor registered population); at least 0
 * @param weightedList the list size as weighted for its patients' needs; at least 0
 * @param pcn the code of its primary care network
 * @param icb the code of its integrated care board
 */
public record Practice(
    String code,
    Optional<String> name,
    OptionalLong listSize,
    Optional<BigDecimal> weightedList,
    Optional<String> pcn,
    Optional<String> icb) {
  /** A practice of whose organisations nothing is known. */
  public Practice(String code, Optional<String> name, OptionalLong listSize) {
    this(code, name, listSize, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
