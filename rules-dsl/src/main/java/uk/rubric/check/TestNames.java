package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.Indicator;
import uk.rubric.check.CheckedRuleset.Population;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Suggestion;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;

/**
 * What names mean in a test: those of the rule sets that its service stands on, the subject's own before others; the
 * rule set may be named too, as in {@code DM.DM_COD}.
 */
final class TestNames {
  private final TestGround ground;
  private final Optional<CheckedRuleset> own;
  private final CheckedService service;
  private final TestProblems problems;

  /** @param subject of the test, whose own rule set comes before others */
  TestNames(TestGround ground, Name subject, CheckedService service, TestProblems problems) {
    this.ground = ground;
    this.own = ground.home(subject.text());
    this.service = service;
    this.problems = problems;
  }

  CheckedService service() {
    return service;
  }

  static Optional<String> rulesetOf(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.of(name.substring(0, dot));
  }

  static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** The only one of that name, or the subject's own; empty without a report. */
  private <T> Optional<T> one(Name name, List<T> found, Function<T, String> home) {
    if (found.size() > 1 && !home.apply(found.get(0)).equals(own.orElse(ground.rulesets().get(0)).name())) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.AMBIGUOUS_NAME,
              quote(name) + " is defined in several of the rule sets that the test's service uses")
          .withHelp("name the rule set too: " + quote(home.apply(found.get(0)) + "." + name.written())));
    }
    return found.stream().findFirst();
  }

  Optional<Population> population(Name name) {
    return one(name, ground.populations.all(name.text(), own), p -> p.id().ruleset());
  }

  Optional<Indicator> indicator(Name name) {
    return one(name, ground.indicators.all(name.text(), own), Indicator::ruleset);
  }

  /** The field of that name that is no array. */
  private Optional<CheckedField> plainField(Name name) {
    List<CheckedField> found =
        ground.fields.all(name.text(), own).stream().filter(field -> !field.id().array()).toList();
    return one(name, found, f -> f.id().ruleset());
  }

  /** The field of that name, array or not, after a report when there is none that is no array. */
  Optional<CheckedField> singleField(Name name) {
    Name plain = new Name(name.text(), false, name.span());
    Optional<CheckedField> found = name.array() ? Optional.empty() : plainField(plain);
    if (found.isEmpty() && isArray(name)) {
      problems.add(Diagnostic.at(name.span(), RuleDiagnostic.ARRAY_MISMATCH,
              quote(new Name(name.text(), true, name.span())) + " is an array, and is no one thing")
          .withHelp("expect something of a field that is drawn from it, or of the ladder that asks it"));
    } else if (found.isEmpty()) {
      problems.unknown(name, RuleDiagnostic.UNKNOWN_FIELD, "field", fields());
    }
    return found;
  }

  private boolean isArray(Name name) {
    return ground.fields.all(last(name.text()), own).stream().anyMatch(field -> field.id().array());
  }

  /** Whether a field has that name, array or not, without a report. */
  boolean isField(Name name) {
    return ground.fields.has(last(name.text()));
  }

  /** The subject's own first. */
  private Stream<CheckedRuleset> rulesets() {
    return Stream.concat(own.stream(), ground.rulesets().stream().filter(one -> own.isEmpty() || one != own.get()));
  }

  private List<String> fields() {
    return rulesets().flatMap(r -> r.fields().stream()).map(f -> f.id().name()).distinct().toList();
  }

  List<String> ladders() {
    return rulesets()
        .flatMap(r -> Stream.concat(
            r.populations().stream().map(p -> p.id().name()), r.indicators().stream().map(Indicator::name)))
        .distinct()
        .toList();
  }

  /** Every cluster that is meant: one that several rule sets pin alike is one. */
  Set<ClusterId> cluster(Name name) {
    List<Cluster> found = ground.clusters.all(name.text(), own);
    if (found.isEmpty()) {
      List<String> known = rulesets().flatMap(r -> r.clusters().stream()).map(c -> c.id().name()).distinct().toList();
      problems.unknown(name, RuleDiagnostic.UNKNOWN_CLUSTER, "code cluster", known);
    }
    Set<ClusterId> ids = new LinkedHashSet<>();
    for (Cluster cluster : found) {
      if (ids.isEmpty() || isAlike(cluster, found.get(0))) {
        ids.add(cluster.id());
      } else {
        problems.add(Diagnostic.at(name.span(), RuleDiagnostic.AMBIGUOUS_NAME,
                quote(name) + " has other codes in rule set " + quote(found.get(0).id().ruleset()) + " than in "
                    + quote(cluster.id().ruleset()))
            .withHelp("name the rule set too: " + quote(cluster.id().ruleset() + "." + name.text())));
      }
    }
    return ids;
  }

  private static boolean isAlike(Cluster one, Cluster other) {
    return one.refset().equals(other.refset()) && one.version().equals(other.version())
        && one.ecl().equals(other.ecl()) && one.listed().equals(other.listed());
  }

  /** Whether the service has a measure, payment or shared income of that name. */
  boolean isFigure(String name) {
    return isFigure(service, name);
  }

  static boolean isFigure(CheckedService service, String name) {
    return figures(service).anyMatch(name::equals);
  }

  List<String> figures() {
    return figures(service).distinct().toList();
  }

  private static Stream<String> figures(CheckedService service) {
    return Stream.of(
            service.measures().stream().map(CheckedService.Measure::name),
            service.pays().stream().map(CheckedService.Pay::name),
            service.pointsTables().stream().flatMap(t -> t.rows().stream()).map(CheckedService.PointsRow::indicator))
        .flatMap(names -> names);
  }

  boolean isMeasure(String name) {
    return service.measures().stream().anyMatch(m -> m.name().equals(name));
  }

  void unknownLadder(Name name) {
    problems.unknown(name, RuleDiagnostic.UNKNOWN_SUBJECT, "register, group, classification or indicator", ladders());
  }

  /** The problems of one test, which says nothing of names while the rules themselves are wrong. */
  record TestProblems(Problems problems, boolean sound) {
    void add(Diagnostic diagnostic) {
      problems.add(diagnostic);
    }

    void unknown(Name name, RuleDiagnostic code, String what, List<String> known) {
      if (sound && !problems.isBroken(name)) {
        problems.add(Diagnostic.at(name.span(), code, "there is no " + what + " " + quote(name)
                + " that this test could mean")
            .withHelp(Suggestion.closest(name.text(), known.stream().filter(k -> !k.equals(name.text())).toList())
                .map(n -> "did you mean " + quote(n) + "?")
                .orElse("name what the rules of the test have, or give the file that defines this")));
      }
    }

    void refuse(Span span, RuleDiagnostic code, String message, String help) {
      problems.add(Diagnostic.at(span, code, message).withHelp(help));
    }
  }
}
