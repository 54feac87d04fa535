package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.OptionalInt;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Ladder.Action;
import uk.rubric.patient.RecordId;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * Who was decided how, as it happens: {@code practice_code,patient_id,output,outcome,ladder,rule,kind,reason}, one line
 * for each patient record and output, in the order in which they come.
 *
 * <ul> <li>{@code select} or {@code reject}, with the last ladder that was asked: {@code register} (or {@code group})
 * for a register and for a register-only indicator, else {@code denominator} or {@code numerator} <li>{@code not in
 * population}, with the name of the register or group that rejected the patient before the output's own ladder was
 * asked </ul>
 *
 * {@code rule} is the published number; {@code kind} and {@code reason} are given for a reject of a denominator. A
 * register-only indicator of everyone is decided by no ladder: {@code ladder} and {@code rule} are empty.
 *
 * <p>UTF-8 is the writer's to choose; lines end with LF. Not thread-safe. Failures to write are
 * {@link java.io.UncheckedIOException}.
 */
public final class OutcomesCsv implements Closeable {
  private static final String NOT_IN_POPULATION = "not in population";

  private final Plan plan;
  private final CsvWriter csv;

  /** Writes the head at once. */
  public OutcomesCsv(Plan plan, Writer writer) {
    this.plan = plan;
    csv = Csv.writer(writer);
    csv.writeRecord("practice_code", "patient_id", "output", "outcome", "ladder", "rule", "kind", "reason");
  }

  /** Writes a line for each output. */
  public void write(RecordId patient, PatientOutcome outcome) {
    for (Output output : plan.outputs()) {
      Decision decision = decision(output, outcome);
      csv.writeRecord(
          patient.practice(), patient.patientId(), output.id(),
          decision.outcome(), decision.ladder(), decision.rule(), decision.kind(), decision.reason());
    }
  }

  /** Closes the writer, too. */
  @Override
  public void close() throws IOException {
    csv.close();
  }

  private record Decision(String outcome, String ladder, String rule, String kind, String reason) {}

  private Decision decision(Output output, PatientOutcome outcome) {
    if (output.numerator().isPresent() && isAsked(output.numerator(), outcome)) {
      return own(ladder(output.numerator()), outcome);
    }
    if (output.denominator().isPresent() && isAsked(output.denominator(), outcome)) {
      return own(ladder(output.denominator()), outcome);
    }
    return output.population().isEmpty() && output.isRegisterOnly()
        ? new Decision("select", "", "", "", "")
        : byPopulation(output, ladder(output.population()), outcome);
  }

  private Decision byPopulation(Output output, PlannedLadder population, PatientOutcome outcome) {
    PlannedLadder asked = lastAsked(population, outcome);
    boolean isOwn = asked == population && (output.register() || outcome.selected(population));
    return isOwn ? own(population, outcome) : outside(asked, outcome);
  }

  /** The ladder itself, or the nearest before it that was asked. */
  private PlannedLadder lastAsked(PlannedLadder ladder, PatientOutcome outcome) {
    PlannedLadder asked = ladder;
    while (outcome.branch(asked.index()) == 0) {
      asked = ladder(asked.parent());
    }
    return asked;
  }

  private boolean isAsked(OptionalInt ladder, PatientOutcome outcome) {
    return outcome.branch(ladder.getAsInt()) != 0;
  }

  private PlannedLadder ladder(OptionalInt index) {
    return plan.ladders().get(index.orElseThrow());
  }

  private static Decision own(PlannedLadder ladder, PatientOutcome outcome) {
    int branch = outcome.branch(ladder.index());
    Action action = ladder.action(branch);
    String word = action.kind() == ActionKind.SELECT ? "select" : "reject";
    return new Decision(
        word,
        ladder.kind().word(),
        number(ladder, branch),
        action.reason().map(Reason::kindWord).orElse(""),
        action.reason().map(Reason::name).orElse(""));
  }

  private static Decision outside(PlannedLadder ladder, PatientOutcome outcome) {
    return new Decision(NOT_IN_POPULATION, ladder.owner(), number(ladder, outcome.branch(ladder.index())), "", "");
  }

  private static String number(PlannedLadder ladder, int branch) {
    return String.valueOf(ladder.rule(branch).number());
  }
}
