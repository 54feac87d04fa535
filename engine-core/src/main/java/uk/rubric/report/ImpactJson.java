package uk.rubric.report;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.rubric.impact.RuleChanges;
import uk.rubric.impact.ServiceImpact;
import uk.rubric.impact.ServiceImpact.Counts;
import uk.rubric.impact.ServiceImpact.Earned;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.Matrix;
import uk.rubric.impact.ServiceImpact.Move;
import uk.rubric.impact.ServiceImpact.Pounds;
import uk.rubric.impact.Standing;
import uk.rubric.result.Manifest;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.SetAside;

/**
 * An impact, whole, as {@code rubric-impact/1}. Its schema is the resource {@value #SCHEMA}. Counts are numbers, points
 * texts with four decimals and money texts with two; what cannot be computed is {@code null}, and what does not apply
 * is left out. Names no patient. Thread-safe.
 */
public final class ImpactJson {
  /** The schema of this format, a resource beside this class. */
  public static final String SCHEMA = "rubric-impact-1.schema.json";

  private static final String FORMAT = "rubric-impact/1";

  private final JsonMapper mapper = JsonMapper.builder().build();

  /** The whole report, ending with a line end. */
  public String render(ServiceImpact impact, RuleChanges rules) {
    ObjectNode root = mapper.createObjectNode();
    root.put("format", FORMAT);
    root.set("old", side(impact.old()));
    root.set("new", side(impact.fresh()));
    root.put("dates", impact.dates().whose().word());
    root.put("monthsMoved", impact.dates().months());
    ArrayNode unmoved = root.putArray("unmovedDays");
    impact.unmovedDays().forEach(day -> unmoved.add(day.toString()));
    root.put("records", impact.records());
    root.put("moved", impact.moved());
    root.set("income", pounds(impact.total()));
    practices(root, impact);
    ArrayNode items = root.putArray("items");
    impact.items().forEach(item -> items.add(item(item)));
    money(root, impact);
    codes(root, impact);
    rules(root, rules);
    return mapper.writer().with(JsonReport.layout()).writeValueAsString(root) + "\n";
  }

  private ObjectNode side(ServiceResult result) {
    ObjectNode side = mapper.createObjectNode();
    side.put("service", result.plan().service().name());
    side.put("title", result.plan().service().title());
    side.put("status", result.plan().service().status().name().toLowerCase(Locale.ROOT));
    side.put("asAt", result.plan().achievementDate().toString());
    side.put("mode", result.plan().mode().word());
    side.put("engine", result.engine());
    ObjectNode setAside = side.putObject("setAside");
    setAside.put("records", result.setAside().records());
    reasons(setAside.putArray("reasons"), result.setAside().reasons());
    reasons(side.putArray("warnings"), result.setAside().warnings());
    side.set("manifest", manifest(result.manifest()));
    return side;
  }

  private static void reasons(ArrayNode array, Iterable<SetAside.Reason> reasons) {
    for (SetAside.Reason reason : reasons) {
      array.addObject().put("code", reason.code()).put("file", reason.file()).put("count", reason.count());
    }
  }

  private ObjectNode manifest(Manifest manifest) {
    return mapper.createObjectNode()
        .put("engineVersion", manifest.engineVersion())
        .put("rulesSha256", manifest.rulesSha256())
        .put("clustersSha256", manifest.clustersSha256())
        .put("clusterVersion", manifest.clusterVersion())
        .put("clusterOrigin", manifest.clusterOrigin())
        .put("extractSha256", manifest.extractSha256());
  }

  private ObjectNode pounds(Pounds pounds) {
    ObjectNode node = mapper.createObjectNode();
    node.put("old", money(pounds.old()));
    node.put("byMoney", money(pounds.byMoney()));
    node.put("byRules", money(pounds.byRules()));
    node.put("new", money(pounds.fresh()));
    node.put("change", money(pounds.change()));
    return node;
  }

  private static String money(Optional<BigDecimal> pounds) {
    return pounds.map(Display::money).orElse(null);
  }

  private void practices(ObjectNode root, ServiceImpact impact) {
    ArrayNode practices = root.putArray("practices");
    impact.practices().forEach(practice -> {
      ObjectNode node = practices.addObject();
      node.put("code", practice.code());
      practice.name().ifPresent(name -> node.put("name", name));
      node.put("records", practice.records());
      node.put("moved", practice.moved());
      earned(practice.points()).ifPresent(points -> node.set("points", points));
      node.set("income", pounds(practice.pounds()));
      node.put("pending", practice.pending());
    });
    ArrayNode groups = root.putArray("groups");
    impact.groups().forEach(group -> {
      ObjectNode node = groups.addObject();
      node.put("level", group.level().name().toLowerCase(Locale.ROOT));
      node.put("code", group.code());
      node.set("income", pounds(group.pounds()));
    });
  }

