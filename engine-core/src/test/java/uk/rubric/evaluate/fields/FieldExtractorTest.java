package uk.rubric.evaluate.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.evaluate.SmallPlan.A;
import static uk.rubric.evaluate.SmallPlan.B;
import static uk.rubric.evaluate.SmallPlan.OTHER;
import static uk.rubric.evaluate.SmallPlan.all;
import static uk.rubric.evaluate.SmallPlan.any;
import static uk.rubric.evaluate.SmallPlan.compare;
import static uk.rubric.evaluate.SmallPlan.day;
import static uk.rubric.evaluate.SmallPlan.event;
import static uk.rubric.evaluate.SmallPlan.field;
import static uk.rubric.evaluate.SmallPlan.id;
import static uk.rubric.evaluate.SmallPlan.number;
import static uk.rubric.evaluate.SmallPlan.patient;
import static uk.rubric.evaluate.SmallPlan.present;
import static uk.rubric.evaluate.SmallPlan.recorded;
import static uk.rubric.evaluate.SmallPlan.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Operand;
import uk.rubric.evaluate.SmallPlan;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientBatch;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Plan;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

class FieldExtractorTest {
  private static final Unit MMOL = new Unit("mmol/mol");
  private static final Operand DATE = new Operand.EntryDate();

  private static SmallPlan plan() {
    return new SmallPlan().cluster("A_COD", A).cluster("B_COD", B).cluster("AB_COD", A, B);
  }

  private static FieldRow row(SmallPlan plan, PatientRecord patient) {
    return row(new FieldExtractor(plan.plan()), patient);
  }

  private static FieldRow row(FieldExtractor fields, PatientRecord patient) {
    FieldReader reader = fields.reader();
    FieldRow row = reader.newRow();
    reader.read(PatientBatch.of(List.of(patient)), 0, row);
    return row;
  }

