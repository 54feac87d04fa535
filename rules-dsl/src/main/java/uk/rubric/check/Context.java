package uk.rubric.check;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.FieldId;

/**
 * Where an expression or condition stands.
 *
 * @param entries what is under test there
 * @param ladder whether outcomes of other ladders may be asked for: only rules of ladders do
 * @param bound the entries of arrays that are looked at, by the names they have there
 * @param uses the fields that were named so far, for the search of circles
 */
record Context(
    Scope scope,
    Problems problems,
    Entries entries,
    boolean ladder,
    Map<String, BoundEntry> bound,
    Set<FieldId> uses) {

  /** An entry that is looked at, and what it is. */
  record BoundEntry(Operand.Bound operand, FieldSignature signature) {}

  /** The context of a field: no entry is under test. */
  static Context ofField(Scope scope, Problems problems, Map<String, BoundEntry> bound) {
    return new Context(scope, problems, Entries.NONE, false, bound, new LinkedHashSet<>());
  }

  /** The context of a rule. */
  static Context ofRule(Scope scope, Problems problems, Map<String, BoundEntry> bound) {
    return new Context(scope, problems, Entries.NONE, true, bound, new LinkedHashSet<>());
  }

  Context inWhere(Entries of) {
    return new Context(scope, problems, of, false, bound, uses);
  }

  Context with(BoundEntry entry) {
    Map<String, BoundEntry> more = new HashMap<>(bound);
    more.put(entry.operand().name(), entry);
    return new Context(scope, problems, entries, ladder, more, uses);
  }

  FieldId use(Scope.Entry field) {
    FieldId id = field.fieldId();
    uses.add(id);
    return id;
  }

  /** What {@code date} and {@code value} speak of. */
  enum Entries {
    NONE,
    CLINICAL,
    REGISTRATION,
    /** Of an array, which has dates alone. */
    ARRAY
  }
}
