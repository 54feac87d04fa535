package uk.rubric.benchmark.compare;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import uk.rubric.benchmark.data.Workplace;
import uk.rubric.benchmark.peer.Counts;
import uk.rubric.benchmark.peer.CqlEngineRun;
import uk.rubric.benchmark.peer.DuckDb;
import uk.rubric.benchmark.peer.HandWritten;
import uk.rubric.benchmark.peer.PlainDrools;
import uk.rubric.benchmark.stage.EvaluationAlone;

/**
 * Whole processes on one extract: {@code --patients 20000,100000} for which sizes, {@code --runs 3} of which the median
 * counts, {@code --cql-patients 20000} for the CQL engine, {@code --dry} to print and write nothing.
 */
public final class Compare {
  private static final String RUBRIC = "Rubric";
  private static final String PREPARED = "Rubric: prepared extract";
  private static final String LOAD = "DuckDB: CSV to tables, query";
  private static final String SCAN = "DuckDB: query over the CSV";
  private static final String PARQUET = "DuckDB: query over Parquet";
  private static final String HAND = "hand-written Java";
  private static final String DROOLS = "plain Drools";
  private static final String CQL = "Java CQL engine";

  private final int runs;
  private final int cqlPatients;
  private final Map<Integer, Map<String, Measured>> measured = new LinkedHashMap<>();
  private final Page page = new Page();

  private Compare(int runs, int cqlPatients) {
    this.runs = runs;
    this.cqlPatients = cqlPatients;
  }

