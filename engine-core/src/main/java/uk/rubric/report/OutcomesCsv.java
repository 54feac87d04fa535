package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Ladder.Action;
import uk.rubric.patient.RecordId;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * Who was decided how, as it happens: {@code practice_code,patient_id,output,outcome,ladder,rule,kind,reason}, one line
 * for each patient record and output, in the order in which they come.
 *
 * <ul> <li>{@code select} or {@code reject}, with the last ladder that was asked: {@code register} (or {@code group})
 * for a register and for a register-only indicator, else {@code denominator} or {@code numerator} <li>{@code not in
 * population}, with the name of the register or group that rejected the patient before the output's own ladder was
 * asked <li>{@code give} and the label, for each classification, after the outputs </ul>
 *
 * An output that decides each entry of an array has one line for each entry of a patient in its population, and none
 * for one without entries. Where a plan has such an output, a last column {@code entry} gives the day of the entry.
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
  private final boolean hasEntries;
  private final List<PlannedLadder> classifications;

  /** Writes the head at once. */
  public OutcomesCsv(Plan plan, Writer writer) {
    this.plan = plan;
    csv = Csv.writer(writer);
    hasEntries = plan.outputs().stream().anyMatch(output -> output.each().isPresent());
    classifications = plan.ladders().stream().filter(l -> l.kind() == PlannedLadder.Kind.CLASSIFICATION).toList();
    List<String> head = List.of("practice_code", "patient_id", "output", "outcome", "ladder", "rule", "kind", "reason");
    csv.writeRecord(Stream.concat(head.stream(), hasEntries ? Stream.of("entry") : Stream.empty()).toList());
  }

  /** Writes a line for each output, or for each of its entries. */
  public void write(RecordId patient, PatientOutcome outcome) {
    for (Output output : plan.outputs()) {
      if (output.each().isPresent() && isInPopulation(output, outcome)) {
        outcome.entries().stream()
            .filter(entry -> entry.each() == output.each().getAsInt())
            .forEach(entry -> write(patient, output.id(), ofEntry(output, outcome, entry), entry.day().toString()));
      } else {
        write(patient, output.id(), decision(output, outcome), "");
      }
    }
    for (PlannedLadder ladder : classifications) {
      PlannedLadder asked = lastAsked(ladder, outcome);
      Decision decision = asked == ladder ? own(ladder, outcome) : outside(asked, outcome);
      write(patient, ladder.owner(), decision, "");
    }
  }

  private void write(RecordId patient, String output, Decision decision, String entry) {
    List<String> line = new ArrayList<>(List.of(
        patient.practice(), patient.patientId(), output,
        decision.outcome(), decision.ladder(), decision.rule(), decision.kind(), decision.reason()));
    if (hasEntries) {
      line.add(entry);
    }
    csv.writeRecord(line);
  }

  /** Whether the entries of a patient were decided: a patient without any may be in the population, too. */
  private boolean isInPopulation(Output output, PatientOutcome outcome) {
    OptionalInt parent = ladder(plan.eaches().get(output.each().getAsInt()).ladders().get(0)).parent();
    return parent.isEmpty() || outcome.selected(ladder(parent));
  }

  private PlannedLadder ladder(int index) {
    return plan.ladders().get(index);
  }

  /** As for a patient, with what was decided for the entry. */
  private Decision ofEntry(Output output, PatientOutcome outcome, EntryOutcome entry) {
    int[] branches = outcome.branches();
    List<Integer> ladders = plan.eaches().get(entry.each()).ladders();
    for (int i = 0; i < ladders.size(); i++) {
      branches[ladders.get(i)] = entry.branches().get(i);
    }
    return decision(output, new PatientOutcome(branches));
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
    String word = action.label().map(label -> "give " + label)
        .orElse(action.kind() == ActionKind.SELECT ? "select" : "reject");
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
