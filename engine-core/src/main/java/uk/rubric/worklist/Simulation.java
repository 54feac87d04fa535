package uk.rubric.worklist;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientBatchBuilder;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.worklist.EntryKind.Trial;

/** A patient with entries added, decided by an evaluator at the end of the period. For one thread. */
final class Simulation {
  private static final LocalTime LAST_ENTERED = LocalTime.of(23, 59, 59);
  // No extract has such an identifier, so that entries of an act belong to each other and to nothing else.
  private static final String TOGETHER = "\0act";

  private final BatchEvaluator evaluator;

  Simulation(BatchEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** An entry that is added, with a value or without. */
  record Part(EntryKind kind, Trial trial) {}

  /** Entries that are added on one day. */
  record Variant(List<Part> parts, LocalDate day) {
    Variant {
      parts = List.copyOf(parts);
    }
  }

  /** Whether the numerator selects the patient with them. */
  boolean achieves(PatientRecord patient, Variant variant, PlannedLadder numerator) {
    return achieves(patient, List.of(variant), numerator).get(0);
  }

  /** For each variant whether the numerator selects the patient with its entries, by its place. */
  BitSet achieves(PatientRecord patient, List<Variant> variants, PlannedLadder numerator) {
    PatientBatchBuilder builder = new PatientBatchBuilder((patient.events().size() + 2) * variants.size());
    variants.forEach(variant -> builder.add(with(patient, variant)));
    PatientBatch batch = builder.build();
    BitSet achieved = new BitSet(variants.size());
    evaluator.evaluate(batch, (record, branches, entries) ->
        achieved.set(record, selects(numerator, branches[numerator.index()])));
    return achieved;
  }

  private static boolean selects(PlannedLadder ladder, int branch) {
    return branch != 0 && ladder.action(branch).kind() == ActionKind.SELECT;
  }

  /** The patient with the entries of a variant, made last on its day and belonging to each other. */
  static PatientRecord with(PatientRecord patient, Variant variant) {
    List<Event> events = new ArrayList<>(patient.events());
    Optional<String> parent = variant.parts().size() > 1 ? Optional.of(TOGETHER) : Optional.empty();
    EventDetail detail = new EventDetail(
        Optional.of(variant.day().atTime(LAST_ENTERED)), Optional.empty(), parent, Optional.empty());
    for (Part part : variant.parts()) {
      events.add(new Event(
          variant.day(), part.kind().code(), part.trial().value(), part.trial().unit(), detail, 0));
    }
    return new PatientRecord(patient.practice(), patient.patientId(), patient.born(), patient.died(), patient.sex(),
        patient.registrations(), events);
  }
}
