package uk.rubric.check;

import java.util.EnumSet;
import java.util.Set;

/** The kinds of things that have names in a rule set. */
enum NameKind {
  CLUSTER("a code cluster"),
  FIELD("a field"),
  DAY("a day"),
  REASON("a reason"),
  REGISTER("a register"),
  GROUP("a group"),
  COHORT("a cohort"),
  CLASSIFICATION("a classification"),
  BLOCK("a block");

  private final String words;

  NameKind(String words) {
    this.words = words;
  }

  /** With its article, as a message says it. */
  String words() {
    return words;
  }

  /** What a reference may mean by its place. */
  enum Wanted {
    CLUSTER("code cluster", RuleDiagnostic.UNKNOWN_CLUSTER, EnumSet.of(NameKind.CLUSTER)),
    FIELD("field", RuleDiagnostic.UNKNOWN_FIELD, EnumSet.of(NameKind.FIELD)),
    FIELD_OR_DAY("field or day", RuleDiagnostic.UNKNOWN_FIELD, EnumSet.of(NameKind.FIELD, NameKind.DAY)),
    REASON("reason", RuleDiagnostic.UNKNOWN_REASON, EnumSet.of(NameKind.REASON)),
    /** What a rule of a ladder may compare: also the label that a classification gives. */
    OPERAND("field or day", RuleDiagnostic.UNKNOWN_FIELD,
        EnumSet.of(NameKind.FIELD, NameKind.DAY, NameKind.CLASSIFICATION)),
    POPULATION("register or group", RuleDiagnostic.UNKNOWN_POPULATION, EnumSet.of(REGISTER, GROUP, COHORT));

    private final String words;
    private final RuleDiagnostic unknown;
    private final Set<NameKind> kinds;

    Wanted(String words, RuleDiagnostic unknown, Set<NameKind> kinds) {
      this.words = words;
      this.unknown = unknown;
      this.kinds = kinds;
    }

    String words() {
      return words;
    }

    RuleDiagnostic unknown() {
      return unknown;
    }

    boolean accepts(NameKind kind) {
      return kinds.contains(kind);
    }
  }
}
