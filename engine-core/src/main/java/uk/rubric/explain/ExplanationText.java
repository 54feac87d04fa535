package uk.rubric.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Note;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.RuleTrace;
import uk.rubric.explain.Explanation.Side;
import uk.rubric.explain.Explanation.UnitEntry;
import uk.rubric.patient.EventDetail;
import uk.rubric.plan.Mode;

/**
 * An explanation in plain words, for a practice manager or clinician. Of a rule that was passed because its condition
 * failed, the first part that failed says enough; of one that held, and of the one that decided, every part counts.
 */
public final class ExplanationText {
  private static final int FACT_INDENT = "2021-05-10  ".length();
  private static final int MOST_FINDINGS = 12;

  private final FoldedLines lines = new FoldedLines();
  private final boolean severalFiles;

  private ExplanationText(Explanation explanation) {
    severalFiles = all(explanation).flatMap(ladder -> ladder.rules().stream())
        .map(rule -> rule.span().source().name()).distinct().count() > 1;
  }

  /** Lines of at most 110 characters where words allow, each ended; the first says where the patient stands. */
  public static String of(Explanation explanation) {
    ExplanationText text = new ExplanationText(explanation);
    text.title(explanation);
    explanation.ladders().forEach(text::ladder);
    explanation.others().forEach(text::ladder);
    text.facts(explanation.facts());
    text.notes(explanation.notes());
    return text.lines.toString();
  }

  private void title(Explanation explanation) {
    String rulesets = String.join(", ", all(explanation).map(LadderTrace::ruleset).distinct().toList());
    lines.add(0, explanation.patientId() + " at " + explanation.practice() + ", " + explanation.output().id()
        + explanation.entry().map(ExplanationText::entry).orElse("") + ": " + standing(explanation));
    if (!explanation.output().title().isEmpty()) {
      lines.add(2, explanation.output().title());
    }
    lines.add(0, explanation.service() + (rulesets.isEmpty() ? "" : ", rule set " + rulesets) + ", as at "
        + explanation.asAt() + (explanation.mode() == Mode.ROLLING ? ", rolling" : ""));
  }

  private static Stream<LadderTrace> all(Explanation explanation) {
    return Stream.concat(explanation.ladders().stream(), explanation.others().stream());
  }

  private static String entry(UnitEntry entry) {
    return ", " + entry.array() + " of " + entry.day()
        + (entry.of() == 1 ? "" : " (" + entry.number() + " of " + entry.of() + ")");
  }

  private static String standing(Explanation explanation) {
    boolean isLabelled = explanation.standing() == Explanation.Standing.CLASSIFIED;
    return isLabelled
        ? explanation.ladders().get(explanation.ladders().size() - 1).label().orElseThrow()
        : explanation.standing().words();
  }

  private void ladder(LadderTrace ladder) {
    RuleTrace deciding = ladder.deciding();
    lines.gap();
    lines.add(0, ladder.kind().word() + " " + ladder.owner() + ": " + Actions.done(ladder)
        + reason(deciding.action()) + place(deciding));
    deciding.action().reason().filter(r -> !r.title().isEmpty()).ifPresent(r -> lines.add(2, r.title()));
    int width = String.valueOf(deciding.number()).length();
    ladder.rules().forEach(rule -> rule(rule, rule == deciding, width));
  }

  /** Where the rules met stand in several files, as those of a changed rule set do, that of the one that decided. */
  private String place(RuleTrace rule) {
    return severalFiles ? ", " + rule.span().source().name() + " line " + rule.span().from().line() : "";
  }

  private static String reason(Action action) {
    return action.reason().map(r -> " as " + r.name() + " (" + r.kindWord() + ")").orElse("");
  }

  private void rule(RuleTrace rule, boolean decides, int width) {
    int indent = 2 + "rule   ".length() + width;
    String head = String.format("rule %-" + width + "d", rule.number()) + Actions.block(rule) + "  ";
    String then = " → " + action(rule.action());
    List<Finding> findings = rule.findings();
    if (rule.condition().isEmpty()) {
      lines.add(2, indent, head + "for everyone" + then);
    } else if (!rule.held() && (!decides || findings.size() == 1 && findings.get(0).parts().isEmpty())) {
      String more = findings.size() == 1 ? "" : ", and " + (findings.size() - 1) + " more";
      lines.add(2, indent, head + "no: " + finding(findings.get(0)) + more + then);
    } else {
      lines.add(2, indent, head + (rule.held() ? "yes" : "no") + then);
      findings(indent, findings);
    }
  }

