package uk.rubric.explain;

import java.util.List;
import java.util.Locale;
import uk.rubric.check.Ladder.Action;
import uk.rubric.check.Note;
import uk.rubric.explain.Explanation.Finding;
import uk.rubric.explain.Explanation.LadderTrace;
import uk.rubric.explain.Explanation.RuleTrace;
import uk.rubric.explain.Explanation.Side;
import uk.rubric.plan.Mode;

/** An explanation in plain words. */
public final class ExplanationText {
  private final StringBuilder text = new StringBuilder();

  private ExplanationText() {}

  /** Several lines, each ended; the first says where the patient stands. */
  public static String of(Explanation explanation) {
    ExplanationText text = new ExplanationText();
    text.title(explanation);
    explanation.ladders().forEach(text::ladder);
    text.facts(explanation.facts());
    text.notes(explanation.notes());
    return text.text.toString();
  }

  private void line(int depth, String words) {
    text.append("  ".repeat(depth)).append(words).append('\n');
  }

  private void title(Explanation explanation) {
    String title = explanation.output().title();
    line(0, explanation.patientId() + " at " + explanation.practice() + ", " + explanation.output().id()
        + (title.isEmpty() ? "" : " \"" + title + "\"") + ": " + explanation.standing().words());
    line(0, explanation.service() + " as at " + explanation.asAt()
        + (explanation.mode() == Mode.ROLLING ? ", rolling" : ""));
  }

  private void ladder(LadderTrace ladder) {
    text.append('\n');
    RuleTrace deciding = ladder.deciding();
    line(0, ladder.kind().word() + " " + ladder.owner() + ": "
        + (ladder.selected() ? "selected" : "rejected") + " by rule " + deciding.number() + reason(deciding.action()));
    ladder.rules().forEach(rule -> rule(rule, rule == deciding));
  }

  private static String reason(Action action) {
    return action.reason()
        .map(r -> " as " + r.name() + " (" + r.kindWord() + (r.title().isEmpty() ? "" : ": " + r.title()) + ")")
        .orElse("");
  }

  private void rule(RuleTrace rule, boolean decides) {
    String held = rule.condition().isEmpty() ? "for everyone" : rule.held() ? "true" : "false";
    line(1, rule.number() + ": " + held + ", " + action(rule.action()));
    // Of a rule that was passed the first part that failed says enough; of the one that decided every part counts.
    long shown = decides || rule.held() ? rule.findings().size() : 1;
    rule.findings().stream().limit(shown).forEach(this::finding);
    if (shown < rule.findings().size()) {
      line(2, "and " + (rule.findings().size() - shown) + " more false");
    }
  }

  private static String action(Action action) {
    return word(action.kind())
        + action.reason().map(reason -> " as " + reason.name()).orElse("");
  }

  private void finding(Finding finding) {
    List<String> sides = finding.sides().stream().map(ExplanationText::side).toList();
    line(2, (finding.held() ? "true: " : "false: ") + finding.text()
        + (sides.isEmpty() ? "" : "  [" + String.join("; ", sides) + "]"));
  }

  private static String side(Side side) {
    return side.name() + (side.content().equals("not recorded") ? " " : " = ") + side.content()
        + side.passedOver().map(words -> " (" + words + ")").orElse("");
  }

  private void facts(List<Fact> facts) {
    text.append('\n');
    line(0, facts.isEmpty() ? "facts used: none is recorded" : "facts used");
    facts.forEach(fact -> line(1, fact.accept(new Words())));
  }

  private void notes(List<Note> notes) {
    if (!notes.isEmpty()) {
      text.append('\n');
      line(0, "notes");
      notes.forEach(note -> line(1, note.on() + ": " + word(note.kind()) + ", " + note.text()));
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static final class Words implements Fact.Visitor<String> {
    @Override
    public String birth(Fact.Birth fact) {
      return fact.date() + "  born" + fields(fact);
    }

    @Override
    public String registered(Fact.Registered fact) {
      return fact.start() + "  registered" + fact.end().map(end -> " until " + end).orElse("")
          + where(fact.lines(), fact.times()) + fields(fact);
    }

    @Override
    public String recorded(Fact.Recorded fact) {
      return fact.date() + "  " + String.join(", ", fact.clusters()) + " " + fact.code()
          + (fact.term().isEmpty() ? "" : " |" + fact.term() + "|")
          + fact.value().map(value -> " " + value.toPlainString()).orElse("")
          + fact.unit().map(unit -> " " + unit).orElse("")
          + where(fact.lines(), fact.times())
          + fields(fact);
    }

    private static String where(List<Long> lines, int times) {
      String numbers = String.join(", ", lines.stream().map(String::valueOf).toList());
      return (lines.isEmpty() ? "" : (lines.size() == 1 ? ", line " : ", lines ") + numbers)
          + (times == 1 ? "" : ", recorded " + times + " times");
    }

    private static String fields(Fact fact) {
      return " -> " + String.join(", ", fact.fields());
    }
  }
}
