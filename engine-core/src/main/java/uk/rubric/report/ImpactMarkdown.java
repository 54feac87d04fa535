package uk.rubric.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import uk.rubric.impact.RuleChanges;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.impact.ServiceImpact.CodeImpact;
import uk.rubric.impact.ServiceImpact.Fate;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.PracticeImpact;
import uk.rubric.impact.ServiceImpact.Pounds;
import uk.rubric.impact.ServiceImpact.TermChange;
import uk.rubric.impact.Standing;
import uk.rubric.plan.Plan;
import uk.rubric.report.ImpactWords.Moved;
import uk.rubric.result.SetAside;

/**
 * An impact as a comment on a change: Markdown of at most {@value #MOST_LINES} lines, whatever changed. Names no
 * patient. What is left out is counted in the head of its table. Thread-safe.
 */
public final class ImpactMarkdown {
  /** How long the report is at most. */
  public static final int MOST_LINES = 60;

  private static final int PRACTICES = 6;
  private static final int ITEMS = 8;
  private static final int ITEMS_BESIDE_PAYMENTS = 4;
  private static final int PAYMENTS = 4;
  private static final int TERMS = 7;
  private static final int MOVES = 5;
  private static final int RULES = 4;
  private static final int CODES = 3;

  /** The whole report, ending with a line end. */
  public String render(ServiceImpact impact, RuleChanges rules) {
    StringBuilder text = new StringBuilder();
    head(text, impact, rules);
    table(text, practices(impact), PRACTICES, "Practice | Differ | Old £ | By money £ | By rules £ | New £ | Change £",
        "--- | ---: | ---: | ---: | ---: | ---: | ---:", ImpactMarkdown::practice);
    // Where indicators have no pounds of their own, payments tell where the money goes.
    boolean isByItem = impact.items().stream().anyMatch(item -> item.pounds().isPresent());
    table(text, isByItem ? List.of() : ImpactWords.largestPayments(impact), PAYMENTS,
        "Payment | Old £ | By money £ | By rules £ | New £ | Change £", "--- | ---: | ---: | ---: | ---: | ---:",
        payment -> pounds(payment.name(), payment.pounds()));
    table(text, ImpactWords.largestFirst(impact), isByItem ? ITEMS : ITEMS_BESIDE_PAYMENTS,
        "Changed | Population | Denominator | Numerator | Differ | Old £ | New £ | Change £",
        "--- | ---: | ---: | ---: | ---: | ---: | ---: | ---:", ImpactMarkdown::item);
    table(text, terms(impact), TERMS, "Contract | | | Alone £", "--- | --- | --- | ---:", ImpactMarkdown::term);
    table(text, ImpactWords.moves(impact), MOVES, "Biggest movers | Count | From | To", "--- | ---: | --- | ---",
        ImpactMarkdown::moved);
    table(text, ImpactWords.ladders(rules), RULES, "Rules | | ", "--- | --- | ---",
        change -> row(change.kind(), change.subject(), change.text()));
    table(text, impact.codes(), CODES, "Code | | Cluster | Patients | Differ", "--- | --- | --- | ---: | ---:",
        ImpactMarkdown::code);
    return text.toString();
  }

