package uk.rubric.explain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.patient.Event;
import uk.rubric.patient.EventDetail;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** The plan of {@code dm.rubric} at the end of its period, and patients for it. */
final class Diabetes {
  static final LocalDate ACHV_DAT = LocalDate.of(2022, 3, 31);
  static final long TYPE_2 = 44054006L;
  static final long RESOLVED = 315051004L;
  static final long HBA1C = 999791000000106L;
  static final long SYSTOLIC = 271649006L;
  static final long SYSTOLIC_ARTERIAL = 72313002L;
  static final long DIASTOLIC = 271650006L;
  static final long MILD_FRAILTY = 925791000000100L;
  static final long SEVERE_FRAILTY = 925861000000102L;
  static final long INVITATION = 1017011000999106L;

  private Diabetes() {}

  static Plan plan() {
    return planOf("dm.rubric");
  }

  /** Of a file beside this class. */
  static Plan planOf(String file) {
    return plan(text(file));
  }

  /** Of a file with one service, whose clusters list their codes. */
  static Plan plan(String text) {
    return plan(new SourceText("dm.rubric", text));
  }

  /** Of files with one service between them. */
  static Plan plan(SourceText... files) {
    CheckResult result = Checker.checkSources(List.of(files));
    CheckedRules rules =
        result.rules().orElseThrow(() -> new AssertionError(result.diagnostics().toString()));
    return Planner.plan(rules, rules.services().get(0), ACHV_DAT, Mode.YEAR_END, new NoClusters());
  }

  private static String text(String file) {
    try (InputStream in = Diabetes.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All codes stand in the rule file. */
  private record NoClusters() implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }

  static Output output(Plan plan, String id) {
    return plan.outputs().stream().filter(output -> output.id().equals(id)).findFirst().orElseThrow();
  }

  /** A registered patient, born on 1 May 1960. */
  static final class Patient {
    private final List<Event> events = new ArrayList<>();
    private final List<Registration> registrations = new ArrayList<>();
    private Optional<String> sex = Optional.empty();

    Patient registered(String start) {
      registrations.add(new Registration(LocalDate.parse(start), Optional.empty(), true, registrations.size() + 2));
      return this;
    }

    Patient with(String date, long code) {
      return with(date, code, Optional.empty(), Optional.empty());
    }

    Patient with(String date, long code, String value, String unit) {
      return with(date, code, Optional.of(new BigDecimal(value)), Optional.of(new Unit(unit)));
    }

    Patient sex(String recorded) {
      sex = Optional.of(recorded);
      return this;
    }

    Patient episode(String date, long code, String episode) {
      return with(date, code, Optional.empty(), Optional.empty(),
          new EventDetail(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(episode)));
    }

    /** An entry of that identifier, which belongs to another unless {@code parent} is empty. */
    Patient linked(String date, long code, String id, String parent) {
      Optional<String> to = Optional.of(parent).filter(name -> !name.isEmpty());
      return with(date, code, Optional.empty(), Optional.empty(),
          new EventDetail(Optional.empty(), Optional.of(id), to, Optional.empty()));
    }

    /** In mmHg. */
    Patient entered(String date, long code, String value, String entered) {
      return with(date, code, Optional.of(new BigDecimal(value)), Optional.of(new Unit("mmHg")),
          new EventDetail(Optional.of(LocalDateTime.parse(entered)), Optional.empty(), Optional.empty(),
              Optional.empty()));
    }

    private Patient with(String date, long code, Optional<BigDecimal> value, Optional<Unit> unit) {
      return with(date, code, value, unit, EventDetail.NONE);
    }

    private Patient with(
        String date, long code, Optional<BigDecimal> value, Optional<Unit> unit, EventDetail detail) {
      events.add(new Event(LocalDate.parse(date), new SctId(code), value, unit, detail, events.size() + 2));
      return this;
    }

    PatientRecord record() {
      return new PatientRecord(
          "A81001", "P123", LocalDate.of(1960, 5, 1), Optional.empty(), sex, registrations, events);
    }
  }
}
