package uk.rubric.patient;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What few rules ask of a clinical entry.
 *
 * @param entered when it was entered; a day alone is its start
 * @param id by which other entries may say that they belong to it
 * @param parent the entry that it belongs to
 * @param episode {@code FIRST}, {@code NEW}, {@code REVIEW} or {@code ENDED}
 */
public record EventDetail(
    Optional<LocalDateTime> entered, Optional<String> id, Optional<String> parent, Optional<String> episode) {
  /** Of an entry of which nothing more is known. */
  public static final EventDetail NONE =
      new EventDetail(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Whether two entries belong together: one is the other's parent, or both have one parent. */
  public boolean isLinkedTo(EventDetail other) {
    return parent.isPresent() && parent.equals(other.parent)
        || id.isPresent() && id.equals(other.parent)
        || parent.isPresent() && parent.equals(other.id);
  }
}
