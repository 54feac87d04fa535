package uk.rubric.payment;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.check.CheckedService.Each;
import uk.rubric.check.CheckedService.Rounding;
import uk.rubric.check.Formula;
import uk.rubric.check.Stretch;
import uk.rubric.syntax.ServiceNode.Level;

/** One's share of a whole: of an organisation above by weights, or of a longer time in equal parts. */
final class ShareValue {
  private final Books books;
  private final Formula.ShareOf share;
  private final Rounding rounding;
  private final Each each;

  ShareValue(Books books, Formula.ShareOf share, Rounding rounding, Each each) {
    this.books = books;
    this.share = share;
    this.rounding = rounding;
    this.each = each;
  }

  Value of(Org org, Stretch part) {
    return share.weight().isPresent() ? byWeight(org, part, share.weight().get()) : byTime(org, part);
  }

  private Value byTime(Org org, Stretch part) {
    List<Stretch> parts = books.terms().parts(each.every());
    Value whole = share.whole().accept(new Reckoner(books, org, books.terms().period()));
    List<Value> weights = parts.stream().map(p -> Value.of(1)).toList();
    return part(whole, weights, parts.indexOf(part));
  }

  private Value byWeight(Org org, Stretch part, Formula weight) {
    Level level = level();
    Optional<Org> above = books.orgs().above(org, level);
    if (above.isEmpty()) {
      return Value.NOT_COMPUTABLE;
    }
    List<Org> siblings = books.orgs().within(above.get(), org.level());
    Value whole = share.whole().accept(new Reckoner(books, above.get(), part));
    List<Value> weights = new ArrayList<>();
    siblings.forEach(sibling -> weights.add(weight.accept(new Reckoner(books, sibling, part))));
    return part(whole, weights, siblings.indexOf(org));
  }

  private Level level() {
    return share.whole() instanceof Formula.Payment pay
        ? books.service().pay(pay.name()).orElseThrow().each().level()
        : books.service().measure(((Formula.Measure) share.whole()).name()).orElseThrow().each().level();
  }

  /** All or none is known: a part of a whole whose other parts are unknown would be a guess. */
  private Value part(Value whole, List<Value> weights, int index) {
    Value all = weights.stream().reduce(whole, (a, b) -> a.join(b, (x, y) -> x));
    if (!all.isKnown()) {
      return all;
    }
    List<BigFraction> numbers = weights.stream().map(Value::number).toList();
    Rounded rounded = Rounded.of(whole.number(), rounding);
    Optional<List<BigInteger>> shares = numbers.stream().anyMatch(n -> n.signum() < 0)
        ? Optional.empty() : Shares.of(rounded.steps(), numbers);
    return Value.ofComputed(shares.map(s -> Exact.of(rounded.amount(s.get(index)))));
  }
}
