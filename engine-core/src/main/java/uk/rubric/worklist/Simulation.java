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
  // No extract has such an identifier, so that entries of one day of an act belong to each other and to nothing else.
  private static final String TOGETHER = "\0act";

  private final BatchEvaluator evaluator;

  Simulation(BatchEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  /** An entry that is added, with a value or without. */
  record Part(EntryKind kind, Trial trial) {}

  /** An entry that is added on a day. */
  record Placed(Part part, LocalDate day) {}

  /** Entries that are added. */
  record Variant(List<Placed> entries) {
    Variant {
      entries = List.copyOf(entries);
    }

    /** All on one day. */
    Variant(List<Part> parts, LocalDate day) {
      this(parts.stream().map(part -> new Placed(part, day)).toList());
    }

    private boolean isAlone(LocalDate day) {
      return entries.stream().filter(entry -> entry.day().equals(day)).count() == 1;
    }
  }

  /** Whether the numerator selects the patient with them. */
  boolean achieves(PatientRecord patient, Variant variant, PlannedLadder numerator) {
    return achieves(patient, List.of(variant), numerator).get(0);
  }

  /** For each variant whether the numerator selects the patient with its entries, by its place. */
  BitSet achieves(PatientRecord patient, List<Variant> variants, PlannedLadder numerator) {
    PatientBatchBuilder builder = new PatientBatchBuilder((patient.events().size() + 3) * variants.size());
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

  /** The patient with the entries of a variant, made last on their days; those of one day belong to each other. */
  static PatientRecord with(PatientRecord patient, Variant variant) {
    List<Event> events = new ArrayList<>(patient.events());
    for (Placed entry : variant.entries()) {
      Trial trial = entry.part().trial();
      events.add(new Event(entry.day(), entry.part().kind().code(), trial.value(), trial.unit(),
          detail(variant, entry.day()), 0));
    }
    return new PatientRecord(patient.practice(), patient.patientId(), patient.born(), patient.died(), patient.sex(),
        patient.registrations(), events);
  }

  private static EventDetail detail(Variant variant, LocalDate day) {
    Optional<String> parent = variant.isAlone(day) ? Optional.empty() : Optional.of(TOGETHER + day);
    return new EventDetail(Optional.of(day.atTime(LAST_ENTERED)), Optional.empty(), parent, Optional.empty());
  }
}
