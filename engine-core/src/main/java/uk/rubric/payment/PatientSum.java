package uk.rubric.payment;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedRuleset.PopulationId;
import uk.rubric.check.CheckedService.Measure;
import uk.rubric.check.Formula;
import uk.rubric.check.FormulaParts;
import uk.rubric.check.Stretch;
import uk.rubric.result.PracticeCounts;
import uk.rubric.syntax.ExpressionNode.Keeping;

/**
 * The sum of a figure per patient: such a figure goes by the label of one classification, so that how many patients
 * have each label is all that is needed.
 */
final class PatientSum {
  /** So many patients at one price. */
  private record Priced(BigFraction price, BigFraction patients) {}

  private final Books books;
  private final Formula.SumOver sum;
  private final Measure measure;

  PatientSum(Books books, Formula.SumOver sum) {
    this.books = books;
    this.sum = sum;
    this.measure = books.service().measure(((Formula.Measure) sum.figure()).name()).orElseThrow();
  }

  Value of(Org org, Stretch part) {
    List<Priced> priced = new ArrayList<>();
    Value trouble = Value.NIL;
    for (Org practice : books.orgs().practices(org)) {
      trouble = trouble.plus(add(practice, part, priced));
    }
    Value most = sum.cap().map(cap -> cap.most().accept(new Reckoner(books, org, part))).orElse(Value.NIL);
    if (!trouble.isKnown() || !most.isKnown()) {
      return trouble.worse(most);
    }
    return Value.of(sum.cap().isPresent() ? capped(priced, most.number()) : total(priced));
  }

  /** Adds the prices of a practice; the answer is known when they are. */
  private Value add(Org practice, Stretch part, List<Priced> priced) {
    PopulationId classification = FormulaParts.of(measure.formula()).classifications().iterator().next();
    Value awaited = new Counted(books, practice, part).awaited();
    if (!awaited.isKnown()) {
      return awaited;
    }
    Optional<PracticeCounts> counts = books.counts(practice, part);
    Map<String, Long> sizes = new TreeMap<>();
    counts.ifPresent(c -> c.classes().forEach((label, count) -> {
      if (label.classification().equals(classification)) {
        sizes.put(label.label(), count);
      }
    }));
    if (sizes.isEmpty()) {
      return Value.NOT_COMPUTABLE;
    }
    Value trouble = Value.NIL;
    for (Map.Entry<String, Long> size : sizes.entrySet()) {
      Value exact = measure.formula().accept(new Reckoner(books, practice, part, Optional.of(size.getKey())));
      Value price = measure.rounding().map(r -> exact.map(v -> Rounded.of(v, r).value())).orElse(exact);
      price.known().ifPresent(p -> priced.add(new Priced(p, Exact.of(size.getValue()))));
      trouble = trouble.plus(price);
    }
    return trouble;
  }

  private static BigFraction total(List<Priced> priced) {
    return priced.stream().map(p -> p.price().multiply(p.patients())).reduce(BigFraction.ZERO, BigFraction::add);
  }

  /** A cap of part of a patient keeps whole patients. */
  private BigFraction capped(List<Priced> priced, BigFraction most) {
    BigFraction whole = BigFraction.of(Exact.round(most, RoundingMode.FLOOR));
    BigFraction limit = whole.signum() < 0 ? BigFraction.ZERO : whole;
    BigFraction all = priced.stream().map(Priced::patients).reduce(BigFraction.ZERO, BigFraction::add);
    if (all.compareTo(limit) <= 0) {
      return total(priced);
    }
    Keeping keeping = sum.cap().orElseThrow().keeping().orElse(Keeping.SHARE);
    return keeping == Keeping.SHARE
        ? total(priced).multiply(limit).divide(all)
        : kept(priced, limit, keeping == Keeping.HIGHEST);
  }

  private static BigFraction kept(List<Priced> priced, BigFraction limit, boolean highest) {
    Comparator<Priced> rising = Comparator.comparing(Priced::price);
    BigFraction left = limit;
    BigFraction sum = BigFraction.ZERO;
    for (Priced next : priced.stream().sorted(highest ? rising.reversed() : rising).toList()) {
      BigFraction taken = next.patients().compareTo(left) < 0 ? next.patients() : left;
      sum = sum.add(next.price().multiply(taken));
      left = left.subtract(taken);
    }
    return sum;
  }
}
