package uk.rubric.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import uk.rubric.check.CheckedField;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.ListedCode;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Day;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Source;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.check.Note;
import uk.rubric.syntax.RulesetNode.PopulationKind;
import uk.rubric.check.Operand;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.LadderNode.ActionKind;
import uk.rubric.syntax.ServiceNode.DayKind;
import uk.rubric.syntax.ServiceNode.StatusKind;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.DateUnit;
import uk.rubric.value.SctId;

/** Checked rules put together part by part, for tests of what lies behind the checker. */
public final class HandMade implements CodeClusters {
  public static final String RULESET = "DM";
  public static final LocalDate START = LocalDate.of(2021, 4, 1);
  public static final LocalDate END = LocalDate.of(2022, 3, 31);
  public static final Source REGISTRATION = new Source.Registration();
  public static final Source DEREGISTRATION = new Source.Deregistration();

  public final List<CheckedField> fields = new ArrayList<>();
  public final List<Cluster> clusters = new ArrayList<>();
  public final List<Population> populations = new ArrayList<>();
  public final List<Indicator> indicators = new ArrayList<>();
  public final List<Parameter> parameters = new ArrayList<>();
  public final List<Note> notes = new ArrayList<>();
  public final Map<String, CodeCluster> content = new HashMap<>();

  // ---- text and codes

  public static Span span(String text) {
    return new SourceText("dm.rubric", text).span(0, text.length());
  }

  /** The concept of that number, from 100. */
  public static SctId code(int number) {
    String digits = number + "00";
    return SctId.parse(digits + SctId.checkDigit(digits)).orElseThrow();
  }

  public static CodeCluster codes(String name, Optional<String> version, int... numbers) {
    long[] codes = IntStream.of(numbers).mapToLong(number -> code(number).value()).toArray();
    String[] terms = LongStream.of(codes).mapToObj(c -> "term of " + c).toArray(String[]::new);
    return new CodeCluster(name, new CodeSet(codes, terms), version, "folder/" + name + ".csv");
  }

  // ---- clusters

  public static ClusterId clusterId(String name) {
    return new ClusterId(RULESET, name);
  }

  /** A published cluster whose content is there. */
  public Source cluster(String name, int... numbers) {
    content.put(name, codes(name, Optional.empty(), numbers));
    return declare(RULESET, name, "1");
  }

  public Source declare(String ruleset, String name, String version) {
    ClusterId id = new ClusterId(ruleset, name);
    Optional<SctId> refset = SctId.parse("999004691000230108");
    clusters.add(new Cluster(id, name, refset, Optional.of(version), Optional.empty(), List.of(), List.of(),
        span(name)));
    return new Source.Cluster(id);
  }

  public Source listed(String name, int number) {
    ClusterId id = clusterId(name);
    List<ListedCode> listed = List.of(new ListedCode(code(number), "listed"));
    clusters.add(new Cluster(id, name, Optional.empty(), Optional.empty(), Optional.empty(), listed, List.of(),
        span(name)));
    return new Source.Cluster(id);
  }

  @Override
  public Optional<CodeCluster> find(String name) {
    return Optional.ofNullable(content.get(name));
  }

  @Override
  public String origin() {
    return "folder";
  }

  // ---- fields

  public static FieldId id(String name) {
    boolean array = name.endsWith("[]");
    return new FieldId(RULESET, array ? name.substring(0, name.length() - 2) : name, array);
  }

  public FieldId field(String name, CheckedField.Type type, FieldDefinition definition) {
    fields.add(new CheckedField(id(name), type, uk.rubric.value.Unit.NONE, definition, List.of(), span(name)));
    return id(name);
  }

  public FieldId latest(String name, Source source, Condition... where) {
    return field(name, CheckedField.Type.DATE, new FieldDefinition.Pick(true, source, all(where)));
  }

  public FieldId earliest(String name, Source source, Condition... where) {
    return field(name, CheckedField.Type.DATE, new FieldDefinition.Pick(false, source, all(where)));
  }

