package uk.rubric.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Neighbouring items of one kind, without a blank line or comment between: their names, titles and {@code =} stand
 * below each other, unless that would leave a wide gap. Tables of code clusters and of reasons are uniform: when one of
 * them needs two lines, all get two.
 */
final class Runs {
  /** The widest gap that aligning may leave. */
  private static final int GAP = 20;

  /** The clause at which all items of a table go on on a second line when one must. */
  private static final Map<String, String> UNIFORM = Map.of("cluster", "=", "reason", "\"");

  /** Clauses that are aligned with those behind them. */
  private static final Set<String> COLUMNS = Set.of("", "\"", "per", "number", "from");

  /** What is aligned without a {@code =}. */
  private static final Set<String> ROWS = Set.of("day", "pointsRow", "fact");

  /** An item, and whether a blank line or comment parts it from the one above. */
  record Member(Item item, boolean apart) {}

  private final int width;

  /** For items that have so many columns of a line. */
  Runs(int width) {
    this.width = width;
  }

  List<Item> aligned(List<Member> members) {
    List<Item> all = new ArrayList<>();
    List<Item> run = new ArrayList<>();
    for (Member member : members) {
      if (!run.isEmpty() && (member.apart() || !member.item().kind().equals(run.get(0).kind()))) {
        all.addAll(alignedRun(run));
        run = new ArrayList<>();
      }
      run.add(member.item());
    }
    all.addAll(alignedRun(run));
    return all;
  }

  private List<Item> alignedRun(List<Item> run) {
    if (run.size() < 2 || !run.stream().allMatch(Runs::isRow)) {
      return run;
    }
    String second = UNIFORM.getOrDefault(lastWord(run.get(0).kind()), "");
    List<Item> aligned = inColumns(run, second.isEmpty() ? GAP : width);
    if (second.isEmpty() || aligned.stream().allMatch(this::fits)) {
      return aligned;
    }
    List<Item> heads = second.equals("=") ? run : aligned;
    return heads.stream().map(item -> item.broken(second)).toList();
  }

  // A cluster that an amending rule set adds is a cluster.
  private static String lastWord(String kind) {
    return kind.substring(kind.lastIndexOf(' ') + 1);
  }

  private static boolean isRow(Item item) {
    return item.rest().isEmpty() && (item.indexOf("=") > 0 || ROWS.contains(item.kind()));
  }

  /** Whether it stands on one line; notes may go on the next. */
  private boolean fits(Item item) {
    int notes = item.indexOf("note");
    return item.width(notes < 0 ? item.head().size() : notes) <= width;
  }

  private static List<Item> inColumns(List<Item> run, int gap) {
    return byClause(run, gap).orElseGet(() -> byEquals(run, gap));
  }

  /** Clause by clause, as long as all that have one more have one of the same kind. */
  private static Optional<List<Item>> byClause(List<Item> run, int gap) {
    List<Item> items = run;
    int column = 0;
    for (; isColumn(run, column); column++) {
      int at = column;
      int widest = widest(run, item -> width(item, at));
      if (run.stream().filter(item -> at < item.head().size()).anyMatch(item -> width(item, at) < widest - gap)) {
        return Optional.empty();
      }
      items = items.stream().map(item -> padded(item, at, widest)).toList();
    }
    int last = column;
    boolean whole = run.stream().allMatch(item -> item.indexOf("=") < 0 || item.indexOf("=") == last);
    return whole ? Optional.of(items) : Optional.empty();
  }

  private static boolean isColumn(List<Item> run, int column) {
    List<String> kinds =
        run.stream().filter(item -> column < item.head().size()).map(item -> item.head().get(column).kind()).toList();
    return kinds.stream().distinct().count() == 1 && COLUMNS.contains(kinds.get(0));
  }

  private static int width(Item item, int column) {
    return column < item.head().size() ? item.head().get(column).content().width() : 0;
  }

  private static Item padded(Item item, int column, int width) {
    if (column >= item.head().size()) {
      return item;
    }
    Clause clause = item.head().get(column);
    boolean last = column == item.head().size() - 1;
    return clause.kind().equals("number") ? item.with(column, clause.indented(width))
        : last ? item : item.with(column, clause.padded(width));
  }

  /** All that stands before a {@code =} as one. */
  private static List<Item> byEquals(List<Item> run, int gap) {
    ToIntFunction<Item> head = item -> item.indexOf("=") > 0 ? item.width(item.indexOf("=")) : 0;
    int widest = widest(run, head);
    boolean close = run.stream().mapToInt(head).filter(width -> width > 0).allMatch(width -> width >= widest - gap);
    return close ? run.stream().map(item -> widened(item, widest - head.applyAsInt(item))).toList() : run;
  }

  private static Item widened(Item item, int missing) {
    int last = item.indexOf("=") - 1;
    return last < 0 ? item : item.with(last, item.head().get(last).padded(width(item, last) + missing));
  }

  private static int widest(List<Item> run, ToIntFunction<Item> width) {
    return run.stream().mapToInt(width).filter(each -> each < Doc.NEVER).max().orElse(0);
  }
}
