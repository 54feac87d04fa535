package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import uk.rubric.payment.Gain;
import uk.rubric.worklist.Worklist;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.PatientWork;
import uk.rubric.worklist.Worklist.PracticeWork;

/** A worklist as CSV, one line for each patient and indicator, in the order of the ranks; it names patients. */
public final class WorklistCsv {
  private WorklistCsv() {}

  /** With a header. */
  public static String of(Worklist list) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = Csv.writer(text)) {
      csv.writeRecord("practice_code", "rank", "patient_id", "patient_pounds", "patient_points", "patient_act_by",
          "indicator", "standing", "rule", "kind", "reason", "will_expire", "missing", "act", "act_by", "pounds",
          "points",
          "worth_nothing", "rests_on", "patient_rests_on");
      List<RestsOn> told = RestsOn.told(list.plan());
      list.practices().forEach(practice -> practice.patients().forEach(
          patient -> patient.gaps().forEach(gap -> write(csv, told, practice, patient, gap))));
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return text.toString();
  }

  private static void write(
      CsvWriter csv, List<RestsOn> told, PracticeWork practice, PatientWork patient, Gap gap) {
    csv.writeRecord(
        practice.practice(), String.valueOf(patient.rank()), patient.patientId(), pounds(patient.gain()),
        points(patient.gain()), day(patient.actBy()), gap.indicator(), gap.standing().word(),
        gap.rejection().map(r -> String.valueOf(r.rule())).orElse(""),
        gap.rejection().map(r -> r.reason().kindWord()).orElse(""),
        gap.rejection().map(r -> r.reason().name()).orElse(""), String.valueOf(gap.willExpire()),
        String.join("; ", gap.missing()), gap.act().map(WorklistWords::act).orElse(""),
        day(gap.act().map(act -> act.by())), pounds(gap.gain()), points(gap.gain()),
        gap.gain().flatMap(Gain::nothing).map(Gain.Nothing::word).orElse(""),
        gap.gain().map(gain -> words(told, rests -> rests.worth(gap.indicator()))).orElse(""),
        patient.gain().map(gain -> words(told, rests -> WorklistWords.rests(rests, patient))).orElse(""));
  }

  private static String words(List<RestsOn> told, Predicate<RestsOn> figure) {
    return String.join("; ", RestsOn.words(told, figure));
  }

  private static String pounds(Optional<Gain> gain) {
    return gain.flatMap(Gain::pounds).map(Display::money).orElse("");
  }

  private static String points(Optional<Gain> gain) {
    return gain.flatMap(Gain::points).map(Display::points).orElse("");
  }

  private static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("");
  }
}
