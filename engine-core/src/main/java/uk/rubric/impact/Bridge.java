package uk.rubric.impact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.Stretch;
import uk.rubric.payment.Ledger;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.ClassLabel;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;

/**
 * The counts of the old rules in the places of the new service, so that its payments can be reckoned from them. What
 * the old rules do not count, or do not count alike, has the count of the new ones.
 */
final class Bridge {
  private final Pairing pairing;
  private final Set<String> countedAnew = new TreeSet<>();

  Bridge(Pairing pairing) {
    this.pairing = pairing;
  }

  /** What has the count of the new rules, by name. */
  List<String> countedAnew() {
    return List.copyOf(countedAnew);
  }

  Ledger ledger(Ledger old, Ledger fresh) {
    Map<Stretch, List<PracticeCounts>> parts = new HashMap<>();
    List<Stretch> before = old.parts().keySet().stream().sorted(Bridge::byStart).toList();
    List<Stretch> after = fresh.parts().keySet().stream().sorted(Bridge::byStart).toList();
    for (int i = 0; i < after.size(); i++) {
      List<PracticeCounts> counts = fresh.parts().get(after.get(i));
      parts.put(after.get(i), before.size() == after.size() ? all(old.parts().get(before.get(i)), counts) : counts);
    }
    if (before.size() != after.size()) {
      countedAnew.add("months and quarters");
    }
    return new Ledger(all(old.practices(), fresh.practices()), parts, fresh.answers(), fresh.history());
  }

  private static int byStart(Stretch one, Stretch other) {
    int starts = one.start().compareTo(other.start());
    return starts != 0 ? starts : one.end().compareTo(other.end());
  }

  private List<PracticeCounts> all(List<PracticeCounts> old, List<PracticeCounts> fresh) {
    Map<String, PracticeCounts> byCode =
        old.stream().collect(Collectors.toMap(PracticeCounts::practice, counts -> counts));
    return fresh.stream().map(counts -> one(byCode.get(counts.practice()), counts)).toList();
  }

  private PracticeCounts one(PracticeCounts old, PracticeCounts fresh) {
    if (!old.awaits().isEmpty() || !fresh.awaits().isEmpty()) {
      return fresh.awaiting(old.awaits().isEmpty() ? fresh.awaits() : old.awaits());
    }
    return new PracticeCounts(fresh.practice(), old.listSize(), old.listSizeStated(), registers(old, fresh),
        indicators(old, fresh), sizes(old, fresh), classes(old, fresh), fresh.place());
  }

  private List<RegisterCount> registers(PracticeCounts old, PracticeCounts fresh) {
    List<RegisterCount> counts = new ArrayList<>();
    for (RegisterCount count : fresh.registers()) {
      Optional<RegisterCount> before = pairing.oldName(count.id())
          .flatMap(id -> old.registers().stream().filter(r -> r.id().equals(id)).findFirst());
      counts.add(before.map(b -> new RegisterCount(count.id(), b.count())).orElse(count));
    }
    return counts;
  }

  private List<IndicatorCount> indicators(PracticeCounts old, PracticeCounts fresh) {
    List<IndicatorCount> counts = new ArrayList<>();
    for (IndicatorCount count : fresh.indicators()) {
      Optional<IndicatorCount> before = pairing.oldName(count.id())
          .flatMap(id -> old.indicators().stream().filter(i -> i.id().equals(id)).findFirst())
          .filter(b -> b.fraction().isPresent() == count.fraction().isPresent());
      if (before.isEmpty()) {
        countedAnew.add(count.id());
      }
      counts.add(before.map(b -> new IndicatorCount(count.id(), b.population(), b.fraction())).orElse(count));
    }
    return counts;
  }

  private Map<PopulationId, Long> sizes(PracticeCounts old, PracticeCounts fresh) {
    Map<PopulationId, Long> sizes = new HashMap<>();
    fresh.sizes().forEach((id, size) -> sizes.put(id, size(id, old).orElseGet(() -> {
      countedAnew.add(id.name());
      return size;
    })));
    return sizes;
  }

  /** By name, whatever the rule set is called now. */
  private Optional<Long> size(PopulationId id, PracticeCounts old) {
    String name = pairing.oldName(id.name()).orElse(id.name());
    Optional<Long> same = Optional.ofNullable(old.sizes().get(new PopulationId(id.ruleset(), name)));
    List<Long> named = old.sizes().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name)).map(Map.Entry::getValue).toList();
    return same.or(() -> named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty());
  }

  private Map<ClassLabel, Long> classes(PracticeCounts old, PracticeCounts fresh) {
    Map<ClassLabel, Long> classes = new HashMap<>();
    fresh.classes().forEach((label, size) -> {
      Long before = old.classes().get(label);
      if (before == null) {
        countedAnew.add(label.classification().name() + " " + label.label());
      }
      classes.put(label, before == null ? size : before);
    });
    return classes;
  }
}
