package uk.rubric.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.rubric.plan.HandMade.DEREGISTRATION;
import static uk.rubric.plan.HandMade.REGISTRATION;
import static uk.rubric.plan.HandMade.and;
import static uk.rubric.plan.HandMade.clusterId;
import static uk.rubric.plan.HandMade.code;
import static uk.rubric.plan.HandMade.day;
import static uk.rubric.plan.HandMade.id;
import static uk.rubric.plan.HandMade.is;
import static uk.rubric.plan.HandMade.minus;
import static uk.rubric.plan.HandMade.number;
import static uk.rubric.plan.HandMade.of;
import static uk.rubric.plan.HandMade.or;
import static uk.rubric.plan.HandMade.recorded;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Operand;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.HandMade;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

class PatientViewTest {
  private static final Operand DATE = new Operand.EntryDate();
  private static final Operand ACHV_DAT = day("ACHV_DAT");
  private static final Unit MMHG = new Unit("mmHg");

  private final HandMade made = new HandMade();
  private final Source dm = made.cluster("DM_COD", 100, 101);
  private final Source sys = made.cluster("SYS_COD", 102);
  private final Source dia = made.cluster("DIA_COD", 103);
  private final List<Event> events = new ArrayList<>();
  private final List<Registration> registrations = new ArrayList<>();
  private LocalDate born = date("1960-05-01");

  private static LocalDate date(String text) {
    return LocalDate.parse(text);
  }

  private void event(String date, int number) {
    events.add(new Event(date(date), code(number), Optional.empty(), Optional.empty(), 0));
  }

  private void event(String date, int number, String value, Optional<Unit> unit) {
    events.add(new Event(date(date), code(number), Optional.of(new BigDecimal(value)), unit, 0));
  }

  private void registration(String start, String end, boolean gms) {
    registrations.add(new Registration(date(start), Optional.ofNullable(end).map(LocalDate::parse), gms, 0));
  }

  private PatientView view() {
    return new PatientView(
        made.plan(), new PatientRecord("A81001", "P1", born, Optional.empty(), registrations, events));
  }

  private String single(String field) {
    return view().content(id(field)).single().map(Object::toString).orElse("not recorded");
  }

  @Test
  void picksTheLatestAndEarliestDateOfACluster() {
    made.latest("LATEST", dm);
    made.earliest("EARLIEST", dm);
    made.latest("NONE", sys);
    event("2012-06-01", 100);
    event("2015-06-01", 101);
    event("2013-06-01", 100);

    assertThat(single("LATEST")).isEqualTo("2015-06-01");
    assertThat(single("EARLIEST")).isEqualTo("2012-06-01");
    assertThat(single("NONE")).isEqualTo("not recorded");
  }

  @Test
  void seesNoClinicalEntryAfterTheAchievementDateWhateverTheWhereSays() {
    made.latest("LATER", dm, is(DATE, Comparator.MORE, ACHV_DAT));
    made.latest("LATEST", dm);
    event("2022-04-01", 100);
    event("2022-03-31", 100);

    assertThat(single("LATER")).isEqualTo("not recorded");
    assertThat(single("LATEST")).isEqualTo("2022-03-31");
  }

  @Test
  void seesGmsRegistrationsWhole() {
    made.latest("REG_DAT", REGISTRATION, is(DATE, Comparator.AT_MOST, ACHV_DAT));
    made.earliest("DEREG_DAT", DEREGISTRATION, is(DATE, Comparator.MORE, of(id("REG_DAT"))));
    made.latest("LAST_REG", REGISTRATION);
    registration("2010-01-01", "2012-01-01", true);
    registration("2015-01-01", "2023-01-01", true);
    registration("2020-01-01", null, false);
    registration("2023-02-01", null, true);

    assertThat(single("REG_DAT")).isEqualTo("2015-01-01");
    assertThat(single("DEREG_DAT")).isEqualTo("2023-01-01");
    assertThat(single("LAST_REG")).isEqualTo("2023-02-01");
  }