  private static Optional<Condition> all(Condition... where) {
    return switch (where.length) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(where[0]);
      default -> Optional.of(new Condition.AllOf(List.of(where), span("where")));
    };
  }

  // ---- conditions

  public static Condition is(Operand left, Comparator comparator, Operand right) {
    return new Condition.Comparison(left, comparator, right, span(left + " " + comparator.sign() + " " + right));
  }

  public static Condition recorded(Operand subject) {
    return new Condition.Presence(subject, true, span("is recorded"));
  }

  public static Condition notRecorded(Operand subject) {
    return new Condition.Presence(subject, false, span("is not recorded"));
  }

  public static Condition or(Condition... parts) {
    return new Condition.AnyOf(List.of(parts), span("or"));
  }

  public static Condition and(Condition... parts) {
    return new Condition.AllOf(List.of(parts), span("and"));
  }

  public static Operand of(FieldId field) {
    return new Operand.Field(field);
  }

  public static Operand number(String number) {
    return new Operand.Number(new BigDecimal(number));
  }

  public static Operand day(String name) {
    return new Operand.Day(name);
  }

  public static Operand minus(Operand base, int months) {
    return new Operand.Shifted(base, -months, DateUnit.MONTHS);
  }

  // ---- ladders

  public static Rule rule(int number, Condition condition, ActionKind whenTrue, ActionKind whenFalse) {
    return new Rule(
        number, Optional.of(condition), action(whenTrue), action(whenFalse), List.of(), Optional.empty(),
        span("rule " + number));
  }

  public static Rule always(int number, ActionKind kind) {
    return new Rule(number, Optional.empty(), action(kind), action(kind), List.of(), Optional.empty(),
        span("rule " + number));
  }

  public static Ladder ladder(Rule... rules) {
    return new Ladder(Arrays.asList(rules), span("ladder"));
  }

  private static Action action(ActionKind kind) {
    return Action.of(kind);
  }

  public void population(boolean register, String name, Optional<String> parent, Rule... rules) {
    populations.add(
        new Population(new PopulationId(RULESET, name), register ? PopulationKind.REGISTER : PopulationKind.GROUP, name,
            Optional.empty(), parent.map(p -> new PopulationId(RULESET, p)),
            ladder(rules), List.of(), span(name)));
  }

  public void indicator(String name, String parent, Optional<Ladder> denominator, Optional<Ladder> numerator) {
    indicators.add(
        new Indicator(RULESET, name, name, Optional.empty(), Optional.of(new PopulationId(RULESET, parent)),
            denominator, numerator,
            List.of(), span(name)));
  }

  /** A register whose only rule selects those for whom the condition holds. */
  public void register(String name, Condition condition) {
    population(true, name, Optional.empty(), rule(1, condition, ActionKind.SELECT, ActionKind.REJECT));
  }

  // ---- rules, service, plan

  public CheckedRules rules() {
    CheckedRuleset ruleset =
        new CheckedRuleset(RULESET, RULESET, "46.0", List.of("PPED", "ACHV_DAT"), List.of(), clusters, fields,
            populations,
            indicators, notes, span(RULESET));
    return new CheckedRules(List.of(ruleset), List.of(service()));
  }

  public CheckedService service() {
    List<Day> days =
        List.of(
            new Day("QSSD", DayKind.START_OF_PERIOD, Optional.empty()),
            new Day("PPED", DayKind.END_OF_PERIOD, Optional.empty()),
            new Day("ACHV_DAT", DayKind.RUN_DATE, Optional.empty()),
            new Day("CUT", DayKind.FIXED, Optional.of(LocalDate.of(2013, 4, 1))));
    return new CheckedService("QOF", "QOF", Optional.empty(), StatusKind.DRAFT, START, END, days,
        List.of(new CheckedRuleset.RulesetId(RULESET, "46.0")),
        Optional.empty(), parameters, List.of(), List.of(), List.of(), List.of(), span("QOF"));
  }

  public Plan plan(LocalDate achievementDate, Mode mode) {
    return Planner.plan(rules(), service(), achievementDate, mode, this);
  }

  public Plan plan() {
    return plan(END, Mode.YEAR_END);
  }
}
