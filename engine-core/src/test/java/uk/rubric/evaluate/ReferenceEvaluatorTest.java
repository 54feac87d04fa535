package uk.rubric.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.plan.HandMade.always;
import static uk.rubric.plan.HandMade.code;
import static uk.rubric.plan.HandMade.id;
import static uk.rubric.plan.HandMade.ladder;
import static uk.rubric.plan.HandMade.of;
import static uk.rubric.plan.HandMade.recorded;
import static uk.rubric.plan.HandMade.rule;
import static uk.rubric.syntax.LadderNode.ActionKind.NEXT;
import static uk.rubric.syntax.LadderNode.ActionKind.REJECT;
import static uk.rubric.syntax.LadderNode.ActionKind.SELECT;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.HandMade;
import uk.rubric.result.PatientOutcome;

class ReferenceEvaluatorTest {
  private final HandMade made = new HandMade();

  @BeforeEach
  void rules() {
    made.latest("A", made.cluster("A_COD", 100));
    made.latest("B", made.cluster("B_COD", 101));
    made.population(true, "REG", Optional.empty(),
        rule(1, recorded(of(id("A"))), NEXT, REJECT), rule(5, recorded(of(id("B"))), REJECT, SELECT));
    made.indicator("IND", "REG", Optional.of(ladder(always(1, SELECT))), Optional.of(ladder(always(2, REJECT))));
  }

  private static PatientRecord patient(String id, int... codes) {
    List<Event> events =
        IntStream.of(codes)
            .mapToObj(n -> new Event(LocalDate.of(2020, 1, 1), code(n), Optional.empty(), Optional.empty(), 0))
            .toList();
    return new PatientRecord("A81001", id, LocalDate.of(1960, 1, 1), Optional.empty(), List.of(), events);
  }

  @Test
  void takesTheFirstTerminalActionAndAsksOnlyThoseSelected() {
    ReferenceEvaluator evaluator = new ReferenceEvaluator(made.plan());

    assertThat(evaluator.evaluate(List.of(patient("P1"), patient("P2", 100), patient("P3", 100, 101))))
        .containsExactly(
            new PatientOutcome(new int[] {2, 0, 0}),
            new PatientOutcome(new int[] {4, 1, 1}),
            new PatientOutcome(new int[] {3, 0, 0}));
    assertThat(evaluator.name()).isEqualTo("reference");
  }
}
