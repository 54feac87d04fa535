package uk.rubric.plan;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.evidence.Asked;
import uk.rubric.patient.AskedDetail;
import uk.rubric.patient.WantedEvents;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.value.Unit;

/** What a plan wants of an extract's entries. Immutable and thread-safe. */
public final class PlanWantedEvents implements WantedEvents {
  // Asked for every line of an extract: open addressing over primitives, no code is 0, at least three slots in four
  // free.
  private final long[] codes;
  private final Map<Long, Set<Unit>> unitsRead;
  private final Set<AskedDetail> details;
  private final Asked beside;

  private PlanWantedEvents(
      long[] codes, Map<Long, Set<Unit>> unitsRead, Set<AskedDetail> details, Asked beside) {
    this.beside = beside;
    this.codes = codes;
    this.unitsRead = unitsRead;
    this.details = details;
  }

  /** Those entries whose code is in a code cluster of the plan. */
  public static WantedEvents of(Plan plan) {
    Map<Long, Set<Unit>> unitsRead = new HashMap<>();
    ClusterReads.of(plan.fields()).forEach((cluster, units) -> {
      if (!units.isEmpty()) {
        plan.clusters().get(cluster).codes().codes()
            .forEach(code -> unitsRead.computeIfAbsent(code, c -> new HashSet<>()).addAll(units));
      }
    });
    return new PlanWantedEvents(table(plan.clusters().values()), unitsRead, DetailReads.of(plan),
        Asked.of(plan.service(), plan.period(), plan.outputs().stream().map(Output::id).toList()));
  }

  /**
   * What either of two plans wants, for records that both decide. A value is unseen when one of them reads it, and not
   * in its unit.
   */
  public static WantedEvents of(Plan one, Plan other) {
    return new WantedByEither(of(one), of(other));
  }

  private record WantedByEither(WantedEvents one, WantedEvents other) implements WantedEvents {
    @Override
    public boolean wants(long code) {
      return one.wants(code) || other.wants(code);
    }

    @Override
    public boolean isUnseenUnit(long code, Unit unit) {
      return one.isUnseenUnit(code, unit) || other.isUnseenUnit(code, unit);
    }

    @Override
    public Set<AskedDetail> details() {
      Set<AskedDetail> asked = new HashSet<>(one.details());
      asked.addAll(other.details());
      return Set.copyOf(asked);
    }

    @Override
    public Optional<Asked> beside() {
      return one.beside().flatMap(first -> other.beside().map(first::and));
    }
  }

  private static long[] table(Collection<CodeCluster> clusters) {
    long[] codes = clusters.stream().flatMapToLong(cluster -> cluster.codes().codes()).distinct().toArray();
    long[] table = new long[Integer.highestOneBit(Math.max(1, codes.length)) * 8];
    for (long code : codes) {
      table[slot(table, code)] = code;
    }
    return table;
  }

  /** Where the code stands, or the free slot where it would. */
  private static int slot(long[] table, long code) {
    int slot = (int) ((code * 0x9E3779B97F4A7C15L) >>> 32) & (table.length - 1);
    while (table[slot] != 0 && table[slot] != code) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }

  @Override
  public boolean wants(long code) {
    return code != 0 && codes[slot(codes, code)] == code;
  }

  @Override
  public boolean isUnseenUnit(long code, Unit unit) {
    Set<Unit> read = unitsRead.get(code);
    return read != null && !isSpelledAlike(read, unit) && !read.contains(unit);
  }

  @Override
  public Set<AskedDetail> details() {
    return details;
  }

  @Override
  public Optional<Asked> beside() {
    return Optional.of(beside);
  }

  // Nearly every record spells the unit as the rules do, and this is far cheaper than to look past spaces and brackets.
  private static boolean isSpelledAlike(Set<Unit> read, Unit unit) {
    for (Unit one : read) {
      if (one.text().equals(unit.text())) {
        return true;
      }
    }
    return false;
  }
}
