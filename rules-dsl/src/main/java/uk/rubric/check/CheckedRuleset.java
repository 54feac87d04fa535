package uk.rubric.check;

import java.util.List;
import java.util.Optional;
import uk.rubric.source.Span;
import uk.rubric.syntax.RulesetNode.ReasonKind;
import uk.rubric.value.SctId;

/**
 * One rule set with every name resolved. Immutable.
 *
 * @param days names of the dates that a service must give
 * @param fields in the order of the file; {@link FieldDefinition#references()} says what each needs; there is no cycle
 * @param populations in the order of the file; a parent may stand later; there is no cycle
 */
public record CheckedRuleset(
    String name,
    String title,
    String version,
    List<String> days,
    List<Cluster> clusters,
    List<CheckedField> fields,
    List<Population> populations,
    List<Indicator> indicators,
    List<Note> notes,
    Span span) {
  public CheckedRuleset {
    days = List.copyOf(days);
    clusters = List.copyOf(clusters);
    fields = List.copyOf(fields);
    populations = List.copyOf(populations);
    indicators = List.copyOf(indicators);
    notes = List.copyOf(notes);
  }

  /** A cluster's name within its rule set: two publishers may use one name for different codes. */
  public record ClusterId(String ruleset, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A field's name within its rule set; an array is another field than the one without brackets. */
  public record FieldId(String ruleset, String name, boolean array) {
    @Override
    public String toString() {
      return array ? name + "[]" : name;
    }
  }

  /** A register's or group's name within its rule set. */
  public record PopulationId(String ruleset, String name) {
    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * A code cluster that the rules name.
   *
   * @param refset the published reference set; empty when the codes are listed
   * @param version the version that is pinned; empty when the codes are listed
   * @param listed the codes of the file; empty for a published reference set
   * @param span where its name stands
   */
  public record Cluster(
      ClusterId id,
      String title,
      Optional<SctId> refset,
      Optional<String> version,
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

  /** A register or group: those of {@code parent} (everyone when empty) whom the ladder selects. */
  public record Population(
      PopulationId id,
      boolean register,
      String title,
      Optional<PopulationId> parent,
      Ladder ladder,
      List<Note> notes,
      Span span) {
    public Population {
      notes = List.copyOf(notes);
    }
  }

  /** An indicator: both ladders, or neither when it is register-only. */
  public record Indicator(
      String ruleset,
      String name,
      String title,
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
