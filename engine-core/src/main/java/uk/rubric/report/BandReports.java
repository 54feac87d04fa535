package uk.rubric.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.result.Band;
import uk.rubric.result.Band.Moved;
import uk.rubric.result.PracticeIncome;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;

/** What the income comes to when a figure of the source moves, in each of the forms of a result. */
final class BandReports {
  private static final String NOT_COMPUTABLE = "not computable";

  private final ServiceResult result;

  private BandReports(ServiceResult result) {
    this.result = result;
  }

  /** The lines, with an empty one before; nothing without bands. */
  static String table(ServiceResult result) {
    return result.bands().isEmpty() ? "" : new BandReports(result).table();
  }

  private String table() {
    StringBuilder text = new StringBuilder("\nIncome £ if a figure of the source moves\n");
    for (int i = 0; i < result.practices().size(); i++) {
      text.append('\n').append(table(i));
    }
    return text.toString();
  }

  private TextTable table(int practice) {
    String star = RestsOn.placeholder(result.plan()).total() ? "*" : "";
    TextTable table = new TextTable("  ").words("Practice " + result.practices().get(practice).counts().practice())
        .figures("Value").figures("-5 %").figures("-1 %").figures("As it is").figures("+1 %").figures("+5 %").words("");
    for (Band band : result.bands()) {
      table.row(band.parameter(), value(band.parameter()), at(band, 0, practice), at(band, 1, practice),
          shown(total(practice)), at(band, 2, practice), at(band, 3, practice), star);
    }
    return table;
  }

  private String value(String name) {
    return parameter(name)
        .flatMap(p -> p.on(result.plan().periodEnd()).map(v -> Display.parameter(v.value(), p.kind())))
        .orElse("");
  }

  private Optional<Parameter> parameter(String name) {
    return result.plan().service().parameters().stream().filter(p -> p.name().equals(name)).findFirst();
  }

  private Optional<BigDecimal> total(int practice) {
    return result.practices().get(practice).income().flatMap(PracticeIncome::total);
  }

  private static String at(Band band, int place, int practice) {
    return shown(band.moved().get(place).totals().get(practice));
  }

  private static String shown(Optional<BigDecimal> pounds) {
    return pounds.map(Display::groupedMoney).orElse(NOT_COMPUTABLE);
  }

  /** Left out without bands. */
  static void json(JsonGenerator json, ServiceResult result) {
    if (result.bands().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("bands");
    for (Band band : result.bands()) {
      json.writeStartObject();
      json.writeStringProperty("parameter", band.parameter());
      json.writeArrayPropertyStart("moved");
      band.moved().forEach(moved -> json(json, result, moved));
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void json(JsonGenerator json, ServiceResult result, Moved moved) {
    json.writeStartObject();
    json.writeNumberProperty("percent", moved.percent());
    json.writeArrayPropertyStart("totals");
    for (int i = 0; i < result.practices().size(); i++) {
      json.writeStartObject();
      json.writeStringProperty("code", result.practices().get(i).counts().practice());
      moved.totals().get(i).ifPresentOrElse(
          total -> json.writeStringProperty("total", Display.money(total)), () -> json.writeNullProperty("total"));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** One line for each practice, parameter and percentage. */
  static void csv(CsvWriter csv, ServiceResult result) {
    for (int i = 0; i < result.practices().size(); i++) {
      PracticeResult practice = result.practices().get(i);
      for (Band band : result.bands()) {
        for (Moved moved : band.moved()) {
          csv.writeRecord(practice.counts().practice(), band.parameter(),
              "income_total_at %+d%%".formatted(moved.percent()), "", "", "",
              moved.totals().get(i).map(Display::money).orElse(""));
        }
      }
    }
  }
}
