package uk.rubric.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService;
import uk.rubric.impact.RuleChanges;
import uk.rubric.impact.RuleChanges.RuleChange;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.impact.ServiceImpact.Cell;
import uk.rubric.impact.ServiceImpact.CodeImpact;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.Matrix;
import uk.rubric.impact.ServiceImpact.Pounds;
import uk.rubric.impact.ServiceImpact.TermChange;
import uk.rubric.impact.Standing;
import uk.rubric.plan.Plan;
import uk.rubric.report.ImpactWords.Moved;

/**
 * An impact for people at a terminal. Names no patient. What is too long for a terminal ends with how much is left out;
 * {@link ImpactJson} has all of it. Thread-safe.
 */
public final class ImpactTable {
  private static final int MOST_ROWS = 20;

  /** The whole report, ending with a line end. */
  public String render(ServiceImpact impact, RuleChanges rules) {
    return head(impact, rules)
        + "\n" + pounds(impact)
        + section(items(impact))
        + section(payments(impact))
        + section(terms(impact))
        + section(rules(rules))
        + section(codes(impact))
        + section(moves(impact))
        + matrices(impact)
        + setAside(impact);
  }

  private static String setAside(ServiceImpact impact) {
    String fresh = TableReport.setAside(impact.fresh().setAside());
    boolean alike = impact.old().setAside().equals(impact.fresh().setAside());
    return alike ? fresh : fresh + "\nUnder the old service" + TableReport.setAside(impact.old().setAside());
  }

  private static String section(String text) {
    return text.isEmpty() ? "" : "\n" + text;
  }

  private static String head(ServiceImpact impact, RuleChanges rules) {
    StringBuilder head = new StringBuilder();
    line(head, "old", side(impact.old().plan()));
    line(head, "new", side(impact.fresh().plan()));
    line(head, "dates", ImpactWords.dates(impact));
    line(head, "engine", impact.fresh().engine());
    line(head, "patients", ImpactWords.patients(impact.records()) + " of " + ImpactWords.practices(impact) + ", "
        + Display.grouped(impact.moved()) + " of them counted differently");
    line(head, "rules", ImpactWords.rules(rules));
    ImpactWords.placeholders(impact).ifPresent(text -> line(head, "note", text));
    return head.toString();
  }

  private static void line(StringBuilder head, String word, String text) {
    head.append(String.format(Locale.ROOT, "%-9s  ", word)).append(text).append('\n');
  }

  private static String side(Plan plan) {
    CheckedService service = plan.service();
    return (service.name() + " " + service.title()).strip() + ", " + ImpactWords.status(plan) + ", as at "
        + plan.achievementDate() + ", " + plan.mode().word();
  }

  private static String pounds(ServiceImpact impact) {
    TextTable table = new TextTable("").words("Pounds").figures("Records").figures("Differ").figures("Points old")
        .figures("Points new").figures("Old £").figures("By money £").figures("By rules £").figures("New £")
        .figures("Change £").text("");
    impact.practices().forEach(p -> row(table, p.code(), Display.grouped(p.records()), Display.grouped(p.moved()),
        points(p.points().old()), points(p.points().fresh()), p.pounds(), p.name().map(Display::oneLine).orElse("")));
    impact.groups().forEach(g -> row(
        table, g.level().name() + " " + g.code(), "", "", "", "", g.pounds(), "with all within it"));
    row(table, "All", Display.grouped(impact.records()), Display.grouped(impact.moved()), "", "", impact.total(), "");
    return table + "By money: the new service pays the counts of the old rules. By rules: from there to the counts of the"
        + " new rules.\n" + ImpactWords.fates(impact).map(parts -> "Of by money: " + parts + "\n").orElse("")
        + anew(impact) + pending(impact);
  }

  private static String anew(ServiceImpact impact) {
    return impact.countedAnew().isEmpty()
        ? ""
        : "Counted by the new rules in both steps, since the old ones do not count it alike: "
            + ImpactWords.list(impact.countedAnew()) + "\n";
  }

  private static String pending(ServiceImpact impact) {
    long pending = impact.practices().stream().mapToLong(ServiceImpact.PracticeImpact::pending).sum();
    return pending == 0 ? "" : pending + " payments wait for an answer and are in no sum\n";
  }

  private static String points(Optional<BigFraction> points) {
    return points.map(Display::points).orElse("");
  }

  private static void row(
      TextTable table, String of, String records, String moved, String oldPoints, String newPoints, Pounds pounds,
      String text) {
    table.row(of, records, moved, oldPoints, newPoints, ImpactWords.money(pounds.old()),
        ImpactWords.change(pounds.byMoney()), ImpactWords.change(pounds.byRules()), ImpactWords.money(pounds.fresh()),
        ImpactWords.change(pounds.change()), text);
  }

  private static String items(ServiceImpact impact) {
    TextTable table = new TextTable("").words("What is counted").words("").figures("Population").figures("Denominator")
        .figures("Numerator").figures("Differ").figures("Old £").figures("By money £").figures("By rules £")
        .figures("New £").figures("Change £");
    List<ItemImpact> different = impact.items().stream().filter(ImpactWords::differs).toList();
    different.forEach(item -> item(table, item));
    int same = impact.items().size() - different.size();
    return (table.isEmpty() ? "" : table.toString()) + (same == 0 ? "" : same + " more are counted and paid alike\n");
  }

