package uk.rubric.explain;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;

/** Parts of a patient record. */
final class Records {
  private Records() {}

  static PatientRecord of(PatientRecord patient, List<Registration> registrations, List<Event> events) {
    return of(patient, patient.sex(), registrations, events);
  }

  private static PatientRecord of(
      PatientRecord patient, Optional<String> sex, List<Registration> registrations, List<Event> events) {
    return new PatientRecord(
        patient.practice(), patient.patientId(), patient.born(), patient.died(), sex, registrations, events);
  }

  static PatientRecord onlyCited(PatientRecord patient, List<Fact> facts) {
    return keeping(patient, facts, any -> false);
  }

  static PatientRecord keeping(PatientRecord patient, List<Fact> facts, Predicate<Object> others) {
    return of(patient,
        patient.sex().filter(sex -> isSexCited(facts) || others.test(sex)),
        patient.registrations().stream().filter(r -> isCited(facts, r) || others.test(r)).toList(),
        patient.events().stream().filter(e -> isCited(facts, e) || others.test(e)).toList());
  }

  static PatientRecord without(PatientRecord patient, Fact fact) {
    return of(patient,
        patient.sex().filter(sex -> !isSexCited(List.of(fact))),
        patient.registrations().stream().filter(r -> !isCited(List.of(fact), r)).toList(),
        patient.events().stream().filter(e -> !isCited(List.of(fact), e)).toList());
  }

  private static boolean isSexCited(List<Fact> facts) {
    return facts.stream().anyMatch(Fact.Sex.class::isInstance);
  }

  private static boolean isCited(List<Fact> facts, Registration registration) {
    return facts.stream().anyMatch(f -> f instanceof Fact.Registered registered && registered.is(registration));
  }

  private static boolean isCited(List<Fact> facts, Event event) {
    return facts.stream().anyMatch(f -> f instanceof Fact.Recorded recorded && recorded.is(event));
  }
}
