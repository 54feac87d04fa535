package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;

/**
 * The names of one rule set: one space for all, but that {@code X[]} and {@code X} are two fields, and that reasons
 * have a space of their own. Published rules reject under the name of the field or code cluster that gives the reason,
 * and as a reason stands only after {@code as}, nobody can take the one for the other.
 */
final class Scope {
  /** Sources of a pick that no file defines. */
  static final String REGISTRATION = "REGISTRATION";

  static final String DEREGISTRATION = "DEREGISTRATION";

  /** The practice's list size, in a formula. */
  static final String LIST = "LIST";

  /** The practice's list size as weighted for its patients' needs, in a formula. */
  static final String WEIGHTED_LIST = "WEIGHTED_LIST";

  private static final List<String> FIXED =
      List.of(REGISTRATION, DEREGISTRATION, LIST, WEIGHTED_LIST);

  /** A definition; the first of its name in its home. */
  record Entry(NameKind kind, Name name, RulesetNode.Item item, Scope home) {
    FieldId fieldId() {
      return new FieldId(home.ruleset, home.prefix + name.text(), name.array());
    }

    ClusterId clusterId() {
      return new ClusterId(home.ruleset, name.text());
    }

    PopulationId populationId() {
      return new PopulationId(home.ruleset, name.text());
    }

    /** What a field holds, if it is a field and that can be told. */
    Optional<FieldSignature> signature() {
      return item instanceof RulesetNode.Field field ? FieldSignature.of(field, home) : Optional.empty();
    }
  }

  private final String ruleset;
  private final String prefix;
  private final Optional<Scope> outer;
  private final Problems problems;
  private final Map<String, Entry> plain = new LinkedHashMap<>();
  private final Map<String, Entry> arrays = new LinkedHashMap<>();
  private final Map<String, Entry> reasons = new LinkedHashMap<>();
  private final Set<String> disputed = new HashSet<>();
  private final List<Scope> used = new ArrayList<>();
  private final Set<String> reasonsGiven = new HashSet<>();
  private boolean anyReasonMissing;
  private boolean lacksUsed;

  private Scope(String ruleset, String prefix, Optional<Scope> outer, Problems problems) {
    this.ruleset = ruleset;
    this.prefix = prefix;
    this.outer = outer;
    this.problems = problems;
  }

  Scope(String ruleset, Problems problems) {
    this(ruleset, "", Optional.empty(), problems);
  }

  /** The names within a ladder or indicator that has fields of its own. */
  Scope within(String owner) {
    return new Scope(ruleset, owner + ".", Optional.of(this), problems);
  }

  String ruleset() {
    return ruleset;
  }

  /** The identity of a field that is defined here. */
  FieldId ownId(Name name) {
    return new FieldId(ruleset, prefix + name.text(), name.array());
  }

  /** Lets the names of another rule set be said here. */
  void use(Scope other) {
    used.add(other);
  }

  /** A rule set that is to be used cannot be found, and may define any name. */
  void lacksUsed() {
    lacksUsed = true;
  }

  boolean lacksAny() {
    return lacksUsed;
  }

  /** The reasons of this rule set that some rule gives, here or where the rule set is used. */
  Set<String> reasonsGiven() {
    return reasonsGiven;
  }

  void reasonGiven(String name) {
    reasonsGiven.add(name);
  }

  /** A reject lacks its reason, and any that is not given may be the one. */
  void reasonMissing() {
    anyReasonMissing = true;
  }

  boolean anyReasonMissing() {
    return anyReasonMissing;
  }

  /** Takes a definition in, or reports that its name is taken. */
  void define(NameKind kind, Name name, RulesetNode.Item item) {
    if (!isFree(name, problems)) {
      return;
    }
    boolean reason = kind == NameKind.REASON;
    Optional<Entry> first = reason ? Optional.ofNullable(reasons.get(name.text())) : clashing(kind, name);
    if (first.isPresent()) {
      disputed.add(name.text());
      problems.add(NameMessages.twice(name, ruleset, first.get()));
      return;
    }
    Map<String, Entry> space = reason ? reasons : name.array() ? arrays : plain;
    space.put(name.text(), new Entry(kind, name, item, this));
  }