  private static void item(TextTable table, ItemImpact item) {
    Optional<Pounds> pounds = item.pounds();
    table.row(
        item.names(),
        item.fate() == ServiceImpact.Fate.KEPT ? "" : item.fate().word(),
        ImpactWords.counts(ImpactWords.population(item.old()), ImpactWords.population(item.fresh())),
        ImpactWords.counts(ImpactWords.denominator(item.old()), ImpactWords.denominator(item.fresh())),
        ImpactWords.counts(ImpactWords.numerator(item.old()), ImpactWords.numerator(item.fresh())),
        item.matrices().isEmpty() ? "" : Display.grouped(item.moved()),
        pounds.map(p -> ImpactWords.money(p.old())).orElse(""),
        pounds.map(p -> ImpactWords.change(p.byMoney())).orElse(""),
        pounds.map(p -> ImpactWords.change(p.byRules())).orElse(""),
        pounds.map(p -> ImpactWords.money(p.fresh())).orElse(""),
        pounds.map(p -> ImpactWords.change(p.change())).orElse(""));
  }

  private static String payments(ServiceImpact impact) {
    TextTable table = new TextTable("").words("Payment").figures("Old £").figures("By money £").figures("By rules £")
        .figures("New £").figures("Change £").text("");
    ImpactWords.payments(impact).forEach(payment -> table.row(payment.name(),
        ImpactWords.money(payment.pounds().old()), ImpactWords.change(payment.pounds().byMoney()),
        ImpactWords.change(payment.pounds().byRules()), ImpactWords.money(payment.pounds().fresh()),
        ImpactWords.change(payment.pounds().change()), payment.title()));
    return table.isEmpty() ? "" : table.toString();
  }

  private static String terms(ServiceImpact impact) {
    TextTable table = new TextTable("").words("Contract").words("").figures("Alone £").text("");
    for (TermChange change : impact.terms()) {
      String alone = change.alone().map(pounds -> ImpactWords.change(Optional.of(pounds))).orElse("");
      table.row(change.kind().word(), change.subject(), alone, change.text());
    }
    return table.isEmpty() ? "" : table
        + "Alone: what this one change makes of the old total on the old counts; together they make something else.\n";
  }

  private static String rules(RuleChanges rules) {
    TextTable table = new TextTable("").words("Rules").words("").text("");
    List<RuleChange> changes = ImpactWords.ladders(rules);
    changes.stream().limit(MOST_ROWS)
        .forEach(change -> table.row(change.kind(), change.subject(), change.text()));
    rules.undecided().forEach(open -> table.row("undecided", "", open));
    return table.isEmpty() ? "" : table + more(changes.size() - MOST_ROWS, "rule changes");
  }

  private static String more(long left, String what) {
    return left <= 0 ? "" : "… and " + Display.grouped(left) + " more " + what + ": `--format json` has all\n";
  }

  private static String codes(ServiceImpact impact) {
    TextTable table = new TextTable("").words("Code").words("").words("Cluster").figures("Patients").figures("Differ")
        .text("");
    for (CodeImpact code : impact.codes().stream().limit(MOST_ROWS).toList()) {
      table.row(String.valueOf(code.code()), code.added() ? "added" : "removed", code.cluster(),
          Display.grouped(code.patients()), Display.grouped(code.moved()), code.term());
    }
    return table.isEmpty() ? "" : table + more(impact.codes().size() - MOST_ROWS, "codes");
  }

  private static String moves(ServiceImpact impact) {
    TextTable table = new TextTable("").words("Who moved").figures("Count").words("From").words("by").words("To")
        .words("by");
    List<Moved> moves = ImpactWords.moves(impact);
    moves.stream().limit(MOST_ROWS).forEach(moved -> table.row(
        moved.id(), Display.grouped(moved.move().count()),
        moved.move().old().word(), by(moved.move().old()), moved.move().fresh().word(), by(moved.move().fresh())));
    return table.isEmpty() ? "" : table + more(moves.size() - MOST_ROWS, "ways");
  }

  private static String by(Standing standing) {
    return standing.by().map(Standing.DecidedBy::text).orElse("");
  }

  private static String matrices(ServiceImpact impact) {
    return impact.items().stream()
        .flatMap(item -> item.matrices().stream()
            .filter(matrix -> matrix.moved() > 0)
            .map(matrix -> "\n" + matrix(ImpactWords.matrixId(item, matrix), matrix)))
        .collect(Collectors.joining());
  }

  /** Old states down, new ones across. */
  private static String matrix(String id, Matrix matrix) {
    List<String> olds = matrix.cells().stream().map(Cell::old).distinct().toList();
    List<String> news = matrix.cells().stream().map(Cell::fresh).distinct().sorted(order(matrix)).toList();
    TextTable table = new TextTable("").words(id + ": old down, new across");
    news.forEach(table::figures);
    table.figures("all old");
    olds.forEach(old -> table.row(row(matrix, old, news)));
    table.row(row(matrix, "all new", news));
    return table.toString();
  }

  /** The states in the order in which the old ones stand; the others as they occur. */
  private static Comparator<String> order(Matrix matrix) {
    List<String> order = matrix.cells().stream().map(Cell::old).distinct().toList();
    return Comparator.comparingInt(state -> order.contains(state) ? order.indexOf(state) : order.size());
  }

  private static String[] row(Matrix matrix, String old, List<String> news) {
    boolean isSum = old.equals("all new");
    List<Cell> cells = matrix.cells().stream().filter(cell -> isSum || cell.old().equals(old)).toList();
    List<String> row = new ArrayList<>(List.of(old));
    news.forEach(fresh -> row.add(Display.grouped(
        cells.stream().filter(cell -> cell.fresh().equals(fresh)).mapToLong(Cell::count).sum())));
    row.add(Display.grouped(cells.stream().mapToLong(Cell::count).sum()));
    return row.toArray(String[]::new);
  }
}
