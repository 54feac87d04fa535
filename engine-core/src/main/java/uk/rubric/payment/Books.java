package uk.rubric.payment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.Formula;
import uk.rubric.check.Stretch;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.result.GroupCounts;
import uk.rubric.result.PracticeCounts;
import uk.rubric.syntax.ServiceNode.Every;

/**
 * All figures of a run, each computed when it is first asked for. Books with other counts of one practice take from
 * their base what does not depend on them.
 */
final class Books {
  private record Key(String name, Org org, Stretch part) {}

  private record CountsKey(Org org, Stretch part) {}

  private final Terms terms;
  private final Ledger ledger;
  private final Orgs orgs;
  private final Map<Key, Value> figures = new HashMap<>();
  private final Map<CountsKey, Optional<PracticeCounts>> counts = new HashMap<>();
  private final Optional<Books> base;
  private final Set<String> changed;

  Books(Terms terms, Ledger ledger) {
    this.terms = terms;
    this.ledger = ledger;
    this.orgs = new Orgs(ledger.practices());
    this.base = Optional.empty();
    this.changed = Set.of();
  }

  private Books(Books base, Ledger ledger, Set<String> changed) {
    this.terms = base.terms;
    this.ledger = ledger;
    this.orgs = base.orgs;
    this.base = Optional.of(base);
    this.changed = changed;
  }

  /**
   * The same with other counts of one practice; {@code changed} names all figures that could come to something else.
   */
  Books with(PracticeCounts other, Set<String> figuresThatChange) {
    Ledger changedLedger = new Ledger(
        replaced(ledger.practices(), other), ledger.parts(), ledger.answers(), ledger.history());
    return new Books(this, changedLedger, figuresThatChange);
  }

  /** Likewise, also for the months and quarters that end on the achievement date, whose counts are the same ones. */
  Books withEnding(PracticeCounts other, Set<String> figuresThatChange) {
    Map<Stretch, List<PracticeCounts>> parts = new HashMap<>(ledger.parts());
    parts.replaceAll((part, all) -> part.end().equals(terms.achievementDate()) ? replaced(all, other) : all);
    Ledger changedLedger =
        new Ledger(replaced(ledger.practices(), other), parts, ledger.answers(), ledger.history());
    return new Books(this, changedLedger, figuresThatChange);
  }

  private static List<PracticeCounts> replaced(List<PracticeCounts> practices, PracticeCounts other) {
    return practices.stream().map(p -> p.practice().equals(other.practice()) ? other : p).toList();
  }

  Terms terms() {
    return terms;
  }

  CheckedService service() {
    return terms.service();
  }

  Orgs orgs() {
    return orgs;
  }

  Answers answers() {
    return ledger.answers();
  }

  History history() {
    return ledger.history();
  }

  /** Counts of an organisation: at the achievement date for the whole period, else at the end of the part. */
  Optional<PracticeCounts> counts(Org org, Stretch part) {
    CountsKey key = new CountsKey(org, part);
    Optional<PracticeCounts> known = counts.get(key);
    if (known == null) {
      known = count(org, part);
      counts.put(key, known);
    }
    return known;
  }

  private Optional<PracticeCounts> count(Org org, Stretch part) {
    List<PracticeCounts> at =
        part.equals(terms.period()) ? ledger.practices() : ledger.parts().getOrDefault(part, List.of());
    Set<Org> members = Set.copyOf(orgs.practices(org));
    List<PracticeCounts> own = at.stream().filter(p -> members.contains(Org.practice(p.practice()))).toList();
    if (own.isEmpty()) {
      return Optional.empty();
    }
    boolean practice = org.level() == uk.rubric.syntax.ServiceNode.Level.PRACTICE;
    return Optional.of(practice ? own.get(0) : GroupCounts.of(org.code(), own));
  }

  /** A measure for an organisation of its level and a part of its length. */
  Value measure(Measure measure, Org org, Stretch part) {
    return figure(measure.name(), org, part, () -> compute(measure, org, part));
  }

  /** A payment, likewise: nil when what it hangs on does not hold. */
  Value payment(Pay pay, Org org, Stretch part) {
    return figure(pay.name(), org, part, () -> compute(pay, org, part));
  }

  private interface Computation {
    Value compute();
  }

  private Value figure(String name, Org org, Stretch part, Computation computation) {
    if (base.isPresent() && !changed.contains(name)) {
      return base.get().figure(name, org, part, computation);
    }
    Key key = new Key(name, org, part);
    Value known = figures.get(key);
    if (known == null) {
      known = computation.compute();
      figures.put(key, known);
    }
    return known;
  }

  private Value compute(Measure measure, Org org, Stretch part) {
    if (isNotDue(measure.each(), part)) {
      return Value.NOT_YET;
    }
    return rounded(measure.formula(), measure.rounding(), measure.each(), org, part);
  }

  private Value compute(Pay pay, Org org, Stretch part) {
    boolean early = pay.notBefore().map(day -> terms.achievementDate().isBefore(day)).orElse(false);
    if (early || isNotDue(pay.each(), part)) {
      return Value.NOT_YET;
    }
    Truth when = pay.when().map(c -> c.accept(new Reckoner(this, org, part))).orElse(Truth.YES);
    if (!when.isKnown()) {
      return when.unknown();
    }
    return when.holds() ? rounded(pay.formula(), Optional.of(pay.rounding()), pay.each(), org, part) : Value.NIL;
  }

  /** A part of the period is due when it has ended; the whole of it is looked at on any day. */
  private boolean isNotDue(Each each, Stretch part) {
    return each.every() != Every.YEAR && part.end().isAfter(terms.achievementDate());
  }

  private Value rounded(Formula formula, Optional<Rounding> rounding, Each each, Org org, Stretch part) {
    if (formula instanceof Formula.ShareOf share) {
      return new ShareValue(this, share, rounding.orElseThrow(), each).of(org, part);
    }
    Value exact = formula.accept(new Reckoner(this, org, part));
    return rounding.map(r -> exact.map(v -> Rounded.of(v, r).value())).orElse(exact);
  }
}
