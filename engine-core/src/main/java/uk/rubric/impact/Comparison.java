package uk.rubric.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService.Pay;
import uk.rubric.impact.ServiceImpact.Dates;
import uk.rubric.impact.ServiceImpact.Earned;
import uk.rubric.impact.ServiceImpact.GroupImpact;
import uk.rubric.impact.ServiceImpact.ItemImpact;
import uk.rubric.impact.ServiceImpact.PaymentImpact;
import uk.rubric.impact.ServiceImpact.Pounds;
import uk.rubric.impact.ServiceImpact.PracticeImpact;
import uk.rubric.impact.ServiceImpact.Whose;
import uk.rubric.payment.Ledger;
import uk.rubric.plan.Plan;
import uk.rubric.result.GroupIncome;
import uk.rubric.result.ServiceResult;
import uk.rubric.result.ServiceResult.PracticeResult;

/** Works out an impact from what two runs came to and from how each patient stood in both. Nothing is read or kept. */
public final class Comparison {
  private static final Pattern FIXED_DAY = Pattern.compile("FixedDay\\[date=([0-9-]+)]");

  private final Run old;
  private final Run fresh;
  private final Pairing pairing;
  private final Transitions transitions;
  private final Bridge bridge;
  private final Money oldMoney;
  private final Money sameCounts;
  private final Money freshMoney;

  /**
   * What one side came to.
   *
   * @param ledger what its payments were reckoned from
   */
  public record Run(ServiceResult result, Ledger ledger) {
    private Plan plan() {
      return result.plan();
    }
  }

  private Comparison(Run old, Run fresh, Pairing pairing, Transitions transitions) {
    this.old = old;
    this.fresh = fresh;
    this.pairing = pairing;
    this.transitions = transitions;
    bridge = new Bridge(pairing);
    oldMoney = Money.of(old.plan(), old.ledger());
    sameCounts = Money.of(fresh.plan(), bridge.ledger(old.ledger(), fresh.ledger()));
    freshMoney = Money.of(fresh.plan(), fresh.ledger());
  }

  /**
   * The impact of one service's rules in place of another's.
   *
   * @param old and {@code fresh} over the same records
   * @param transitions which has seen these records decided by both plans
   * @param dates whose dates the plans have
   */
  public static ServiceImpact of(
      Run old, Run fresh, Pairing pairing, Transitions transitions, Dates dates) {
    return new Comparison(old, fresh, pairing, transitions).impact(dates);
  }

  private ServiceImpact impact(Dates dates) {
    Items each = new Items(transitions, old.ledger().practices(), fresh.ledger().practices(), oldMoney, sameCounts,
        freshMoney);
    List<ItemImpact> items = pairing.pairs().stream().map(each::of).toList();
    TermChanges terms = new TermChanges(old.plan(), fresh.plan(), pairing, old.ledger(), oldMoney.whole());
    return new ServiceImpact(old.result(), fresh.result(), dates, practices(), groups(),
        new Pounds(oldMoney.whole(), sameCounts.whole(), freshMoney.whole()), items, payments(), terms.of(items),
        transitions.codes().result(), bridge.countedAnew(),
        dates.months() == 0 ? List.of() : fixedDays((dates.whose() == Whose.NEW ? old : fresh).plan()));
  }

  private List<PracticeImpact> practices() {
    return IntStream.range(0, fresh.result().practices().size()).mapToObj(this::practice).toList();
  }

  private PracticeImpact practice(int place) {
    PracticeResult result = fresh.result().practices().get(place);
    String code = result.counts().practice();
    return new PracticeImpact(code, result.name(), transitions.records(code), transitions.moved(code),
        new Earned(oldMoney.points(place), freshMoney.points(place)),
        new Pounds(oldMoney.practice(place), sameCounts.practice(place), freshMoney.practice(place)),
        oldMoney.pending(place) + freshMoney.pending(place));
  }

  private List<GroupImpact> groups() {
    return Stream.concat(oldMoney.groups().stream(), freshMoney.groups().stream())
        .map(this::group)
        .distinct()
        .sorted(Comparator.comparing(GroupImpact::level).thenComparing(GroupImpact::code))
        .toList();
  }

  private GroupImpact group(GroupIncome group) {
    return new GroupImpact(group.level(), group.code(), new Pounds(
        oldMoney.group(group.level(), group.code()),
        sameCounts.group(group.level(), group.code()),
        freshMoney.group(group.level(), group.code())));
  }

  private List<PaymentImpact> payments() {
    Map<String, String> titles = new LinkedHashMap<>();
    fresh.plan().service().pays().forEach(pay -> titles.put(pay.name(), pay.title()));
    old.plan().service().pays().forEach((Pay pay) -> titles.putIfAbsent(pay.name(), pay.title()));
    List<PaymentImpact> payments = new ArrayList<>();
    titles.forEach((name, title) -> payments.add(new PaymentImpact(name, title,
        new Pounds(oldMoney.payment(name), sameCounts.payment(name), freshMoney.payment(name)))));
    return payments;
  }

  // The text of a checked part holds each of its parts, of whatever form.
  private static List<LocalDate> fixedDays(Plan plan) {
    TreeSet<LocalDate> days = new TreeSet<>();
    Stream.concat(plan.fields().stream().map(Object::toString), plan.ladders().stream().map(Object::toString))
        .flatMap(text -> FIXED_DAY.matcher(text).results())
        .forEach(found -> days.add(LocalDate.parse(found.group(1))));
    return List.copyOf(days);
  }
}
