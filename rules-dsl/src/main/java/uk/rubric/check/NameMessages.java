package uk.rubric.check;

import static uk.rubric.check.Problems.quote;

import java.util.List;
import uk.rubric.check.NameKind.Wanted;
import uk.rubric.check.Scope.Entry;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.syntax.Name;

/** What is wrong with a name that stands for something else than it should, or for two things. No state. */
final class NameMessages {
  private NameMessages() {}

  /** @param ruleset that has both */
  static Diagnostic twice(Name name, String ruleset, Entry first) {
    return Diagnostic.at(name.span(), RuleDiagnostic.DUPLICATE_NAME,
            quote(name) + " is defined twice in rule set " + quote(ruleset))
        .withLabel(first.name().span(), "first defined here, as " + first.kind().words())
        .withHelp("give one of them another name");
  }

  static Diagnostic ambiguous(Name name, List<Entry> meant) {
    Diagnostic found = Diagnostic.at(name.span(), RuleDiagnostic.AMBIGUOUS_NAME,
        quote(name) + " is defined in several of the rule sets that are used");
    for (Entry entry : meant) {
      found = found.withLabel(entry.name().span(), "defined in rule set " + quote(entry.home().ruleset()));
    }
    return found.withHelp("name the rule set too: " + quote(meant.get(0).home().ruleset() + "." + name.written()));
  }

  static Diagnostic wrongKind(Name name, Wanted wanted, Entry entry) {
    return Diagnostic.at(name.span(), RuleDiagnostic.WRONG_KIND,
            quote(name) + " is " + entry.kind().words() + ", and a " + wanted.words() + " is expected here")
        .withLabel(entry.name().span(), "defined here")
        .withHelp("name a " + wanted.words() + " of this rule set");
  }

  static Diagnostic otherArrayness(Name name, Entry other) {
    String what = name.array() ? quote(name.text()) + " is no array" : quote(name) + " is an array";
    return Diagnostic.at(name.span(), RuleDiagnostic.ARRAY_MISMATCH, what)
        .withLabel(other.name().span(), "defined here")
        .withHelp("write " + quote(other.name()));
  }
}
