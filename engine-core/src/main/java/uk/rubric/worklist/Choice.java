package uk.rubric.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a worklist is wanted.
 *
 * @param from the first day on which an act can still be done; empty, or before the achievement date, for that date
 * @param indicator the only one to list
 * @param practice the code of the only practice to list
 * @param exceptedOnly whether to list those alone who are excepted, also when no act is found for them
 * @param limit how many patients of each practice at most
 * @param whatIfs of registers that the service reports
 */
public record Choice(
    Optional<LocalDate> from,
    Optional<String> indicator,
    Optional<String> practice,
    boolean exceptedOnly,
    OptionalInt limit,
    List<WhatIf> whatIfs) {
  public Choice {
    whatIfs = List.copyOf(whatIfs);
  }

  /** Nothing but the list. */
  public Choice(
      Optional<LocalDate> from,
      Optional<String> indicator,
      Optional<String> practice,
      boolean exceptedOnly,
      OptionalInt limit) {
    this(from, indicator, practice, exceptedOnly, limit, List.of());
  }

  /** All of it. */
  public static final Choice ALL =
      new Choice(Optional.empty(), Optional.empty(), Optional.empty(), false, OptionalInt.empty());
}
