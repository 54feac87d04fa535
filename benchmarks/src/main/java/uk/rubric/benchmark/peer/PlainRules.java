package uk.rubric.benchmark.peer;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.execute;
import static org.drools.model.DSL.exists;
import static org.drools.model.DSL.not;
import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.Index.ConstraintType;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.Predicate1;
import uk.rubric.benchmark.peer.PlainFacts.Event;
import uk.rubric.benchmark.peer.PlainFacts.Member;
import uk.rubric.benchmark.peer.PlainFacts.Outcome;
import uk.rubric.benchmark.peer.PlainFacts.Patient;

/** The rules of {@link PlainDrools}, by Drools' executable model as its own compiler would write them. No state. */
final class PlainRules {
  private final List<Rule> rules = new ArrayList<>();
  private int salience = 1_000;

  private PlainRules() {}

  static List<Rule> all() {
    PlainRules written = new PlainRules();
    written.registers();
    written.dm020();
    written.hyp008();
    written.indicator("CHOL", "DM_REG", Clusters.CHOL2, 50);
    written.flu();
    return written.rules;
  }

  private void registers() {
    register("DM_REG", Clusters.DM, Clusters.DMRES, "17 or older", p -> p.born() <= Dates.AGED_17);
    register("HYP_REG", Clusters.HYP, Clusters.HYPRES, "of any age", p -> true);
  }

  /** The latest event of the disease, and nothing that resolves it after that. */
  private void register(String name, int disease, int resolved, String ageText, Predicate1<Patient> age) {
    Variable<Patient> patient = declarationOf(Patient.class);
    Variable<Event> latest = declarationOf(Event.class);
    Variable<Event> later = declarationOf(Event.class);
    Variable<Event> resolving = declarationOf(Event.class);
    add(name, name,
        pattern(patient).expr("registered", Patient::registered).expr(ageText, age),
        not(member(name)),
        seen(latest, disease),
        not(seen(later, disease).expr("later", latest, (event, than) -> event.day() > than.day())),
        not(seen(resolving, resolved).expr("later", latest, (event, than) -> event.day() > than.day())));
  }

  private void dm020() {
    achieved("DM020", "DM_REG", Clusters.IFCCHBAM, 580, patient("anyone", p -> true));
    rejected("DM020", "DM_REG", 2, exists(within(Clusters.DMPCAPU)));
    rejected("DM020", "DM_REG", 3, exists(within(Clusters.DMPCADEC)));
    Variable<Event> first = declarationOf(Event.class);
    Variable<Event> second = declarationOf(Event.class);
    rejected("DM020", "DM_REG", 4,
        within(first, Clusters.DMINVITE),
        exists(within(second, Clusters.DMINVITE).expr("a week", first, (b, a) -> b.day() >= a.day() + 7)));
    rejected("DM020", "DM_REG", 5,
        not(seen(declarationOf(Event.class), Clusters.DM).expr("not new", e -> e.day() <= Dates.NINE_MONTHS)));
    rejected("DM020", "DM_REG", 6, patient("newly registered", p -> p.started() > Dates.NINE_MONTHS));
    outcome("DM020", "DM_REG", 0);
  }

  private void hyp008() {
    PatternDef<Patient> aged = patient("79 or younger", p -> p.born() > Dates.AGED_80);
    achieved("HYP008", "HYP_REG", Clusters.BP, 1_400, aged);
    outcome("HYP008", "HYP_REG", 2, aged, exists(within(Clusters.BPDEC)));
    outcome("HYP008", "HYP_REG", 3, aged,
        not(seen(declarationOf(Event.class), Clusters.HYP).expr("not new", e -> e.day() <= Dates.NINE_MONTHS)));
    outcome("HYP008", "HYP_REG", 0, aged);
  }

  private void indicator(String name, String register, int cluster, int tenths) {
    achieved(name, register, cluster, tenths, patient("anyone", p -> true));
    outcome(name, register, 0);
  }

