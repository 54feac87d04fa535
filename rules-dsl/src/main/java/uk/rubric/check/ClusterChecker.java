package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRuleset.Cluster;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.check.CheckedRuleset.ListedCode;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.source.Span;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.RulesetNode.ClusterContent;
import uk.rubric.syntax.Text;
import uk.rubric.value.SctId;

/** Checks the code clusters of one rule set; what their codes mean is not known here. */
final class ClusterChecker {
  private final String ruleset;
  private final Problems problems;

  ClusterChecker(String ruleset, Problems problems) {
    this.ruleset = ruleset;
    this.problems = problems;
  }

  Optional<Cluster> check(RulesetNode.Cluster node, List<Note> notes) {
    ClusterId id = new ClusterId(ruleset, node.name().text());
    String title = node.title().map(Text::text).orElse("");
    if (node.content() instanceof ClusterContent.Refset refset) {
      Optional<String> version = Optional.of(refset.version().text());
      return sctId(refset.id()).map(r ->
          new Cluster(id, title, Optional.of(r), version, Optional.empty(), List.of(), notes, node.name().span()));
    }
    if (node.content() instanceof ClusterContent.Ecl ecl) {
      return Optional.of(new Cluster(id, title, Optional.empty(), Optional.empty(),
          Optional.of(ecl.expression().text()), List.of(), notes, node.name().span()));
    }
    return listed((ClusterContent.Codes) node.content()).map(codes ->
        new Cluster(id, title, Optional.empty(), Optional.empty(), Optional.empty(), codes, notes, node.name().span()));
  }

  private Optional<List<ListedCode>> listed(ClusterContent.Codes content) {
    Map<SctId, Span> seen = new HashMap<>();
    List<ListedCode> codes = content.codes().stream()
        .map(code -> listed(code, seen)).flatMap(Optional::stream).toList();
    return codes.size() == content.codes().size() ? Optional.of(codes) : Optional.empty();
  }

  private Optional<ListedCode> listed(RulesetNode.ListedCode code, Map<SctId, Span> seen) {
    Optional<SctId> id = sctId(code.id());
    Optional<Span> first = id.map(i -> seen.putIfAbsent(i, code.id().span()));
    if (first.isPresent()) {
      problems.add(Diagnostic.at(code.id().span(), RuleDiagnostic.DUPLICATE_CODE,
              "code " + quote(code.id().text()) + " is listed twice")
          .withLabel(first.get(), "first listed here")
          .withHelp("remove one of them"));
      return Optional.empty();
    }
    return id.map(i -> new ListedCode(i, code.term().map(Text::text).orElse("")));
  }

  private Optional<SctId> sctId(Text text) {
    Optional<SctId> id = SctId.parse(text.text());
    if (id.isEmpty()) {
      problems.add(Diagnostic.at(text.span(), RuleDiagnostic.INVALID_SCTID,
              quote(text.text()) + " is not the identifier of a SNOMED CT concept or reference set")
          .withHelp("copy it from the source as text: a spreadsheet may have changed its last digits"));
    }
    return id;
  }
}
