package uk.rubric.benchmark.peer;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kotlin.Pair;
import org.cqframework.cql.cql2elm.CqlCompilerException;
import org.cqframework.cql.cql2elm.LibraryManager;
import org.cqframework.cql.cql2elm.ModelManager;
import org.cqframework.cql.cql2elm.StringLibrarySourceProvider;
import org.hl7.elm.r1.VersionedIdentifier;
import org.hl7.elm_modelinfo.r1.serializing.XmlModelInfoReaderKt;
import org.opencds.cqf.cql.engine.data.CompositeDataProvider;
import org.opencds.cqf.cql.engine.execution.CqlEngine;
import org.opencds.cqf.cql.engine.execution.Environment;
import org.opencds.cqf.cql.engine.execution.EvaluationExpressionRef;
import org.opencds.cqf.cql.engine.execution.EvaluationParams;
import org.opencds.cqf.cql.engine.execution.EvaluationResult;
import org.opencds.cqf.cql.engine.runtime.Date;

/**
 * The six pieces of work by the reference engine for CQL: the text in {@code six-pieces.cql} is translated, records are
 * held in memory, and the engine evaluates patient after patient, results of expressions kept while it works on one.
 * The engine is for one thread.
 */
public final class CqlEngineRun {
  private static final List<String> RESULTS = List.of("DM_REG", "HYP_REG", "DM020", "HYP008", "CHOL", "FLU");

  private final GpModel records = new GpModel();
  private final List<String> ids = new ArrayList<>();
  private final CqlEngine engine;
  private final Map<VersionedIdentifier, List<EvaluationExpressionRef>> wanted;
  private final ZonedDateTime now = LocalDate.parse("2026-03-31").atStartOfDay(ZoneOffset.UTC);

  private CqlEngineRun(LibraryManager libraries, VersionedIdentifier library) {
    engine = new CqlEngine(
        new Environment(libraries, new HashMap<>(Map.of("urn:rubric:gp", new CompositeDataProvider(records, records)))),
        Set.of(CqlEngine.Options.EnableExpressionCaching));
    wanted = Map.of(library, RESULTS.stream().map(EvaluationExpressionRef::new).toList());
  }

  /** @param arguments the folders of the extract and of the clusters; how often to evaluate, the last being measured */
  public static void main(String[] arguments) throws IOException {
    int passes = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
    CqlEngineRun run = translate();
    run.load(Path.of(arguments[0]), Path.of(arguments[1]));
    for (int pass = 1; pass < passes; pass++) {
      run.evaluate();
    }
    Effort evaluation = Effort.start();
    Counts counts = run.evaluate();
    evaluation.print("evaluation");
    System.out.println("# patients " + run.ids.size());
    System.out.println(counts);
  }

  /** The counts of an extract. */
  public static Counts count(Path extract, Path clusters) throws IOException {
    CqlEngineRun run = translate();
    run.load(extract, clusters);
    return run.evaluate();
  }

  private static CqlEngineRun translate() throws IOException {
    ModelManager models = new ModelManager();
    String model = resource("gp-modelinfo.xml");
    models.getModelInfoLoader().registerModelInfoProvider(
        id -> id.getId().equals("GP") ? XmlModelInfoReaderKt.parseModelInfoXml(model) : null);
    LibraryManager libraries = new LibraryManager(models);
    libraries.getLibrarySourceLoader().registerProvider(
        new StringLibrarySourceProvider(List.of(resource("six-pieces.cql"))));
    VersionedIdentifier library = new VersionedIdentifier();
    library.setId("SixPieces");
    library.setVersion("1.0");
    List<CqlCompilerException> errors = new ArrayList<>();
    libraries.resolveLibrary(library, errors);
    if (!errors.isEmpty()) {
      throw new IllegalStateException("the translator complains: " + errors);
    }
    return new CqlEngineRun(libraries, library);
  }

  private static String resource(String name) throws IOException {
    try (InputStream text = CqlEngineRun.class.getResourceAsStream(name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void load(Path extract, Path clusters) throws IOException {
    Map<Long, Integer> codes = Clusters.read(clusters);
    ExtractReader.read(extract, person -> {
      Map<String, List<Object>> events = new HashMap<>();
      for (ExtractReader.Event event : person.events()) {
        Integer cluster = codes.get(event.code());
        if (cluster != null) {
          events.computeIfAbsent(Clusters.names().get(cluster), name -> new ArrayList<>()).add(new GpModel.Event(
              date(event.day()), event.tenths() < 0 ? null : BigDecimal.valueOf(event.tenths(), 1)));
        }
      }
      Date ended = person.ended() == Integer.MAX_VALUE ? null : date(person.ended());
      String id = Integer.toString(person.id());
      ids.add(id);
      records.add(id, new GpModel.Patient(date(person.born()), date(person.started()), ended, events));
    });
  }

  private static Date date(int day) {
    return new Date(LocalDate.ofEpochDay(day));
  }

  private Counts evaluate() {
    Counts counts = new Counts();
    for (String id : ids) {
      count(counts, engine.evaluate(new EvaluationParams(wanted, new Pair<>("Patient", id), null, null, now))
          .getOnlyResultOrThrow());
    }
    return counts;
  }

  private static void count(Counts counts, EvaluationResult result) {
    for (String register : RESULTS.subList(0, 2)) {
      counts.add(register, Boolean.TRUE.equals(result.get(register).getValue()) ? 1 : 0);
    }
    for (String indicator : RESULTS.subList(2, RESULTS.size())) {
      Integer outcome = (Integer) result.get(indicator).getValue();
      if (outcome != null) {
        count(counts, indicator, outcome);
      }
    }
  }

  /** @param outcome 1 when achieved, 0 when not, the rule's number when rejected */
  static void count(Counts counts, String indicator, int outcome) {
    counts.add(indicator + ".population", 1);
    if (outcome <= 1) {
      counts.denominator(indicator, outcome == 1);
    } else {
      counts.add(indicator + ".rejected." + outcome, 1);
    }
  }
}
