package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.Condition;
import uk.rubric.check.Condition.Comparison;
import uk.rubric.rulebook.OperandWords.Kind;
import uk.rubric.value.Unit;

/** A condition in plain English. */
final class ConditionWords implements Condition.Visitor<Said> {
  private static final int MOST_IN_LINE = 2;

  private final Vocabulary vocabulary;
  private final Optional<FieldWords> fields;

  /** @param fields says what a field is where it is named; when empty, its name is enough */
  ConditionWords(Vocabulary vocabulary, Optional<FieldWords> fields) {
    this.vocabulary = vocabulary;
    this.fields = fields;
  }

  private static Said clause(Words words) {
    return new Said.Clause(words, false);
  }

  private Said junction(List<Said> parts, String word, String lead) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    boolean plain = parts.stream().allMatch(p -> p instanceof Said.Clause clause && !clause.compound());
    if (!plain || parts.size() > MOST_IN_LINE) {
      return new Said.Listed(Words.of(lead), parts);
    }
    List<Words> clauses = parts.stream().map(p -> ((Said.Clause) p).words()).toList();
    return new Said.Clause(Words.series(clauses, word), true);
  }

  /** Two comparisons of one thing, as a span makes them, are said as one. */
  @Override
  public Said allOf(Condition.AllOf condition) {
    List<Said> parts = new ArrayList<>();
    List<Condition> given = condition.parts();
    for (int i = 0; i < given.size(); i++) {
      boolean pair = i + 1 < given.size() && isPair(given.get(i), given.get(i + 1));
      parts.add(pair ? between((Comparison) given.get(i), (Comparison) given.get(i + 1)) : given.get(i).accept(this));
      i += pair ? 1 : 0;
    }
    return junction(parts, "and", "all of these hold");
  }

  private static boolean isPair(Condition first, Condition second) {
    return first instanceof Comparison one && second instanceof Comparison two && one.left().equals(two.left());
  }

  private Said between(Comparison low, Comparison high) {
    ComparisonWords words = new ComparisonWords(vocabulary, fields, false);
    return new Said.Clause(words.of(low).all().plus(" and ").plus(words.of(high).rest()), true);
  }

  private List<Said> all(List<Condition> parts) {
    return parts.stream().map(part -> part.accept(this)).toList();
  }

  @Override
  public Said anyOf(Condition.AnyOf condition) {
    return junction(all(condition.parts()), "or", "at least one of these holds");
  }

  @Override
  public Said atLeast(Condition.AtLeast condition) {
    String lead = "at least " + condition.least() + " of these " + condition.parts().size() + " hold";
    return new Said.Listed(Words.of(lead), all(condition.parts()));
  }

  @Override
  public Said noneOf(Condition.NoneOf condition) {
    return new Said.Listed(Words.of("none of these holds"), all(condition.parts()));
  }

  @Override
  public Said comparison(Comparison condition) {
    return clause(new ComparisonWords(vocabulary, fields, false).of(condition).all());
  }

  @Override
  public Said presence(Condition.Presence condition) {
    Words subject = condition.subject().accept(operands());
    return clause(subject.plus(condition.recorded() ? " is recorded" : " is not recorded"));
  }

  private OperandWords operands() {
    return new OperandWords(vocabulary, fields, false, Kind.OTHER, Unit.NONE);
  }

  @Override
  public Said some(Condition.Some condition) {
    Words array = vocabulary.field(condition.entry().array());
    Said has = condition.has().accept(this);
    Words lead = Words.of("for at least one of ").plus(array).plus(", called " + condition.entry().name() + " here, ");
    if (has instanceof Said.Listed listed) {
      return new Said.Listed(lead.plus(listed.lead()), listed.parts());
    }
    return new Said.Clause(lead.plus(((Said.Clause) has).words()), true);
  }

  @Override
  public Said sameEntry(Condition.SameEntry condition) {
    Words lead = Words.of("an entry from ").plus(vocabulary.cluster(condition.cluster()))
        .plus(" that is linked to it (one is the parent of the other, or they have one parent) is such that ");
    Said has = condition.has().accept(this);
    if (has instanceof Said.Listed listed) {
      return new Said.Listed(lead.plus(listed.lead()), listed.parts());
    }
    return new Said.Clause(lead.plus(((Said.Clause) has).words()), true);
  }

  @Override
  public Said member(Condition.Member condition) {
    return clause(Words.of(condition.in() ? "the patient is in " : "the patient is not in ")
        .plus(vocabulary.population(condition.population())));
  }

  @Override
  public Said oneOf(Condition.OneOf condition) {
    List<Words> labels = condition.labels().stream().map(Vocabulary::label).map(Words::of).toList();
    boolean neither = !condition.in() && labels.size() > 1;
    String verb = condition.in() ? " is " : neither ? " is recorded and is neither " : " is recorded and is not ";
    Words said = condition.subject().accept(operands()).plus(verb).plus(Words.series(labels, neither ? "nor" : "or"));
    return new Said.Clause(said, !condition.in() || labels.size() > 1);
  }

  @Override
  public Said answer(Condition.Answer condition) {
    return clause(vocabulary.field(condition.subject().id()).plus(condition.yes() ? " is yes" : " is no"));
  }
}