  private Optional<ObjectNode> earned(Earned points) {
    if (points.old().isEmpty() && points.fresh().isEmpty()) {
      return Optional.empty();
    }
    ObjectNode node = mapper.createObjectNode();
    node.put("old", points(points.old()));
    node.put("new", points(points.fresh()));
    return Optional.of(node);
  }

  private static String points(Optional<BigFraction> points) {
    return points.map(Display::points).orElse(null);
  }

  private ObjectNode item(ItemImpact item) {
    ObjectNode node = mapper.createObjectNode();
    node.put("kind", item.kind());
    node.put("fate", item.fate().word());
    item.oldIds().forEach(node.putArray("old")::add);
    item.freshId().ifPresent(id -> node.put("new", id));
    node.put("title", item.title());
    item.old().ifPresent(counts -> node.set("oldCounts", counts(counts)));
    item.fresh().ifPresent(counts -> node.set("newCounts", counts(counts)));
    if (item.available().old().isPresent() || item.available().fresh().isPresent()) {
      ObjectNode available = node.putObject("pointsAvailable");
      available.put("old", item.available().old().map(Display::points).orElse(null));
      available.put("new", item.available().fresh().map(Display::points).orElse(null));
    }
    earned(item.points()).ifPresent(points -> node.set("points", points));
    item.pounds().ifPresent(pounds -> node.set("income", pounds(pounds)));
    node.put("moved", item.moved());
    ArrayNode matrices = node.putArray("transitions");
    item.matrices().forEach(matrix -> matrices.add(matrix(matrix)));
    return node;
  }

  private ObjectNode counts(Counts counts) {
    ObjectNode node = mapper.createObjectNode();
    node.put("population", counts.population());
    counts.denominator().ifPresent(denominator -> node.put("denominator", denominator));
    counts.numerator().ifPresent(numerator -> node.put("numerator", numerator));
    return node;
  }

  private ObjectNode matrix(Matrix matrix) {
    ObjectNode node = mapper.createObjectNode();
    node.put("from", matrix.oldId());
    ArrayNode cells = node.putArray("cells");
    matrix.cells().forEach(cell ->
        cells.addObject().put("old", cell.old()).put("new", cell.fresh()).put("count", cell.count()));
    ArrayNode moves = node.putArray("moves");
    for (Move move : matrix.moves()) {
      ObjectNode each = moves.addObject();
      each.set("old", standing(move.old()));
      each.set("new", standing(move.fresh()));
      each.put("count", move.count());
    }
    return node;
  }

  private ObjectNode standing(Standing standing) {
    ObjectNode node = mapper.createObjectNode();
    node.put("state", standing.word());
    standing.by().ifPresent(by -> {
      node.put("ladder", by.ladder()).put("of", by.owner()).put("rule", by.rule());
      by.reason().ifPresent(reason -> node.put("reason", reason));
    });
    return node;
  }

  private void money(ObjectNode root, ServiceImpact impact) {
    ArrayNode payments = root.putArray("payments");
    impact.payments().forEach(payment -> {
      ObjectNode node = payments.addObject();
      node.put("id", payment.name());
      node.put("title", payment.title());
      node.set("income", pounds(payment.pounds()));
    });
    ArrayNode terms = root.putArray("contract");
    impact.terms().forEach(change -> {
      ObjectNode node = terms.addObject();
      node.put("kind", change.kind().word());
      node.put("subject", change.subject());
      node.put("text", change.text());
      change.alone().ifPresent(alone -> node.put("alone", Display.money(alone)));
    });
    impact.countedAnew().forEach(root.putArray("countedAnew")::add);
  }

  private static void codes(ObjectNode root, ServiceImpact impact) {
    ArrayNode codes = root.putArray("codes");
    impact.codes().forEach(code -> codes.addObject()
        .put("ruleset", code.ruleset())
        .put("cluster", code.cluster())
        .put("code", String.valueOf(code.code()))
        .put("term", code.term())
        .put("change", code.added() ? "added" : "removed")
        .put("patients", code.patients())
        .put("moved", code.moved()));
  }

  private static void rules(ObjectNode root, RuleChanges rules) {
    ObjectNode node = root.putObject("rules");
    ArrayNode changes = node.putArray("changes");
    rules.changes().forEach(change -> changes.addObject()
        .put("kind", change.kind())
        .put("subject", change.subject())
        .put("text", change.text())
        .put("breaking", change.breaking()));
    node.put("provedAlike", rules.alike());
    rules.undecided().forEach(node.putArray("undecided")::add);
  }
}