  /** Whether a file may define a name so spelled; if not, that is reported. */
  static boolean isFree(Name name, Problems problems) {
    if (FIXED.contains(name.text())) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.INVALID_NAME, quote(name) + " has a fixed meaning")
          .withHelp("choose another name"));
      return false;
    }
    if (name.text().indexOf('.') >= 0) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.INVALID_NAME,
              quote(name) + " has a full stop, which a definition may not have")
          .withHelp("only a reference from a service names the rule set too, as in `DM.DM_REG`"));
      return false;
    }
    return true;
  }

  private Optional<Entry> clashing(NameKind kind, Name name) {
    Entry same = (name.array() ? arrays : plain).get(name.text());
    if (same != null) {
      return Optional.of(same);
    }
    Entry other = (name.array() ? plain : arrays).get(name.text());
    boolean twoFields = other != null && kind == NameKind.FIELD && other.kind() == NameKind.FIELD;
    return twoFields ? Optional.empty() : Optional.ofNullable(other);
  }

  /**
   * What {@code name} means; empty after a report, and for a name whose definition could not be read or is not the only
   * one. Own names come first, then those of the rule sets that are used.
   */
  Optional<Entry> find(Name name, Wanted wanted) {
    List<Entry> meant = lookUp(name, wanted == Wanted.REASON);
    if (isDisputed(name)) {
      return Optional.empty();
    }
    if (meant.size() > 1) {
      problems.add(NameMessages.ambiguous(name, meant));
      return Optional.empty();
    }
    Optional<Entry> entry = meant.stream().filter(e -> wanted.accepts(e.kind())).findFirst();
    if (entry.isEmpty() && !isExcused(name) && !isMisnamed(name, wanted)) {
      problems.add(notFound(name, wanted));
    }
    return entry;
  }

  /** Whether the definition may stand where nothing could be read. */
  private boolean isExcused(Name name) {
    return problems.isBroken(name) || outermost().lacksUsed && peek(name).isEmpty();
  }

  private boolean isDisputed(Name name) {
    return disputed.contains(name.text()) || outer.map(scope -> scope.isDisputed(name)).orElse(false);
  }

  /** What {@code name} means, whatever it is, without a report. */
  Optional<Entry> peek(Name name) {
    List<Entry> meant = lookUp(name, false);
    return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
  }

  /** All that a name may mean: one own definition, or those of the rule sets that are used. */
  private List<Entry> lookUp(Name name, boolean reason) {
    int dot = name.text().indexOf('.');
    if (dot >= 0) {
      Name local = new Name(name.text().substring(dot + 1), name.array(), name.span());
      return outermost().used.stream()
          .filter(scope -> scope.ruleset.equals(name.text().substring(0, dot)))
          .flatMap(scope -> Optional.ofNullable(scope.space(local, reason).get(local.text())).stream())
          .toList();
    }
    Optional<Entry> own = Optional.ofNullable(space(name, reason).get(name.text()));
    if (own.isPresent() || outer.isPresent()) {
      return own.map(List::of).orElseGet(() -> outer.get().lookUp(name, reason));
    }
    return distinct(used.stream()
        .flatMap(scope -> Optional.ofNullable(scope.space(name, reason).get(name.text())).stream()).toList());
  }

  /** A day is the service's, whichever rule set asks for it. */
  private static List<Entry> distinct(List<Entry> found) {
    boolean days = !found.isEmpty() && found.stream().allMatch(e -> e.kind() == NameKind.DAY);
    return days ? found.subList(0, 1) : found;
  }

  private Scope outermost() {
    return outer.map(Scope::outermost).orElse(this);
  }

  private Map<String, Entry> space(Name name, boolean reason) {
    return reason ? reasons : name.array() ? arrays : plain;
  }

  private Optional<Entry> any(Name name, boolean array) {
    return peek(new Name(name.text(), array, name.span()));
  }

  /** Whether the brackets are wrong where the field is defined: that is reported there. */
  private boolean isMisnamed(Name name, Wanted wanted) {
    Entry other = any(name, !name.array()).orElse(null);
    return other != null && wanted.accepts(other.kind()) && other.item() instanceof RulesetNode.Field field
        && field.name().array() != givesArray(field.form());
  }

  /** Whether a form gives an array, as its field's name must say. */
  static boolean givesArray(FieldForm form) {
    return form instanceof FieldForm.Pick pick
            && (pick.choice() == FieldForm.Choice.ALL || pick.number().isPresent())
        || form instanceof FieldForm.Reading reading && reading.each();
  }

  private Diagnostic notFound(Name name, Wanted wanted) {
    Optional<Entry> exact = any(name, name.array());
    Optional<Entry> other = any(name, !name.array());
    if (exact.isEmpty() && other.isPresent() && other.get().kind() == NameKind.FIELD
        && wanted.accepts(NameKind.FIELD)) {
      return NameMessages.otherArrayness(name, other.get());
    }
    return exact.or(() -> other).or(() -> lookUp(name, true).stream().findFirst())
        .map(entry -> NameMessages.wrongKind(name, wanted, entry))
        .orElseGet(() -> unknown(name, wanted));
  }

  private Diagnostic unknown(Name name, Wanted wanted) {
    String help = name.text().equalsIgnoreCase("null")
        ? "write `is recorded` or `is not recorded`"
        : Suggestion.closest(name.text(), names(wanted))
        .map(n -> "did you mean " + quote(n) + "?")
        .orElse("define it in rule set " + quote(ruleset) + ", or name another");
    return Diagnostic.at(name.span(), wanted.unknown(),
            "there is no " + wanted.words() + " " + quote(name) + " in rule set " + quote(ruleset))
        .withHelp(help);
  }

  private List<String> names(Wanted wanted) {
    Stream<String> visible = Stream.concat(Stream.of(this), Stream.concat(outer.stream(), outermost().used.stream()))
        .flatMap(scope -> Stream.of(scope.plain, scope.arrays, scope.reasons))
        .flatMap(space -> space.values().stream())
        .filter(e -> wanted.accepts(e.kind()))
        .map(e -> e.name().text())
        .distinct();
    return wanted == Wanted.POPULATION ? Stream.concat(visible, Stream.of("everyone")).toList() : visible.toList();
  }

  /** The definition of an own field, array or not, without a report. */
  Optional<RulesetNode.Field> ownField(FieldId id) {
    return Stream.of(plain, arrays).flatMap(space -> space.values().stream())
        .filter(e -> e.item() instanceof RulesetNode.Field && e.fieldId().equals(id))
        .map(e -> (RulesetNode.Field) e.item())
        .findFirst();
  }
}
