package uk.rubric.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.rubric.check.CheckResult;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.evaluate.ReferenceEvaluator;
import uk.rubric.evaluate.drools.DroolsEvaluator;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.PatientSource;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.report.WorklistCsv;
import uk.rubric.report.WorklistJson;
import uk.rubric.report.WorklistTable;
import uk.rubric.result.SetAside;
import uk.rubric.run.Progress;
import uk.rubric.service.Supplement;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.value.SctId;
import uk.rubric.worklist.Worklist.Act;
import uk.rubric.worklist.Worklist.ActEntry;
import uk.rubric.worklist.Worklist.Gap;
import uk.rubric.worklist.Worklist.Later;

/** Acts of several days, held against the reference evaluator day by day. */
class CourseProperties {
  private static final long DOSE = 999791000000106L;
  private static final long REFERRAL = 1017011000999106L;
  private static final long VISIT = 1020011000999100L;
  private static final long PRESSURE = 271649006L;
  private static final LocalDate AS_AT = LocalDate.of(2022, 1, 10);
  private static final LocalDate END = LocalDate.of(2022, 3, 31);

  private static final String RULES =
      """
      ruleset C version 1.0 {
        day PPED
        day ACHV_DAT
        cluster DOSE_COD = codes { 999791000000106 |Dose| }
        cluster R_COD = codes { 1017011000999106 |Referral| }
        cluster V_COD = codes { 1020011000999100 |Visit| }
        cluster P_COD = codes { 271649006 |Pressure| }
        field REG_DAT = latest REGISTRATION where date <= ACHV_DAT
        field DOSE_DAT[] = all DOSE_COD where date > PPED - 6 months and date <= ACHV_DAT spaced 28 days
        field R_DAT = latest R_COD where date > PPED - 6 months and date <= ACHV_DAT
        field V_DAT = latest V_COD where date <= ACHV_DAT
        field P_NUM = count of P_COD where value < 140 and date > PPED - 6 months and date <= ACHV_DAT
        register ALL_REG of everyone { 1: if REG_DAT is recorded then select else reject }
        indicator DOSES of ALL_REG {
          denominator { 1: select }
          numerator { 1: if count of DOSE_DAT[] >= 3 then select else reject }
        }
        indicator VISITED of ALL_REG {
          denominator { 1: select }
          numerator { 1: if V_DAT >= R_DAT + 2 weeks then select else reject }
        }
        indicator READINGS of ALL_REG {
          denominator { 1: select }
          numerator { 1: if P_NUM > 1 then select else reject }
        }
      }
      service COURSES {
        status draft
        period from 2021-04-01 to 2022-03-31
        day PPED = end of period
        day ACHV_DAT = run date
        use C version 1.0
      }
      """;

  private static final WorklistRun RUN =
      new WorklistRun(plan(AS_AT), DroolsEvaluator::new, 1, Choice.ALL);
  private static final Plan AT_END = plan(END);
  private static final ReferenceEvaluator REFERENCE = new ReferenceEvaluator(AT_END);

  private static Plan plan(LocalDate asAt) {
    CheckResult result = Checker.checkSources(List.of(new SourceText("course.rubric", RULES)));
    CheckedRules rules = result.rules().orElseThrow(() -> new AssertionError(result.diagnostics().toString()));
    return Planner.plan(rules, rules.services().get(0), asAt, Mode.YEAR_END, new NoClusters());
  }

  private static Worklist list(PatientRecord patient) {
    return RUN.list(RUN.find(PatientSource.of(List.of(patient)), Progress.NONE), Supplement.NONE,
        List.of(uk.rubric.worklist.Example.PRACTICE), SetAside.NOTHING, uk.rubric.worklist.Example.MANIFEST);
  }

  private static Optional<Gap> gap(PatientRecord patient, String indicator) {
    return gaps(patient).stream().filter(gap -> gap.indicator().equals(indicator)).findFirst();
  }

  private static List<Gap> gaps(PatientRecord patient) {
    return list(patient).practices().get(0).patients().stream().flatMap(work -> work.gaps().stream()).toList();
  }

  private static boolean achieves(PatientRecord patient, String indicator) {
    Output output = AT_END.outputs().stream().filter(o -> o.id().equals(indicator)).findFirst().orElseThrow();
    return REFERENCE.evaluate(List.of(patient)).get(0).selected(AT_END.ladders().get(output.numerator().getAsInt()));
  }

  /** The record with an act that starts on a day, its entries as far apart as they are. */
  private static PatientRecord with(PatientRecord patient, Act act, LocalDate start) {
    List<Event> events = new ArrayList<>(patient.events());
    act.entries().forEach(entry -> events.add(event(start, entry)));
    for (Later later : act.later()) {
      long apart = ChronoUnit.DAYS.between(act.by(), later.on());
      later.entries().forEach(entry -> events.add(event(start.plusDays(apart), entry)));
    }
    return uk.rubric.worklist.Example.of(patient, events);
  }

