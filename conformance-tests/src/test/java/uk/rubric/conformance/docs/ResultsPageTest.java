package uk.rubric.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.explain.ExplanationJson;
import uk.rubric.report.ImpactJson;
import uk.rubric.report.JsonReport;

/** The page on results names every field and word that results have. */
class ResultsPageTest {
  private static final Page PAGE = Page.of("docs/results.md");
  private static final String RUN =
      "./rubric run examples/qof-2021-22 --extract examples/extracts/three-practices --engine reference --format csv";

  @TempDir Path folder;

  static Stream<InputStream> schemas() {
    return Stream.of(
        JsonReport.class.getResourceAsStream(JsonReport.SCHEMA),
        ExplanationJson.class.getResourceAsStream(ExplanationJson.SCHEMA));
  }

  @ParameterizedTest
  @MethodSource("schemas")
  void namesEveryFieldAndWordOfTheSchema(InputStream schema) {
    Set<String> names = new TreeSet<>();
    collect(JsonMapper.builder().build().readTree(schema), names);

    assertThat(names).hasSizeGreaterThan(30).allSatisfy(ResultsPageTest::isNamed);
  }

  @Test
  void thePageOnComparingNamesEveryFieldAndWordOfAnImpact() {
    Set<String> names = new TreeSet<>();
    collect(JsonMapper.builder().build().readTree(ImpactJson.class.getResourceAsStream(ImpactJson.SCHEMA)), names);

    String page = Page.of("docs/diff.md").text();
    assertThat(names).hasSizeGreaterThan(50).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private static void collect(JsonNode node, Set<String> names) {
    names.addAll(node.path("properties").propertyNames());
    node.path("enum").forEach(word -> names.add(word.asString()));
    node.forEach(child -> collect(child, names));
  }

  private static void isNamed(String word) {
    assertThat(PAGE.text()).contains("`" + word + "`");
  }

  @Test
  void namesEveryColumnAndWordOfTheTables() throws IOException, InterruptedException {
    Path outcomes = folder.resolve("outcomes.csv");
    List<String> figures = Command.run(RUN + " --outcomes " + outcomes).output().lines().toList();

    columns(figures).forEach(ResultsPageTest::isNamed);
    column(figures, "measure").forEach(ResultsPageTest::isNamed);
    List<String> decided = Files.readAllLines(outcomes);
    columns(decided).forEach(ResultsPageTest::isNamed);
    column(decided, "outcome").forEach(ResultsPageTest::isNamed);
    column(decided.stream().filter(line -> !line.contains("not in population")).toList(), "ladder")
        .forEach(ResultsPageTest::isNamed);
  }

  private static List<String> columns(List<String> lines) {
    return List.of(lines.get(0).split(","));
  }

  private static Set<String> column(List<String> lines, String name) {
    int place = columns(lines).indexOf(name);
    Set<String> words =
        lines.stream().skip(1).map(line -> line.split(",", -1)[place]).collect(Collectors.toCollection(TreeSet::new));
    assertThat(words).as(name).hasSizeGreaterThan(1);
    return words;
  }

  @Test
  void namesEveryExitCode() {
    assertThat(IntStream.rangeClosed(0, 3)).allSatisfy(code -> assertThat(PAGE.text()).contains("\n| " + code + " | "));
  }
}
