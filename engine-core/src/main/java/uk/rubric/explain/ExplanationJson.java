package uk.rubric.explain;

import java.util.List;
import java.util.Locale;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.RuleTrace;
import uk.rubric.explain.Explanation.Side;
import uk.rubric.patient.EventDetail;

/** An explanation as JSON, of format {@code rubric-explanation/1}: later versions only add. */
public final class ExplanationJson {
  /** The JSON Schema of the format, beside this class. */
  public static final String SCHEMA = "rubric-explanation-1.schema.json";

  private static final String FORMAT = "rubric-explanation/1";

  private ExplanationJson() {}

  /** The document, ended by a line feed; in a fixed order, so equal explanations give equal bytes. */
  public static String of(Explanation explanation) {
    return text(document(explanation));
  }

  /** Several documents as one JSON array, in their order, ended by a line feed. */
  public static String of(List<Explanation> explanations) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    explanations.forEach(explanation -> array.add(document(explanation)));
    return text(array);
  }

  private static String text(JsonNode document) {
    return JsonMapper.builder().build().writer().with(layout()).writeValueAsString(document) + "\n";
  }

  private static DefaultPrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode document(Explanation explanation) {
    ObjectNode document = object();
    document.put("format", FORMAT);
    document.put("service", explanation.service());
    document.put("asAt", explanation.asAt().toString());
    document.put("mode", explanation.mode().word());
    document.put("practice", explanation.practice());
    document.put("patient", explanation.patientId());
    document.put("output", explanation.output().id());
    document.put("kind", explanation.kind().word());
    document.put("title", explanation.output().title());
    explanation.entry().ifPresent(entry -> document.putObject("entry").put("of", entry.array())
        .put("date", entry.day().toString()).put("number", entry.number()).put("count", entry.of()));
    document.put("standing", word(explanation.standing()));
    ArrayNode ladders = document.putArray("ladders");
    explanation.ladders().forEach(ladder -> ladders.add(json(ladder)));
    if (!explanation.others().isEmpty()) {
      ArrayNode others = document.putArray("others");
      explanation.others().forEach(ladder -> others.add(json(ladder)));
    }
    ArrayNode facts = document.putArray("facts");
    explanation.facts().forEach(fact -> facts.add(fact.accept(new Facts())));
    ArrayNode notes = document.putArray("notes");
    explanation.notes().forEach(note -> notes.addObject()
        .put("kind", word(note.kind())).put("on", note.on()).put("text", note.text()));
    return document;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ObjectNode json(LadderTrace ladder) {
    ObjectNode json = object();
    json.put("kind", ladder.kind().word());
    json.put("of", ladder.owner());
    ladder.label().ifPresentOrElse(label -> json.put("label", label), () -> json.put("selected", ladder.selected()));
    json.put("decidedBy", ladder.deciding().number());
    ArrayNode rules = json.putArray("rules");
    ladder.rules().forEach(rule -> rules.add(json(rule)));
    return json;
  }

  private static ObjectNode json(RuleTrace rule) {
    ObjectNode json = object();
    json.put("rule", rule.number());
    rule.from().ifPresent(from -> json.putObject("block").put("name", from.block()).put("rule", from.number()));
    json.put("file", rule.span().source().name()).put("line", rule.span().from().line());
    rule.condition().ifPresent(condition -> json.put("condition", condition).put("held", rule.held()));
    json.put("action", word(rule.action().kind()));
    rule.action().label().ifPresent(label -> json.put("label", label));
    rule.action().reason().ifPresent(reason -> json.put("kind", reason.kindWord()).put("reason", reason.name()));
    ArrayNode findings = json.putArray("because");
    rule.findings().forEach(finding -> findings.add(json(finding)));
    return json;
  }

  private static ObjectNode json(Finding finding) {
    ObjectNode json = object();
    json.put("text", finding.text());
    json.put("held", finding.held());
    finding.outcome().ifPresent(outcome -> json.put("outcome", outcome));
    finding.decision().ifPresent(decision -> json.putObject("decidedBy")
        .put("kind", decision.kind().word()).put("of", decision.owner()).put("rule", decision.rule()));
    ArrayNode sides = json.putArray("sides");
    finding.sides().forEach(side -> sides.add(json(side)));
    if (!finding.parts().isEmpty()) {
      ArrayNode parts = json.putArray("parts");
      finding.parts().forEach(part -> parts.add(json(part)));
    }
    return json;
  }

  private static ObjectNode json(Side side) {
    ObjectNode json = object().put("name", side.name()).put("content", side.content());
    side.passedOver().ifPresent(words -> json.put("passedOver", words));
    side.how().ifPresent(words -> json.put("how", words));
    return json;
  }

  private static final class Facts implements Fact.Visitor<ObjectNode> {
    @Override
    public ObjectNode birth(Fact.Birth fact) {
      ObjectNode json = object().put("fact", "birth").put("date", fact.date().toString());
      return fields(json, fact);
    }

    @Override
    public ObjectNode sex(Fact.Sex fact) {
      return fields(object().put("fact", "sex").put("sex", fact.sex()), fact);
    }

    @Override
    public ObjectNode registered(Fact.Registered fact) {
      ObjectNode json = object().put("fact", "registration").put("start", fact.start().toString());
      fact.end().ifPresent(end -> json.put("end", end.toString()));
      return fields(where(json, fact.lines(), fact.times()), fact);
    }

    @Override
    public ObjectNode recorded(Fact.Recorded fact) {
      ObjectNode json = object().put("fact", "event").put("date", fact.date().toString());
      json.put("code", fact.code().toString()).put("term", fact.term());
      fact.value().ifPresent(value -> json.put("value", value.toPlainString()));
      fact.unit().ifPresent(unit -> json.put("unit", unit.text()));
      detail(json, fact.detail());
      ArrayNode clusters = json.putArray("clusters");
      fact.clusters().forEach(clusters::add);
      return fields(where(json, fact.lines(), fact.times()), fact);
    }

    private static void detail(ObjectNode json, EventDetail detail) {
      detail.entered().ifPresent(entered -> json.put("entered", entered.toString()));
      detail.id().ifPresent(id -> json.put("id", id));
      detail.parent().ifPresent(parent -> json.put("parent", parent));
      detail.episode().ifPresent(episode -> json.put("episode", episode));
    }

    private static ObjectNode where(ObjectNode json, List<Long> lines, int times) {
      ArrayNode numbers = json.putArray("lines");
      lines.forEach(numbers::add);
      return json.put("times", times);
    }

    private static ObjectNode fields(ObjectNode json, Fact fact) {
      ArrayNode fields = json.putArray("fields");
      fact.fields().forEach(fields::add);
      return json;
    }
  }
}
