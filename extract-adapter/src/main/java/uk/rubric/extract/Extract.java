package uk.rubric.extract;

import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Practice;
import uk.rubric.result.SetAside;

/**
 * An extract as it was read. Immutable; the order of lines in its files makes no difference, save to the line numbers
 * that entries and messages refer to.
 *
 * @param practices those that are described and those that registrations name, by rising code
 * @param records one for each practice and patient registered there at any time, by rising practice code, then
 *     patient id
 * @param setAside everything that could not be used, counted
 * @param messages warnings and notices, with the first places of each reason; holds no patient's value
 * @param sha256 over the files that were read: name, length and bytes of each
 */
public record Extract(
    List<Practice> practices,
    List<PatientRecord> records,
    SetAside setAside,
    List<Diagnostic> messages,
    String sha256) {
  public Extract {
    practices = List.copyOf(practices);
    records = List.copyOf(records);
    messages = List.copyOf(messages);
  }
}
