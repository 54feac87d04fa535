package uk.rubric.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.value.Unit;

/**
 * A patient in as few words as possible: what a proof fails on, and what a test can begin with. An entry belongs to
 * exactly the code cluster that it names. Immutable.
 *
 * @param sex as rules name it, when it matters
 * @param registrations by rising start
 * @param entries by rising day
 */
public record PatientStory(
    LocalDate born, Optional<String> sex, List<Stay> registrations, List<StoryEntry> entries) {
  public PatientStory {
    registrations = registrations.stream().sorted(Comparator.comparing(Stay::start)).toList();
    entries =
        entries.stream()
            .sorted(Comparator.comparing(StoryEntry::day).thenComparing(StoryEntry::cluster))
            .toList();
  }

  /** A GMS registration at the practice. */
  public record Stay(LocalDate start, Optional<LocalDate> end) {
    private String words() {
      return "registered from " + start + end.map(day -> " to " + day).orElse("");
    }
  }

  /**
   * A clinical entry.
   *
   * @param value if it has one
   * @param unit of the value; empty takes the unit of the rule that reads it
   */
  public record StoryEntry(LocalDate day, ClusterKey cluster, Optional<BigDecimal> value, Optional<Unit> unit) {
    private String words() {
      return day + ": " + cluster + value.map(number -> " " + number.toPlainString() + unitWords()).orElse("");
    }

    private String unitWords() {
      return unit.map(u -> u.equals(Unit.PERCENT) ? "%" : " " + u.text()).orElse("");
    }
  }

  /** With those entries alone that lie in the code clusters. */
  PatientStory within(Set<ClusterKey> clusters) {
    return new PatientStory(
        born, sex, registrations, entries.stream().filter(entry -> clusters.contains(entry.cluster())).toList());
  }

  /** On one line: {@code born 1972-05-01, registered from 2010-01-01, 2021-06-01: DM_COD}. */
  public String line() {
    return String.join(", ", parts().toList());
  }

  /** As a {@code patient} of a test in a rule file, each line with the indent. */
  public String block(String indent) {
    String inner = indent + "  ";
    String lines = parts().map(part -> inner + part + "\n").collect(Collectors.joining());
    return indent + "patient {\n" + lines + indent + "}\n";
  }

  private Stream<String> parts() {
    return Stream.of(
            Stream.of("born " + born),
            sex.stream().map(word -> "sex " + word),
            registrations.stream().map(Stay::words),
            entries.stream().map(StoryEntry::words))
        .flatMap(parts -> parts);
  }
}
