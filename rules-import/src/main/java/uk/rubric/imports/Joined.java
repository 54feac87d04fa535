package uk.rubric.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.rubric.imports.Operand.Shape;

/**
 * Conditions across arrays: {@code {REV_DAT} = {PLAN_DAT} AND {TEST_DAT} > ({REV_DAT} – 1 month)} asks whether there is
 * a day of one array to which each of the others has a day that fits. The one array that stands in every comparison is
 * the one whose day is looked for.
 */
final class Joined {
  private final List<Condition.Comparison> parts = new ArrayList<>();
  private final List<Condition> others = new ArrayList<>();
  private final String pivot;

  private Joined(Condition condition) throws Unreadable {
    List<Condition> all = condition instanceof Condition.Junction junction ? junction.parts() : List.of(condition);
    for (Condition part : all) {
      boolean arrays = !arrays(part).isEmpty();
      if (arrays && part instanceof Condition.Comparison comparison) {
        parts.add(comparison);
      } else if (arrays) {
        throw new Unreadable("arrays stand within brackets");
      } else {
        others.add(part);
      }
    }
    this.pivot = arrays(condition).stream().filter(this::inAll).findFirst()
        .orElseThrow(() -> new Unreadable("no one array stands in every comparison of arrays"));
  }

  /** Whether a condition names an array of days. */
  static boolean is(Condition condition) {
    return !arrays(condition).isEmpty();
  }

  static Joined of(Condition condition) throws Unreadable {
    if (condition instanceof Condition.Junction junction && !junction.and()) {
      throw new Unreadable("arrays are joined by `OR`");
    }
    return new Joined(condition);
  }

  /** Of one array to the days of which the others are compared. */
  String pivot() {
    return pivot;
  }

  /** What asks for no array. */
  List<Condition> others() {
    return List.copyOf(others);
  }

  /** The comparisons of the one array alone, or of it with another, by that other's name. */
  Map<String, List<Condition.Comparison>> byArray() {
    Map<String, List<Condition.Comparison>> by = new LinkedHashMap<>();
    for (Condition.Comparison part : parts) {
      String name = arrays(part).stream().filter(array -> !array.equals(pivot)).findFirst().orElse(pivot);
      by.computeIfAbsent(name, n -> new ArrayList<>()).add(part);
    }
    return by;
  }

  private boolean inAll(String array) {
    return parts.stream().map(Joined::arrays).allMatch(names -> names.contains(array));
  }

  private static Set<String> arrays(Condition condition) {
    Set<String> names = new LinkedHashSet<>();
    if (condition instanceof Condition.Junction junction) {
      junction.parts().forEach(part -> names.addAll(arrays(part)));
    } else if (condition instanceof Condition.Comparison comparison) {
      add(comparison.left(), names);
      add(comparison.right(), names);
    }
    return names;
  }

  private static void add(Operand operand, Set<String> names) {
    if (operand instanceof Operand.Named named && named.shape() == Shape.DAYS) {
      names.add(named.name());
    } else if (operand instanceof Operand.Shifted shifted) {
      add(shifted.base(), names);
    }
  }
}
