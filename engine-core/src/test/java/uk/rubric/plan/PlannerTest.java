package uk.rubric.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static uk.rubric.plan.HandMade.END;
import static uk.rubric.plan.HandMade.RULESET;
import static uk.rubric.plan.HandMade.code;
import static uk.rubric.plan.HandMade.codes;
import static uk.rubric.plan.HandMade.id;
import static uk.rubric.plan.HandMade.is;
import static uk.rubric.plan.HandMade.ladder;
import static uk.rubric.plan.HandMade.of;
import static uk.rubric.plan.HandMade.recorded;
import static uk.rubric.plan.HandMade.rule;
import static uk.rubric.plan.HandMade.span;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.FieldDefinition.Reading;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Formula;
import uk.rubric.check.Ladder;
import uk.rubric.check.Note;
import uk.rubric.check.Operand;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.patient.WantedEvents;
import uk.rubric.run.CouldNotRun;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.NoteNode;
import uk.rubric.value.Unit;

class PlannerTest {
  private final HandMade made = new HandMade();

  private List<Diagnostic> problems(LocalDate achievementDate) {
    return catchThrowableOfType(CouldNotRun.class, () -> made.plan(achievementDate, Mode.YEAR_END)).diagnostics();
  }

  @Test
  void takesThePeriodOfTheServiceAtYearEnd() {
    Plan plan = made.plan(LocalDate.of(2021, 12, 31), Mode.YEAR_END);

    assertThat(plan.periodEnd()).isEqualTo(END);
    assertThat(plan.days())
        .containsEntry("QSSD", LocalDate.of(2021, 4, 1))
        .containsEntry("PPED", END)
        .containsEntry("ACHV_DAT", LocalDate.of(2021, 12, 31))
        .containsEntry("CUT", LocalDate.of(2013, 4, 1));
  }

