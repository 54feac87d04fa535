package uk.rubric.extract.prepared;

import java.math.BigDecimal;
import uk.rubric.patient.PatientBatch;

/** Told of one entry after another; nothing is made for one. */
public interface Entry {
  /**
   * @param place of the patient in the part, from 0
   * @param day counted from 1970-01-01
   * @param code the identifier of a SNOMED CT concept
   * @param unscaled digits of the value, for a scale other than {@link PatientBatch#NO_VALUE} and
   *     {@link PatientBatch#LARGE}
   * @param scale its decimal places, or one of these
   * @param large the value when it is {@link PatientBatch#LARGE}, else null
   * @param unit its number in the part, or {@link PatientBatch#NO_UNIT}
   * @param detail as it was given to {@link PartWriter#entry}; null when there is none or it was not asked for
   * @param line of the source
   */
  void at(
      int place, int day, long code, long unscaled, int scale, BigDecimal large, int unit, byte[] detail, long line);
}