  /** The day that a field of the plan holds, or nothing. */
  private static Optional<LocalDate> date(SmallPlan plan, String field, PatientRecord patient) {
    Plan built = plan.plan();
    int number = row(new FieldExtractor(built), patient).number(built.slot(id(field)));
    return number == FieldRow.MISSING ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(number));
  }

  private static List<String> days(FieldRow row, int slot) {
    return IntStream.range(0, row.size(slot)).mapToObj(i -> LocalDate.ofEpochDay(row.day(slot, i)).toString()).toList();
  }

  /** The value that a field holds, without zeros at its end, or nothing. */
  private static Optional<BigDecimal> value(FieldRow row, int slot) {
    long value = row.value(slot);
    return value == Decimals.MISSING
        ? Optional.empty()
        : Optional.of(new BigDecimal(row.decimals().decimal(value).stripTrailingZeros().toPlainString()));
  }

  private static boolean holds(SmallPlan plan, Condition condition, PatientRecord patient) {
    FieldExtractor fields = new FieldExtractor(plan.plan());
    return fields.test(condition).holds(row(fields, patient));
  }

  private static Operand shifted(Operand base, int amount, DateUnit unit) {
    return new Operand.Shifted(base, amount, unit);
  }

  private static Optional<LocalDate> on(String date) {
    return Optional.of(LocalDate.parse(date));
  }

  @Test
  void picksTheLatestAndTheEarliestEntryThatSatisfiesWhere() {
    Condition before = compare(DATE, Comparator.LESS, day("2021-06-01"));
    SmallPlan plan = plan().latest("LATEST", "A_COD", before).earliest("EARLIEST", "A_COD", before);
    PatientRecord patient = patient("1960-01-01",
        event("2021-06-01", A), event("2020-02-01", A), event("2021-05-31", A), event("2021-05-31", OTHER),
        event("2021-05-01", A), event("2019-01-01", B));
    assertThat(date(plan, "LATEST", patient)).isEqualTo(on("2021-05-31"));
    assertThat(date(plan, "EARLIEST", patient)).isEqualTo(on("2020-02-01"));
    assertThat(date(plan, "LATEST", patient("1960-01-01", event("2021-06-01", A)))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Comparator.class)
  void takesTheEntriesOnTheRightSideOfADay(Comparator comparator) {
    List<String> days = List.of("2021-06-01", "2021-06-02", "2021-06-03");
    List<String> right = days.stream().filter(day -> comparator.holds(day.compareTo("2021-06-02"))).toList();
    assertTakes(compare(DATE, comparator, day("2021-06-02")), days, right);
    assertTakes(compare(DATE, comparator, field("B_DAT")), days, right);
    assertTakes(compare(DATE, comparator, shifted(field("BEFORE"), 1, DateUnit.DAYS)), days, right);
    assertTakes(compare(DATE, comparator, field("NEVER")), days, List.of());
    assertTakes(compare(DATE, comparator, shifted(DATE, 1, DateUnit.DAYS)), days, comparator.holds(-1) ? days
        : List.of());
    assertTakes(all(compare(DATE, comparator, field("B_DAT")), compare(DATE, Comparator.LESS, day("2021-06-03"))), days,
        right.stream().filter(day -> !day.equals("2021-06-03")).toList());
  }

  /** Of entries on these days, and one of another code on 2021-06-02, a field takes those. */
  private static void assertTakes(Condition where, List<String> days, List<String> taken) {
    SmallPlan plan = plan().latest("B_DAT", "B_COD")
        .latest("NEVER", "B_COD", compare(DATE, Comparator.LESS, day("1900-01-01")))
        .latest("BEFORE", "AB_COD", compare(DATE, Comparator.LESS, day("2021-06-02")))
        .latest("LATEST", "A_COD", where).earliest("EARLIEST", "A_COD", where);
    FieldDefinition.Selection selection = FieldDefinition.Selection.of(plan.source("A_COD"), Optional.of(where));
    plan.field(id("ALL"), Type.DATES, Unit.NONE, new FieldDefinition.AllDays(selection));
    List<Event> events = new ArrayList<>(List.of(event("2021-06-02", B)));
    days.forEach(day -> events.add(event(day, A)));
    PatientRecord patient = patient("1960-01-01", events.toArray(Event[]::new));
    Plan built = plan.plan();
    assertThat(days(row(new FieldExtractor(built), patient), built.slot(id("ALL")))).isEqualTo(taken);
    assertThat(date(plan, "EARLIEST", patient)).isEqualTo(taken.stream().findFirst().map(LocalDate::parse));
    assertThat(date(plan, "LATEST", patient))
        .isEqualTo(taken.stream().reduce((one, other) -> other).map(LocalDate::parse));
  }

  @Test
  void seesNothingClinicalAfterTheAchievementDate() {
    SmallPlan plan = plan().latest("A_DAT", "A_COD");
    PatientRecord patient = patient("1960-01-01", event("2022-03-31", A), event("2022-04-01", A));
    assertThat(date(plan, "A_DAT", patient)).isEqualTo(on("2022-03-31"));
  }

  @Test
  void seesGmsRegistrationsWholeAndNoOthers() {
    SmallPlan plan = plan().latest("REG_DAT", "REGISTRATION").latest("DEREG_DAT", "DEREGISTRATION");
    PatientRecord patient = patient("1960-01-01", List.of(
        registration("2020-01-01", "2030-01-01", true), registration("2021-01-01", "2031-01-01", false)));
    assertThat(date(plan, "REG_DAT", patient)).isEqualTo(on("2020-01-01"));
    assertThat(date(plan, "DEREG_DAT", patient)).isEqualTo(on("2030-01-01"));
  }

  @Test
  void findsACodeInEachClusterThatHasIt() {
    SmallPlan plan = plan().latest("A_DAT", "A_COD").latest("B_DAT", "B_COD").latest("AB_DAT", "AB_COD");
    PatientRecord patient = patient("1960-01-01", event("2021-01-01", A), event("2021-02-01", B));
    assertThat(date(plan, "A_DAT", patient)).isEqualTo(on("2021-01-01"));
    assertThat(date(plan, "B_DAT", patient)).isEqualTo(on("2021-02-01"));
    assertThat(date(plan, "AB_DAT", patient)).isEqualTo(on("2021-02-01"));
  }

  @Test
  void collectsEachDayOnce() {
    SmallPlan plan = plan().field(id("A_DAT[]"), Type.DATES, Unit.NONE, new FieldDefinition.AllDays(
        FieldDefinition.Selection.of(
            plan().source("A_COD"),
            Optional.of(compare(new Operand.EntryValue(Optional.of(MMOL)), Comparator.MORE, number("5"))))));
    PatientRecord patient = patient("1960-01-01",
        event("2021-03-01", A, "6", null), event("2021-01-01", A, "5", null), event("2021-02-01", A),
        event("2021-01-01", A, "5.1", "mmol/mol"), event("2021-03-01", A, "7", null));
    assertThat(days(row(plan, patient), 0)).containsExactly("2021-01-01", "2021-03-01");
  }

  private static FieldRow reading(Extreme extreme, Event... events) {
    SmallPlan plan = plan().latest("A_DAT", "A_COD");
    plan.field(id("A_VAL"), Type.VALUE, MMOL,
        new FieldDefinition.Reading(extreme, plan.clusterId("A_COD"), id("A_DAT"), MMOL));
    return row(plan, patient("1960-01-01", events));
  }

  @Test
  void readsTheHighestOrLowestValueOfTheDay() {
    Event[] events = {
      event("2021-01-01", A, "20", null), event("2021-02-01", A, "58", "MMOL / mol"), event("2021-02-01", A),
      event("2021-02-01", A, "9.5", null), event("2021-02-01", A, "99", "%"), event("2021-02-01", A, "1", ""),
      event("2021-02-01", B, "200", null)
    };
    assertThat(value(reading(Extreme.HIGHEST, events), 1)).contains(new BigDecimal("58"));
    assertThat(value(reading(Extreme.LOWEST, events), 1)).contains(new BigDecimal("9.5"));
  }

  @Test
  void readsNothingWhereNoEntryOfTheDayHasAValue() {
    Event valueEarlier = event("2021-01-01", A, "20", null);
    assertThat(value(reading(Extreme.LOWEST, valueEarlier, event("2021-02-01", A)), 1)).isEmpty();
    assertThat(value(reading(Extreme.LOWEST, valueEarlier, event("2021-02-01", A, "20", "%")), 1)).isEmpty();
    assertThat(value(reading(Extreme.LOWEST), 1)).isEmpty();
  }

  @Test
  void readsOnEachDayAndTakesTheElementOfADay() {
    SmallPlan plan = plan();
    plan.field(id("A_DAT[]"), Type.DATES, Unit.NONE,
        new FieldDefinition.AllDays(
            FieldDefinition.Selection.of(plan.source("A_COD"), Optional.empty())));
    plan.field(id("B_VAL[]"), Type.VALUES, MMOL,
        new FieldDefinition.ReadingOnEach(Extreme.LOWEST, plan.clusterId("B_COD"), id("A_DAT[]"), MMOL));
    plan.latest("AB_DAT", "A_COD", present(new Operand.Element(id("B_VAL[]"), DATE)));
    plan.latest("B_DAT", "B_COD");
    plan.field(id("B_VAL"), Type.VALUE, MMOL, new FieldDefinition.Element(id("B_VAL[]"), id("AB_DAT")));
    plan.field(id("NO_VAL"), Type.VALUE, MMOL, new FieldDefinition.Element(id("B_VAL[]"), id("B_DAT")));
    FieldRow row = row(plan, patient("1960-01-01",
        event("2021-01-01", A), event("2021-01-01", B, "7", null), event("2021-01-01", B, "6", null),
        event("2021-02-01", A), event("2021-03-01", B, "3", null)));
    assertThat(days(row, 1)).containsExactly("2021-01-01");
    assertThat(value(row, 4)).contains(new BigDecimal("6"));
    assertThat(value(row, 5)).isEmpty();
    assertThat(value(row(plan, patient("1960-01-01")), 4)).isEmpty();
  }

  @Test
  void passesOverMissingDatesForTheLatestAndEarliestOfSome() {
    SmallPlan plan = plan().latest("A_DAT", "A_COD").latest("B_DAT", "B_COD").latest("REG_DAT", "REGISTRATION")
        .date("LATEST", new FieldDefinition.ExtremeOf(true, List.of(id("A_DAT"), id("B_DAT"))))
        .date("EARLIEST", new FieldDefinition.ExtremeOf(false, List.of(id("A_DAT"), id("B_DAT"))));
    PatientRecord both = patient("1960-01-01", event("1965-01-01", A), event("2021-02-01", B));
    assertThat(date(plan, "LATEST", both)).isEqualTo(on("2021-02-01"));
    assertThat(date(plan, "EARLIEST", both)).isEqualTo(on("1965-01-01"));
    assertThat(date(plan, "EARLIEST", patient("1960-01-01", event("2021-02-01", B)))).isEqualTo(on("2021-02-01"));
    assertThat(date(plan, "LATEST", patient("1960-01-01"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1982-03-31, 40", "1982-04-01, 39", "2022-03-31, 0", "2021-12-31, 0", "1900-01-01, 122", "2022-04-01, none"
  })
  void countsCompletedYears(String born, String expected) {
    assertAge("ACHV_DAT", born, expected);
  }

  @ParameterizedTest
  @CsvSource({"2022-02-28, 17", "2022-03-01, 18", "2024-02-28, 19", "2024-02-29, 20"})
  void completesAYearOfALeapDayOnTheFirstOfMarch(String at, String expected) {
    assertAge(at, "2004-02-29", expected);
  }

  private static void assertAge(String at, String born, String expected) {
    SmallPlan plan = plan().field(id("AGE"), Type.AGE, Unit.NONE, new FieldDefinition.AgeAt(day(at), DateUnit.YEARS));
    int age = row(plan, patient(born)).number(0);
    assertThat(age == FieldRow.MISSING ? "none" : Integer.toString(age)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-03-31, -6, MONTHS, 2020-09-30", "2020-02-29, -1, YEARS, 2019-02-28", "2020-01-31, 1, MONTHS, 2020-02-29",
    "2021-03-01, -1, DAYS, 2021-02-28", "2021-03-01, 2, WEEKS, 2021-03-15", "1969-12-31, 1, DAYS, 1970-01-01"
  })
  void movesADateByTheCalendar(String date, int amount, DateUnit unit, String expected) {
    SmallPlan plan = plan().latest("A_DAT", "A_COD");
    PatientRecord patient = patient("1960-01-01", event(date, A));
    Operand movedField = shifted(field("A_DAT"), amount, unit);
    assertThat(holds(plan, compare(movedField, Comparator.EQUAL, day(expected)), patient)).isTrue();
    Operand movedDay = shifted(day(date), amount, unit);
    assertThat(holds(plan, compare(movedDay, Comparator.EQUAL, day(expected)), patient)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Comparator.class)
  void comparesExactly(Comparator comparator) {
    SmallPlan plan = plan();
    PatientRecord anyone = patient("1960-01-01");
    assertThat(holds(plan, compare(number("58.00"), comparator, number("58")), anyone))
        .isEqualTo(comparator.holds(0));
    assertThat(holds(plan, compare(number("0.10000000000000000001"), comparator, number("0.1")), anyone))
        .isEqualTo(comparator.holds(1));
    assertThat(holds(plan, compare(day("2021-01-01"), comparator, day("2021-01-02")), anyone))
        .isEqualTo(comparator.holds(-1));
  }

  @ParameterizedTest
  @EnumSource(Comparator.class)
  void holdsNoComparisonWithWhatIsNotRecorded(Comparator comparator) {
    SmallPlan plan = plan().latest("A_DAT", "A_COD");
    plan.field(id("A_VAL"), Type.VALUE, Unit.NONE,
        new FieldDefinition.Reading(Extreme.LOWEST, plan.clusterId("A_COD"), id("A_DAT"), Unit.NONE));
    PatientRecord nothing = patient("1960-01-01");
    List<Condition> conditions = List.of(
        compare(field("A_DAT"), comparator, day("PPED")),
        compare(day("PPED"), comparator, field("A_DAT")),
        compare(field("A_DAT"), comparator, field("A_DAT")),
        compare(day("PPED"), comparator, shifted(field("A_DAT"), 1, DateUnit.MONTHS)),
        compare(field("A_VAL"), comparator, number("1")),
        compare(number("1"), comparator, field("A_VAL")));
    assertThat(conditions).noneMatch(condition -> holds(plan, condition, nothing));
  }

  @Test
  void joinsConditions() {
    SmallPlan plan = plan().latest("A_DAT", "A_COD").latest("B_DAT", "B_COD");
    PatientRecord onlyA = patient("1960-01-01", event("2021-01-01", A));
    PatientRecord both = patient("1960-01-01", event("2021-01-01", A), event("2021-01-01", B));
    Condition[] parts = {recorded("A_DAT"), recorded("B_DAT")};
    assertThat(List.of(holds(plan, all(parts), onlyA), holds(plan, any(parts), onlyA))).containsExactly(false, true);
    assertThat(List.of(holds(plan, all(parts), both), holds(plan, any(parts), patient("1960-01-01"))))
        .containsExactly(true, false);
  }

  @Test
  void keepsNothingFromOnePatientToTheNext() {
    SmallPlan plan = plan().latest("A_DAT", "A_COD").latest("REG_DAT", "REGISTRATION");
    FieldReader reader = new FieldExtractor(plan.plan()).reader();
    PatientBatch batch = PatientBatch.of(List.of(
        patient("1960-01-01", List.of(), event("2021-01-01", A)),
        patient("1960-01-01", List.of(registration("2020-01-01", null, true))),
        patient("1960-01-01", List.of(), event("2021-02-01", A))));
    FieldRow row = reader.newRow();
    List<List<Boolean>> recorded = new ArrayList<>();
    for (int record = 0; record < batch.records(); record++) {
      reader.read(batch, record, row);
      recorded.add(List.of(row.number(0) != FieldRow.MISSING, row.number(1) != FieldRow.MISSING));
    }
    assertThat(recorded).containsExactly(List.of(true, false), List.of(false, true), List.of(true, false));
  }

  @Test
  void keepsAFilledRowWhenTheNextPatientIsRead() {
    FieldReader reader = new FieldExtractor(plan().latest("A_DAT", "A_COD").plan()).reader();
    PatientBatch batch = PatientBatch.of(List.of(
        patient("1960-01-01", event("2021-01-01", A)), patient("1960-01-01", event("2021-02-01", A))));
    FieldRow first = reader.newRow();
    reader.read(batch, 0, first);
    first.fill();
    reader.read(batch, 1, reader.newRow());
    assertThat(LocalDate.ofEpochDay(first.number(0))).isEqualTo("2021-01-01");
  }

  @Test
  void keepsArraysApartFromPatientToPatient() {
    SmallPlan plan = plan();
    plan.field(id("A_DAT[]"), Type.DATES, Unit.NONE,
        new FieldDefinition.AllDays(
            FieldDefinition.Selection.of(plan.source("A_COD"), Optional.empty())));
    FieldReader reader = new FieldExtractor(plan.plan()).reader();
    Event[] many = IntStream.range(1, 29).mapToObj(i -> event("2021-01-%02d".formatted(i), A)).toArray(Event[]::new);
    PatientBatch batch = PatientBatch.of(List.of(
        patient("1960-01-01", many), patient("1960-01-01", event("2021-03-01", A)), patient("1960-01-01")));
    FieldRow row = reader.newRow();
    reader.read(batch, 0, row);
    assertThat(days(row, 0)).hasSize(28).startsWith("2021-01-01").endsWith("2021-01-28");
    reader.read(batch, 1, row);
    assertThat(days(row, 0)).containsExactly("2021-03-01");
    reader.read(batch, 2, row);
    assertThat(days(row, 0)).isEmpty();
  }
}
