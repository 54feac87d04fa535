package uk.rubric.benchmark.peer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * The six pieces of work as one writes them for Drools at first: a session for each patient, all of the patient's
 * events as facts, registers and outcomes inserted by rules, salience to put the rules in order.
 */
public final class PlainDrools {
  private final KieBase rules;
  private final Map<Long, Integer> codes;
  private final Counts counts = new Counts();

  private PlainDrools(Map<Long, Integer> codes) {
    ModelImpl model = new ModelImpl();
    PlainRules.all().forEach(model::addRule);
    rules = KieBaseBuilder.createKieBaseFromModel(model);
    this.codes = codes;
  }

  /** @param arguments the folders of the extract and of the clusters */
  public static void main(String[] arguments) throws IOException {
    System.out.println(count(Path.of(arguments[0]), Path.of(arguments[1])));
  }

  /** The counts of an extract. */
  public static Counts count(Path extract, Path clusters) throws IOException {
    PlainDrools run = new PlainDrools(Clusters.read(clusters));
    ExtractReader.read(extract, run::decide);
    return run.counts;
  }

  private void decide(ExtractReader.Person person) {
    KieSession session = rules.newKieSession();
    try {
      session.insert(new PlainFacts.Patient(person.isRegistered(), person.born(), person.started()));
      for (ExtractReader.Event event : person.events()) {
        int cluster = codes.getOrDefault(event.code(), Clusters.NONE);
        session.insert(new PlainFacts.Event(cluster, event.day(), event.tenths()));
      }
      session.fireAllRules();
      session.getObjects(PlainFacts.Member.class::isInstance)
          .forEach(member -> counts.add(((PlainFacts.Member) member).register(), 1));
      session.getObjects(PlainFacts.Outcome.class::isInstance).forEach(this::count);
    } finally {
      session.dispose();
    }
  }

  private void count(Object fact) {
    PlainFacts.Outcome outcome = (PlainFacts.Outcome) fact;
    CqlEngineRun.count(counts, outcome.indicator(), outcome.rule());
  }
}
