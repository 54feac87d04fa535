package uk.rubric.patient;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A practice as the extract describes it.
 *
 * @param listSize registered patients as stated (contractor registered population); at least 0
 */
public record Practice(String code, Optional<String> name, OptionalLong listSize) {}
