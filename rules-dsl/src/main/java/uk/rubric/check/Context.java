package uk.rubric.check;

import java.util.LinkedHashSet;
import java.util.Set;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.syntax.Name;

/**
 * Where an expression or condition stands.
 *
 * @param entries what is under test there
 * @param uses the fields that were named so far, for the search of circles
 */
record Context(Scope scope, Problems problems, Entries entries, Set<FieldId> uses) {

  /** A context in which no entry is under test. */
  static Context outsideWhere(Scope scope, Problems problems) {
    return new Context(scope, problems, Entries.NONE, new LinkedHashSet<>());
  }

  Context inWhere(Entries of) {
    return new Context(scope, problems, of, uses);
  }

  FieldId use(Name field) {
    FieldId id = scope.fieldId(field);
    uses.add(id);
    return id;
  }

  /** What {@code date} and {@code value} speak of. */
  enum Entries {
    NONE,
    CLINICAL,
    REGISTRATION
  }
}
