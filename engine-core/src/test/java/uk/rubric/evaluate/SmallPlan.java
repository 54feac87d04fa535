package uk.rubric.evaluate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Operand;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.ServiceNode.StatusKind;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.SctId;
import uk.rubric.value.Unit;

/** A plan put together by hand, field by field and ladder by ladder, in the order of the calls. */
public final class SmallPlan {
  public static final SctId A = code(1);
  public static final SctId B = code(2);
  public static final SctId OTHER = code(3);
  public static final LocalDate ACHV_DAT = LocalDate.parse("2022-03-31");

  private static final Span NOWHERE = new SourceText("small.rubric", "").span(0, 0);

  private final String ruleset;
  private final Map<ClusterId, CodeCluster> clusters = new HashMap<>();
  private final List<CheckedField> fields = new ArrayList<>();
  private final List<PlannedLadder> ladders = new ArrayList<>();

  public SmallPlan() {
    this("R");
  }

  private SmallPlan(String ruleset) {
    this.ruleset = ruleset;
  }

  private static SctId code(int item) {
    String digits = "70000" + item + "00";
    return SctId.parse(digits + SctId.checkDigit(digits)).orElseThrow();
  }

  public static FieldId id(String name) {
    String plain = name.replace("[]", "");
    return new FieldId("R", plain, !plain.equals(name));
  }

  public ClusterId clusterId(String name) {
    return new ClusterId(ruleset, name);
  }

  public SmallPlan cluster(String name, SctId... codes) {
    long[] values = java.util.Arrays.stream(codes).mapToLong(SctId::value).toArray();
    String[] terms = new String[values.length];
    java.util.Arrays.fill(terms, "");
    clusters.put(clusterId(name), new CodeCluster(name, new CodeSet(values, terms), Optional.empty(), "test"));
    return this;
  }

  public SmallPlan field(FieldId id, CheckedField.Type type, Unit unit, FieldDefinition definition) {
    fields.add(new CheckedField(id, type, unit, definition, List.of(), NOWHERE));
    return this;
  }

  public SmallPlan date(String name, FieldDefinition definition) {
    return field(id(name), CheckedField.Type.DATE, Unit.NONE, definition);
  }

  public SmallPlan latest(String name, String cluster) {
    return date(name, new FieldDefinition.Pick(true, source(cluster), Optional.empty()));
  }

  public SmallPlan latest(String name, String cluster, Condition where) {
    return date(name, new FieldDefinition.Pick(true, source(cluster), Optional.of(where)));
  }

  public SmallPlan earliest(String name, String cluster, Condition where) {
    return date(name, new FieldDefinition.Pick(false, source(cluster), Optional.of(where)));
  }

  public FieldDefinition.Source source(String cluster) {
    return switch (cluster) {
      case "REGISTRATION" -> new FieldDefinition.Source.Registration();
      case "DEREGISTRATION" -> new FieldDefinition.Source.Deregistration();
      default -> new FieldDefinition.Source.Cluster(clusterId(cluster));
    };
  }

  /** A group of everyone or of the ladder of that index. */
  public SmallPlan ladder(String owner, OptionalInt parent, Rule... rules) {
    PlannedLadder.Kind kind = PlannedLadder.Kind.GROUP;
    ladders.add(
        new PlannedLadder(ladders.size(), ruleset, owner, kind, parent,
            parent.stream().boxed().toList(), OptionalInt.empty(), new Ladder(List.of(rules), NOWHERE)));
    return this;
  }

  public SmallPlan ladder(String owner, Rule... rules) {
    return ladder(owner, OptionalInt.empty(), rules);
  }

  public Plan plan() {
    Map<FieldId, Integer> slots = new LinkedHashMap<>();
    fields.forEach(field -> slots.put(field.id(), slots.size()));
    Map<String, LocalDate> days =
        Map.of("ACHV_DAT", ACHV_DAT, "PPED", ACHV_DAT, "QSSD", LocalDate.parse("2021-04-01"));
    return new Plan(
        service(), Mode.YEAR_END, ACHV_DAT, ACHV_DAT, days, clusters, fields, slots,
        fields.size(), ladders, List.of(), List.of(), List.of(), ChosenDays.NONE);
  }

  private static CheckedService service() {
    return new CheckedService(
        "S", "", Optional.empty(), StatusKind.DRAFT, LocalDate.parse("2021-04-01"), ACHV_DAT, List.of(), List.of(),
        Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), NOWHERE);
  }

  public static Rule rule(int number, Condition condition, Action whenTrue, Action whenFalse) {
    return new Rule(number, Optional.of(condition), whenTrue, whenFalse, List.of(), Optional.empty(), NOWHERE);
  }

  public static Rule rule(int number, Action action) {
    return new Rule(number, Optional.empty(), action, action, List.of(), Optional.empty(), NOWHERE);
  }

  public static Action select() {
    return Action.of(ActionKind.SELECT);
  }

  public static Action reject() {
    return Action.of(ActionKind.REJECT);
  }

  public static Action next() {
    return Action.of(ActionKind.NEXT);
  }

  public static Condition recorded(String field) {
    return new Condition.Presence(field(field), true, NOWHERE);
  }

  public static Condition notRecorded(String field) {
    return new Condition.Presence(field(field), false, NOWHERE);
  }

  public static Condition present(Operand subject) {
    return new Condition.Presence(subject, true, NOWHERE);
  }

  public static Condition compare(Operand left, Comparator comparator, Operand right) {
    return new Condition.Comparison(left, comparator, right, NOWHERE);
  }

  public static Condition all(Condition... parts) {
    return new Condition.AllOf(List.of(parts), NOWHERE);
  }

  public static Condition any(Condition... parts) {
    return new Condition.AnyOf(List.of(parts), NOWHERE);
  }

  public static Operand field(String name) {
    return new Operand.Field(id(name));
  }

  public static Operand day(String name) {
    return Character.isDigit(name.charAt(0))
        ? new Operand.FixedDay(LocalDate.parse(name))
        : new Operand.Day(name);
  }

  public static Operand number(String digits) {
    return new Operand.Number(new BigDecimal(digits));
  }

  /** A patient born on a day, registered for GMS from 2000 on. */
  public static PatientRecord patient(String born, Event... events) {
    return patient(born, List.of(registration("2000-01-01", null, true)), events);
  }

  public static PatientRecord patient(String born, List<Registration> registrations, Event... events) {
    return new PatientRecord("X1", "p", LocalDate.parse(born), Optional.empty(), registrations, List.of(events));
  }

  public static Registration registration(String start, String end, boolean gms) {
    return new Registration(LocalDate.parse(start), Optional.ofNullable(end).map(LocalDate::parse), gms, 0);
  }

  public static Event event(String date, SctId code) {
    return new Event(LocalDate.parse(date), code, Optional.empty(), Optional.empty(), 0);
  }

  /** An entry with a value, and a unit unless that is null. */
  public static Event event(String date, SctId code, String value, String unit) {
    return new Event(
        LocalDate.parse(date), code, Optional.of(new BigDecimal(value)), Optional.ofNullable(unit).map(Unit::new), 0);
  }
}
