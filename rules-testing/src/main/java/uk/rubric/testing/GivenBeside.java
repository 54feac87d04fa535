package uk.rubric.testing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import uk.rubric.check.CheckedService;
import uk.rubric.check.CheckedTest;
import uk.rubric.check.CheckedTest.Given;
import uk.rubric.check.Stretch;
import uk.rubric.evidence.Answer;
import uk.rubric.evidence.Answer.Reply;
import uk.rubric.evidence.Answers;
import uk.rubric.evidence.History;
import uk.rubric.patient.Practice;
import uk.rubric.syntax.ServiceNode.Level;

/** What a test gives beside counts: answers and figures of the year before, of a practice alone in its PCN and ICB. */
final class GivenBeside {
  static final String PRACTICE = "P";
  private static final String PCN = "PCN";
  private static final String ICB = "ICB";

  private GivenBeside() {}

  /** Of whom tests tell. */
  static Practice practice() {
    return new Practice(
        PRACTICE, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.of(PCN), Optional.of(ICB));
  }

  /** An answer holds for each month or quarter that none is given for by itself. */
  static Answers answers(CheckedTest test, Stretch period) {
    List<Given.Answer> given = all(test, Given.Answer.class).toList();
    List<Answer> answers = new ArrayList<>();
    for (Given.Answer one : given) {
      CheckedService.Evidence evidence = one.evidence();
      List<Stretch> own = given.stream()
          .filter(g -> g.evidence().equals(evidence)).flatMap(g -> g.part().stream()).toList();
      List<Stretch> parts = one.part().map(List::of).orElseGet(() ->
          Stretch.of(period.start(), period.end(), evidence.each().every()).stream()
              .filter(part -> !own.contains(part)).toList());
      parts.forEach(part -> answers.add(answer(one, part.end())));
    }
    return new Answers(answers);
  }

  private static Answer answer(Given.Answer given, LocalDate date) {
    Reply reply = given.yes().map(yes -> yes ? Reply.YES : Reply.NO)
        .orElse(given.number().isPresent() ? Reply.NUMBER : given.day().isPresent() ? Reply.DATE : Reply.UNKNOWN);
    Level level = given.evidence().each().level();
    String whose = level == Level.PCN ? PCN : level == Level.ICB ? ICB : PRACTICE;
    return new Answer(level, whose, given.evidence().name(), date, reply, given.number(), given.day());
  }

  /** Whoever's figure it is: the practice is alone. */
  static History history(CheckedTest test, Stretch period) {
    int year = period.start().getYear() - 1;
    return new History(all(test, Given.Previous.class)
        .flatMap(given -> Stream.of(PRACTICE, PCN, ICB)
            .map(whose -> new History.Entry(whose, year, given.output(), given.measure(), given.value())))
        .toList());
  }

  /** The weighted list, if it is given. */
  static Optional<BigDecimal> weightedList(CheckedTest test) {
    return all(test, Given.WeightedList.class).map(Given.WeightedList::number).findFirst();
  }

  private static <T> Stream<T> all(CheckedTest test, Class<T> kind) {
    return test.given().stream().filter(kind::isInstance).map(kind::cast);
  }
}