  @Test
  void testsEachEntryOfAPick() {
    Operand value = new Operand.EntryValue(Optional.of(Unit.PERCENT));
    made.latest("LOW", sys, is(value, Comparator.LESS, number("10")));
    made.latest("ANY", sys, recorded(new Operand.EntryValue(Optional.empty())));
    made.earliest("FIRST", dm);
    made.earliest("SECOND", dm,
        is(DATE, Comparator.AT_LEAST, new Operand.Shifted(of(id("FIRST")), 7, DateUnit.DAYS)));
    event("2021-01-01", 102, "9.9", Optional.of(Unit.PERCENT));
    event("2021-02-01", 102, "10.0", Optional.empty());
    event("2021-03-01", 102, "5", Optional.of(MMHG));
    event("2021-04-01", 102);
    event("2021-05-01", 100);
    event("2021-05-07", 100);
    event("2021-05-08", 101);

    assertThat(single("LOW")).isEqualTo("2021-01-01");
    assertThat(single("ANY")).isEqualTo("2021-03-01");
    assertThat(single("SECOND")).isEqualTo("2021-05-08");
  }

  @Test
  void keepsEachDayOnceInAnArrayOfDates() {
    made.field("DM_DAT[]", Type.DATES, new FieldDefinition.AllDays(FieldDefinition.Selection.of(dm, Optional.empty())));
    event("2012-06-01", 100);
    event("2012-06-01", 101);
    event("2013-06-01", 101);
    event("2022-06-01", 101);

    assertThat(view().content(id("DM_DAT[]")).days())
        .containsExactlyInAnyOrder(date("2012-06-01"), date("2013-06-01"));
  }

  @Test
  void readsTheHighestOrLowestValueOfADayAndPassesOverEntriesWithoutOne() {
    made.latest("BP", dm);
    reading("LOWEST", Extreme.LOWEST, "BP");
    reading("HIGHEST", Extreme.HIGHEST, "BP");
    made.latest("NEVER", dia);
    reading("NOTHING", Extreme.LOWEST, "NEVER");
    event("2021-06-01", 100);
    event("2021-06-01", 102, "140", Optional.of(MMHG));
    event("2021-06-01", 102, "135.5", Optional.empty());
    event("2021-06-01", 102);
    event("2021-06-01", 102, "99", Optional.of(Unit.PERCENT));
    event("2021-06-02", 102, "120", Optional.of(MMHG));

    assertThat(single("LOWEST")).isEqualTo("135.5");
    assertThat(single("HIGHEST")).isEqualTo("140");
    assertThat(single("NOTHING")).isEqualTo("not recorded");
  }

  private void reading(String name, Extreme extreme, String on) {
    made.field(name, Type.VALUE, new FieldDefinition.Reading(extreme, clusterId("SYS_COD"), id(on), MMHG));
  }

  @Test
  void picksTheLatestDayWithBothReadings() {
    made.field("BP_DAT[]", Type.DATES, new FieldDefinition.AllDays(FieldDefinition.Selection.of(dm, Optional.empty())));
    readings("SYS_VAL[]", "SYS_COD");
    readings("DIA_VAL[]", "DIA_COD");
    made.latest("BP_DAT", dm,
        recorded(new Operand.Element(id("SYS_VAL[]"), DATE)), recorded(new Operand.Element(id("DIA_VAL[]"), DATE)));
    made.field("BPSYS", Type.VALUE, new FieldDefinition.Element(id("SYS_VAL[]"), id("BP_DAT")));
    event("2021-06-01", 100);
    event("2021-06-01", 102, "140", Optional.empty());
    event("2021-06-01", 103, "80", Optional.empty());
    event("2021-07-01", 100);
    event("2021-07-01", 102, "150", Optional.empty());
    event("2021-08-01", 102, "160", Optional.empty());
    event("2021-08-01", 103, "90", Optional.empty());

    assertThat(single("BP_DAT")).isEqualTo("2021-06-01");
    assertThat(single("BPSYS")).isEqualTo("140");
    assertThat(view().content(id("SYS_VAL[]")).readings())
        .isEqualTo(Map.of(date("2021-06-01"), new BigDecimal("140"), date("2021-07-01"), new BigDecimal("150")));
  }

  private void readings(String name, String cluster) {
    made.field(name, Type.VALUES,
        new FieldDefinition.ReadingOnEach(Extreme.LOWEST, clusterId(cluster), id("BP_DAT[]"), MMHG));
  }

  @Test
  void passesOverWhatIsMissingInTheLatestOfSomeDates() {
    made.latest("A", dm);
    made.latest("B", sys);
    made.latest("C", dia);
    made.field("LATEST", Type.DATE, new FieldDefinition.ExtremeOf(true, List.of(id("A"), id("B"), id("C"))));
    made.field("EARLIEST", Type.DATE, new FieldDefinition.ExtremeOf(false, List.of(id("A"), id("B"), id("C"))));
    made.field("NONE", Type.DATE, new FieldDefinition.ExtremeOf(true, List.of(id("B"))));
    event("2012-06-01", 100);
    event("2013-06-01", 103);

    assertThat(single("LATEST")).isEqualTo("2013-06-01");
    assertThat(single("EARLIEST")).isEqualTo("2012-06-01");
    assertThat(single("NONE")).isEqualTo("not recorded");
  }

