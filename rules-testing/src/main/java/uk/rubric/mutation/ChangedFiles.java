package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.Span;
import uk.rubric.syntax.FileNode;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.RulesetNode;
import uk.rubric.syntax.ServiceNode;
import uk.rubric.syntax.Text;

/**
 * The rule files with one change, checked. Only the part that the change stands in is read again: all else of its file
 * is left blank, so that places stay what they are. Tests are left out, since they say what the rules should be.
 * Thread-safe.
 */
final class ChangedFiles {
  private final List<FileNode> files;

  ChangedFiles(List<FileNode> files) {
    this.files = List.copyOf(files);
  }

  /** The rules with the change; empty when it does not check. */
  Optional<CheckedRules> with(Candidate candidate) {
    return changed(candidate).flatMap(changed -> Checker.check(files.stream()
        .map(file -> file == candidate.file() ? changed : withoutTests(file))
        .filter(file -> !file.rulesets().isEmpty() || !file.services().isEmpty())
        .map(file -> new ParseResult(file, List.of(), Set.of()))
        .toList()).rules());
  }

  private static FileNode withoutTests(FileNode file) {
    return new FileNode(file.imports(), file.rulesets(), file.services(), List.of(), List.of(), List.of(), file.span());
  }

  private static Optional<FileNode> changed(Candidate candidate) {
    StringBuilder text = new StringBuilder(candidate.edit().cut().source().text().replaceAll("[^\\n\\r]", " "));
    candidate.ruleset().ifPresent(ruleset -> {
      keep(text, head(ruleset));
      keep(text, last(ruleset.span()));
    });
    candidate.service().ifPresent(service -> {
      keep(text, head(service));
      keep(text, last(service.span()));
    });
    keep(text, candidate.item().span());
    ParseResult read = RuleParser.parse(candidate.edit().in(text.toString()));
    return read.diagnostics().isEmpty() ? Optional.of(spliced(candidate, read.file())) : Optional.empty();
  }

  private static void keep(StringBuilder text, Span span) {
    text.replace(span.start(), span.end(), span.text());
  }

  private static Span head(RulesetNode ruleset) {
    Span end = ruleset.amends().map(RulesetNode.Base::span).orElse(ruleset.version().span());
    return untilBrace(ruleset.span(), end);
  }

  private static Span head(ServiceNode service) {
    Span name = service.title().map(Text::span).orElse(service.name().span());
    return untilBrace(service.span(), service.amends().map(Name::span).orElse(name));
  }

  private static Span untilBrace(Span all, Span last) {
    return Texts.cut(all, all.start(), Texts.find(all, last.end(), all.end(), "{").end());
  }

  private static Span last(Span all) {
    return Texts.cut(all, all.end() - 1, all.end());
  }

  private static FileNode spliced(Candidate candidate, FileNode read) {
    FileNode file = candidate.file();
    List<RulesetNode> rulesets = file.rulesets().stream()
        .map(r -> candidate.ruleset().filter(own -> own == r).isPresent()
            ? spliced(candidate, r, read.rulesets().get(0)) : r)
        .toList();
    List<ServiceNode> services = file.services().stream()
        .map(s -> candidate.service().filter(own -> own == s).isPresent()
            ? spliced(candidate, s, read.services().get(0)) : s)
        .toList();
    return new FileNode(file.imports(), rulesets, services, List.of(), List.of(), List.of(), file.span());
  }

  private static RulesetNode spliced(Candidate candidate, RulesetNode one, RulesetNode read) {
    return new RulesetNode(one.name(), one.title(), one.version(), one.amends(),
        replaced(one.items(), candidate, read.items()), replaced(one.changes(), candidate, read.changes()), one.span());
  }

  private static ServiceNode spliced(Candidate candidate, ServiceNode one, ServiceNode read) {
    return new ServiceNode(one.name(), one.title(), one.amends(), replaced(one.items(), candidate, read.items()),
        replaced(one.changes(), candidate, read.changes()), one.span());
  }

  private static <T> List<T> replaced(List<T> all, Candidate candidate, List<T> read) {
    List<T> parts = new ArrayList<>(all);
    parts.replaceAll(part -> part == candidate.item() && !read.isEmpty() ? read.get(0) : part);
    return parts;
  }
}
