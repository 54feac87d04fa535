package uk.rubric.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Condition;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Note;
import uk.rubric.check.Operand;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.ChosenDays;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.plan.PlannedLadder.Kind;
import uk.rubric.result.PatientOutcome;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.ServiceNode.StatusKind;
import uk.rubric.syntax.RulesetNode.ReasonKind;

/**
 * A plan of six ladders, in the shape of the diabetes rules: GMS, the register, an indicator in it, and one of
 * everyone. Rule numbers have gaps, as published ones do.
 */
public final class SmallPlan {
  public static final Reason FRAIL =
      new Reason("MDSEVFRAIL", ReasonKind.EXCLUSION, "Latest frailty is moderate or severe");
  public static final Reason UNSUITABLE = new Reason("DMPCAPU", ReasonKind.PCA_GENERAL, "Care unsuitable");
  public static final Reason DISSENT =
      new Reason("BLDTESTDEC", ReasonKind.PCA_SPECIFIC, "Chose not to receive a blood test");

  private static final Span SPAN = new SourceText("rules/dm.rubric", "ladder").span(0, 6);
  private static final Action NEXT = Action.of(ActionKind.NEXT);
  private static final Action SELECT = Action.of(ActionKind.SELECT);
  private static final Action REJECT = Action.of(ActionKind.REJECT);

  public static final PlannedLadder GMS =
      ladder(0, "GMS", Kind.GROUP, OptionalInt.empty(), rule(1, SELECT, REJECT));
  public static final PlannedLadder DM_REG =
      ladder(1, "DM_REG", Kind.REGISTER, OptionalInt.of(0), rule(1, NEXT, REJECT), rule(2, REJECT, SELECT));
  public static final PlannedLadder DENOMINATOR =
      ladder(2, "DM020", Kind.DENOMINATOR, OptionalInt.of(1),
          rule(1, reject(FRAIL), NEXT), rule(2, SELECT, NEXT), rule(5, reject(UNSUITABLE), NEXT),
          rule(10, reject(DISSENT), SELECT));
  public static final PlannedLadder NUMERATOR =
      ladder(3, "DM020", Kind.NUMERATOR, OptionalInt.of(2), rule(1, SELECT, REJECT));
  public static final PlannedLadder ALL_DENOMINATOR =
      ladder(4, "ALL001", Kind.DENOMINATOR, OptionalInt.empty(), rule(1, reject(FRAIL), reject(DISSENT)));
  public static final PlannedLadder ALL_NUMERATOR =
      ladder(5, "ALL001", Kind.NUMERATOR, OptionalInt.of(4), rule(1, SELECT, SELECT));

  private SmallPlan() {}

  /** Of a service without payments. */
  public static Plan of() {
    LocalDate end = LocalDate.of(2022, 3, 31);
    return of(new CheckedService(
        "S", "", Optional.empty(), StatusKind.DRAFT, LocalDate.of(2021, 4, 1), end, List.of(), List.of(),
        Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of(), SPAN));
  }

  public static Plan of(CheckedService service, Note... notes) {
    return new Plan(
        service, Mode.YEAR_END, LocalDate.of(2022, 3, 31), LocalDate.of(2022, 3, 31), Map.of(), Map.of(), List.of(),
        Map.of(), 0, List.of(GMS, DM_REG, DENOMINATOR, NUMERATOR, ALL_DENOMINATOR, ALL_NUMERATOR), List.of(), outputs(),
        List.of(notes), ChosenDays.NONE);
  }

  private static List<Output> outputs() {
    OptionalInt register = OptionalInt.of(1);
    OptionalInt none = OptionalInt.empty();
    return List.of(
        new Output("DM_REG", "Diabetes register", true, register, none, none, none),
        new Output("DM017", "The practice keeps a register", false, register, none, none, none),
        new Output("DM020", "Last HbA1c is 58 or less", false, register, none, OptionalInt.of(2), OptionalInt.of(3)),
        new Output("ALL001", "Everyone", false, none, none, OptionalInt.of(4), OptionalInt.of(5)));
  }

  /** One outcome; the branches are those of the ladders above, in their order. */
  public static PatientOutcome outcome(int... branches) {
    return new PatientOutcome(branches);
  }

  /**
   * An outcome that some evaluator could give: where a parent selects, a branch that ends, drawn by {@code choices}.
   */
  public static PatientOutcome outcome(List<Integer> choices) {
    List<PlannedLadder> ladders = of().ladders();
    int[] branches = new int[ladders.size()];
    for (PlannedLadder ladder : ladders) {
      boolean asked =
          ladder.parent().isEmpty() || new PatientOutcome(branches).selected(ladders.get(ladder.parent().getAsInt()));
      List<Integer> ends = ends(ladder);
      branches[ladder.index()] = asked ? ends.get(choices.get(ladder.index()) % ends.size()) : 0;
    }
    return new PatientOutcome(branches);
  }

  private static List<Integer> ends(PlannedLadder ladder) {
    List<Integer> ends = new ArrayList<>();
    for (int branch = 1; branch <= 2 * ladder.ladder().rules().size(); branch++) {
      if (ladder.action(branch).isTerminal()) {
        ends.add(branch);
      }
    }
    return ends;
  }

  public static PatientRecord patient(String practice, String id, boolean registered) {
    Registration since2010 = new Registration(LocalDate.of(2010, 1, 1), Optional.empty(), true, 0);
    List<Registration> registrations = registered ? List.of(since2010) : List.of();
    return new PatientRecord(
        practice, id, LocalDate.of(1960, 5, 1), Optional.empty(), registrations, List.of());
  }

  private static Action reject(Reason reason) {
    return new Action(ActionKind.REJECT, Optional.of(reason), Optional.empty());
  }

  private static Rule rule(int number, Action whenTrue, Action whenFalse) {
    Condition condition = new Condition.Presence(new Operand.Day("PPED"), true, SPAN);
    return new Rule(number, Optional.of(condition), whenTrue, whenFalse, List.of(), Optional.empty(), SPAN);
  }

  private static PlannedLadder ladder(int index, String owner, Kind kind, OptionalInt parent, Rule... rules) {
    return new PlannedLadder(index, "DM", owner, kind, parent, parent.stream().boxed().toList(), OptionalInt.empty(),
        new Ladder(List.of(rules), SPAN));
  }
}
