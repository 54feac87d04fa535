package uk.rubric.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** With which numbers the values of fields are compared: the tables of fields state no units, the texts of rules do. */
final class ValueUses {
  private final Map<String, Set<String>> stated = new LinkedHashMap<>();
  private final Map<String, Set<String>> told = new LinkedHashMap<>();

  /** @param texts what the tables say about the condition in plain words */
  void collect(Condition condition, List<String> texts) {
    if (condition instanceof Condition.Junction junction) {
      junction.parts().forEach(part -> collect(part, texts));
    } else if (condition instanceof Condition.Comparison comparison) {
      collect(comparison.left(), comparison.right(), texts);
      collect(comparison.right(), comparison.left(), texts);
    }
  }

  private void collect(Operand field, Operand limit, List<String> texts) {
    if (!(field instanceof Operand.Named named)) {
      return;
    }
    if (limit instanceof Operand.Percent) {
      of(stated, named).add("%");
    } else if (limit instanceof Operand.Number number) {
      number.unit().ifPresent(unit -> of(stated, named).add(unit));
      texts.forEach(text -> of(told, named).addAll(Units.behind(number.digits(), text)));
    }
  }

  private static Set<String> of(Map<String, Set<String>> units, Operand.Named field) {
    return units.computeIfAbsent(field.name(), name -> new LinkedHashSet<>());
  }

  /** The unit of a field's values, if the tables tell one and no other. */
  Optional<String> unit(String field) {
    Set<String> all = all(field);
    return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
  }

  /** What must be said about the unit, as notes of the language. */
  List<String> notes(String field) {
    Set<String> all = all(field);
    List<String> notes = new ArrayList<>();
    if (all.isEmpty()) {
      notes.add("assumed \"the tables state no unit: read as a plain number\"");
    } else if (all.size() > 1) {
      notes.add("unverified \"the tables name several units, " + String.join(", ", all) + ": read as a plain number\"");
    } else if (stated.getOrDefault(field, Set.of()).isEmpty()) {
      notes.add("assumed \"the unit is that of the texts of the rules: the table of fields states none\"");
    }
    return notes;
  }

  private Set<String> all(String field) {
    Set<String> explicit = stated.getOrDefault(field, Set.of());
    return explicit.isEmpty() ? told.getOrDefault(field, Set.of()) : explicit;
  }
}
