package uk.rubric.worklist;

import java.util.ArrayList;
import java.util.List;
import uk.rubric.count.Counter;
import uk.rubric.worklist.Worklist.Gap;

/**
 * What a pass over the patients of an extract has found: counts as at the achievement date and at the end of the
 * period, and the gaps of patients. It becomes a {@link Worklist} when what money rests on is known. Immutable to its
 * holder.
 */
public final class Found {
  private final Counter now;
  private final Counter atEnd;
  private final List<PatientGaps> patients = new ArrayList<>();

  Found(Counter now, Counter atEnd) {
    this.now = now;
    this.atEnd = atEnd;
  }

  /** A record that has gaps, of one indicator or more. */
  record PatientGaps(String practice, String patientId, boolean died, List<Gap> gaps) {}

  Counter now() {
    return now;
  }

  Counter atEnd() {
    return atEnd;
  }

  List<PatientGaps> patients() {
    return patients;
  }

  void merge(Found other) {
    now.merge(other.now);
    atEnd.merge(other.atEnd);
    patients.addAll(other.patients);
  }
}
