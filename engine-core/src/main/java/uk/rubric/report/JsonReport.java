package uk.rubric.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.check.CheckedRuleset.RulesetId;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.Note;
import uk.rubric.plan.Plan;
import uk.rubric.result.Manifest;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;
import uk.rubric.result.SetAside;
import uk.rubric.syntax.NoteNode;

/**
 * The stable result, {@code rubric-results/1}. Its schema is the resource {@value #SCHEMA}; readers ignore fields that
 * they do not know, and later versions only add some.
 *
 * <p>Counts are numbers. Percentages and points are texts with four decimals, money with two, other figures with ten at
 * most, all rounded half up for display alone. What cannot be computed is {@code null}; what does not apply is left
 * out: thresholds of an indicator that has none, points and income of a service without payments.
 *
 * <p>Thread-safe.
 */
public final class JsonReport implements Report {
  /** The schema of this format, a resource beside this class. */
  public static final String SCHEMA = "rubric-results-1.schema.json";

  private static final String FORMAT = "rubric-results/1";

  private final ObjectWriter writer =
      JsonMapper.builder().build().writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET);

  @Override
  public void write(ServiceResult result, OutputStream out) throws IOException {
    try (JsonGenerator json = writer.with(layout()).createGenerator(out)) {
      json.writeStartObject();
      head(json, result);
      practices(json, result);
      BandReports.json(json, result);
      ForecastJson.write(json, result.plan(), result.forecast());
      setAside(json, result.setAside());
      notes(json, result.plan());
      parameters(json, result.plan());
      manifest(json, result.plan(), result.manifest());
      json.writeEndObject();
      json.writeRaw('\n');
    }
    out.flush();
  }

  static DefaultPrettyPrinter layout() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    Separators separators =
        Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
  }

  private static void head(JsonGenerator json, ServiceResult result) {
    Plan plan = result.plan();
    json.writeStringProperty("format", FORMAT);
    json.writeStringProperty("service", plan.service().name());
    json.writeStringProperty("status", word(plan.service().status()));
    json.writeStringProperty("asAt", plan.achievementDate().toString());
    json.writeStringProperty("mode", plan.mode().word());
    json.writeStringProperty("engine", result.engine());
  }

  private static void practices(JsonGenerator json, ServiceResult result) {
    PracticeJson practices = new PracticeJson(
        json, new Points(result.plan().service()), RestsOn.told(result.plan()), Measurable.of(result.plan()));
    json.writeArrayPropertyStart("practices");
    for (PracticeResult practice : result.practices()) {
      practices.write(practice);
    }
    json.writeEndArray();
    if (!result.groups().isEmpty()) {
      json.writeArrayPropertyStart("groups");
      result.groups().forEach(group -> practices.write(group, new GroupSums(result, group)));
      json.writeEndArray();
    }
  }

  static void setAside(JsonGenerator json, SetAside setAside) {
    json.writeObjectPropertyStart("setAside");
    json.writeNumberProperty("records", setAside.records());
    reasons(json, "reasons", setAside.reasons());
    json.writeEndObject();
    reasons(json, "warnings", setAside.warnings());
  }

  private static void reasons(JsonGenerator json, String name, List<SetAside.Reason> reasons) {
    json.writeArrayPropertyStart(name);
    for (SetAside.Reason reason : reasons) {
      json.writeStartObject();
      json.writeStringProperty("code", reason.code());
      json.writeStringProperty("file", reason.file());
      json.writeNumberProperty("count", reason.count());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  static void notes(JsonGenerator json, Plan plan) {
    json.writeArrayPropertyStart("notes");
    for (Note note : Notes.of(plan)) {
      json.writeStartObject();
      json.writeStringProperty("kind", word(note.kind()));
      json.writeStringProperty("on", note.on());
      json.writeStringProperty("text", note.text());
      json.writeStringProperty("file", Notes.file(note));
      json.writeNumberProperty("line", note.span().from().line());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Left out where the service has none. */
  private static void parameters(JsonGenerator json, Plan plan) {
    if (plan.service().parameters().isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("parameters");
    for (Parameter parameter : plan.service().parameters()) {
      inForce(parameter, plan).forEach(value -> parameter(json, parameter, value));
    }
    json.writeEndArray();
  }

  /** Each month or quarter has the value of its own last day. */
  private static Stream<ParameterValue> inForce(Parameter parameter, Plan plan) {
    if (plan.service().dividedBy().isEmpty()) {
      return parameter.on(plan.periodEnd()).stream();
    }
    LocalDate start = plan.service().periodStart();
    return parameter.values().stream()
        .filter(value -> value.start().map(day -> !day.isAfter(plan.periodEnd())).orElse(true))
        .filter(value -> value.end().map(day -> !day.isBefore(start)).orElse(true));
  }

  private static void parameter(JsonGenerator json, Parameter parameter, ParameterValue value) {
    json.writeStartObject();
    json.writeStringProperty("id", parameter.name());
    json.writeStringProperty("value", Display.parameter(value.value(), parameter.kind()));
    value.start().ifPresent(day -> json.writeStringProperty("from", day.toString()));
    value.end().ifPresent(day -> json.writeStringProperty("to", day.toString()));
    value.notes().stream().filter(note -> note.kind() == NoteNode.Kind.CITE).findFirst()
        .ifPresent(note -> json.writeStringProperty("cite", note.text()));
    json.writeStringProperty("file", Notes.file(value.span()));
    json.writeNumberProperty("line", value.span().from().line());
    json.writeEndObject();
  }

  static void manifest(JsonGenerator json, Plan plan, Manifest manifest) {
    json.writeObjectPropertyStart("manifest");
    json.writeStringProperty("engineVersion", manifest.engineVersion());
    json.writeArrayPropertyStart("rulesets");
    for (RulesetId ruleset : plan.service().uses()) {
      json.writeStartObject();
      json.writeStringProperty("id", ruleset.name());
      json.writeStringProperty("version", ruleset.version());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeStringProperty("rulesSha256", manifest.rulesSha256());
    json.writeStringProperty("clustersSha256", manifest.clustersSha256());
    json.writeStringProperty("clusterVersion", manifest.clusterVersion());
    json.writeStringProperty("clusterOrigin", manifest.clusterOrigin());
    json.writeStringProperty("extractSha256", manifest.extractSha256());
    json.writeEndObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
