package uk.rubric.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Why the rules of denominators reject. The tables of rules name no reasons. Where their own table is given, reasons
 * are matched with rules: by the number of the rule if it has that column, else by the words of both, by equal rules of
 * other indicators and by what is left. The others get a name from the first field of their rule. Whatever is not said
 * by a table is marked.
 */
final class Reasons {
  private static final int ALIKE = 300;
  private static final int SAME_NAME = 400;

  private final List<PublishedLadder> denominators;
  private final Problems problems;
  private final Map<String, Item> items = new LinkedHashMap<>();
  private final Map<PublishedLadder.Rule, String> given = new LinkedHashMap<>();
  private final Map<String, String> derived = new TreeMap<>();
  private final Map<String, List<String>> matched = new LinkedHashMap<>();
  private final Map<PublishedLadder, List<Row>> left = new LinkedHashMap<>();
  private final Set<PublishedLadder> tabled = new HashSet<>();

  Reasons(List<PublishedLadder> denominators, List<Row> published, Problems problems) {
    this.denominators = List.copyOf(denominators);
    this.problems = problems;
    for (PublishedLadder ladder : denominators) {
      List<Row> own =
          published.stream().filter(row -> row.cell(Column.OUTPUT).text().equals(ladder.output().text())).toList();
      left.put(ladder, new ArrayList<>(own));
      match(ladder);
    }
    while (matchEqualRules() || matchLastOnes()) {
      // Each may leave something for the other.
    }
    left.forEach((ladder, reasons) -> reasons.forEach(reason -> unmatched(ladder, reason)));
    for (PublishedLadder ladder : denominators) {
      unnamed(ladder).forEach(rule -> derive(ladder, rule));
    }
    matched.forEach((name, rules) -> items.computeIfPresent(name, (n, item) -> item.withNotes(List.of(
        "reconstructed \"matched with " + String.join(", ", rules)
            + " by words, equal rules and what was left: its table does not say which rules give it\""))));
  }

  /** The reasons in the language, in the order in which rules give them. */
  Collection<Item> items() {
    return List.copyOf(items.values());
  }

  /** The reason of a rule that rejects. */
  String of(PublishedLadder.Rule rule) {
    return given.get(rule);
  }

  private List<PublishedLadder.Rule> unnamed(PublishedLadder ladder) {
    return rejecting(ladder).stream().filter(rule -> !given.containsKey(rule)).toList();
  }

  /** A rule that is equal to a rule of another indicator rejects for the same reason. */
  private boolean matchEqualRules() {
    boolean any = false;
    for (PublishedLadder ladder : denominators) {
      boolean published = tabled.contains(ladder);
      for (PublishedLadder.Rule rule : unnamed(ladder)) {
        Set<String> equal = given.entrySet().stream()
            .filter(other -> other.getKey().rejectsAs(rule)).map(Map.Entry::getValue).collect(Collectors.toSet());
        Optional<Row> reason =
            left.get(ladder).stream().filter(row -> equal.contains(row.cell(Column.NAME).text())).findFirst();
        if (equal.size() == 1 && (reason.isPresent() || !published)) {
          reason.ifPresent(left.get(ladder)::remove);
          given.put(rule, equal.iterator().next());
          remember(ladder, rule);
          any = true;
        }
      }
    }
    return any;
  }

  /** One rule and one reason that are left belong together. */
  private boolean matchLastOnes() {
    boolean any = false;
    for (PublishedLadder ladder : denominators) {
      if (unnamed(ladder).size() == 1 && left.get(ladder).size() == 1) {
        PublishedLadder.Rule rule = unnamed(ladder).get(0);
        give(rule, left.get(ladder).remove(0));
        remember(ladder, rule);
        any = true;
      }
    }
    return any;
  }

  private void remember(PublishedLadder ladder, PublishedLadder.Rule rule) {
    matched.computeIfAbsent(given.get(rule), name -> new ArrayList<>())
        .add("rule " + rule.number() + " of " + ladder.output().text());
  }

  private static List<PublishedLadder.Rule> rejecting(PublishedLadder ladder) {
    return ladder.rules().stream().filter(PublishedLadder.Rule::rejects).toList();
  }

  private record Pair(PublishedLadder.Rule rule, Row reason, int alike) {}

  /** The likest pair first, each rule and each reason once. */
  private void match(PublishedLadder ladder) {
    List<Row> free = left.get(ladder);
    for (Row reason : List.copyOf(free)) {
      tabled.add(ladder);
      reason.text(Column.NUMBER).ifPresent(number -> {
        free.remove(reason);
        exactly(ladder, reason, number);
      });
    }
    List<Pair> pairs = new ArrayList<>();
    for (PublishedLadder.Rule rule : unnamed(ladder)) {
      free.forEach(reason -> pairs.add(new Pair(rule, reason, alike(rule, reason))));
    }
    pairs.sort(Comparator.comparingInt(Pair::alike).reversed().thenComparingInt(p -> p.rule().number())
        .thenComparing(p -> p.reason().cell(Column.NAME).text()));
    for (Pair pair : pairs) {
      if (pair.alike() >= ALIKE && !given.containsKey(pair.rule()) && free.remove(pair.reason())) {
        give(pair.rule(), pair.reason());
        remember(ladder, pair.rule());
      }
    }
  }