  private void findings(int indent, List<Finding> findings) {
    findings.stream().limit(MOST_FINDINGS).forEach(finding -> {
      lines.add(indent, indent + 2, (finding.held() ? "" : "not: ") + finding(finding));
      findings(indent + 2, finding.parts());
    });
    if (findings.size() > MOST_FINDINGS) {
      lines.add(indent, "and " + (findings.size() - MOST_FINDINGS) + " more");
    }
  }

  private static String action(Action action) {
    return word(action.kind()) + action.label().map(label -> " " + label).orElse("")
        + action.reason().map(reason -> " as " + reason.name()).orElse("");
  }

  private static String finding(Finding finding) {
    List<String> sides = new ArrayList<>(finding.outcome().stream().toList());
    finding.sides().forEach(side -> sides.addAll(side(side, finding)));
    return finding.text() + (sides.isEmpty() ? "" : "  (" + String.join(", ", sides) + ")");
  }

  /** Nothing that the condition itself says. */
  private static List<String> side(Side side, Finding finding) {
    String words = side.name() + " is " + side.content();
    List<String> told = new ArrayList<>(finding.held() && words.equals(finding.text()) ? List.of() : List.of(words));
    side.passedOver().ifPresent(told::add);
    side.how().ifPresent(told::add);
    return told.isEmpty() ? told : List.of(String.join(": ", told));
  }

  private void facts(List<Fact> facts) {
    lines.gap();
    lines.add(0, facts.isEmpty() ? "facts used: none is recorded" : "facts used");
    facts.forEach(fact -> lines.add(
        2, 2 + FACT_INDENT, fact.accept(new Words()) + " → " + String.join(", ", fact.fields())));
  }

  private void notes(List<Note> notes) {
    if (!notes.isEmpty()) {
      lines.gap();
      lines.add(0, "notes");
      notes.forEach(note -> lines.add(2, 4, note.on() + ": " + word(note.kind()) + ", " + note.text()));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** What was recorded, and where it stands in which part of the extract. */
  private static final class Words implements Fact.Visitor<String> {
    @Override
    public String birth(Fact.Birth fact) {
      return fact.date() + "  born";
    }

    @Override
    public String sex(Fact.Sex fact) {
      return "sex         " + fact.sex();
    }

    @Override
    public String registered(Fact.Registered fact) {
      return fact.start() + "  registered" + fact.end().map(end -> " until " + end).orElse("")
          + where("registrations", fact.lines(), fact.times());
    }

    @Override
    public String recorded(Fact.Recorded fact) {
      return fact.date() + "  " + String.join(", ", fact.clusters()) + " " + fact.code()
          + (fact.term().isEmpty() ? "" : " |" + fact.term() + "|")
          + fact.value().map(value -> " " + value.toPlainString()).orElse("")
          + fact.unit().map(unit -> " " + unit).orElse("")
          + detail(fact.detail())
          + where("events", fact.lines(), fact.times());
    }

    private static String detail(EventDetail detail) {
      return detail.episode().map(episode -> ", episode " + episode).orElse("")
          + detail.entered().map(entered -> ", entered " + entered).orElse("")
          + detail.id().map(id -> ", entry " + id).orElse("")
          + detail.parent().map(parent -> ", belongs to " + parent).orElse("");
    }

    private static String where(String part, List<Long> lines, int times) {
      String numbers = String.join(", ", lines.stream().map(String::valueOf).toList());
      String place = lines.isEmpty() ? "" : part + (lines.size() == 1 ? " line " : " lines ") + numbers;
      String often = times == 1 ? "" : "recorded " + times + " times";
      String both = String.join("; ", Stream.of(place, often).filter(words -> !words.isEmpty()).toList());
      return both.isEmpty() ? "" : "  (" + both + ")";
    }
  }
}
