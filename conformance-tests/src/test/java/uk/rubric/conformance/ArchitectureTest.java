package uk.rubric.conformance;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.rubric.evaluate.BatchEvaluator;
import uk.rubric.evaluate.Evaluator;

/** The lines that hold the architecture (docs/architecture.md). */
@AnalyzeClasses(packages = "uk.rubric", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  /** Packages that open connections, one for each remote system: today no package does. */
  private static final String[] REMOTE_SYSTEMS = {};

  private static final Pattern TEST_METHOD =
      Pattern.compile("^ +@(Test|TestFactory|ParameterizedTest|Property|Example|ArchTest)\\b", Pattern.MULTILINE);

  private static final String ANTLR_GENERATED = "uk.rubric.parse.antlr";

  /** Every module with its packages. A new package is listed here when it is made. */
  private static final Map<String, String[]> MODULES =
      Map.ofEntries(
          Map.entry("rules-dsl",
              packages("source", "diagnostic", "value", "syntax", "parse", "parse.antlr", "format", "compose", "check",
                  "load", "lint")),
          Map.entry("rules-import", packages("imports")),
          Map.entry("rulebook", packages("rulebook")),
          Map.entry("engine-core",
              packages("run", "plan", "patient", "terminology", "evaluate", "evaluate.fields", "evaluate.drools",
                  "explain", "result", "count", "evidence", "payment", "report", "service", "worklist", "forecast",
                  "impact")),
          Map.entry("rules-analysis",
              packages("analysis", "analysis.solver", "proof", "difference")),
          Map.entry("rules-testing", packages("testing", "mutation")),
          Map.entry("snomed-adapter", packages("snomed.cluster")),
          Map.entry("extract-adapter", packages("extract", "extract.prepared", "extract.plain")),
          Map.entry("parquet-adapter", packages("extract.parquet")),
          Map.entry("extract-generator", packages("generate")),
          Map.entry("cli", packages("cli")),
          Map.entry("conformance-tests", packages("conformance", "conformance.manual")));

  /** The modules that each may use. */
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("rules-dsl", Set.of()),
          Map.entry("rules-import", Set.of("rules-dsl")),
          Map.entry("rulebook", Set.of("rules-dsl")),
          Map.entry("engine-core", Set.of("rules-dsl")),
          Map.entry("rules-analysis", Set.of("rules-dsl", "engine-core")),
          Map.entry("rules-testing", Set.of("rules-dsl", "engine-core", "rules-analysis")),
          Map.entry("snomed-adapter", Set.of("rules-dsl", "engine-core")),
          Map.entry("extract-adapter", Set.of("rules-dsl", "engine-core")),
          Map.entry("parquet-adapter", Set.of("extract-adapter")),
          Map.entry("extract-generator", Set.of("rules-dsl", "engine-core")),
          Map.entry("cli",
              Set.of("rules-dsl", "rules-import", "rulebook", "engine-core", "rules-analysis", "rules-testing",
                  "snomed-adapter", "extract-adapter", "extract-generator")),
          Map.entry("conformance-tests", Set.of("rules-dsl", "engine-core")));

  private static String[] packages(String... names) {
    return Stream.of(names).map(name -> "uk.rubric." + name).toArray(String[]::new);
  }

  @ArchTest
  static final ArchRule ANTLR_STAYS_IN_ONE_PACKAGE =
      noClasses().that().resideOutsideOfPackages("uk.rubric.parse", ANTLR_GENERATED)
          .should().dependOnClassesThat().resideInAnyPackage("org.antlr..", ANTLR_GENERATED);

  @ArchTest
  static final ArchRule DROOLS_STAYS_IN_ONE_PACKAGE =
      noClasses().that().resideOutsideOfPackage("uk.rubric.evaluate.drools")
          .should().dependOnClassesThat().resideInAnyPackage("org.drools..", "org.kie..");

  @ArchTest
  static final ArchRule THE_SOLVER_STAYS_IN_ONE_PACKAGE =
      noClasses().that().resideOutsideOfPackage("uk.rubric.analysis.solver")
          .should().dependOnClassesThat().resideInAPackage("de.uni_freiburg..");

  @ArchTest
  static final ArchRule PARQUET_STAYS_IN_ONE_PACKAGE =
      noClasses().that().resideOutsideOfPackage("uk.rubric.extract.parquet")
          .should().dependOnClassesThat().resideInAnyPackage("org.apache.parquet..", "shaded.parquet..",
              "org.xerial..");

  @ArchTest
  static final ArchRule HADOOP_IS_NOT_NEEDED =
      noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.hadoop..");

  @ArchTest
  static final ArchRule CONNECTIONS_ARE_OPENED_FOR_LISTED_REMOTE_SYSTEMS =
      noClasses().that().resideOutsideOfPackages(REMOTE_SYSTEMS)
          .should().dependOnClassesThat(describe("open connections", ArchitectureTest::opensConnections))
          .orShould().callMethod(URL.class, "openStream")
          .orShould().callMethod(URL.class, "openConnection");

  @ArchTest
  static final ArchRule THE_REFERENCE_KNOWS_NO_OTHER_EVALUATOR =
      noClasses().that().resideInAPackage("uk.rubric.evaluate")
          .should().dependOnClassesThat().resideInAnyPackage("uk.rubric.evaluate.fields", "uk.rubric.evaluate.drools");

  @ArchTest
  static final ArchRule NO_OTHER_EVALUATOR_SHARES_CODE_WITH_THE_REFERENCE =
      noClasses().that().resideInAnyPackage("uk.rubric.evaluate.fields", "uk.rubric.evaluate.drools")
          .should().dependOnClassesThat(
              resideInAnyPackage("uk.rubric.evaluate").and(not(DescribedPredicate.<JavaClass>describe(
                  "the interfaces", ArchitectureTest::isInterfaceOfEvaluators))));

  @ArchTest
  static final ArchRule ONE_CLASS_USES_WHAT_DROOLS_MAY_CHANGE =
      noClasses().that().doNotHaveSimpleName("AlphaNetwork")
          .should().dependOnClassesThat().resideInAnyPackage(
              "org.drools.core..", "org.drools.base..", "org.drools.modelcompiler.constraints..");

  @ArchTest
  static final ArchRule MONEY_KNOWS_NO_PATIENT =
      noClasses().that().resideInAPackage("uk.rubric.payment")
          .should().dependOnClassesThat().resideInAnyPackage("uk.rubric.patient", "uk.rubric.evaluate..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("uk.rubric.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule MONEY_AND_THRESHOLDS_ARE_EXACT =
      classes().that().resideInAnyPackage(packages("payment", "result", "check", "count", "impact"))
          .should(new ArchCondition<>("have no float or double") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
              type.getFields().forEach(f -> refuseInexact(f.getFullName(), List.of(f.getRawType()), events));
              type.getCodeUnits().forEach(unit -> {
                refuseInexact(unit.getFullName(), List.of(unit.getRawReturnType()), events);
                refuseInexact(unit.getFullName(), unit.getRawParameterTypes(), events);
              });
            }
          });

  @ArchTest
  static final ArchRule ONLY_THE_COMMAND_WRITES_TO_THE_TERMINAL =
      noClasses().that().resideOutsideOfPackage("uk.rubric.cli").should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule STATICS_ARE_FINAL =
      fields().that().areStatic().and().areDeclaredInClassesThat().resideOutsideOfPackage(ANTLR_GENERATED)
          .should().beFinal();

  @ArchTest
  static final ArchRule STATIC_ARRAYS_ARE_PRIVATE =
      fields().that().areStatic()
          .and(describe("are written arrays", ArchitectureTest::isWrittenArray))
          .and().areDeclaredInClassesThat().resideOutsideOfPackage(ANTLR_GENERATED)
          .should().bePrivate();

  private static boolean isInterfaceOfEvaluators(JavaClass type) {
    return type.isEquivalentTo(Evaluator.class)
        || type.isEquivalentTo(BatchEvaluator.class)
        || type.isEquivalentTo(BatchEvaluator.Decided.class);
  }

  private static boolean opensConnections(JavaClass type) {
    return resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..", "javax.net..", "java.rmi..").test(type)
        || Set.of(
                "java.net.Socket",
                "java.net.ServerSocket",
                "java.net.DatagramSocket",
                "java.net.URLConnection",
                "java.net.HttpURLConnection",
                "java.nio.channels.SocketChannel",
                "java.nio.channels.ServerSocketChannel",
                "java.nio.channels.DatagramChannel",
                "java.nio.channels.AsynchronousSocketChannel")
            .contains(type.getName());
  }

  private static void refuseInexact(String where, List<JavaClass> types, ConditionEvents events) {
    for (JavaClass type : types) {
      String name = type.getBaseComponentType().getName();
      if (Set.of("double", "float", "java.lang.Double", "java.lang.Float").contains(name)) {
        events.add(SimpleConditionEvent.violated(type, where + " is inexact: " + name));
      }
    }
  }

  private static boolean isWrittenArray(JavaField field) {
    return field.getRawType().isArray() && !field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  @ArchTest
  static void modulesPointOneWay(JavaClasses classes) {
    MAY_USE.forEach((module, used) -> {
      String[] others =
          MODULES.keySet().stream()
              .filter(other -> !other.equals(module) && !used.contains(other))
              .flatMap(other -> Stream.of(MODULES.get(other)))
              .toArray(String[]::new);
      noClasses().that().resideInAnyPackage(MODULES.get(module))
          .should().dependOnClassesThat().resideInAnyPackage(others)
          .as(module + " uses none but " + used)
          .check(classes);
    });
  }

  @ArchTest
  static void everyPackageIsOfAListedModule(JavaClasses classes) {
    Set<String> listed = new HashSet<>();
    MODULES.values().forEach(names -> listed.addAll(List.of(names)));

    assertThat(classes).isNotEmpty();
    assertThat(classes).allSatisfy(type -> assertThat(listed).contains(type.getPackageName()));
    assertThat(listed).allSatisfy(name -> assertThat(classes).anyMatch(type -> type.getPackageName().equals(name)));
  }

  @ArchTest
  static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
    Set<Path> folders = new TreeSet<>();
    sources("main").forEach(file -> folders.add(file.getParent()));

    assertThat(folders).hasSizeGreaterThan(15);
    assertThat(folders).allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).isRegularFile());
  }

  /** A test class of another name would never be run, and nobody would see it. */
  @ArchTest
  static void everyTestHasNameThatIsRun(JavaClasses classes) {
    List<Path> tests = sources("test").stream().filter(ArchitectureTest::holdsTests).toList();

    assertThat(tests).hasSizeGreaterThan(20);
    assertThat(tests).allSatisfy(file -> assertThat(file.toString()).matches(".*(Test|Properties|IT)[.]java"));
  }

  private static boolean holdsTests(Path file) {
    try {
      return TEST_METHOD.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java files of all modules that are beside this one. */
  private static List<Path> sources(String kind) {
    String pattern = "[.][.]/[^/]+/src/" + kind + "/java/.*[.]java";
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files.filter(file -> file.toString().replace('\\', '/').matches(pattern)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
