package uk.rubric.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import uk.rubric.conformance.ConformanceCase.Heading;
import uk.rubric.conformance.ConformanceCase.Origin;
import uk.rubric.plan.Mode;

/** Reads one case file strictly. */
final class CaseReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern DECISION =
      Pattern.compile("select by \\d+|reject by \\d+( as [A-Z][A-Za-z0-9_]*)?|give .+ by \\d+|not asked");

  private final Path file;
  private final CaseNode node;

  private CaseReader(Path file) {
    this.file = file;
    try {
      this.node = new CaseNode(file, "", YAML.readTree(file));
    } catch (JacksonException e) {
      throw new MalformedCase(file, "", e.getOriginalMessage());
    }
  }

  static ConformanceCase read(Path file) {
    CaseReader reader = new CaseReader(file);
    ConformanceCase read = reader.read();
    reader.node.refuseTheRest();
    return read;
  }

  private ConformanceCase read() {
    Heading heading = heading();
    String kind = node.text("kind");
    return switch (kind) {
      case "outcome" -> outcome(heading);
      case "must-fail" -> mustFail(heading);
      case "money" -> money(heading);
      case "run" -> new RunReader(node).read(heading);
      default -> throw node.malformed("kind", "expected outcome, must-fail, money or run");
    };
  }

  private Heading heading() {
    String id = node.text("id");
    if (!ID.matcher(id).matches() || !file.getFileName().toString().equals(id + ".yaml")) {
      throw node.malformed("id", "expected the name of the file, in kebab case");
    }
    return new Heading(
        file, id, node.text("title"), node.text("paragraph"), node.text("quote"), node.text("since"), origin());
  }

  private Optional<Origin> origin() {
    Optional<String> happened = node.optionalText("happened");
    List<String> sources = node.words("sources");
    if (happened.isPresent() && sources.isEmpty()) {
      throw node.malformed("sources", "what happened needs a source");
    }
    if (!sources.stream().allMatch(source -> source.matches("https?://\\S+"))) {
      throw node.malformed("sources", "expected addresses that start with http");
    }
    return sources.isEmpty() ? Optional.empty() : Optional.of(new Origin(happened, sources));
  }

  private String rules() {
    if (Stream.of("rules", "text", "file").filter(node::has).count() != 1) {
      throw node.malformed("rules", "expected one of `rules`, `text` and `file`");
    }
    if (node.has("file")) {
      return sibling(node.text("file"));
    }
    return node.has("text") ? node.text("text") : Wrapping.wrap(node.words("clusters"), node.text("rules"));
  }

  private String sibling(String name) {
    try {
      return Files.readString(file.resolveSibling(name));
    } catch (IOException e) {
      throw node.malformed("file", "cannot be read");
    }
  }

  private Optional<LocalDate> at() {
    return node.optionalText("at").map(text -> date("at", text));
  }

  private LocalDate date(String key, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw node.malformed(key, "expected a date as 2022-03-31");
    }
  }

  private OutcomeCase outcome(Heading heading) {
    CaseNode patients = node.mapping("patients");
    List<CasePatient> read = new ArrayList<>();
    patients
        .entries(CaseNode::text)
        .forEach((name, text) -> read.add(PatientLines.read(name, text, what -> patients.malformed(name, what))));
    Map<String, Map<String, String>> expected = node.mapping("expect").entries(CaseReader::decisions);
    refuseOthersThan(read, expected);
    return new OutcomeCase(heading, rules(), at(), mode(), read, expected, counts());
  }

  private void refuseOthersThan(List<CasePatient> patients, Map<String, ?> expected) {
    List<String> names = patients.stream().map(CasePatient::name).toList();
    if (names.isEmpty() || !names.equals(List.copyOf(expected.keySet()))) {
      throw node.malformed("expect", "expected every patient, in their order");
    }
  }

  private static Map<String, String> decisions(CaseNode patients, String patient) {
    return patients.mapping(patient).entries(CaseReader::decision);
  }

  private static String decision(CaseNode patient, String ladder) {
    String text = patient.text(ladder);
    if (!DECISION.matcher(text).matches()) {
      throw patient.malformed(ladder,
          "expected `select by 1`, `reject by 1`, `reject by 1 as WHY`, `give TWO by 1` or `not asked`");
    }
    return text;
  }

  private Mode mode() {
    String word = node.optionalText("mode").orElse(Mode.YEAR_END.word());
    for (Mode mode : Mode.values()) {
      if (mode.word().equals(word)) {
        return mode;
      }
    }
    throw node.malformed("mode", "expected year-end or rolling");
  }

  private Map<String, Map<String, Long>> counts() {
    return node.mapping("counts").entries((practices, code) -> practices.mapping(code).entries(CaseReader::count));
  }

  private static long count(CaseNode counts, String key) {
    try {
      return Long.parseLong(counts.text(key));
    } catch (NumberFormatException e) {
      throw counts.malformed(key, "expected a whole number");
    }
  }

  private MustFailCase mustFail(Heading heading) {
    List<MustFailCase.Expected> expected = node.mappings("diagnostics").stream().map(CaseReader::diagnostic).toList();
    if (expected.isEmpty()) {
      throw node.malformed("diagnostics", "expected at least one");
    }
    return new MustFailCase(heading, rules(), at(), node.mapping("served").entries(CaseNode::text), expected);
  }

  private static MustFailCase.Expected diagnostic(CaseNode node) {
    MustFailCase.Expected expected =
        new MustFailCase.Expected(node.text("code"), node.optionalText("text"), node.optionalText("suggests"));
    node.refuseTheRest();
    return expected;
  }

  private MoneyCase money(Heading heading) {
    return new MoneyReader(node).read(heading, rules(), at());
  }
}
