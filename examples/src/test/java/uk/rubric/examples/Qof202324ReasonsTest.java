package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Reason;
import uk.rubric.check.Ladder;
import uk.rubric.load.RuleLoader;
import uk.rubric.source.SourceText;

/** Indicators of QOF 2023/24 and the names, kinds and texts of their reasons, against the national publication. */
class Qof202324ReasonsTest {
  private static final Path FOLDER = Path.of("qof-2023-24");
  private static final String INDICATORS = "qof-2023-24/INDICATOR_REFERENCE_CONTROL.csv";
  private static final String REASONS = "qof-2023-24/indicator_reject_reasons_2324.csv";

  private final CheckedRules rules = rules();

  private static CheckedRules rules() {
    return RuleLoader.load(files(), file -> Optional.of(text(file))).check().rules().orElseThrow();
  }

  private static List<SourceText> files() {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.filter(Qof202324ReasonsTest::isOfRules).sorted().map(Qof202324ReasonsTest::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOfRules(Path file) {
    return file.toString().endsWith(".rubric") && !file.toString().endsWith(".test.rubric");
  }

  private static SourceText text(Path file) {
    try {
      return new SourceText(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Stream<Indicator> indicators() {
    return rules.rulesets().stream()
        .filter(ruleset -> ruleset.version().equals("48.0"))
        .map(CheckedRuleset::indicators)
        .flatMap(List::stream);
  }

  @Test
  void everyIndicatorOfTheYearStandsOnce() {
    List<String> automatic =
        PublishedTables.rows(INDICATORS).stream()
            .filter(row -> row.getField("AUTOMATIC_MANUAL_ENTRY").equals("A"))
            .map(row -> row.getField("INDICATOR_CODE"))
            .toList();
    assertThat(indicators().map(Indicator::name)).containsExactlyInAnyOrderElementsOf(automatic);
  }

  @Test
  void indicatorsRejectForThePublishedReasons() {
    Map<String, Set<String>> published = new TreeMap<>();
    PublishedTables.rows(REASONS).forEach(row ->
        published.computeIfAbsent(row.getField("indicator"), i -> new TreeSet<>())
            .add(row.getField("reason") + " " + kind(row.getField("type"), row.getField("general_or_specific"))));
    Map<String, Set<String>> written = new TreeMap<>();
    indicators().filter(indicator -> indicator.denominator().isPresent()).forEach(indicator ->
        written.put(indicator.name(), reasons(indicator)
            .map(reason -> reason.name() + " " + reason.kindWord())
            .collect(Collectors.toCollection(TreeSet::new))));
    assertThat(written).isEqualTo(published);
  }

  private static String kind(String type, String generalOrSpecific) {
    return type.equals("Exclusion") ? "exclusion" : "pca-" + generalOrSpecific.toLowerCase(Locale.ROOT);
  }

  private static Stream<Reason> reasons(Indicator indicator) {
    return indicator.denominator().stream()
        .flatMap(ladder -> ladder.rules().stream())
        .flatMap(rule -> Stream.of(rule.whenTrue(), rule.whenFalse()))
        .map(Ladder.Action::reason)
        .flatMap(Optional::stream);
  }

  @Test
  void reasonsSayWhatThePublicationSays() {
    Set<String> published = new TreeSet<>();
    PublishedTables.rows(REASONS)
        .forEach(row -> published.add(row.getField("reason") + ": " + plain(row.getField("description"))));
    Set<String> written = new TreeSet<>();
    indicators().flatMap(Qof202324ReasonsTest::reasons)
        .forEach(reason -> written.add(reason.name() + ": " + plain(reason.title())));
    written.removeAll(published);
    assertThat(written).isEmpty();
  }

  /** Without its full stop, doubled spaces, curved quotation marks and slips of the pen. */
  private static String plain(String text) {
    return text.strip()
        .replaceAll(" +", " ")
        .replaceAll("[‘’]", "'")
        .replaceAll("^Patent ", "Patient ")
        .replace("atangonist", "antagonist")
        .replace("indiciated", "indicated")
        .replaceAll("\\.$", "");
  }
}
