package uk.rubric.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.evaluate.PatientView;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.Unit;

/**
 * Why a field holds nothing although the record has something of its kind: the first question of whoever entered it. In
 * words, and counted; nothing when the record has nothing of the kind.
 */
final class Absence implements FieldDefinition.Visitor<Optional<String>> {
  private final Plan plan;
  private final PatientRecord patient;
  private final PatientView view;

  Absence(Plan plan, PatientRecord patient, PatientView view) {
    this.plan = plan;
    this.patient = patient;
    this.view = view;
  }

  /** Of a field that holds nothing, or an array without entries. */
  Optional<String> of(FieldId field) {
    return plan.field(field).definition().accept(this);
  }

  @Override
  public Optional<String> pick(FieldDefinition.Pick form) {
    return none(form.source(), form.where());
  }

  private Optional<String> none(Source source, Optional<Condition> where) {
    List<String> passedOver = new ArrayList<>();
    long seen = view.entries(source).count();
    if (seen > 0) {
      String wanted = where.map(Condition::span).map(Findings::written).orElseThrow();
      passedOver.add(seen + " " + kind(source, seen) + ", none with " + wanted);
    }
    unseen(source).ifPresent(passedOver::add);
    return passedOver.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", passedOver));
  }

  private static String kind(Source source, long count) {
    if (source instanceof Source.Cluster cluster) {
      return (count == 1 ? "entry of " : "entries of ") + cluster.id();
    }
    if (source instanceof Source.Array array) {
      return (count == 1 ? "entry of " : "entries of ") + array.id();
    }
    return (source instanceof Source.Registration ? "registration" : "ended registration") + (count == 1 ? "" : "s");
  }

  private Optional<String> unseen(Source source) {
    if (source instanceof Source.Array array) {
      return view.entries(source).findAny().isPresent() ? Optional.empty() : of(array.id());
    }
    if (source instanceof Source.Cluster cluster) {
      long later = later(cluster.id());
      return later == 0 ? Optional.empty() : Optional.of(later + " " + kind(source, later) + " after ACHV_DAT");
    }
    long others = patient.registrations().stream().filter(r -> !r.gms() && isOf(source, r)).count();
    return others == 0 ? Optional.empty() : Optional.of(others + " " + kind(source, others) + " not for GMS");
  }

  private static boolean isOf(Source source, Registration registration) {
    return source instanceof Source.Registration || registration.end().isPresent();
  }

  private long later(ClusterId cluster) {
    CodeSet codes = plan.clusters().get(cluster).codes();
    return patient.events().stream()
        .filter(event -> event.date().isAfter(plan.achievementDate()) && codes.contains(event.code().value()))
        .count();
  }

  @Override
  public Optional<String> reading(FieldDefinition.Reading form) {
    Source source = new Source.Cluster(form.cluster());
    return view.content(form.on()).date().flatMap(day -> {
      long seen = view.entries(source).filter(entry -> entry.date().equals(day)).count();
      String value = form.unit().equals(Unit.NONE) ? "a plain number" : "a value in " + form.unit();
      return seen == 0
          ? Optional.empty()
          : Optional.of(seen + " " + kind(source, seen) + " on " + day + ", none with " + value);
    });
  }

  @Override
  public Optional<String> patientId(FieldDefinition.PatientId form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> ageAt(FieldDefinition.AgeAt form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> allDays(FieldDefinition.AllDays form) {
    return none(form.selection().source(), form.selection().where());
  }

  @Override
  public Optional<String> allEntries(FieldDefinition.AllEntries form) {
    return none(form.selection().source(), form.selection().where());
  }

  @Override
  public Optional<String> readingOnEach(FieldDefinition.ReadingOnEach form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> extremeOf(FieldDefinition.ExtremeOf form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> element(FieldDefinition.Element form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> sex(FieldDefinition.Sex form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> count(FieldDefinition.Count form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> conditional(FieldDefinition.Conditional form) {
    return Optional.empty();
  }

  @Override
  public Optional<String> whether(FieldDefinition.Whether form) {
    return Optional.empty();
  }
}