  private static void head(StringBuilder text, ServiceImpact impact, RuleChanges rules) {
    Pounds total = impact.total();
    text.append("### ").append(side(impact.old().plan())).append(" → ").append(side(impact.fresh().plan()))
        .append("\n\n**£").append(ImpactWords.money(total.old())).append(" → £")
        .append(ImpactWords.money(total.fresh()))
        .append(" (").append(ImpactWords.change(total.change())).append(")**: by money ")
        .append(ImpactWords.change(total.byMoney()))
        .append(ImpactWords.fates(impact).map(parts -> " (" + parts + ")").orElse("")).append(", by rules ")
        .append(ImpactWords.change(total.byRules())).append(". ")
        .append(ImpactWords.patients(impact.records())).append(" of ").append(ImpactWords.practices(impact))
        .append(", ")
        .append(Display.grouped(impact.moved())).append(" of them counted differently. Rules: ")
        .append(cell(ImpactWords.rules(rules)))
        .append(".\n\nDates: ").append(ImpactWords.dates(impact)).append(". ")
        .append(ImpactWords.placeholders(impact).map(note -> "**" + capital(note) + ".** ").orElse(""))
        .append(setAside(impact)).append('\n');
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static String side(Plan plan) {
    return plan.service().name() + " (" + ImpactWords.status(plan) + ", as at " + plan.achievementDate() + ")";
  }

  private static String setAside(ServiceImpact impact) {
    SetAside fresh = impact.fresh().setAside();
    SetAside setAside = fresh.isNothing() ? impact.old().setAside() : fresh;
    if (setAside.isNothing()) {
      return "Nothing was set aside.";
    }
    long warnings = setAside.warnings().stream().mapToLong(SetAside.Reason::count).sum();
    return "**Set aside: " + Display.grouped(setAside.records()) + " records; warnings: " + Display.grouped(warnings)
        + ".**";
  }

  /** A table of the first rows; the first cell of its head tells how many there are when some are left out. */
  private static <T> void table(
      StringBuilder text, List<T> all, int most, String head, String rule, Function<T, String> row) {
    if (all.isEmpty()) {
      return;
    }
    List<T> shown = all.subList(0, Math.min(most, all.size()));
    String left = shown.size() == all.size() ? "" : " (" + shown.size() + " of " + all.size() + ")";
    text.append("\n| ").append(head.replaceFirst(" \\|", left.replace("$", "\\$") + " |")).append(" |\n| ")
        .append(rule).append(" |\n");
    shown.forEach(each -> text.append(row.apply(each)).append('\n'));
  }

  private static String row(String... cells) {
    List<String> escaped = new ArrayList<>();
    for (String cell : cells) {
      escaped.add(cell(cell));
    }
    return "| " + String.join(" | ", escaped) + " |";
  }

  /** A text that neither ends a cell nor formats one. */
  private static String cell(String text) {
    return Display.oneLine(text).replaceAll("([|*<`\\[\\\\])", "\\\\$1");
  }

  /** Those of most pounds changed first. */
  private static List<PracticeImpact> practices(ServiceImpact impact) {
    return impact.practices().stream()
        .sorted(Comparator.comparing((PracticeImpact practice) ->
            practice.pounds().change().map(BigDecimal::abs).orElse(BigDecimal.ZERO)).reversed())
        .toList();
  }

  private static String practice(PracticeImpact practice) {
    Pounds pounds = practice.pounds();
    return row(practice.code(), Display.grouped(practice.moved()), ImpactWords.money(pounds.old()),
        ImpactWords.change(pounds.byMoney()), ImpactWords.change(pounds.byRules()), ImpactWords.money(pounds.fresh()),
        ImpactWords.change(pounds.change()));
  }

  private static String pounds(String name, Pounds pounds) {
    return row(name, ImpactWords.money(pounds.old()), ImpactWords.change(pounds.byMoney()),
        ImpactWords.change(pounds.byRules()), ImpactWords.money(pounds.fresh()), ImpactWords.change(pounds.change()));
  }

  private static String item(ItemImpact item) {
    Optional<Pounds> pounds = item.pounds();
    String fate = item.fate() == Fate.KEPT ? "" : " (" + item.fate().word() + ")";
    return row(item.names() + fate,
        ImpactWords.counts(ImpactWords.population(item.old()), ImpactWords.population(item.fresh())),
        ImpactWords.counts(ImpactWords.denominator(item.old()), ImpactWords.denominator(item.fresh())),
        ImpactWords.counts(ImpactWords.numerator(item.old()), ImpactWords.numerator(item.fresh())),
        item.matrices().isEmpty() ? "" : Display.grouped(item.moved()),
        pounds.map(p -> ImpactWords.money(p.old())).orElse(""),
        pounds.map(p -> ImpactWords.money(p.fresh())).orElse(""),
        pounds.map(p -> ImpactWords.change(p.change())).orElse(""));
  }

  /** Those of most pounds first; what has none to tell is there for its name. */
  private static List<TermChange> terms(ServiceImpact impact) {
    return impact.terms().stream()
        .sorted(Comparator.comparing(
            (TermChange change) -> change.alone().map(BigDecimal::abs).orElse(BigDecimal.ZERO)).reversed())
        .toList();
  }

  private static String term(TermChange change) {
    return row(change.kind().word(), change.subject(), change.text(),
        change.alone().map(pounds -> ImpactWords.change(Optional.of(pounds))).orElse(""));
  }

  private static String moved(Moved moved) {
    return row(moved.id(), Display.grouped(moved.move().count()), standing(moved.move().old()),
        standing(moved.move().fresh()));
  }

  private static String standing(Standing standing) {
    return standing.word() + standing.by().map(by -> ": " + by.text()).orElse("");
  }

  private static String code(CodeImpact code) {
    return row((code.code() + " " + code.term()).strip(), code.added() ? "added" : "removed", code.cluster(),
        Display.grouped(code.patients()), Display.grouped(code.moved()));
  }
}