  @Test
  void takesTheTwelveMonthsToTheAchievementDateWhenRolling() {
    Plan plan = made.plan(LocalDate.of(2024, 2, 29), Mode.ROLLING);

    assertThat(plan.periodEnd()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(plan.day("QSSD")).isEqualTo(LocalDate.of(2023, 3, 1));
    assertThat(plan.day("PPED")).isEqualTo(plan.day("ACHV_DAT")).isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @Test
  void putsAFieldAfterThoseItNeedsAndKeepsTheOrderOtherwise() {
    Source dm = made.cluster("DM_COD", 100);
    Source res = made.cluster("DMRES_COD", 101);
    made.latest("B", res, is(new Operand.EntryDate(), Comparator.MORE, of(id("C"))));
    made.latest("A", dm);
    made.latest("C", dm);
    Plan plan = made.plan();

    assertThat(plan.fields()).extracting(CheckedField::id).containsExactly(id("C"), id("B"), id("A"));
    assertThat(plan.slot(id("B"))).isEqualTo(1);
    assertThat(plan.field(id("A")).id()).isEqualTo(id("A"));
  }

  @Test
  void putsParentsFirstAndReportsInTheOrderOfTheFile() {
    made.cluster("DM_COD", 100);
    made.latest("DM", new Source.Cluster(HandMade.clusterId("DM_COD")));
    var rule = rule(1, recorded(of(id("DM"))), ActionKind.SELECT, ActionKind.REJECT);
    Ladder ladder = ladder(rule);
    made.population(true, "DM_REG", Optional.of("GMS"), rule);
    made.population(false, "GMS", Optional.empty(), rule);
    made.indicator("DM020", "DM_REG", Optional.of(ladder), Optional.of(ladder));
    made.indicator("DM017", "DM_REG", Optional.empty(), Optional.empty());
    Plan plan = made.plan();

    assertThat(plan.ladders())
        .extracting(PlannedLadder::owner, l -> l.kind().word(), PlannedLadder::parent)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("GMS", "group", OptionalInt.empty()),
            org.assertj.core.groups.Tuple.tuple("DM_REG", "register", OptionalInt.of(0)),
            org.assertj.core.groups.Tuple.tuple("DM020", "denominator", OptionalInt.of(1)),
            org.assertj.core.groups.Tuple.tuple("DM020", "numerator", OptionalInt.of(2)));
    OptionalInt none = OptionalInt.empty();
    OptionalInt register = OptionalInt.of(1);
    assertThat(plan.outputs())
        .containsExactly(
            new Output("DM_REG", "DM_REG", true, register, none, none, none),
            new Output("DM020", "DM020", false, register, none, OptionalInt.of(2), OptionalInt.of(3)),
            new Output("DM017", "DM017", false, register, none, none, none));
  }

  @Test
  void asksOnlyForTheClustersThatFieldsRead() {
    made.latest("DM", made.cluster("DM_COD", 100));
    made.declare(RULESET, "UNUSED_COD", "1");

    assertThat(made.plan().clusters()).containsOnlyKeys(new ClusterId(RULESET, "DM_COD"));
  }

  @Test
  void takesListedCodesFromTheRuleFile() {
    made.latest("SYS", made.listed("SYS_COD", 100));
    var cluster = made.plan().clusters().get(HandMade.clusterId("SYS_COD"));

    assertThat(cluster.origin()).isEqualTo("dm.rubric");
    assertThat(cluster.version()).isEmpty();
    assertThat(cluster.codes().term(code(100).value())).isEqualTo("listed");
  }

  @Test
  void tellsEveryProblemAtOnce() {
    made.latest("A", made.declare(RULESET, "MISSING_COD", "1"));
    made.latest("B", made.cluster("EMPTY_COD"));
    made.latest("C", made.declare(RULESET, "OTHER_COD", "304"));
    made.content.put("OTHER_COD", codes("OTHER_COD", Optional.of("303"), 100));
    parameter("POINT_VALUE", Optional.of(LocalDate.of(2022, 4, 1)));

    assertThat(problems(LocalDate.of(2021, 3, 31)))
        .extracting(d -> d.code().id() + ": " + d.message() + " (" + d.help().orElseThrow() + ")")
        .containsExactly(
            "too-early: the achievement date `2021-03-31` lies before service `QOF` starts on `2021-04-01`"
                + " (choose a day from `2021-04-01` on)",
            "no-parameter-value: parameter `POINT_VALUE` has no value on PPED, `2022-03-31`"
                + " (its values are in force from `2022-04-01`)",
            "missing-cluster: no code cluster `MISSING_COD` (looked for it in folder)",
            "empty-cluster: code cluster `EMPTY_COD` has no codes (it was found in folder/EMPTY_COD.csv)",
            "cluster-version: code cluster `OTHER_COD` is pinned at version `304` and `303` was found"
                + " (it was found in folder/OTHER_COD.csv; bring version `304`, or change the pin after review)");
  }

  @Test
  void acceptsAKnownVersionAsPinnedAndAnUnknownOne() {
    made.latest("A", made.declare(RULESET, "KNOWN_COD", "304"));
    made.content.put("KNOWN_COD", codes("KNOWN_COD", Optional.of("304"), 100));
    made.latest("B", made.cluster("PLAIN_COD", 100));
    parameter("POINT_VALUE", Optional.of(END));

    assertThat(made.plan(LocalDate.of(2023, 1, 1), Mode.YEAR_END).clusters()).hasSize(2);
  }

  private void parameter(String name, Optional<LocalDate> start) {
    ParameterValue value =
        new ParameterValue(BigDecimal.ONE, start, Optional.empty(), List.of(), span(name));
    made.parameters.add(new Parameter(name, name, Formula.Kind.MONEY, List.of(value), span(name)));
  }

  @Test
  void keepsTheNotesThatAResultMustSay() {
    Note assumed = new Note(NoteNode.Kind.ASSUMED, "field DM.A", "lowest", span("x"));
    made.notes.add(assumed);
    made.notes.add(assumed);
    made.notes.add(new Note(NoteNode.Kind.CITE, "field DM.A", "page 4", span("y")));

    assertThat(made.plan().notes()).containsExactly(assumed);
  }

  @Test
  void wantsTheCodesOfItsClustersAndKnowsTheUnitsRead() {
    Unit mmol = new Unit("mmol/mol");
    Source hba = made.cluster("IFCC_COD", 100, 101);
    made.latest("HBA", hba);
    made.field("VAL", CheckedField.Type.VALUE,
        new Reading(Extreme.LOWEST, HandMade.clusterId("IFCC_COD"), id("HBA"), mmol));
    Source risk = made.cluster("RISK_COD", 102);
    made.latest("RISK", risk,
        is(new Operand.EntryValue(Optional.of(Unit.PERCENT)), Comparator.LESS, HandMade.number("10")));
    made.latest("DM", made.cluster("DM_COD", 103), recorded(new Operand.EntryValue(Optional.empty())));
    WantedEvents wanted = PlanWantedEvents.of(made.plan());

    assertThat(List.of(100, 101, 102, 103)).allMatch(n -> wanted.wants(code(n).value()));
    assertThat(wanted.wants(code(104).value())).isFalse();
    assertThat(wanted.wants(0)).isFalse();
    assertThat(wanted.isUnseenUnit(code(100).value(), Unit.PERCENT)).isTrue();
    assertThat(wanted.isUnseenUnit(code(100).value(), new Unit("mmol / MOL"))).isFalse();
    assertThat(wanted.isUnseenUnit(code(102).value(), mmol)).isTrue();
    assertThat(wanted.isUnseenUnit(code(103).value(), mmol)).isFalse();
  }
}
