package uk.rubric.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.rubric.syntax.Comparator;

/** How often the generated cases met each thing that the language can say, and whether that was often enough. */
final class Met {
  /** A thing met less often than this was hardly tested. */
  static final int ENOUGH = 100;

  private static final List<String> RECORDED = List.of(" recorded", " not recorded");
  private static final List<String> TRUTH = List.of(" true", " false");
  private static final List<String> RESULTS =
      List.of(" less", " equal", " greater", " left missing", " right missing");

  private final Map<String, Long> counts = new TreeMap<>();

  Met() {
    expected().forEach(what -> counts.put(what, 0L));
  }

  void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  void count(String what, long times) {
    counts.merge(what, times, Long::sum);
  }

  /** What must be met and was met too seldom, with its count. */
  List<String> tooSeldom() {
    return expected().stream().filter(what -> counts.get(what) < ENOUGH)
        .map(what -> counts.get(what) + " " + what).toList();
  }

  /** One line for each thing, in the order of the alphabet; those that need not be met are marked. */
  String report() {
    List<String> expected = expected();
    return counts.entrySet().stream()
        .map(e -> "%,12d  %s%s%n".formatted(e.getValue(), e.getKey(), expected.contains(e.getKey()) ? "" : " (free)"))
        .collect(Collectors.joining());
  }

  /** The thing that was met least of all that must be met. */
  String rarest() {
    return expected().stream().min(java.util.Comparator.comparing(counts::get))
        .map(what -> counts.get(what) + " times " + what).orElseThrow();
  }

  private static List<String> expected() {
    List<String> all = new ArrayList<>();
    all.add("field id of patient recorded");
    fields().forEach(form -> RECORDED.forEach(end -> all.add("field " + form + end)));
    addComparisons(all, List.of("rule date ", "rule value ", "rule age "), RESULTS);
    addComparisons(all, List.of("where date "), List.of(" less", " equal", " greater"));
    addComparisons(all, List.of("where value "), RESULTS);
    parts().forEach(part -> TRUTH.forEach(end -> all.add(part + end)));
    List.of("days", "weeks", "months", "years").forEach(unit -> all.add("moved by " + unit));
    List.of("from", "to", "after", "before", "from to", "from before", "after to", "after before")
        .forEach(words -> all.add("span " + words));
    List.of("if true", "if false", "always").forEach(branch ->
        List.of(" select", " reject", " reject as", " next").forEach(action -> all.add("action " + branch + action)));
    List.of("group", "register", "cohort", "denominator", "numerator", "numerator of each").forEach(kind ->
        List.of(" selects", " rejects", " is not asked").forEach(end -> all.add("ladder of " + kind + end)));
    List.of("group of each", "register of each", "denominator of each").forEach(kind ->
        List.of(" selects", " rejects").forEach(end -> all.add("ladder of " + kind + end)));
    all.addAll(List.of("ladder of classification gives", "ladder of classification is not asked"));
    List.of("if true", "if false", "always").forEach(branch -> all.add("action " + branch + " give"));
    List.of("all spaced", "latest few", "latest few spaced", "earliest few", "earliest few spaced", "whether recorded",
        "count cluster where recorded", "count cluster where spaced recorded", "count array where recorded",
        "count entries cluster where recorded", "count entries array where recorded")
        .forEach(form -> all.add("field " + form));
    return all;
  }

  private static List<String> fields() {
    List<String> forms = new ArrayList<>(List.of(
        "age at", "age in months at", "sex of patient", "latest of", "earliest of", "highest of", "lowest of", "if",
        "element of an array", "all entries cluster", "all entries cluster where", "all entries array",
        "last_entered_highest value on", "last_entered_lowest value on",
        "latest array", "latest array where", "earliest array where", "all array where",
        "highest value on", "lowest value on", "highest value on each", "lowest value on each"));
    for (String choice : List.of("latest", "earliest", "all")) {
      for (String source : List.of("cluster", "registration", "deregistration")) {
        forms.add(choice + " " + source);
        forms.add(choice + " " + source + " where");
      }
    }
    return forms;
  }

  private static void addComparisons(List<String> all, List<String> starts, List<String> results) {
    for (String start : starts) {
      for (Comparator comparator : Comparator.values()) {
        results.forEach(result -> all.add(start + comparator.sign() + result));
      }
    }
  }

  private static List<String> parts() {
    List<String> parts = new ArrayList<>();
    for (String place : List.of("rule ", "where ")) {
      parts.addAll(List.of(
          place + "at least", place + "none of", place + "some", place + "one of"));
      parts.addAll(List.of(place + "and", place + "or", place + "presence of field", place + "presence of element"));
      for (String side : List.of("day", "moved day", "field", "moved field")) {
        parts.add(place + (place.equals("rule ") ? "field" : "date") + " against " + side);
      }
    }
    parts.addAll(List.of(
        "rule in", "rule is yes", "rule count against number", "rule number against count",
        "rule field against day of an age", "rule moved field against day of an age",
        "rule field against entry of an array", "where same entry", "where presence of episode",
        "where date against day of an age", "where date against entry of an array",
        "rule field against number", "rule number against field", "rule field against age",
        "rule age against field", "rule element against number",
        "rule presence of moved field", "where value against number", "where number against value",
        "where value against field", "where element against number",
        "where day against date", "where moved date against field", "where presence of value"));
    return parts;
  }
}
