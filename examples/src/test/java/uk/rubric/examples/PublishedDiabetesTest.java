package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.Ladder;
import uk.rubric.examples.Qof202122.RuleId;
import uk.rubric.syntax.NoteNode;

/** {@code diabetes.rubric} against the published tables of version 46.0: each rule, field and cluster. */
class PublishedDiabetesTest {
  private static final String RULES = "business-rules-v46/diabetes_v46_rules.csv";
  private static final String FIELDS = "business-rules-v46/diabetes_v46_fields.csv";
  private static final String CLUSTERS = "business-rules-v46/diabetes_v46_clusters.csv";
  private static final String DOCUMENT = "business-rules-v46/DIABETES_v46.md";

  /** Fields whose published criteria name the day alone: how the file reads them is its own decision, and says so. */
  private static final Map<String, String> READINGS =
      Map.of(
          "IFCCHBA_VAL", "lowest value of IFCCHBAM_COD on IFCCHBA_DAT in mmol/mol",
          "BPSYS_VAL[]", "lowest value of SYS_COD on each BPSYS_DAT[] in mmHg",
          "BPDIA_VAL[]", "lowest value of DIA_COD on each BPSYS_DAT[] in mmHg",
          "BPSYS_VAL", "BPSYS_VAL[] on BP_DAT",
          "BPDIA_VAL", "BPDIA_VAL[] on BP_DAT");

  private static final Set<String> ASSUMED = Set.of("IFCCHBA_VAL", "BPSYS_VAL[]", "BPDIA_VAL[]");

  private final CheckedRuleset rules = Qof202122.diabetes();

  @Test
  void holdsTheNumbersOfTheTables() {
    assertThat(Qof202122.publishedRules()).hasSize(99);
    assertThat(rules.fields()).hasSize(66);
    assertThat(rules.clusters().stream().filter(cluster -> cluster.refset().isPresent())).hasSize(52);
    assertThat(rules.clusters().stream().filter(cluster -> cluster.refset().isEmpty()).map(c -> c.id().name()))
        .containsExactly("SYS_COD", "DIA_COD");
    assertThat(rules.indicators().stream().map(CheckedRuleset.Indicator::name))
        .containsExactly("DM017", "DM006", "DM012", "DM014", "DM019", "DM020", "DM021", "DM022", "DM023");
    assertThat(rules.version()).isEqualTo("46.0");
  }

  @Test
  void everyRuleIsAsPublished() {
    Map<RuleId, Ladder.Rule> written = Qof202122.publishedRules();
    List<String> published = PublishedTables.rows(RULES).stream().map(this::published).toList();
    List<String> found = new ArrayList<>();
    written.forEach((id, rule) -> found.add(id + ": " + text(rule)));
    assertThat(found).containsExactlyInAnyOrderElementsOf(published);
  }

  private String published(NamedCsvRecord row) {
    RuleId id = new RuleId(row.getField("output"), row.getField("section"), Integer.parseInt(row.getField("rule")));
    String actions = action(row, "if_true") + " / " + action(row, "if_false");
    return id + ": " + PublishedText.condition(row.getField("condition")) + " -> " + actions;
  }

  private static String action(NamedCsvRecord row, String column) {
    return PublishedText.action(row.getField(column));
  }

  private static String text(Ladder.Rule rule) {
    String actions = word(rule.whenTrue()) + " / " + word(rule.whenFalse());
    return ConditionText.of(rule.condition().orElseThrow()) + " -> " + actions;
  }

  private static String word(Ladder.Action action) {
    return action.kind().name().toLowerCase(Locale.ROOT);
  }

  @Test
  void rulesStandInThePublishedOrder() {
    List<String> order =
        PublishedTables.rows(RULES).stream().map(row -> row.getField("output")).distinct().toList();
    List<String> written = new ArrayList<>(List.of("DM_REG"));
    rules.indicators().stream().filter(i -> i.denominator().isPresent()).forEach(i -> written.add(i.name()));
    assertThat(written).isEqualTo(order);
  }

