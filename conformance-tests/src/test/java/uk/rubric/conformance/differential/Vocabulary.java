package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the rule set under construction has to speak of so far, by type. */
final class Vocabulary {
  /** A field or array of values; the unit of plain numbers is empty. */
  record Valued(String name, String unit) {}

  static final List<String> DAYS = List.of("QSSD", "PPED", "ACHV_DAT");
  static final List<String> UNITS = List.of("mmol/mol", "mmHg", "%", "");

  final List<String> clusters = new ArrayList<>();
  final List<String> dates = new ArrayList<>();
  final List<Valued> values = new ArrayList<>();
  final List<String> ages = new ArrayList<>();
  final List<String> identifiers = new ArrayList<>();
  final List<String> dateArrays = new ArrayList<>();
  final List<Valued> valueArrays = new ArrayList<>();

  /** The cluster that a date or array was drawn from; nothing for others. */
  final Map<String, String> clusterOf = new HashMap<>();

  List<Valued> valuesIn(String unit) {
    return values.stream().filter(v -> v.unit().equals(unit)).toList();
  }

  /** Arrays of values of that cluster, and all when there is none. */
  List<Valued> arraysOf(String cluster) {
    List<Valued> found = valueArrays.stream().filter(a -> cluster.equals(clusterOf.get(a.name()))).toList();
    return found.isEmpty() ? valueArrays : found;
  }

  /** Dates drawn from the same cluster as an array, and all when there is none. */
  List<String> datesAlong(String array) {
    String cluster = clusterOf.get(array);
    List<String> found = dates.stream().filter(d -> cluster.equals(clusterOf.get(d))).toList();
    return found.isEmpty() ? dates : found;
  }

  List<Valued> arraysIn(String unit) {
    return valueArrays.stream().filter(v -> v.unit().equals(unit)).toList();
  }
}
