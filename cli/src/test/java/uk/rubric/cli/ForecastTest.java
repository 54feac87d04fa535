package uk.rubric.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.cli.Cli.Ended;

class ForecastTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void writeFiles() {
    cli = new Cli(folder);
  }

  private Ended rubric(String command, String... more) {
    List<String> all = new ArrayList<>(List.of(command, cli.path("rules.rubric"), "--extract", cli.path("extract")));
    all.addAll(List.of(more));
    return Cli.rubric(all.toArray(String[]::new));
  }

  /** Forty with the condition; half of them are tested in January, the others in March. */
  private void writeTwoYears() {
    cli.write("extract/patients.csv", "patient_id,date_of_birth,sex\n"
        + lines(i -> "P" + i + ",1960-05-01,F"));
    cli.write("extract/registrations.csv", "patient_id,practice_code,start_date,end_date\n"
        + lines(i -> "P" + i + ",A81001,2000-01-01,"));
    cli.write("extract/events.csv", "patient_id,date,code,value\n" + lines(i -> Stream.of(
            "P" + i + ",2015-01-01,73211009,", "P" + i + "," + day(2021, i) + ",999791000000106,50",
            "P" + i + "," + day(2022, i) + ",999791000000106,50")
        .collect(Collectors.joining("\n"))));
  }

  private static String day(int year, int patient) {
    return year + (patient % 2 == 0 ? "-01-20" : "-03-10");
  }

  private static String lines(IntFunction<String> line) {
    return IntStream.range(0, 40).mapToObj(line).collect(Collectors.joining("\n")) + "\n";
  }

  @Test
  void standsBesideTheResultWithItsMethod() {
    writeTwoYears();
    Ended ended = rubric("run", "--as-at", "2022-01-31", "--forecast");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out().replaceAll("\\s+", " ")).contains(
        "Forecast to 2022-03-31, no part of any income above", "X001 20 of 40 40 of 40", "as known on 2021-01-31",
        "Beta-binomial", "assumed: that the extract holds the year before in full");
  }

  @Test
  void isAnsweredAsJsonAndCsvToo() {
    writeTwoYears();
    JsonNode json = JsonMapper.builder().build()
        .readTree(rubric("run", "--as-at", "2022-01-31", "--forecast", "--format", "json").out());
    JsonNode forecast = json.get("forecast");
    assertThat(forecast.at("/practices/0/indicators/0/expected/numerator").asLong()).isEqualTo(40);
    assertThat(json.at("/practices/0/indicators/0/numerator").asLong()).isEqualTo(20);
    assertThat(forecast.get("method")).isNotEmpty();
    assertThat(rubric("run", "--as-at", "2022-01-31", "--forecast", "--format", "csv").out().lines())
        .contains("A81001,X001,forecast_numerator,,,,40", "A81001,X001,forecast_recorded_numerator,,,,20")
        .anyMatch(line -> line.startsWith(",,forecast_method,,,,"));
  }

  @Test
  void isOnAWorklistTooButNotInItsCsv() {
    writeTwoYears();
    assertThat(rubric("worklist", "--as-at", "2022-01-31", "--forecast").out()).contains("Forecast to 2022-03-31");
    assertThat(JsonMapper.builder().build()
        .readTree(rubric("worklist", "--as-at", "2022-01-31", "--forecast", "--format", "json").out())
        .at("/forecast/practices/0/indicators/0/expected/numerator").asLong()).isEqualTo(40);
    assertThat(rubric("worklist", "--as-at", "2022-01-31", "--forecast", "--format", "csv").code()).isEqualTo(1);
  }

  @Test
  void warnsWhereTheYearBeforeIsMissing() {
    cli.write("extract/events.csv", "patient_id,date,code,value\nP1,2021-06-01,73211009,\n");
    Ended ended = rubric("run", "--as-at", "2022-01-31", "--forecast");
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("warning[forecast-history-thin]", "has no forecast");
    assertThat(ended.out()).contains("No forecast:", "forecast-history-thin");
  }

  @Test
  void isRefusedWhereNothingIsToCome() {
    Ended ended = rubric("run", "--forecast");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("error[no-forecast]");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void bandsTellWhatAFigureOfTheSourceDoes() {
    cli.write("rules.rubric", Cli.RULES
        .replace("parameter POINT", "parameter PREV = 0.5\n  parameter POINT")
        .replace("points of X * POINT", "points of X * POINT / PREV"));
    Ended ended = rubric("run", "--bands");
    assertThat(ended.code()).isZero();
    // One of two achieves: 2.5 of 10 points at £10, over a half.
    assertThat(ended.out().replaceAll("\\s+", " "))
        .contains("PREV 0.5 52.63 50.51 50.00 49.50 47.62").doesNotContain("POINT 10 ");
    assertThat(rubric("run", "--bands", "--format", "csv").out().lines())
        .contains("A81001,PREV,income_total_at -5%,,,,52.63", "A81001,PREV,income_total_at +1%,,,,49.50");
  }
}
