package uk.rubric.explain;

import java.util.List;
import java.util.function.Predicate;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;

/** Parts of a patient record. */
final class Records {
  private Records() {}

  static PatientRecord of(PatientRecord patient, List<Registration> registrations, List<Event> events) {
    return new PatientRecord(
        patient.practice(), patient.patientId(), patient.born(), patient.died(), registrations, events);
  }

  static PatientRecord onlyCited(PatientRecord patient, List<Fact> facts) {
    return keeping(patient, facts, any -> false);
  }

  static PatientRecord keeping(PatientRecord patient, List<Fact> facts, Predicate<Object> others) {
    return of(patient,
        patient.registrations().stream().filter(r -> isCited(facts, r) || others.test(r)).toList(),
        patient.events().stream().filter(e -> isCited(facts, e) || others.test(e)).toList());
  }

  static PatientRecord without(PatientRecord patient, Fact fact) {
    return of(patient,
        patient.registrations().stream().filter(r -> !isCited(List.of(fact), r)).toList(),
        patient.events().stream().filter(e -> !isCited(List.of(fact), e)).toList());
  }

  private static boolean isCited(List<Fact> facts, Registration registration) {
    return facts.stream().anyMatch(f -> f instanceof Fact.Registered registered && registered.is(registration));
  }

  private static boolean isCited(List<Fact> facts, Event event) {
    return facts.stream().anyMatch(f -> f instanceof Fact.Recorded recorded && recorded.is(event));
  }
}
