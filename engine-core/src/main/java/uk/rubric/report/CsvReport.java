package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import uk.rubric.check.Formula;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.PracticeCounts;
import uk.rubric.result.PracticeCounts.Fraction;
import uk.rubric.result.PracticeCounts.IndicatorCount;
import uk.rubric.result.PracticeCounts.RegisterCount;
import uk.rubric.result.PracticeCounts.Rejected;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.PracticeIncome.Figure;
import uk.rubric.result.PracticeIncome.IndicatorIncome;
import uk.rubric.result.PracticeIncome.State;
import uk.rubric.result.PracticeIncome.Worth;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;

/**
 * The result as one long table, {@code practice_code,output,measure,rule,kind,reason,value}: one line a figure, for
 * spreadsheets and data frames. An empty value is a figure that cannot be computed; a line that does not apply is left
 * out.
 *
 * <p>{@code output} names a register, an indicator, a measure or a payment, and is empty for the practice as a whole.
 * {@code rule}, {@code kind} and {@code reason} are given with {@code rejected} alone; behind a figure that rests on a
 * placeholder, or on something reconstructed, a line says so with the figure's word as its value. The words of
 * {@code measure}:
 *
 * <ul> <li>of the practice: {@code list_size}, {@code list_size_stated} ({@code true}, or {@code false} when it was
 * counted), {@code income_total} (pounds) <li>of a register: {@code count}, {@code prevalence_percent} <li>of an
 * indicator: {@code population}; unless it is register-only {@code denominator}, {@code numerator}, {@code rejected}
 * (one line a rule and reason), {@code achievement_percent}; where the service says what it pays {@code points}, {@code
 * points_available}, {@code income} (pounds), {@code patients_to_lower}, {@code patients_to_upper}; where a payment
 * depends on it {@code value_of_next_patient}, {@code income_at_risk}, {@code income_available} (pounds) <li>of a
 * measure: {@code measure}; of a payment: {@code payment} (pounds); of a month or quarter with its days behind it;
 * while it is pending or not due, {@code payment_state} </ul>
 *
 * <p>A PCN or ICB stands in the column of the practice, with its level as the kind, before the kind of a rejection:
 * {@code pcn exclusion}. Its counts, points and shares are the sums of its practices.
 *
 * <p>Thread-safe.
 */
public final class CsvReport implements Report {
  @Override
  public void write(ServiceResult result, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CsvWriter csv = Csv.writer(writer);
    csv.writeRecord("practice_code", "output", "measure", "rule", "kind", "reason", "value");
    Points points = new Points(result.plan().service());
    Measurable when = Measurable.of(result.plan());
    List<RestsOn> told = RestsOn.told(result.plan());
    result.practices().forEach(
        practice -> new Lines(csv, practice.counts().practice(), "", points, told, when).of(practice));
    result.groups().forEach(group ->
        new Lines(csv, group.code(), level(group), points, told, when).of(group, new GroupSums(result, group)));
    BandReports.csv(csv, result);
    ForecastCsv.write(csv, result.plan(), result.forecast());
    csv.flush();
  }

  private static String level(GroupIncome group) {
    return group.level().name().toLowerCase(Locale.ROOT);
  }

