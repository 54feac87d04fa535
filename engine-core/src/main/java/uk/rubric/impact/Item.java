package uk.rubric.impact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.impact.Standing.DecidedBy;
import uk.rubric.impact.Standing.State;
import uk.rubric.plan.Output;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * A register, indicator or classification of one plan. A patient's <i>key</i> for it is the ladder that decided and its
 * branch, as one number: what stands behind it is worked out once for all who share it.
 */
final class Item {
  /** Nobody had to decide: an indicator of everyone that is earned by keeping a list. */
  private static final long NO_LADDER = 0;

  /** An entry that the other side has and this one has not. */
  static final long NO_ENTRY = -1;

  private static final int BRANCH_BITS = 16;

  /** What kind of thing it is. */
  enum Kind {
    REGISTER,
    INDICATOR,
    CLASSIFICATION
  }

  private final Plan plan;
  private final Kind kind;
  private final String id;
  private final String title;
  private final OptionalInt each;
  private final List<PlannedLadder> own;
  private final List<PlannedLadder> populations;

  private Item(Plan plan, Kind kind, String id, String title, OptionalInt each, List<PlannedLadder> own) {
    this.plan = plan;
    this.kind = kind;
    this.id = id;
    this.title = title;
    this.each = each;
    this.own = own;
    this.populations = own.isEmpty() ? List.of() : above(plan, own.get(own.size() - 1));
  }

  /** All of a plan: outputs in the order of the report, then classifications. */
  static List<Item> of(Plan plan) {
    List<Item> items = new ArrayList<>();
    plan.outputs().forEach(output -> items.add(of(plan, output)));
    plan.ladders().stream()
        .filter(ladder -> ladder.kind() == PlannedLadder.Kind.CLASSIFICATION)
        .forEach(ladder -> items.add(
            new Item(plan, Kind.CLASSIFICATION, ladder.owner(), "", ladder.each(), List.of(ladder))));
    return List.copyOf(items);
  }

  private static Item of(Plan plan, Output output) {
    List<PlannedLadder> own = new ArrayList<>();
    output.numerator().ifPresent(index -> own.add(plan.ladders().get(index)));
    output.denominator().ifPresent(index -> own.add(plan.ladders().get(index)));
    if (output.register() || output.isRegisterOnly()) {
      output.population().ifPresent(index -> own.add(plan.ladders().get(index)));
    }
    Kind kind = output.register() ? Kind.REGISTER : Kind.INDICATOR;
    return new Item(plan, kind, output.id(), output.title(), output.each(), List.copyOf(own));
  }

  /** The populations that a ladder stands on, nearest first. */
  private static List<PlannedLadder> above(Plan plan, PlannedLadder ladder) {
    List<PlannedLadder> above = new ArrayList<>();
    for (OptionalInt parent = ladder.parent(); parent.isPresent(); ) {
      PlannedLadder population = plan.ladders().get(parent.getAsInt());
      above.add(population);
      parent = population.parent();
    }
    return List.copyOf(above);
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  Kind kind() {
    return kind;
  }

  boolean isOfEntries() {
    return each.isPresent();
  }

  /** The unit whose entries it decides. */
  int each() {
    return each.getAsInt();
  }

  /** Where a patient stands. */
  long key(int[] branches) {
    long found = key(own, branches);
    return found == NO_LADDER ? populationKey(branches) : found;
  }

  /** Where a patient stands before any entry is looked at. */
  long populationKey(int[] branches) {
    return key(populations, branches);
  }

  /** Whether a patient's entries are decided. */
  boolean asksEntries(int[] branches) {
    return populations.isEmpty() || selects(populations.get(0), branches[populations.get(0).index()]);
  }

  /** Where an entry stands. */
  long key(EntryOutcome entry) {
    List<Integer> ladders = plan.eaches().get(entry.each()).ladders();
    for (PlannedLadder ladder : own) {
      int place = ladders.indexOf(ladder.index());
      if (place >= 0 && entry.branches().get(place) != 0) {
        return key(ladder, entry.branches().get(place));
      }
    }
    return NO_LADDER;
  }

  private static long key(List<PlannedLadder> ladders, int[] branches) {
    for (PlannedLadder ladder : ladders) {
      if (branches[ladder.index()] != 0) {
        return key(ladder, branches[ladder.index()]);
      }
    }
    return NO_LADDER;
  }

  private static long key(PlannedLadder ladder, int branch) {
    return ((long) ladder.index() << BRANCH_BITS) | branch;
  }

  private static boolean selects(PlannedLadder ladder, int branch) {
    return ladder.decided(branch).map(action -> action.kind() == ActionKind.SELECT).orElse(false);
  }

  /** What a key of this item says. */
  Standing standing(long key) {
    if (key == NO_ENTRY || key == NO_LADDER) {
      State state = key == NO_ENTRY ? State.NO_ENTRY : State.SELECTED;
      return new Standing(state, Optional.empty(), Optional.empty());
    }
    PlannedLadder ladder = plan.ladders().get((int) (key >> BRANCH_BITS));
    int branch = (int) (key & ((1 << BRANCH_BITS) - 1));
    DecidedBy by = new DecidedBy(ladder.kind().word(), ladder.owner(), ladder.rule(branch).number(),
        ladder.action(branch).reason().map(Reason::name));
    return new Standing(state(ladder, branch), ladder.action(branch).label(), Optional.of(by));
  }

  private State state(PlannedLadder ladder, int branch) {
    boolean selects = selects(ladder, branch);
    return switch (ladder.kind()) {
      case NUMERATOR -> selects ? State.ACHIEVED : State.NOT_ACHIEVED;
      case DENOMINATOR -> rejected(ladder.action(branch).reason().orElseThrow());
      case CLASSIFICATION -> own.contains(ladder) ? State.GIVEN : State.NOT_IN_POPULATION;
      default -> !selects ? State.NOT_IN_POPULATION : own.contains(ladder) ? State.SELECTED : State.NO_ENTRY;
    };
  }

  private static State rejected(Reason reason) {
    return switch (reason.kind()) {
      case EXCLUSION -> State.EXCLUSION;
      case PCA_GENERAL -> State.PCA_GENERAL;
      case PCA_SPECIFIC -> State.PCA_SPECIFIC;
    };
  }
}
