package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedField;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.Ladder;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Ladder.Rule;
import uk.rubric.rulebook.Places.LadderName;

/**
 * Rules and fields in plain English, for a clinician to sign. It is made from what is evaluated and says all of that
 * and no more: published titles stand in quotation marks, days say whether they are included, and what is left out goes
 * without saying by the rules of reading that each book starts with.
 */
final class Reading {
  private final Vocabulary vocabulary;
  private final String ruleset;

  Reading(Vocabulary vocabulary, String ruleset) {
    this.vocabulary = vocabulary;
    this.ruleset = ruleset;
  }

  /** {@code Select the patient if …; otherwise go on to rule 3.} */
  Sentence rule(Rule rule, Ladder ladder, LadderName name, String subject) {
    Words then = action(rule.whenTrue(), rule, ladder, name, subject);
    if (rule.condition().isEmpty()) {
      return Sentence.of(capital(then).plus(" without further conditions."));
    }
    Words otherwise = action(rule.whenFalse(), rule, ladder, name, subject);
    ConditionWords conditions = new ConditionWords(vocabulary, Optional.of(new FieldWords(vocabulary)));
    return Sentence.of(capital(then).plus(" if "), rule.condition().get().accept(conditions), otherwise);
  }

  private Words action(Action action, Rule rule, Ladder ladder, LadderName name, String subject) {
    return switch (action.kind()) {
      case NEXT -> next(rule, ladder, name);
      case SELECT -> Words.of("select " + subject);
      case REJECT -> Words.of("reject " + subject).plus(action.reason()
          .map(r -> vocabulary.places().reason(ruleset, r.name()))
          .map(place -> Words.of(" as ").plus(Words.link(place.label(), Optional.of(place))))
          .orElse(Words.of("")));
      case GIVE -> Words.of("give " + Vocabulary.label(action.label().orElseThrow()));
    };
  }

  private Words next(Rule rule, Ladder ladder, LadderName name) {
    int number = ladder.rules().get(ladder.rules().indexOf(rule) + 1).number();
    return Words.of("go on to ")
        .plus(Words.link("rule " + number, Optional.of(vocabulary.places().rule(ruleset, name, number))));
  }

  /** {@code The date of the latest entry from “Statin codes” dated on or before ….} */
  Sentence field(CheckedField field) {
    Said said = new FieldWords(vocabulary).full(field.definition());
    String article = field.definition() instanceof FieldDefinition.Pick ? "the date of " : "";
    if (said instanceof Said.Clause clause) {
      return Sentence.of(capital(Words.of(article).plus(clause.words())).plus("."));
    }
    Said.Listed listed = (Said.Listed) said;
    Words lead = capital(Words.of(article).plus(listed.lead()));
    return new Sentence(Words.of(""), Optional.of(new Said.Listed(lead, listed.parts())), Words.of(""));
  }

  static Words capital(Words words) {
    for (int i = 0; i < words.list().size(); i++) {
      String text = words.list().get(i).text();
      int at = firstLetter(text);
      if (at >= 0 && Character.isDigit(text.charAt(at))) {
        return words;
      } else if (at >= 0) {
        List<Words.Word> list = new ArrayList<>(words.list());
        String upper = text.substring(0, at) + Character.toUpperCase(text.charAt(at)) + text.substring(at + 1);
        list.set(i, new Words.Word(upper, words.list().get(i).place()));
        return new Words(list);
      }
    }
    return words;
  }

  private static int firstLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
