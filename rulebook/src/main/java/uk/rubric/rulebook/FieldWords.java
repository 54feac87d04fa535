package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import uk.rubric.check.CheckedField.Type;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.FieldId;
import uk.rubric.check.Condition;
import uk.rubric.check.FieldDefinition;
import uk.rubric.check.FieldDefinition.Selection;
import uk.rubric.check.Operand;
import uk.rubric.syntax.Comparator;
import uk.rubric.syntax.FieldForm.Extreme;
import uk.rubric.value.DateUnit;
import uk.rubric.value.Unit;

/**
 * What a field is, as a noun. Other fields are named by their names, so that a reading never nests; and one field is
 * told once a sentence, so that there is one of these for each.
 */
final class FieldWords {
  private final Vocabulary vocabulary;
  private final Set<FieldId> told = new HashSet<>();

  FieldWords(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * For a rule, where its entries up to ACHV_DAT go without saying; empty when it was told before, or when
   * one line cannot say it in full.
   */
  Optional<Words> brief(FieldId id) {
    if (!told.add(id)) {
      return Optional.empty();
    }
    Said said = vocabulary.places().definition(id).definition().accept(new Nouns(true));
    return said instanceof Said.Clause clause && !clause.compound() ? Optional.of(clause.words()) : Optional.empty();
  }

  /** In full; a clause, or a list of what its entries must satisfy. */
  Said full(FieldDefinition definition) {
    return definition.accept(new Nouns(false));
  }

  private static boolean isHorizon(Condition condition) {
    return condition instanceof Condition.Comparison c && c.left() instanceof Operand.EntryDate
        && c.comparator() == Comparator.AT_MOST && c.right().equals(new Operand.Day("ACHV_DAT"));
  }

  private final class Nouns implements FieldDefinition.Visitor<Said> {
    private final boolean brief;
    private final ConditionWords conditions = new ConditionWords(vocabulary, Optional.empty());

    Nouns(boolean brief) {
      this.brief = brief;
    }

    private Said named(Words words) {
      return new Said.Clause(words, false);
    }

    private Said nameOnly() {
      return new Said.Clause(Words.of(""), true);
    }

    private Words source(FieldDefinition.Source source, boolean several, boolean days) {
      if (source instanceof FieldDefinition.Source.Cluster cluster) {
        return Words.of(several ? "entries from " : "entry from ").plus(vocabulary.cluster(cluster.id()));
      } else if (source instanceof FieldDefinition.Source.Array array) {
        return Words.of(!several ? "day in " : days ? "days in " : "entries in ").plus(vocabulary.field(array.id()));
      }
      String edge = source instanceof FieldDefinition.Source.Registration ? "start" : "end";
      return Words.of(several ? edge + "s of registrations" : edge + " of a registration");
    }

    /** The entries that satisfy a {@code where}, the first part of which says which they are. */
    private Said with(Words start, FieldDefinition.Source source, Optional<Condition> where, String end) {
      boolean hidden = brief && source instanceof FieldDefinition.Source.Cluster;
      List<Condition> parts = new ArrayList<>(where.map(this::parts).orElse(List.of()));
      parts.removeIf(part -> hidden && isHorizon(part));
      if (parts.isEmpty()) {
        return named(start.plus(end));
      }
      Optional<Words> said = qualified(parts);
      if (said.isPresent()) {
        return named(start.plus(" ").plus(said.get()).plus(end));
      }
      List<Said> listed = parts.stream().map(part -> part.accept(conditions)).toList();
      return new Said.Listed(start.plus(end).plus(" for which "
          + (listed.size() == 1 ? "this holds" : "all of these hold")), listed);
    }

    private List<Condition> parts(Condition where) {
      return where instanceof Condition.AllOf all
          ? all.parts().stream().flatMap(part -> parts(part).stream()).toList() : List.of(where);
    }

    /** {@code dated on or before …, with a value that is …}; empty when a part is no comparison of these. */
    private Optional<Words> qualified(List<Condition> parts) {
      List<Words> dates = said(parts, c -> c.left() instanceof Operand.EntryDate);
      List<Words> values = said(parts, c -> c.left() instanceof Operand.EntryValue);
      if (dates.size() + values.size() < parts.size()) {
        return Optional.empty();
      }
      List<Words> all = new ArrayList<>();
      if (!dates.isEmpty()) {
        all.add(Words.of("dated ").plus(Words.series(dates, "and")));
      }
      if (!values.isEmpty()) {
        all.add(Words.of("with a value that is ").plus(Words.series(values, "and")));
      }
      return Optional.of(all.size() == 1 ? all.get(0) : all.get(0).plus(" and ").plus(all.get(1)));
    }

    private List<Words> said(List<Condition> parts, Predicate<Condition.Comparison> which) {
      ComparisonWords words = new ComparisonWords(vocabulary, Optional.empty(), brief);
      return parts.stream().filter(Condition.Comparison.class::isInstance).map(Condition.Comparison.class::cast)
          .filter(which).map(c -> words.of(c).rest()).toList();
    }

    private Said selection(Selection selection, String start, boolean entries) {
      String spacing = selection.spacing().isPresent()
          ? ", each at least " + Vocabulary.amount(selection.spacing().getAsInt(), DateUnit.DAYS)
              + " after the one before it that counts, from the earliest on" : "";
      String keep = selection.keep().map(k ->
          "; of these the " + (k.latest() ? "latest " : "earliest ") + k.number()).orElse("");
      boolean array = selection.source() instanceof FieldDefinition.Source.Array;
      Words from = Words.of(array ? start.replaceAll("days with |all ", "") : start)
          .plus(source(selection.source(), true, !entries));
      return with(from, selection.source(), selection.where(), spacing + keep);
    }

    @Override
    public Said patientId(FieldDefinition.PatientId form) {
      return named(Words.of("the patient's identifier"));
    }

    @Override
    public Said sex(FieldDefinition.Sex form) {
      return named(Words.of("the patient's sex"));
    }

    @Override
    public Said ageAt(FieldDefinition.AgeAt form) {
      String unit = form.unit() == DateUnit.MONTHS ? "months" : "years";
      return named(Words.of("the patient's age in completed " + unit + " on ").plus(operand(form.day())));
    }

    private Words operand(Operand operand) {
      return operand.accept(new OperandWords(vocabulary, Optional.empty(), brief, OperandWords.Kind.OTHER, Unit.NONE));
    }

    @Override
    public Said pick(FieldDefinition.Pick form) {
      Words start = Words.of(form.latest() ? "the latest " : "the earliest ").plus(source(form.source(), false, true));
      return with(start, form.source(), form.where(), "");
    }

    @Override
    public Said allDays(FieldDefinition.AllDays form) {
      return brief ? nameOnly() : selection(form.selection(), "the days with ", false);
    }

    @Override
    public Said allEntries(FieldDefinition.AllEntries form) {
      return brief ? nameOnly() : selection(form.selection(), "all ", true);
    }

    @Override
    public Said count(FieldDefinition.Count form) {
      String start = form.entries() ? "the number of " : "the number of days with ";
      return brief ? nameOnly() : selection(form.selection(), start, form.entries());
    }

    private Said value(Extreme extreme, ClusterId cluster, Words on, Unit unit) {
      Words start = Words.of("the " + word(extreme) + " value")
          .plus(unit.equals(Unit.NONE) || brief ? "" : " in " + unit);
      return named(start.plus(" from ").plus(vocabulary.cluster(cluster)).plus(on).plus(brief ? "" : ties(extreme)));
    }

    private String word(Extreme extreme) {
      return switch (extreme) {
        case HIGHEST -> "highest";
        case LOWEST -> "lowest";
        case LAST_ENTERED, LAST_ENTERED_HIGHEST, LAST_ENTERED_LOWEST -> "last entered";
      };
    }

    private String ties(Extreme extreme) {
      return switch (extreme) {
        case HIGHEST, LOWEST, LAST_ENTERED -> "";
        case LAST_ENTERED_HIGHEST -> "; of several entered at once the highest";
        case LAST_ENTERED_LOWEST -> "; of several entered at once the lowest";
      };
    }

    @Override
    public Said reading(FieldDefinition.Reading form) {
      return value(form.extreme(), form.cluster(), Words.of(" on ").plus(vocabulary.field(form.on())), form.unit());
    }

    @Override
    public Said readingOnEach(FieldDefinition.ReadingOnEach form) {
      Words on = Words.of(" on each day of ").plus(vocabulary.field(form.days()));
      return brief ? nameOnly() : value(form.extreme(), form.cluster(), on, form.unit());
    }

    @Override
    public Said extremeOf(FieldDefinition.ExtremeOf form) {
      boolean dates = vocabulary.places().definition(form.fields().get(0)).type()
          == Type.DATE;
      String word = form.greatest() ? dates ? "latest" : "highest" : dates ? "earliest" : "lowest";
      List<Words> names = form.fields().stream().map(vocabulary::field).toList();
      return named(Words.of("the " + word + " of ").plus(Words.series(names, "and"))
          .plus(brief ? "" : "; any that is not recorded is passed over"));
    }

    @Override
    public Said element(FieldDefinition.Element form) {
      return named(Words.of("the value of ").plus(vocabulary.field(form.array())).plus(" on ")
          .plus(vocabulary.field(form.at())));
    }

    @Override
    public Said conditional(FieldDefinition.Conditional form) {
      Said condition = form.condition().accept(conditions);
      if (brief) {
        return nameOnly();
      } else if (condition instanceof Said.Listed) {
        Words lead = operand(form.whenTrue()).plus(" if this holds, otherwise ").plus(operand(form.whenFalse()));
        return new Said.Listed(lead, List.of(condition));
      }
      return named(operand(form.whenTrue()).plus(" if ").plus(((Said.Clause) condition).words()).plus("; otherwise ")
          .plus(operand(form.whenFalse())));
    }

    @Override
    public Said whether(FieldDefinition.Whether form) {
      Said condition = form.condition().accept(conditions);
      if (brief) {
        return nameOnly();
      }
      return condition instanceof Said.Clause clause
          ? named(Words.of("yes if ").plus(clause.words()).plus("; otherwise no"))
          : new Said.Listed(Words.of("yes if this holds, otherwise no"), List.of(condition));
    }
  }
}
