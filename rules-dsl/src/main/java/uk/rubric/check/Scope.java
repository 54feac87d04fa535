package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.FieldId;
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

  /** A definition; the first of its name. */
  record Entry(NameKind kind, Name name, RulesetNode.Item item) {}

  private final String ruleset;
  private final Problems problems;
  private final Map<String, Entry> plain = new LinkedHashMap<>();
  private final Map<String, Entry> arrays = new LinkedHashMap<>();
  private final Map<String, Entry> reasons = new LinkedHashMap<>();
  private final Set<String> disputed = new HashSet<>();

  Scope(String ruleset, Problems problems) {
    this.ruleset = ruleset;
    this.problems = problems;
  }

  String ruleset() {
    return ruleset;
  }

  FieldId fieldId(Name name) {
    return new FieldId(ruleset, name.text(), name.array());
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
      problems.add(twice(name, first.get()));
      return;
    }
    Map<String, Entry> space = reason ? reasons : name.array() ? arrays : plain;
    space.put(name.text(), new Entry(kind, name, item));
  }

  private Diagnostic twice(Name name, Entry first) {
    return Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME,
            quote(name) + " is defined twice in rule set " + quote(ruleset))
        .withLabel(first.name().span(), "first defined here, as " + first.kind().words())
        .withHelp("give one of them another name");
  }

  /** Whether a file may define a name so spelled; if not, that is reported. */
  static boolean isFree(Name name, Problems problems) {
    if (List.of(REGISTRATION, DEREGISTRATION, LIST).contains(name.text())) {
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
   * one.
   */
  Optional<Entry> find(Name name, Wanted wanted) {
    if (disputed.contains(name.text())) {
      return Optional.empty();
    }
    Map<String, Entry> space = wanted == Wanted.REASON ? reasons : name.array() ? arrays : plain;
    Optional<Entry> entry = Optional.ofNullable(space.get(name.text())).filter(e -> wanted.accepts(e.kind()));
    if (entry.isEmpty() && !problems.isBroken(name) && !isMisnamed(name, wanted)) {
      problems.add(notFound(name, wanted));
    }
    return entry;
  }

  /** Whether the brackets are wrong where the field is defined: that is reported there. */
  private boolean isMisnamed(Name name, Wanted wanted) {
    Entry other = (name.array() ? plain : arrays).get(name.text());
    return other != null && wanted.accepts(other.kind()) && other.item() instanceof RulesetNode.Field field
        && field.name().array() != givesArray(field.form());
  }

  private static boolean givesArray(FieldForm form) {
    return form instanceof FieldForm.Pick pick && pick.choice() == FieldForm.Choice.ALL
        || form instanceof FieldForm.Reading reading && reading.each();
  }

  private Diagnostic notFound(Name name, Wanted wanted) {
    Entry exact = (name.array() ? arrays : plain).get(name.text());
    Entry other = (name.array() ? plain : arrays).get(name.text());
    if (exact == null && other != null && other.kind() == NameKind.FIELD && wanted.accepts(NameKind.FIELD)) {
      return otherArrayness(name, other);
    }
    return Stream.of(exact, other, reasons.get(name.text())).filter(Objects::nonNull).findFirst()
        .map(entry -> wrongKind(name, wanted, entry))
        .orElseGet(() -> unknown(name, wanted));
  }

  private static Diagnostic wrongKind(Name name, Wanted wanted, Entry entry) {
    return Diagnostic.at(name.span(), RuleDiagnostic.WRONG_KIND,
            quote(name) + " is " + entry.kind().words() + ", and a " + wanted.words() + " is expected here")
        .withLabel(entry.name().span(), "defined here")
        .withHelp("name a " + wanted.words() + " of this rule set");
  }

  private static Diagnostic otherArrayness(Name name, Entry other) {
    String what = name.array() ? quote(name.text()) + " is no array" : quote(name) + " is an array";
    return Diagnostic.at(name.span(), RuleDiagnostic.ARRAY_MISMATCH, what)
        .withLabel(other.name().span(), "defined here")
        .withHelp("write " + quote(other.name()));
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
    Stream<String> defined = Stream.of(plain, arrays, reasons).flatMap(space -> space.values().stream())
        .filter(e -> wanted.accepts(e.kind()))
        .map(e -> e.name().text())
        .distinct();
    return wanted == Wanted.POPULATION ? Stream.concat(defined, Stream.of("everyone")).toList() : defined.toList();
  }

  /** The definition of a field, array or not, without a report. */
  Optional<RulesetNode.Field> field(FieldId id) {
    return Optional.ofNullable((id.array() ? arrays : plain).get(id.name()))
        .flatMap(e -> e.item() instanceof RulesetNode.Field f ? Optional.of(f) : Optional.empty());
  }

  /** The definition of a register or group, without a report. */
  Optional<RulesetNode.Population> population(String name) {
    return Optional.ofNullable(plain.get(name))
        .flatMap(e -> e.item() instanceof RulesetNode.Population p ? Optional.of(p) : Optional.empty());
  }
}
