package uk.rubric.syntax;

import uk.rubric.source.Span;

/** A remark that is part of the contract: {@code assumed "..."}, {@code placeholder "..."}, {@code cite "..."}. */
public record NoteNode(Kind kind, Text text, Span span) implements Node {
  /** What kind of remark it is; the words of the language in capitals. */
  public enum Kind {
    /** The source leaves a choice open, and the file chose. */
    ASSUMED,
    /** The figure is not sourced and stands for one that is to come. */
    PLACEHOLDER,
    /** Put together from other parts of the source, order included. */
    RECONSTRUCTED,
    /** Taken over from elsewhere and not confirmed for this contract. */
    UNVERIFIED,
    /** A published rule that no patient can reach, with the reason; acknowledged, not proved. */
    UNREACHABLE,
    /** Not final: the source is a draft. */
    DRAFT,
    /** Not of the authority: written by somebody else ahead of it or in its stead. */
    UNOFFICIAL,
    /** Where it stands in the source. */
    CITE
  }
}
