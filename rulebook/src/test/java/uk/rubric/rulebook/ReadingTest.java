package uk.rubric.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.check.Ladder;
import uk.rubric.parse.ParseResult;
import uk.rubric.rulebook.Places.LadderName;

/** Every reading of a file, beside the words that it was made from. */
class ReadingTest {
  @ParameterizedTest
  @ValueSource(strings = {"widened", "diabetes"})
  void readsBackWhatIsEvaluated(String name) throws IOException {
    List<ParseResult> files = Books.read(name.equals("diabetes") ? Books.example() : Books.widened());
    Book book = new Book(Books.check(files), new Source(files), (ladder, rule) -> Optional.empty());
    StringBuilder out = new StringBuilder();
    CheckedRules rules = book.rules();
    rules.rulesets().forEach(ruleset -> new Read(book, ruleset, out).all());
    rules.services().forEach(service -> read(book, service, out));
    Path golden = Books.GOLDEN.resolve(name + ".txt");
    if (!System.getProperty("golden.update", "").isEmpty()) {
      Files.writeString(golden, out);
    }
    assertThat(out.toString()).isEqualTo(Books.text(golden));
  }

  private static void read(Book book, CheckedService service, StringBuilder out) {
    FormulaWords words = new FormulaWords(service, book.places(service),
        new Vocabulary(book.places(service), book.source()));
    service.measures().forEach(m -> out.append(FormulaWords.each(m.each())).append('\n')
        .append(m.span().text()).append('\n').append(words.sentence(m.formula(), m.rounding()).plain()).append("\n\n"));
    service.pays().forEach(p -> out.append(p.span().text()).append('\n')
        .append(words.sentence(p.formula(), Optional.of(p.rounding())).plus(words.condition(p.when())).plain())
        .append("\n\n"));
  }

  private record Read(Book book, CheckedRuleset ruleset, StringBuilder out) {
    private Reading reading() {
      return new Reading(new Vocabulary(book.places(ruleset), book.source()), ruleset.name());
    }

    void all() {
      Stream.concat(ruleset.fields().stream(), Places.local(ruleset)).forEach(field ->
          out.append(Source.text(field.span())).append('\n').append(reading().field(field).plain()).append("\n\n"));
      ruleset.populations().forEach(p ->
          ladder(p.ladder(), new LadderName(p.id().name(), Optional.empty()), Ladders.subject(p.each())));
      ruleset.indicators().forEach(i -> {
        i.denominator().ifPresent(l ->
            ladder(l, new LadderName(i.name(), Optional.of("denominator")), Ladders.subject(i.each())));
        i.numerator().ifPresent(l ->
            ladder(l, new LadderName(i.name(), Optional.of("numerator")), Ladders.subject(i.each())));
      });
    }

    private void ladder(Ladder ladder, LadderName name, String subject) {
      ladder.rules().forEach(rule -> out.append(name.words()).append(' ').append(Source.text(rule.span())).append('\n')
          .append(reading().rule(rule, ladder, name, subject).plain()).append("\n\n"));
    }
  }
}
