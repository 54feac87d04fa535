package uk.rubric.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.Formula;
import uk.rubric.check.Note;
import uk.rubric.plan.Plan;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;
import uk.rubric.result.SetAside;
import uk.rubric.syntax.NoteNode.Kind;
import uk.rubric.syntax.ServiceNode.StatusKind;

/**
 * The result for people at a terminal: plain text in columns, without colour. A figure that rests on a placeholder
 * carries a {@code *}; one that cannot be computed says so in words. Rounded half up for display alone: percentages and
 * points to four decimals, money to the penny.
 *
 * <p>Thread-safe.
 */
public final class TableReport implements Report {
  @Override
  public void write(ServiceResult result, OutputStream out) throws IOException {
    PracticeTables tables = new PracticeTables(result.plan());
    out.write(utf8(head(result)));
    for (PracticeResult practice : result.practices()) {
      out.write(utf8("\n" + tables.of(practice)));
    }
    for (GroupIncome group : result.groups()) {
      out.write(utf8("\n" + tables.of(group, new GroupSums(result, group))));
    }
    if (result.practices().isEmpty()) {
      out.write(utf8("\nNo practice and no patient in the extract\n"));
    }
    out.write(utf8(new PracticeSummary(result).text()));
    out.write(utf8(BandReports.table(result)));
    out.write(utf8(ForecastTable.of(result.forecast(), result.plan())));
    out.write(utf8(reasons(result) + parameters(result.plan()) + setAside(result.setAside()) + notes(result.plan())));
    out.flush();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String head(ServiceResult result) {
    Plan plan = result.plan();
    CheckedService service = plan.service();
    StringBuilder head = new StringBuilder((service.name() + "  " + service.title()).strip()).append('\n');
    service.authority().ifPresent(authority -> head.append("authority  ").append(authority).append('\n'));
    head.append("status     ").append(status(service.status())).append('\n');
    head.append("as at      ").append(plan.achievementDate()).append(", ").append(plan.mode().word()).append('\n');
    return head.append("engine     ").append(result.engine()).append('\n').toString();
  }

  static String status(StatusKind status) {
    // Whoever reads money must not overlook that nobody stands behind it.
    return status == StatusKind.OFFICIAL ? "official" : status.name() + ", not for payment";
  }

  /** What the reasons mean, each once: the published texts are too long for every line. */
  private static String reasons(ServiceResult result) {
    TextTable table = new TextTable("").words("Reason").text("Meaning");
    result.practices().stream()
        .flatMap(practice -> practice.counts().indicators().stream())
        .flatMap(indicator -> indicator.fraction().stream())
        .flatMap(fraction -> fraction.rejected().stream())
        .map(Rejected::reason)
        .distinct()
        .filter(reason -> !reason.title().isEmpty())
        .sorted(Comparator.comparing(Reason::name).thenComparing(Reason::title))
        .forEach(reason -> table.row(reason.name(), reason.title()));
    return table.isEmpty() ? "" : "\n" + table;
  }

  private static String parameters(Plan plan) {
    RestsOn placeholders = RestsOn.placeholder(plan);
    TextTable table = new TextTable("").words("Parameter at " + plan.periodEnd()).figures("Value").words("").text("");
    for (Parameter parameter : plan.service().parameters()) {
      table.row(
          parameter.name(),
          parameter.on(plan.periodEnd()).map(v -> value(v.value(), parameter.kind())).orElse("none"),
          placeholders.parameter(parameter.name()) ? "*" : "",
          parameter.title());
    }
    return table.isEmpty() ? "" : "\n" + table;
  }

  // A price of the source is shown to all its places: £0.147 a month is not £0.15.
  private static String value(BigDecimal value, Formula.Kind kind) {
    boolean pennies = value.stripTrailingZeros().scale() <= 2;
    return kind == Formula.Kind.MONEY
        ? "£" + (pennies ? Display.groupedMoney(value) : Display.plain(value)) : Display.plain(value);
  }

  static String setAside(SetAside setAside) {
    String head =
        setAside.reasons().isEmpty()
            ? "\nNothing was set aside\n"
            : "\nSET ASIDE, and in no figure above: " + records(setAside.records());
    String warnings = setAside.warnings().isEmpty() ? "" : "\nWarnings\n" + reasons(setAside.warnings());
    return head + reasons(setAside.reasons()) + warnings;
  }

  private static String records(long records) {
    return Display.grouped(records) + (records == 1 ? " record\n" : " records\n");
  }

  private static String reasons(List<SetAside.Reason> reasons) {
    TextTable table = new TextTable("  ").words("Code").words("File").figures("Count");
    reasons.forEach(reason -> table.row(reason.code(), reason.file(), Display.grouped(reason.count())));
    return table.isEmpty() ? "" : table.toString();
  }

  static String notes(Plan plan) {
    TextTable table = new TextTable("  ").words("").words("Note").words("On").words("Place").text("");
    List<Note> notes = Notes.of(plan);
    Notes.grouped(notes).forEach(
        group ->
            table.row(
                group.kind() == Kind.PLACEHOLDER ? "*" : "",
                group.kind().name().toLowerCase(Locale.ROOT),
                group.on(),
                group.place(),
                group.words()));
    String footnote =
        notes.stream().anyMatch(note -> note.kind() == Kind.PLACEHOLDER)
            ? "\n* rests on a PLACEHOLDER: a figure that is not sourced yet; do not pay by it\n"
            : "";
    return footnote + (table.isEmpty() ? "" : "\n" + table);
  }
}
