package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the rule set under construction has to speak of so far, by type. */
final class Vocabulary {
  /** A field or array of values; the unit of plain numbers is empty. */
  record Valued(String name, String unit) {}

  /** A classification with the labels that it may give, as a rule writes them. */
  record Classification(String name, List<String> labels) {}

  static final List<String> DAYS = List.of("QSSD", "PPED", "ACHV_DAT", "OWN_DAT");
  static final List<String> UNITS = List.of("mmol/mol", "mmHg", "%", "");

  final List<String> clusters = new ArrayList<>();
  final List<String> dates = new ArrayList<>();
  final List<Valued> values = new ArrayList<>();
  final List<String> ages = new ArrayList<>();
  final List<String> agesInMonths = new ArrayList<>();
  final List<String> sexes = new ArrayList<>();
  final List<String> answers = new ArrayList<>();
  final List<String> counts = new ArrayList<>();
  final List<String> looked = new ArrayList<>();
  final List<String> identifiers = new ArrayList<>();
  final List<String> dateArrays = new ArrayList<>();
  final List<String> entryArrays = new ArrayList<>();
  final List<String> populations = new ArrayList<>();
  final List<Classification> classifications = new ArrayList<>();
  final List<Valued> valueArrays = new ArrayList<>();

  /** The cluster that a date or array was drawn from; nothing for others. */
  final Map<String, String> clusterOf = new HashMap<>();

  /** What can be spoken of within a unit: all of this and what is added to the copy. */
  Vocabulary copy() {
    Vocabulary copy = new Vocabulary();
    copy.clusters.addAll(clusters);
    copy.dates.addAll(dates);
    copy.values.addAll(values);
    copy.ages.addAll(ages);
    copy.agesInMonths.addAll(agesInMonths);
    copy.sexes.addAll(sexes);
    copy.answers.addAll(answers);
    copy.counts.addAll(counts);
    copy.identifiers.addAll(identifiers);
    copy.dateArrays.addAll(dateArrays);
    copy.entryArrays.addAll(entryArrays);
    copy.valueArrays.addAll(valueArrays);
    copy.populations.addAll(populations);
    copy.classifications.addAll(classifications);
    copy.clusterOf.putAll(clusterOf);
    return copy;
  }

  /** Without the entry that a unit looks at. */
  List<String> datesThatMayMiss() {
    return dates.stream().filter(date -> !looked.contains(date)).toList();
  }

  /** The arrays of days or entries. */
  List<String> arraysOfDays() {
    return Stream.of(dateArrays, entryArrays).flatMap(List::stream).toList();
  }

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
