package uk.rubric.check;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;
import uk.rubric.syntax.RulesetNode.PopulationKind;
import uk.rubric.syntax.RulesetNode.ReasonKind;
import uk.rubric.value.SctId;

/**
 * One rule set with every name resolved. Immutable.
 *
 * @param days names of the dates that a service must give
 * @param uses the rule sets whose names it may say
 * @param fields in the order of the file; {@link FieldDefinition#references()} says what each needs; there is no cycle
 * @param populations in the order of the file; a parent may stand later; there is no cycle
 */
public record CheckedRuleset(
    String name,
    String title,
    String version,
    List<String> days,
    List<RulesetId> uses,
    List<Cluster> clusters,
    List<CheckedField> fields,
    List<Population> populations,
    List<Indicator> indicators,
    List<Note> notes,
    Span span) {
  public CheckedRuleset {
    days = List.copyOf(days);
    uses = List.copyOf(uses);
    clusters = List.copyOf(clusters);
    fields = List.copyOf(fields);
    populations = List.copyOf(populations);
    indicators = List.copyOf(indicators);
    notes = List.copyOf(notes);
  }

  /** Its name and version, of which there is one. */
  public RulesetId id() {
    return new RulesetId(name, version);
  }

  // The names below are keys of most maps, and looked up while a command starts: `equals` and `hashCode` are written
  // out, since those that Java makes for records are put together anew at each start and slow until they are optimized.

  /** A rule set's name and version: several versions may be given, one run uses one of them. */
  public record RulesetId(String name, String version) {
    @Override
    public boolean equals(Object other) {
      return other instanceof RulesetId that && name.equals(that.name) && version.equals(that.version);
    }

    @Override
    public int hashCode() {
      return 31 * name.hashCode() + version.hashCode();
    }

    @Override
    public String toString() {
      return name + " version " + version;
    }
  }

  /** A cluster's name within its rule set: two publishers may use one name for different codes. */
  public record ClusterId(String ruleset, String name) {
    @Override
    public boolean equals(Object other) {
      return other instanceof ClusterId that && name.equals(that.name) && ruleset.equals(that.ruleset);
    }

    @Override
    public int hashCode() {
      return 31 * ruleset.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A field's name within its rule set; an array is another field than the one without brackets. That of a field within
   * a ladder or indicator starts with the name of that and a full stop.
   */
  public record FieldId(String ruleset, String name, boolean array) {
    @Override
    public boolean equals(Object other) {
      return other instanceof FieldId that
          && array == that.array && name.equals(that.name) && ruleset.equals(that.ruleset);
    }

    @Override
    public int hashCode() {
      return 31 * (31 * ruleset.hashCode() + name.hashCode()) + Boolean.hashCode(array);
    }

    @Override
    public String toString() {
      return array ? name + "[]" : name;
    }
  }

  /** A register's or group's name within its rule set. */
  public record PopulationId(String ruleset, String name) {
    @Override
    public boolean equals(Object other) {
      return other instanceof PopulationId that && name.equals(that.name) && ruleset.equals(that.ruleset);
    }

    @Override
    public int hashCode() {
      return 31 * ruleset.hashCode() + name.hashCode();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A code cluster that the rules name.
   *
   * @param refset the published reference set; empty when the codes are listed
   * @param version the version that is pinned; empty for others than a reference set
   * @param ecl the expression constraint that a terminology expands; empty for others
   * @param listed the codes of the file; empty for others
   * @param span where its name stands
   */
  public record Cluster(
      ClusterId id,
      String title,
      Optional<SctId> refset,
      Optional<String> version,
      Optional<String> ecl,
      List<ListedCode> listed,
      List<Note> notes,
      Span span) {
    public Cluster {
      listed = List.copyOf(listed);
      notes = List.copyOf(notes);
    }
  }

  /** A code that stands in the rule file, with its term or an empty text. */
  public record ListedCode(SctId code, String term) {}

  /** Why a reject takes a patient out of a denominator. */
  public record Reason(String name, ReasonKind kind, String title) {
    /** {@code exclusion}, {@code pca-general} or {@code pca-specific}. */
    public String kindWord() {
      return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What is decided on its own for each entry of an array.
   *
   * @param fields drawn anew for each, after those of the rule set
   */
  public record Each(FieldId array, List<CheckedField> fields) {
    public Each {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A register, group or cohort: those of {@code parent} (everyone when empty) whom the ladder selects; or a
   * classification of them, whose ladder gives each a label.
   */
  public record Population(
      PopulationId id,
      PopulationKind kind,
      String title,
      Optional<Each> each,
      Optional<PopulationId> parent,
      Ladder ladder,
      List<Note> notes,
      Span span) {
    public Population {
      notes = List.copyOf(notes);
    }

    /** Whether the report names it. */
    public boolean register() {
      return kind == PopulationKind.REGISTER;
    }

    /** Whether it gives labels. */
    public boolean isClassification() {
      return kind == PopulationKind.CLASSIFICATION;
    }
  }

  /** An indicator: both ladders, or neither when it is register-only. */
  public record Indicator(
      String ruleset,
      String name,
      String title,
      Optional<Each> each,
      Optional<PopulationId> parent,
      Optional<Ladder> denominator,
      Optional<Ladder> numerator,
      List<Note> notes,
      Span span) {
    public Indicator {
      notes = List.copyOf(notes);
    }
  }
}