  /** The lines of one practice, PCN or ICB; {@code level} is empty for a practice. */
  private record Lines(
      CsvWriter csv, String practice, String level, Points points, List<RestsOn> told, Measurable measurable) {
    void of(GroupIncome group, GroupSums sums) {
      PracticeCounts counts = sums.counts();
      List<IndicatorIncome> incomes = sums.indicators();
      line("", "list_size", counts.listSize());
      counts.awaits().forEach(evidence -> line("", "counts_await", evidence));
      counts.registers().forEach(register -> register(register, counts.listSize()));
      for (int i = 0; i < incomes.size(); i++) {
        indicator(counts.indicators().get(i));
        pointsAndShare(incomes.get(i));
      }
      figures(group.measures(), group.payments());
      total(group.total());
    }

    void of(PracticeResult result) {
      PracticeCounts counts = result.counts();
      line("", "list_size", counts.listSize());
      line("", "list_size_stated", String.valueOf(counts.listSizeStated()));
      counts.awaits().forEach(evidence -> line("", "counts_await", evidence));
      counts.registers().forEach(register -> register(register, counts.listSize()));
      for (int i = 0; i < counts.indicators().size(); i++) {
        int index = i;
        indicator(counts.indicators().get(i));
        result.income().ifPresent(income -> earned(income.indicators().get(index)));
      }
      result.income().ifPresent(this::income);
    }

    private void register(RegisterCount register, long listSize) {
      line(register.id(), "count", register.count());
      line(register.id(), "prevalence_percent", Display.percent(register.count(), listSize));
      restsOn(register.id(), "count", rests -> rests.register(register.id()));
    }

    private void indicator(IndicatorCount count) {
      line(count.id(), "population", count.population());
      count.fraction().ifPresent(fraction -> fraction(count.id(), fraction));
      restsOn(count.id(), "population", rests -> rests.counts(count.id()));
    }

    private void fraction(String id, Fraction fraction) {
      line(id, "denominator", fraction.denominator());
      line(id, "numerator", fraction.numerator());
      fraction.rejected().forEach(rejected -> rejected(id, rejected));
      line(id, "achievement_percent", measurable.achievement(id, fraction));
      measurable.from(id).ifPresent(day -> line(id, "measurable_from", day.toString()));
    }

    private void rejected(String id, Rejected rejected) {
      csv.writeRecord(
          practice,
          id,
          "rejected",
          String.valueOf(rejected.rule()),
          (level + " " + rejected.reason().kindWord()).strip(),
          rejected.reason().name(),
          String.valueOf(rejected.count()));
    }

    private void pointsAndShare(IndicatorIncome income) {
      if (points.hasPoints(income.id())) {
        line(income.id(), "points", income.points().map(Display::points));
        state(income.id(), "points_state", income.pointsState());
        line(income.id(), "points_available", income.available().map(Display::points));
        restsOn(income.id(), "points", rests -> rests.points(income.id()));
      }
      if (points.isPaid(income.id())) {
        line(income.id(), "income", income.income().map(Display::money));
        state(income.id(), "income_state", income.incomeState());
        restsOn(income.id(), "income", rests -> rests.income(income.id()));
      }
    }

    private void earned(IndicatorIncome income) {
      pointsAndShare(income);
      if (points.hasThresholds(income.id())) {
        line(income.id(), "patients_to_lower", text(income.patientsToLower()));
        line(income.id(), "patients_to_upper", text(income.patientsToUpper()));
      }
      income.worth().ifPresent(worth -> worth(income, worth));
    }

    private void worth(IndicatorIncome income, Worth worth) {
      line(income.id(), "value_of_next_patient", worth.next().map(Display::money));
      line(income.id(), "income_at_risk", Display.money(worth.all()));
      income.income().ifPresent(
          earned -> line(income.id(), "income_available", Display.money(earned.add(worth.all()))));
      restsOn(income.id(), "income_at_risk", rests -> rests.worth(income.id()));
    }

    private void income(PracticeIncome income) {
      income.answered().forEach(this::earned);
      figures(income.measures(), income.payments());
      total(income.total());
      many("payments_pending", income.pending());
      many("payments_not_yet", income.notYet());
    }

    private void total(Optional<BigDecimal> total) {
      line("", "income_total", total.map(Display::money));
      restsOn("", "income_total", RestsOn::total);
    }

    private void many(String measure, long count) {
      if (count > 0) {
        line("", measure, count);
      }
    }

    private void figures(List<Figure> measures, List<Figure> payments) {
      measures.forEach(m -> figure(m, "measure", points.kind(m.name())));
      payments.forEach(p -> figure(p, "payment", Formula.Kind.MONEY));
    }

    private void figure(Figure figure, String what, Formula.Kind kind) {
      String part = figure.part().map(p -> " " + p.start() + "/" + p.end()).orElse("");
      line(figure.name(), what + part, figure.value().map(v -> Display.figure(v, kind)));
      state(figure.name(), what + "_state" + part, figure.state());
      restsOn(figure.name(), what + part,
          rests -> what.equals("payment") ? rests.payment(figure.name()) : rests.measure(figure.name()));
    }

    /** Why a value is still to come; an empty one without such a line cannot be computed. */
    private void state(String output, String measure, State state) {
      if (state == State.PENDING || state == State.NOT_YET) {
        line(output, measure, state.word());
      }
    }

    /** One line for each kind of note that the figure of that word, and those that come with it, rest on. */
    private void restsOn(String output, String figure, Predicate<RestsOn> whether) {
      RestsOn.words(told, whether).forEach(kind -> line(output, kind, figure));
    }

    private static Optional<String> text(OptionalLong value) {
      return value.isPresent() ? Optional.of(String.valueOf(value.getAsLong())) : Optional.empty();
    }

    private void line(String output, String measure, long value) {
      line(output, measure, String.valueOf(value));
    }

    private void line(String output, String measure, Optional<String> value) {
      line(output, measure, value.orElse(""));
    }

    private void line(String output, String measure, String value) {
      csv.writeRecord(practice, output, measure, "", level, "", value);
    }
  }
}
