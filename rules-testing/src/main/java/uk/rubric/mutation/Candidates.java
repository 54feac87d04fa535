package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.rubric.syntax.ConditionNode;
import uk.rubric.syntax.FieldForm;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.LadderNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.RulesetNode.Indicator;
import uk.rubric.syntax.RulesetNode.Population;
import uk.rubric.syntax.RulesetNode.Reason;
import uk.rubric.syntax.ServiceNode;

/** All changes that are worth a try, in the order of the files; some of them do not check. */
final class Candidates {
  private static final String EVERYONE = "everyone";

  private final List<Candidate> found = new ArrayList<>();
  private final Map<String, String> parents = new HashMap<>();

  private Candidates(List<FileNode> all) {
    all.stream().flatMap(file -> file.rulesets().stream()).flatMap(Nodes::within).forEach(node -> {
      if (node instanceof Population population) {
        parents.put(population.name().text(), population.parent().map(Name::text).orElse(EVERYONE));
      }
    });
  }

  /**
   * The changes of some files.
   *
   * @param all the files of the rules, in which parents may stand
   */
  static List<Candidate> of(List<FileNode> files, List<FileNode> all) {
    Candidates candidates = new Candidates(all);
    for (FileNode file : files) {
      file.rulesets().forEach(ruleset -> candidates.ruleset(file, ruleset));
      file.services().forEach(service -> candidates.service(file, service));
    }
    return candidates.found;
  }

  private void ruleset(FileNode file, RulesetNode ruleset) {
    List<Node> parts = Nodes.within(ruleset).toList();
    LadderEdits ladders = new LadderEdits(parts.stream()
        .filter(Reason.class::isInstance).map(node -> ((Reason) node).name().text()).toList());
    FieldEdits fields = new FieldEdits(picked(parts), read(parts));
    Stream.concat(ruleset.items().stream(), ruleset.changes().stream()).forEach(item -> {
      List<Edit> edits = Nodes.within(item).flatMap(node -> edits(node, ladders, fields)).toList();
      add(edits, edit -> new Candidate(edit, file, Optional.of(ruleset), Optional.empty(), item));
    });
  }

  private static List<String> picked(List<Node> parts) {
    Set<String> clusters = new LinkedHashSet<>();
    parts.forEach(node -> {
      if (node instanceof FieldForm.Pick pick && !pick.source().array() && pick.source().text().contains("_")) {
        clusters.add(pick.source().text());
      }
    });
    return List.copyOf(clusters);
  }

  private static List<String> read(List<Node> parts) {
    Set<String> clusters = new LinkedHashSet<>();
    parts.forEach(node -> {
      if (node instanceof FieldForm.Reading reading) {
        clusters.add(reading.cluster().text());
      }
    });
    return List.copyOf(clusters);
  }

  private Stream<Edit> edits(Node node, LadderEdits ladders, FieldEdits fields) {
    if (node instanceof LadderNode ladder) {
      return ladders.of(ladder).stream();
    }
    if (node instanceof ConditionNode condition) {
      return condition.accept(new ConditionEdits()).stream();
    }
    if (node instanceof FieldForm form) {
      return form.accept(fields).stream();
    }
    return Stream.concat(parent(node).stream(), NumberEdits.of(node).stream());
  }

  /**
   * Of a population of a population that of the latter's parent; a figure of an indicator without ladders has its own.
   */
  private Optional<Edit> parent(Node node) {
    Optional<Name> parent = node instanceof Population population ? population.parent()
        : node instanceof Indicator indicator && indicator.denominator().isPresent() ? indicator.parent()
        : Optional.empty();
    return parent.flatMap(name -> Optional.ofNullable(parents.get(name.text()))
        .map(above -> new Edit(Operator.PARENT, name.span(), above)));
  }

  private void service(FileNode file, ServiceNode service) {
    List<Node> items = Stream.<Node>concat(service.items().stream(), service.changes().stream()).toList();
    for (Node item : items) {
      List<Edit> edits = Nodes.within(item).flatMap(node -> node instanceof ConditionNode condition
          ? condition.accept(new ConditionEdits()).stream() : NumberEdits.of(node).stream()).toList();
      add(edits, edit -> new Candidate(edit, file, Optional.empty(), Optional.of(service), item));
    }
  }

  /** Each change once, by place: two ways may come to the same text. */
  private void add(List<Edit> edits, java.util.function.Function<Edit, Candidate> candidate) {
    Set<String> seen = new HashSet<>();
    edits.stream()
        .sorted(Comparator.<Edit>comparingInt(e -> e.cut().start()).thenComparing(Edit::operator))
        .filter(edit -> seen.add(edit.cut().start() + "-" + edit.cut().end() + edit.put()))
        .map(candidate)
        .forEach(found::add);
  }
}
