package uk.rubric.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedService.Parameter;
import uk.rubric.check.CheckedService.ParameterValue;
import uk.rubric.check.Formula.Kind;
import uk.rubric.plan.Plan;
import uk.rubric.result.Band;
import uk.rubric.result.Band.Moved;

/**
 * Reckons everything again with one parameter a little more or less: those that are numbers or ratios, such as a
 * national prevalence or an average list. Prices are agreed, and days are no measure. For one thread.
 */
public final class Bands {
  private static final List<Integer> PERCENTS = List.of(-5, -1, 1, 5);

  private final Plan plan;
  private final Ledger ledger;

  private Bands(Plan plan, Ledger ledger) {
    this.plan = plan;
    this.ledger = ledger;
  }

  /** One for each parameter on which some practice's total depends, in the order of the service. */
  public static List<Band> of(Plan plan, Ledger ledger) {
    return new Bands(plan, ledger).all();
  }

  private List<Band> all() {
    List<Optional<BigDecimal>> asItIs = totals(plan.service());
    List<Band> bands = new ArrayList<>();
    for (Parameter parameter : plan.service().parameters()) {
      if (parameter.kind() != Kind.MONEY && parameter.kind() != Kind.DATE) {
        Band band = new Band(parameter.name(), PERCENTS.stream().map(percent -> moved(parameter, percent)).toList());
        if (band.moved().stream().anyMatch(moved -> !moved.totals().equals(asItIs))) {
          bands.add(band);
        }
      }
    }
    return bands;
  }

  private Moved moved(Parameter parameter, int percent) {
    return new Moved(percent, totals(with(times(parameter, BigDecimal.valueOf(100L + percent, 2)))));
  }

  private List<Optional<BigDecimal>> totals(CheckedService service) {
    Plan other = new Plan(service, plan.mode(), plan.achievementDate(), plan.periodEnd(), plan.days(), plan.clusters(),
        plan.fields(), plan.slots(), plan.patientFields(), plan.ladders(), plan.eaches(), plan.outputs(), plan.notes(),
        plan.chosen());
    OrgFigures figures = new OrgFigures(new Books(Terms.of(other), ledger));
    return ledger.practices().stream().map(counts -> figures.total(Org.practice(counts.practice()))).toList();
  }

  private static Parameter times(Parameter p, BigDecimal factor) {
    return new Parameter(p.name(), p.title(), p.kind(), p.values().stream()
        .map(v -> new ParameterValue(v.value().multiply(factor), v.start(), v.end(), v.notes(), v.span())).toList(),
        p.span());
  }

  private CheckedService with(Parameter other) {
    CheckedService s = plan.service();
    List<Parameter> parameters =
        s.parameters().stream().map(p -> p.name().equals(other.name()) ? other : p).toList();
    return new CheckedService(s.name(), s.title(), s.authority(), s.status(), s.periodStart(), s.periodEnd(), s.days(),
        s.uses(), s.clusterFolder(), parameters, s.measures(), s.pointsTables(), s.pays(), s.notes(), s.dividedBy(),
        s.evidence(), s.span());
  }
}
