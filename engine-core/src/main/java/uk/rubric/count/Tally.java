package uk.rubric.count;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Ladder.Action;
import uk.rubric.plan.Plan;
import uk.rubric.plan.PlannedEach;
import uk.rubric.plan.PlannedLadder;
import uk.rubric.result.PatientOutcome.EntryOutcome;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.syntax.LadderNode.ActionKind;

/**
 * How often each branch of each ladder was taken at one practice. Sums alone, so that tallies add up in any order;
 * every count of the report is a sum of some of them.
 */
final class Tally {
  private final long[][] branches;
  private final long[] entries;
  private final LastDays lastDays;
  private long records;
  private long registered;

  Tally(Plan plan) {
    entries = new long[plan.eaches().size()];
    lastDays = new LastDays(Math.toIntExact(plan.achievementDate().toEpochDay()));
    branches = plan.ladders().stream().map(l -> new long[1 + 2 * l.ladder().rules().size()]).toArray(long[][]::new);
  }

  /** @param taken for each ladder the branch that it took, 0 when it was not asked */
  void add(boolean isRegistered, int[] taken) {
    records++;
    registered += isRegistered ? 1 : 0;
    for (int ladder = 0; ladder < branches.length; ladder++) {
      int branch = taken[ladder];
      if (branch != 0) {
        branches[ladder][branch]++;
      }
    }
  }

  /** Adds one entry of a unit. */
  void add(PlannedEach each, EntryOutcome entry) {
    entries[each.index()]++;
    for (int i = 0; i < each.ladders().size(); i++) {
      int branch = entry.branches().get(i);
      if (branch != 0) {
        branches[each.ladders().get(i)][branch]++;
      }
    }
  }

  void merge(Tally other) {
    records += other.records;
    registered += other.registered;
    lastDays.merge(other.lastDays);
    Arrays.setAll(entries, sum(entries, other.entries));
    for (int ladder = 0; ladder < branches.length; ladder++) {
      Arrays.setAll(branches[ladder], sum(branches[ladder], other.branches[ladder]));
    }
  }

  private static IntToLongFunction sum(long[] ours, long[] theirs) {
    return i -> ours[i] + theirs[i];
  }

  /** The last days of the practice's entries. */
  LastDays lastDays() {
    return lastDays;
  }

  /** All patient records of the practice. */
  long records() {
    return records;
  }

  /** Those registered at ACHV_DAT. */
  long registered() {
    return registered;
  }

  /** All entries of a unit that were decided. */
  long entries(int each) {
    return entries[each];
  }

  /** How many the ladder selected. */
  long selected(PlannedLadder ladder) {
    long[] taken = branches[ladder.index()];
    long sum = 0;
    for (int branch = 1; branch < taken.length; branch++) {
      sum += ladder.action(branch).kind() == ActionKind.SELECT ? taken[branch] : 0;
    }
    return sum;
  }

  /** Whom the ladder rejected, by rising rule number; a rule that rejects for two reasons stands twice. */
  List<Rejected> rejected(PlannedLadder ladder) {
    long[] taken = branches[ladder.index()];
    Map<RuleAndReason, Long> sums = new LinkedHashMap<>();
    for (int branch = 1; branch < taken.length; branch++) {
      Action action = ladder.action(branch);
      if (taken[branch] > 0 && action.kind() == ActionKind.REJECT) {
        RuleAndReason key = new RuleAndReason(ladder.rule(branch).number(), action.reason().orElseThrow());
        sums.merge(key, taken[branch], Long::sum);
      }
    }
    List<Rejected> rejected = new ArrayList<>();
    sums.forEach((key, count) -> rejected.add(new Rejected(key.rule(), key.reason(), count)));
    return rejected;
  }

  /** To how many a classification gave each of its labels, those that nobody has included. */
  Map<String, Long> given(PlannedLadder ladder) {
    long[] taken = branches[ladder.index()];
    Map<String, Long> sums = new LinkedHashMap<>();
    for (int branch = 1; branch < taken.length; branch++) {
      long count = taken[branch];
      ladder.action(branch).label().ifPresent(label -> sums.merge(label, count, Long::sum));
    }
    return sums;
  }

  private record RuleAndReason(int rule, Reason reason) {}
}