  @Test
  void everyFieldIsAsPublished() {
    List<String> published = PublishedTables.rows(FIELDS).stream().map(this::publishedField).toList();
    assertThat(rules.fields().stream().map(field -> field.id() + " = " + FieldText.of(field)))
        .containsExactlyElementsOf(published);
  }

  private String publishedField(NamedCsvRecord row) {
    String name = PublishedText.fieldName(row.getField("name"));
    if (row.getField("qualifying_criteria").startsWith("Recorded on")) {
      return name + " = " + READINGS.get(name);
    }
    String source = source(name, row.getField("cluster"));
    return name + " = " + PublishedText.field(source, row.getField("qualifying_criteria"));
  }

  private static String source(String name, String cluster) {
    return switch (name) {
      case "REG_DAT" -> "REGISTRATION";
      case "DEREG_DAT" -> "DEREGISTRATION";
      default -> cluster;
    };
  }

  @Test
  void whatTheTableLeavesOpenSaysSo() {
    assertThat(rules.fields().stream().filter(PublishedDiabetesTest::isAssumed).map(field -> field.id().toString()))
        .containsExactlyInAnyOrderElementsOf(ASSUMED);
    assertThat(rules.clusters().stream().filter(c -> !c.notes().isEmpty()).map(c -> c.id().name()))
        .containsExactly("SYS_COD", "DIA_COD");
  }

  private static boolean isAssumed(CheckedField field) {
    return field.notes().stream().anyMatch(note -> note.kind() == NoteNode.Kind.ASSUMED);
  }

  @Test
  void everyClusterIsAsPublished() {
    List<String> published =
        PublishedTables.rows(CLUSTERS).stream().map(row -> String.join("|", row.getFields())).toList();
    assertThat(rules.clusters().stream().filter(c -> c.refset().isPresent()).map(PublishedDiabetesTest::text))
        .containsExactlyElementsOf(published);
  }

  private static String text(Cluster cluster) {
    return String.join(
        "|",
        cluster.id().name(),
        cluster.title(),
        cluster.refset().orElseThrow().toString(),
        cluster.version().orElseThrow());
  }

  @Test
  void indicatorsCarryTheirPublishedDescriptions() {
    String document = PublishedTables.document(DOCUMENT).replace("\\", "");
    assertThat(rules.indicators())
        .allSatisfy(
            i -> assertThat(document).contains("| **%s** | %s | DM_REG |".formatted(i.name(), i.title())));
  }

  @Test
  void theRegistrationFilterIsAsPublished() {
    String published =
        "(If REG_DAT ≠ Null AND If DEREG_DAT = Null) OR (If REG_DAT ≠ Null AND If DEREG_DAT > ACHV_DAT)";
    assertThat(PublishedTables.document(DOCUMENT).replace("\\", "")).contains(published);
    assertThat(rules.populations().get(0).ladder().rules())
        .singleElement()
        .satisfies(
            rule -> assertThat(text(rule)).isEqualTo(PublishedText.condition(published) + " -> select / reject"));
  }

  @Test
  void everyRejectOfADenominatorIsNamed() {
    Qof202122.publishedRules().forEach((id, rule) -> {
      if (id.section().equals("denominator")) {
        assertThat(List.of(rule.whenTrue(), rule.whenFalse()))
            .as(id.toString())
            .allMatch(action -> word(action).equals("reject") == action.reason().isPresent());
      }
    });
  }

  @Test
  void onlyTheRuleThatNobodyCanReachSaysSo() {
    assertThat(Qof202122.publishedRules().entrySet().stream()
        .filter(e -> e.getValue().notes().stream().anyMatch(n -> n.kind() == NoteNode.Kind.UNREACHABLE))
        .map(e -> e.getKey().toString()))
        .containsExactly("DM014 denominator 12");
  }
}