  private static int alike(PublishedLadder.Rule rule, Row reason) {
    String text = reason.cell(Column.DESCRIPTION).text();
    int words = rule.item().docs().stream()
        .mapToInt(doc -> Math.max(Likeness.of(doc, text), Likeness.of(firstSentence(doc), text))).max().orElse(0);
    boolean named = rule.first().map(Reasons::stem).filter(reason.cell(Column.NAME).text()::equals).isPresent();
    return words + (named ? SAME_NAME : 0);
  }

  private static String firstSentence(String doc) {
    return doc.split("[.:] ", 2)[0];
  }

  private void exactly(PublishedLadder ladder, Row reason, String number) {
    Optional<PublishedLadder.Rule> rule =
        rejecting(ladder).stream().filter(r -> String.valueOf(r.number()).equals(number)).findFirst();
    if (rule.isPresent()) {
      give(rule.get(), reason);
    } else {
      problems.unknown(reason.cell(Column.NUMBER), "rejecting rule of " + ladder.output().text(), number,
          rejecting(ladder).stream().map(r -> String.valueOf(r.number())).toList());
    }
  }

  private void unmatched(PublishedLadder ladder, Row reason) {
    problems.add(reason.cell(Column.NAME).place(), ImportDiagnostic.UNMATCHED_REASON,
        "no rule of " + ladder.output().text() + " is like the reason "
            + Problems.quote(reason.cell(Column.NAME).text()) + ", "
            + Problems.quote(reason.cell(Column.DESCRIPTION).text()),
        "add a column `rule` to its table, with the number of the rule that gives the reason");
  }

  private void give(PublishedLadder.Rule rule, Row reason) {
    Cell name = reason.cell(Column.NAME);
    Optional<String> kind = Reading.of(reason.cell(Column.TYPE), problems, cell -> kind(reason));
    Optional<String> read = Reading.of(name, problems, LadderItems::name);
    given.put(rule, name.text());
    if (kind.isPresent() && read.isPresent()) {
      add(new Item(name.text(), List.of(),
          "reason " + name.text() + " = " + kind.get() + " " + Item.quoted(reason.cell(Column.DESCRIPTION).text()),
          List.of(), name.place()));
    }
  }

  /** A reason that several indicators have is published with each. */
  private void add(Item item) {
    Item first = items.putIfAbsent(item.key(), item);
    if (first != null && !first.text().equals(item.text())) {
      problems.add(item.origin(), ImportDiagnostic.CONFLICTING_ROWS,
          "reason " + Problems.quote(item.key()) + " is " + Problems.quote(item.text()) + " here and "
              + Problems.quote(first.text()) + " in " + first.origin().path() + ":" + first.origin().line(),
          "one name is one reason: leave out the row that does not hold");
    }
  }

  private static String kind(Row reason) throws Unreadable {
    String type = reason.cell(Column.TYPE).text().toLowerCase(Locale.ROOT);
    String scope = reason.cell(Column.SCOPE).text().toLowerCase(Locale.ROOT);
    if (type.equals("exclusion")) {
      return type;
    } else if (type.equals("pca") && (scope.equals("general") || scope.equals("specific"))) {
      return "pca " + scope;
    }
    throw new Unreadable("expected `Exclusion`, or `PCA` with `General` or `Specific` beside it");
  }

  private void derive(PublishedLadder ladder, PublishedLadder.Rule rule) {
    boolean exclusion = ladder.rules().stream().takeWhile(r -> r != rule).noneMatch(PublishedLadder.Rule::selects);
    String kind = exclusion ? "exclusion" : isInAll(rule) ? "pca general" : "pca specific";
    boolean otherwise = rule.whenTrue() != Action.REJECT;
    String name = derived.computeIfAbsent(rule.item().text() + otherwise + kind, key -> freeName(rule, otherwise));
    given.put(rule, name);
    String why = exclusion
        ? "an exclusion, since its rule stands before the first that selects"
        : "a PCA, since its rule stands behind the first that selects";
    String text = rule.item().docs().isEmpty() ? "" : " " + Item.quoted(rule.item().docs().get(0));
    items.putIfAbsent(name, new Item(name, List.of(), "reason " + name + " = " + kind + text, List.of(
        "reconstructed \"named after the first field of its rule: the tables name no reason\"",
        "assumed \"" + why + "\""), rule.item().origin()));
  }

  private boolean isInAll(PublishedLadder.Rule rule) {
    return denominators.size() > 1 && denominators.stream()
        .allMatch(ladder -> ladder.rules().stream().anyMatch(other -> other.item().text().equals(rule.item().text())));
  }

  private String freeName(PublishedLadder.Rule rule, boolean otherwise) {
    String name = (otherwise ? "NOT_" : "") + rule.first().map(Reasons::stem).orElse("REASON");
    Set<String> taken = new HashSet<>(derived.values());
    taken.addAll(items.keySet());
    String free = name;
    for (int i = 2; taken.contains(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }

  /** {@code DMPCAPU} of {@code DMPCAPU_DAT}. */
  private static String stem(String field) {
    return field.replaceAll("(?<=.)_[A-Z]+$", "");
  }
}
