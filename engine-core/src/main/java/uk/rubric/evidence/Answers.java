package uk.rubric.evidence;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.syntax.ServiceNode.Level;

/** All answers of an extract. Immutable and thread-safe. */
public final class Answers {
  /** No answer to anything. */
  public static final Answers NONE = new Answers(List.of());

  private record Question(Level level, String organisation, String item) {}

  private final List<Answer> all;
  private final Map<Question, List<Answer>> byQuestion;

  /** Answers in any order; of two for one question and day the order decides nothing, as they must agree. */
  public Answers(List<Answer> answers) {
    this.all = List.copyOf(answers);
    this.byQuestion = answers.stream()
        .collect(Collectors.groupingBy(a -> new Question(a.level(), a.organisation(), a.item())));
  }

  /** All of them, as given. */
  public List<Answer> all() {
    return all;
  }

  /**
   * The answer with the latest date from {@code first} to {@code last}; empty when there is none or it says unknown.
   */
  public Optional<Answer> find(Level level, String organisation, String item, LocalDate first, LocalDate last) {
    return byQuestion.getOrDefault(new Question(level, organisation, item), List.of()).stream()
        .filter(a -> !a.date().isBefore(first) && !a.date().isAfter(last))
        .max(Comparator.comparing(Answer::date))
        .filter(a -> a.reply() != Reply.UNKNOWN);
  }
}