  private void flu() {
    PatternDef<Patient> aged = patient("65 or older", p -> p.born() <= Dates.AGED_65);
    PatternDef<Member> either = pattern(declarationOf(Member.class));
    PatternDef<Event> vaccinated =
        seen(declarationOf(Event.class), Clusters.FLU).expr("in the season", e -> e.day() >= Dates.SEASON);
    add("FLU 1", new Outcome("FLU", 1), aged, exists(either), none("FLU"), exists(vaccinated));
    add("FLU 0", new Outcome("FLU", 0), aged, exists(either), none("FLU"));
  }

  /** On the latest day within the twelve months with any event there is a value low enough, and none higher. */
  private void achieved(String name, String register, int cluster, int tenths, PatternDef<Patient> patient) {
    Variable<Event> latest = declarationOf(Event.class);
    Variable<Event> later = declarationOf(Event.class);
    Variable<Event> higher = declarationOf(Event.class);
    outcome(name, register, 1,
        patient,
        within(latest, cluster).expr("at most " + tenths, e -> e.tenths() >= 0 && e.tenths() <= tenths),
        not(within(later, cluster).expr("later", latest, (event, than) -> event.day() > than.day())),
        not(within(higher, cluster).expr("more than " + tenths, e -> e.tenths() > tenths)
            .expr("the same day", latest, (event, as) -> event.day() == as.day())));
  }

  private void rejected(String name, String register, int number, RuleItemBuilder<?>... items) {
    outcome(name, register, number, items);
  }

  private void outcome(String name, String register, int number, RuleItemBuilder<?>... items) {
    List<RuleItemBuilder<?>> all = new ArrayList<>();
    all.add(exists(member(register)));
    all.add(none(name));
    all.addAll(List.of(items));
    add(name + " " + number, new Outcome(name, number), all.toArray(RuleItemBuilder<?>[]::new));
  }

  private void add(String name, String register, RuleItemBuilder<?>... items) {
    add(name, new Member(register), items);
  }

  private void add(String name, Object fact, RuleItemBuilder<?>... items) {
    List<RuleItemBuilder<?>> all = new ArrayList<>(List.of(items));
    all.add(execute(drools -> drools.insert(fact)));
    rules.add(rule("plain", name)
        .attribute(Rule.Attribute.SALIENCE, salience--)
        .build(all.toArray(RuleItemBuilder<?>[]::new)));
  }

  private static PatternDef<Patient> patient(String text, Predicate1<Patient> predicate) {
    return pattern(declarationOf(Patient.class)).expr(text, predicate);
  }

  private static PatternDef<Member> member(String register) {
    return pattern(declarationOf(Member.class)).expr(
        "register " + register, m -> m.register().equals(register),
        alphaIndexedBy(String.class, ConstraintType.EQUAL, 0, Member::register, register));
  }

  private static RuleItemBuilder<?> none(String indicator) {
    return not(pattern(declarationOf(Outcome.class)).expr(
        "outcome " + indicator, o -> o.indicator().equals(indicator),
        alphaIndexedBy(String.class, ConstraintType.EQUAL, 0, Outcome::indicator, indicator)));
  }

  /** An event of a cluster by the end date. */
  private static PatternDef<Event> seen(Variable<Event> event, int cluster) {
    return of(event, cluster).expr("by the end date", e -> e.day() <= Dates.END);
  }

  /** An event of a cluster in the twelve months. */
  private static PatternDef<Event> within(Variable<Event> event, int cluster) {
    return of(event, cluster).expr("in the twelve months", Event::isWithinYear);
  }

  private static PatternDef<Event> within(int cluster) {
    return within(declarationOf(Event.class), cluster);
  }

  private static PatternDef<Event> of(Variable<Event> event, int cluster) {
    return pattern(event).expr("cluster " + cluster, e -> e.cluster() == cluster,
        alphaIndexedBy(Integer.class, ConstraintType.EQUAL, 0, Event::cluster, cluster));
  }
}