  private static Event event(LocalDate day, ActEntry entry) {
    long code = AT_END.clusters().entrySet().stream()
        .filter(cluster -> cluster.getKey().name().equals(entry.clusters().get(0)))
        .flatMap(cluster -> cluster.getValue().codes().codes().boxed()).findFirst().orElseThrow();
    return new Event(day, new SctId(code), entry.value(), Optional.empty(), 0);
  }

  private static PatientRecord patient(Event... events) {
    return new PatientRecord("A81001", "P1", LocalDate.of(1960, 5, 1), Optional.empty(),
        List.of(new Registration(LocalDate.of(2000, 1, 1), Optional.empty(), true, 0)), List.of(events));
  }

  private static Event event(String date, long code, String value) {
    return new Event(LocalDate.parse(date), new SctId(code), Optional.ofNullable(value).map(BigDecimal::new),
        Optional.empty(), 0);
  }

  @Property(tries = 120)
  void theActAchievesWhenItStartsOnItsLastDayAndOnNoDayAfter(@ForAll("patients") PatientRecord patient) {
    for (Gap gap : gaps(patient)) {
      gap.act().ifPresent(act -> {
        assertThat(act.by()).isBetween(AS_AT, END);
        assertThat(act.later()).allMatch(later -> later.on().isAfter(act.by()) && !later.on().isAfter(END));
        assertThat(achieves(with(patient, act, act.by()), gap.indicator())).isTrue();
        for (LocalDate day = act.by().plusDays(1); !day.isAfter(END); day = day.plusDays(1)) {
          assertThat(achieves(with(patient, act, day), gap.indicator())).as("%s %s", gap, day).isFalse();
        }
      });
    }
  }

  @Example
  void aCourseOfDosesStartsInTimeForAllOfThem() {
    Act three = gap(patient(), "DOSES").orElseThrow().act().orElseThrow();
    assertThat(three.by()).isEqualTo(END.minusDays(56));
    assertThat(three.later()).extracting(Later::on).containsExactly(END.minusDays(28), END);

    Act two = gap(patient(event("2022-01-05", DOSE, null)), "DOSES").orElseThrow().act().orElseThrow();
    assertThat(two.by()).isEqualTo(END.minusDays(28));
    assertThat(two.later()).extracting(Later::on).containsExactly(END);

    Act one = gap(patient(event("2021-11-05", DOSE, null), event("2022-01-05", DOSE, null)), "DOSES")
        .orElseThrow().act().orElseThrow();
    assertThat(one.by()).isEqualTo(END);
    assertThat(one.later()).isEmpty();
  }

  @Example
  void oneAfterTheOtherLiesAsFarApartAsTheRulesAsk() {
    Act act = gap(patient(), "VISITED").orElseThrow().act().orElseThrow();
    assertThat(act.entries().get(0).clusters()).containsExactly("R_COD");
    assertThat(act.by()).isEqualTo(END.minusWeeks(2));
    assertThat(act.later()).singleElement().satisfies(later -> {
      assertThat(later.on()).isEqualTo(END);
      assertThat(later.entries().get(0).clusters()).containsExactly("V_COD");
    });
  }

  @Example
  void ofReadingsItTellsWhichValuesDo() {
    Act act = gap(patient(), "READINGS").orElseThrow().act().orElseThrow();
    assertThat(act.entries().get(0).accepts()).isEqualTo("below 140");
    assertThat(act.later().get(0).entries().get(0).accepts()).isEqualTo("below 140");
    assertThat(act.by()).isEqualTo(END.minusDays(1));
  }

  @Example
  void reportsTellTheLaterDays() throws IOException {
    Worklist list = list(patient());
    assertThat(WorklistTable.of(list).replaceAll("\\s+", " "))
        .contains("record DOSE_COD, then DOSE_COD on 2022-03-03, then DOSE_COD on 2022-03-31");
    assertThat(WorklistCsv.of(list)).contains("DOSE_COD, then DOSE_COD on 2022-03-03");
    try (InputStream in = WorklistJson.class.getResourceAsStream(WorklistJson.SCHEMA)) {
      assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(in, InputFormat.JSON).validate(WorklistJson.of(list), InputFormat.JSON)).isEmpty();
    }
    assertThat(WorklistJson.of(list)).contains("\"later\": [", "\"on\": \"2022-03-31\"");
  }

  @Provide
  Arbitrary<PatientRecord> patients() {
    Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 120).map(days -> AS_AT.minusDays(days));
    Arbitrary<Event> events = Combinators.combine(
            dates, Arbitraries.of(DOSE, REFERRAL, VISIT, PRESSURE), Arbitraries.of("120", "139", "140", "150")
            .optional(0.7))
        .as((date, code, value) -> event(date.toString(), code, value.orElse(null)));
    return events.list().ofMaxSize(5).map(some -> patient(some.toArray(Event[]::new)));
  }

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
}
