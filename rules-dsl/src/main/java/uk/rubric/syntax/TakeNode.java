package uk.rubric.syntax;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;

/**
 * {@code take tests from "…" of QOF_2023_24 into QOF_2024_25 moved 12 months except "…" of DM020, AST011}: tests that
 * hold for another service too.
 *
 * @param file the path of their file, relative to this one; empty for this file
 * @param service whose tests they are
 * @param into the service that they are taken into
 * @param months by which every day that is written in them is moved on; empty when days stay
 * @param excepted the tests that are left out
 */
public record TakeNode(
    Optional<Text> file,
    Name service,
    Name into,
    Optional<Text> months,
    List<Excepted> excepted,
    Span span)
    implements Node {
  public TakeNode {
    excepted = List.copyOf(excepted);
  }

  /** {@code "…" of DM020}: one test; without a title all tests of the register, indicator or the like. */
  public record Excepted(Optional<Text> title, Name subject, Span span) implements Node {}
}
