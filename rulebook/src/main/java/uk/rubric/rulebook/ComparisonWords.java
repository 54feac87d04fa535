package uk.rubric.rulebook;

import java.util.Optional;
import uk.rubric.check.Condition.Comparison;
import uk.rubric.check.Operand;
import uk.rubric.rulebook.OperandWords.Kind;
import uk.rubric.syntax.Comparator;
import uk.rubric.value.Unit;

/** A comparison as subject, verb and rest. Whether the day or number itself is meant is always said. */
final class ComparisonWords {
  private final Vocabulary vocabulary;
  private final Optional<FieldWords> fields;
  private final boolean brief;

  ComparisonWords(Vocabulary vocabulary, Optional<FieldWords> fields, boolean brief) {
    this.brief = brief;
    this.vocabulary = vocabulary;
    this.fields = fields;
  }

  /** {@code X | falls | after 2013-04-01}. */
  record Parts(Words subject, String verb, Words rest) {
    Words all() {
      return subject.plus(" " + verb + " ").plus(rest);
    }
  }

  Parts of(Comparison comparison) {
    Kind left = OperandWords.kind(comparison.left(), vocabulary);
    Kind kind = isBare(comparison.left()) ? OperandWords.kind(comparison.right(), vocabulary) : left;
    Unit unit = OperandWords.unit(comparison.left(), vocabulary);
    Unit of = unit.equals(Unit.NONE) ? OperandWords.unit(comparison.right(), vocabulary) : unit;
    OperandWords words = new OperandWords(vocabulary, fields, brief, kind, of);
    Words subject = comparison.left().accept(words);
    Words other = comparison.right().accept(words);
    return kind == Kind.DATE
        ? new Parts(subject, "falls", Words.of(date(comparison.comparator())).plus(" ").plus(other))
        : new Parts(subject, "is", rest(comparison.comparator(), other, isBare(comparison.right())));
  }

  private static boolean isBare(Operand operand) {
    return operand instanceof Operand.Number || operand instanceof Operand.Age;
  }

  static String date(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> "on the same day as";
      case NOT_EQUAL -> "on another day than";
      case LESS -> "before";
      case AT_MOST -> "on or before";
      case MORE -> "after";
      case AT_LEAST -> "on or after";
    };
  }

  static Words rest(Comparator comparator, Words other, boolean bare) {
    return switch (comparator) {
      case EQUAL -> Words.of("exactly ").plus(other);
      case NOT_EQUAL -> Words.of("something other than ").plus(other);
      case LESS -> Words.of("less than ").plus(other);
      case MORE -> Words.of("more than ").plus(other);
      case AT_MOST -> bare ? other.plus(" or less") : Words.of("at most ").plus(other);
      case AT_LEAST -> bare ? other.plus(" or more") : Words.of("at least ").plus(other);
    };
  }
}
