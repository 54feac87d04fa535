package uk.rubric.impact;

import java.time.LocalDate;
import java.util.Comparator;
import uk.rubric.impact.ServiceImpact.Move;
import uk.rubric.impact.Transitions.Mover;

/** The orders in which those who moved are listed, whichever thread saw them first. */
final class MoverOrder {
  static final Comparator<Mover> BY_NAME =
      Comparator.comparing(Mover::practice)
          .thenComparing(Mover::patientId)
          .thenComparing(Mover::freshId)
          .thenComparing(Mover::oldId)
          .thenComparing(mover -> mover.entry().orElse(LocalDate.MIN))
          .thenComparing(Mover::old)
          .thenComparing(Mover::fresh);

  static final Comparator<Move> LARGEST_FIRST =
      Comparator.comparingLong(Move::count).reversed().thenComparing(Move::old).thenComparing(Move::fresh);

  private MoverOrder() {}
}