  /** See the class. */
  public static void main(String[] arguments) {
    try {
      Options options = new Options(arguments, "--patients", "--runs", "--cql-patients", "--dry");
      Compare compare = new Compare(options.number("--runs", 3), options.number("--cql-patients", 20_000));
      compare.run(options.numbers("--patients", "20000,100000"), options.has("--dry"), String.join(" ", arguments));
    } catch (Program.Failed e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(List<Integer> sizes, boolean isDry, String arguments) {
    page.circumstances(("./benchmarks/compare.sh " + arguments).trim());
    for (int patients : sizes) {
      measure(patients);
      table(patients);
    }
    goals(sizes.get(0), sizes.get(sizes.size() - 1));
    if (isDry) {
      System.out.println(page);
      return;
    }
    page.write("compare");
    sizes.forEach(n -> Page.picture("performance-" + n + ".svg", DotPlot.draw(
        String.format("Six pieces of work, %,d patients, whole process", n), measured.get(n))));
  }

  private Map<String, Program> programs(int patients) {
    Path extract = Workplace.extract(patients);
    Path clusters = Workplace.SIX.resolve("clusters");
    int threads = Runtime.getRuntime().availableProcessors();
    // The garbage collector that costs least; and for DuckDB the compiler that does, since Java has little to do there.
    List<String> plain = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData");
    List<String> small = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-Xmx64m");
    if (!Files.exists(extract.resolve("parquet/events.parquet"))) {
      Program.java(small, DuckDb.class, "convert", extract, clusters, threads).run();
    }
    Map<String, Program> programs = new LinkedHashMap<>();
    programs.put(RUBRIC, Program.rubric(6, extract));
    programs.put(HAND, Program.java(plain, HandWritten.class, extract, clusters));
    programs.put(LOAD, Program.java(small, DuckDb.class, "load", extract, clusters, threads));
    programs.put(SCAN, Program.java(small, DuckDb.class, "scan", extract, clusters, threads));
    programs.put(PREPARED, Program.rubric(6, Workplace.prepared(patients)));
    programs.put(PARQUET, Program.java(small, DuckDb.class, "parquet", extract, clusters, threads));
    programs.put(DROOLS, Program.java(plain, PlainDrools.class, extract, clusters));
    if (patients <= cqlPatients) {
      programs.put(CQL, Program.java(plain, CqlEngineRun.class, extract, clusters));
    }
    return programs;
  }

  private void measure(int patients) {
    Map<String, Measured> all = new LinkedHashMap<>();
    Counts expected = null;
    for (Map.Entry<String, Program> program : programs(patients).entrySet()) {
      System.err.printf("%,d patients: %s%n", patients, program.getKey());
      Measured run = program.getValue().measure(program.getKey().equals(CQL) ? 1 : runs);
      Counts counts = Program.counts(run);
      expected = expected == null ? counts : expected;
      requireEqual(program.getKey(), counts, expected);
      all.put(program.getKey(), run);
    }
    measured.put(patients, all);
  }

  private static void requireEqual(String program, Counts counts, Counts expected) {
    if (!counts.equals(expected)) {
      throw new Program.Failed(program + " counts\n" + counts + "\nand " + RUBRIC + " counts\n" + expected);
    }
    if (expected.get("DM_REG") == 0) {
      throw new Program.Failed("nobody was counted");
    }
  }

  private void table(int patients) {
    Map<String, Measured> all = measured.get(patients);
    Measured rubric = all.get(RUBRIC);
    page.line(String.format("### %,d patients", patients)).line("");
    page.line(String.format("![processor and wall time](performance-%d.svg)", patients)).line("");
    page.heading(
        "whole process", "wall s", "CPU s", "peak MB", "patients a CPU second", "wall", "CPU", "memory");
    all.forEach((name, run) -> page.row(
        name, Page.figure(run.wall()), Page.figure(run.cpu()), Page.figure(run.memory()),
        Page.figure(patients / run.cpu()), times(run.wall() / rubric.wall()), times(run.cpu() / rubric.cpu()),
        times(run.memory() / rubric.memory())));
    page.line("").line("The last three columns are multiples of " + RUBRIC + "'s. All counts are equal. "
        + (runs == 1 ? "One run each." : "The median of " + runs + " runs, each figure by itself"
        + (all.containsKey(CQL) ? "; of the CQL engine one run." : "."))).line("");
    Measured load = all.get(LOAD);
    page.line("Settings: " + load.note("settings") + ". Of DuckDB's process its driver, unpacking a native library and"
        + " starting it, takes " + Page.figure(load.printed("unpacking", "cpu")) + " s of CPU and "
        + Page.figure(load.printed("unpacking", "wall")) + " s of wall time.").line("");
  }

  private static String times(double ratio) {
    return Page.figure(ratio) + " ×";
  }

  private void goals(int small, int large) {
    Measured six = alone(small, 6);
    Measured sixty = alone(small, 60);
    double cql = small <= cqlPatients ? warmCql(small) : Double.NaN;
    evaluation(small, six, sixty, cql);
    List<Goal> goals = new ArrayList<>();
    against(goals, small, 1 / 3.0, 1 / 2.0, 1 / 2.0);
    if (large != small) {
      against(goals, large, 1 / 4.0, 1 / 3.0, 1 / 4.0);
    }
    Map<String, Measured> most = measured.get(large);
    goals.add(Goal.atMost(
        String.format("%,d patients, CPU against hand-written Java", large), ratio(most, HAND, Measured::cpu), 1.5));
    goals.add(Goal.atMost(
        String.format("%,d patients, CPU over a prepared extract against DuckDB over Parquet", large),
        most.get(PREPARED).cpu() / most.get(PARQUET).cpu(), 1));
    goals.add(Goal.atMost("evaluation alone, 60 indicators, against field extraction alone",
        sixty.printed("alpha", "cpu") / sixty.printed("fields", "cpu"), 3));
    goals.add(Goal.atLeast("evaluation alone, patients a CPU second, against the CQL engine",
        cql / six.printed("alpha", "cpu"), 100));
    Measured before = measured.get(small).get(RUBRIC);
    if (large != small) {
      String sizes = String.format("%,d patients against %,d, ", large, small);
      goals.add(Goal.atMost(sizes + "wall time", most.get(RUBRIC).wall() / before.wall(), (double) large / small));
      goals.add(Goal.atMost(sizes + "peak memory", most.get(RUBRIC).memory() / before.memory(), 1.2));
    }
    System.err.println("one thread");
    Measured one = Program.rubric(6, Workplace.extract(large), "--threads", "1").measure(runs);
    goals.add(Goal.atLeast(
        String.format("%,d patients, two threads against one, wall time", large), one.wall() / most.get(RUBRIC).wall(),
        1.7));
    page.line("### Goals").line("");
    Goal.table(page, goals);
  }

  private void against(List<Goal> goals, int patients, double wall, double cpu, double memory) {
    String what = String.format("%,d patients against DuckDB (load, then query), ", patients);
    Map<String, Measured> all = measured.get(patients);
    goals.add(Goal.atMost(what + "wall", ratio(all, LOAD, Measured::wall), wall));
    goals.add(Goal.atMost(what + "CPU", ratio(all, LOAD, Measured::cpu), cpu));
    goals.add(Goal.atMost(what + "peak memory", ratio(all, LOAD, Measured::memory), memory));
  }

  private static double ratio(
      Map<String, Measured> all, String other, ToDoubleFunction<Measured> figure) {
    return figure.applyAsDouble(all.get(RUBRIC)) / figure.applyAsDouble(all.get(other));
  }

  private Measured alone(int patients, int indicators) {
    System.err.println("evaluation alone, " + indicators + " indicators");
    return Program.java(List.of("-XX:+UseSerialGC"), EvaluationAlone.class, patients, indicators).measure(runs);
  }

  /** Processor time of the second pass, in seconds. */
  private double warmCql(int patients) {
    System.err.println("evaluation alone, " + CQL);
    return Program.java(List.of("-XX:+UseSerialGC"), CqlEngineRun.class,
        Workplace.extract(patients), Workplace.SIX.resolve("clusters"), 2).measure(runs).printed("evaluation", "cpu");
  }

  private void evaluation(int patients, Measured six, Measured sixty, double cql) {
    page.line("### Evaluation alone").line("");
    page.line(String.format(
        "Records in memory, warm, one thread, %,d patients; processor time, the median of %s. Field extraction is contained"
            + " in the others.",
        patients, runs == 1 ? "one process" : runs + " processes")).line("");
    page.heading("", "6 indicators, ms", "60 indicators, ms", "patients a CPU second (6)");
    for (String stage : List.of("fields", "alpha", "session")) {
      double cpu = six.printed(stage, "cpu");
      page.row(stage.equals("fields") ? "field extraction alone" : RUBRIC + ", " + stage, Page.figure(1_000 * cpu),
          Page.figure(1_000 * sixty.printed(stage, "cpu")), Page.figure(patients / cpu));
    }
    page.row(CQL, Page.figure(1_000 * cql), "—", Page.figure(patients / cql)).line("");
  }
}