  @ParameterizedTest
  @CsvSource({
    "2004-02-29, 2021-02-28, 16", "2004-02-29, 2021-03-01, 17", "2004-02-29, 2020-02-28, 15",
    "2004-02-29, 2020-02-29, 16", "2004-03-31, 2021-03-30, 16", "2004-03-31, 2021-03-31, 17",
    "2021-03-31, 2021-03-31, 0", "2021-04-01, 2021-03-31, not recorded"
  })
  void countsCompletedYears(String birth, String on, String age) {
    born = date(birth);
    made.field("PAT_AGE", Type.AGE, new FieldDefinition.AgeAt(new Operand.FixedDay(date(on)), DateUnit.YEARS));

    assertThat(single("PAT_AGE")).isEqualTo(age);
  }

  @Test
  void knowsThePatientAlways() {
    made.field("PAT_ID", Type.IDENTIFIER, new FieldDefinition.PatientId());

    assertThat(view().holds(recorded(of(id("PAT_ID"))))).isTrue();
  }

  /** Rows: left and right, {@code -} where not recorded. Columns: each comparison, then presence of the left side. */
  @ParameterizedTest
  @CsvSource({
    // left, right, =, <>, <, <=, >, >=, is recorded, is not recorded
    "1, 1, T, F, F, T, F, T, T, F",
    "1, 2, F, T, T, T, F, F, T, F",
    "2, 1, F, T, F, F, T, T, T, F",
    "-, 1, F, F, F, F, F, F, F, T",
    "1, -, F, F, F, F, F, F, T, F",
    "-, -, F, F, F, F, F, F, F, T"
  })
  void comparesWithWhatIsNotRecordedAsFalse(
      String left, String right, char eq, char ne, char lt, char le, char gt, char ge, char is, char not) {
    Operand a = dateOf("A", dm, 100, left);
    Operand b = dateOf("B", sys, 102, right);
    PatientView view = view();

    char[] expected = {eq, ne, lt, le, gt, ge};
    for (Comparator comparator : Comparator.values()) {
      assertThat(view.holds(is(a, comparator, b)))
          .as("%s %s %s", left, comparator.sign(), right)
          .isEqualTo(expected[comparator.ordinal()] == 'T');
    }
    assertThat(view.holds(recorded(a))).isEqualTo(is == 'T');
    assertThat(view.holds(HandMade.notRecorded(a))).isEqualTo(not == 'T');
  }

  private Operand dateOf(String name, Source source, int number, String dayOfMonth) {
    if (!dayOfMonth.equals("-")) {
      event("2021-06-0" + dayOfMonth, number);
    }
    return of(made.latest(name, source));
  }

  @ParameterizedTest
  @CsvSource({"T, T, T, T", "T, F, F, T", "F, T, F, T", "F, F, F, F"})
  void joinsTwoValues(char first, char second, char both, char either) {
    Condition a = truth(first);
    Condition b = truth(second);

    assertThat(view().holds(and(a, b))).isEqualTo(both == 'T');
    assertThat(view().holds(or(a, b))).isEqualTo(either == 'T');
  }

  private static Condition truth(char value) {
    return is(number("1"), Comparator.EQUAL, number(value == 'T' ? "1" : "2"));
  }

  @Test
  void comparesNumbersByTheirValueAndAgesInYears() {
    made.field("PAT_AGE", Type.AGE, new FieldDefinition.AgeAt(ACHV_DAT, DateUnit.YEARS));

    assertThat(view().holds(is(number("58"), Comparator.EQUAL, number("58.0")))).isTrue();
    assertThat(view().holds(is(of(id("PAT_AGE")), Comparator.EQUAL, new Operand.Age(61)))).isTrue();
  }

  @Test
  void clampsMonthsToTheEndOfTheMonth() {
    Operand shifted = minus(day("PPED"), 6);

    assertThat(view().value(shifted, Optional.empty()).orElseThrow()).isEqualTo(date("2021-09-30"));
    made.latest("NEVER", dia);
    assertThat(view().value(minus(of(id("NEVER")), 6), Optional.empty())).isEmpty();
  }
}
