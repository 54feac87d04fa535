package uk.rubric.impact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.plan.Plan;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/**
 * Which register, indicator or classification of the new rules is which of the old: by name, or as the caller says.
 * Immutable and thread-safe.
 */
public final class Pairing {
  private final List<Pair> pairs;

  /** What stands for one thing: nothing old for what is new, nothing new for what retired, several old when merged. */
  record Pair(List<Item> old, Optional<Item> fresh) {
    Pair {
      old = List.copyOf(old);
    }

    /** Whether one old thing stands against one new one, of patients or of entries alike. */
    boolean isOneToOne() {
      return old.size() == 1 && fresh.isPresent() && old.get(0).isOfEntries() == fresh.get().isOfEntries();
    }
  }

  private Pairing(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /**
   * Pairs what has one name, in the order of the new rules, what retired behind.
   *
   * @param replaced the old name to the new one, of what was renamed or merged
   * @throws CouldNotRun when the old or the new rules have no register or indicator of such a name
   */
  public static Pairing of(Plan old, Plan fresh, Map<String, String> replaced) {
    List<Item> before = Item.of(old);
    List<Item> after = Item.of(fresh);
    List<Diagnostic> unknown = new ArrayList<>();
    replaced.keySet().forEach(id -> refuseUnknown(id, before, "old", unknown));
    replaced.values().forEach(id -> refuseUnknown(id, after, "new", unknown));
    if (!unknown.isEmpty()) {
      throw new CouldNotRun(unknown);
    }
    return new Pairing(pairs(before, after, replaced));
  }

  private static void refuseUnknown(String id, List<Item> items, String side, List<Diagnostic> unknown) {
    List<String> known = items.stream().map(Item::id).toList();
    if (!known.contains(id)) {
      Diagnostic diagnostic = Diagnostic.at(new Place.OnCommand(), RunDiagnostic.UNKNOWN_OUTPUT,
          "the " + side + " rules have no register or indicator `" + id + "`");
      unknown.add(Suggestion.closest(id, known)
          .map(near -> diagnostic.withHelp("did you mean `" + near + "`?")).orElse(diagnostic));
    }
  }

  private static List<Pair> pairs(List<Item> before, List<Item> after, Map<String, String> replaced) {
    List<Pair> pairs = new ArrayList<>();
    Set<Item> used = new HashSet<>();
    for (Item fresh : after) {
      List<Item> old = before.stream().filter(item -> isSame(item, fresh, replaced)).toList();
      used.addAll(old);
      pairs.add(new Pair(old, Optional.of(fresh)));
    }
    before.stream().filter(item -> !used.contains(item))
        .forEach(item -> pairs.add(new Pair(List.of(item), Optional.empty())));
    return pairs;
  }

  private static boolean isSame(Item old, Item fresh, Map<String, String> replaced) {
    return old.kind() == fresh.kind() && replaced.getOrDefault(old.id(), old.id()).equals(fresh.id());
  }

  List<Pair> pairs() {
    return pairs;
  }

  /** The one old name that a new register or indicator has taken over. */
  Optional<String> oldName(String fresh) {
    return pairs.stream()
        .filter(pair -> pair.isOneToOne() && pair.fresh().get().id().equals(fresh))
        .map(pair -> pair.old().get(0).id())
        .findFirst();
  }

  /** The new name that an old register or indicator goes by. */
  Optional<String> freshName(String old) {
    return pairs.stream()
        .filter(pair -> pair.old().stream().anyMatch(item -> item.id().equals(old)))
        .flatMap(pair -> pair.fresh().stream())
        .map(Item::id)
        .findFirst();
  }
}
