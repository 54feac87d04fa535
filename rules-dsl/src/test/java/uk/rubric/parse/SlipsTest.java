package uk.rubric.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import uk.rubric.Golden;
import uk.rubric.check.Checker;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.DiagnosticFormat;
import uk.rubric.diagnostic.Place;
import uk.rubric.parse.antlr.RubricLexer;
import uk.rubric.source.SourceText;
import uk.rubric.source.Span;

/**
 * Slips in all rule files that examples, conformance cases and golden files have, the same ones in each run: few
 * messages for one slip, and of two slips far enough apart both are told.
 */
class SlipsTest {
  private static final List<Path> FOLDERS =
      List.of(Path.of("src", "test", "resources", "golden"), Path.of("..", "examples"),
          Path.of("..", "conformance-tests", "cases"), Path.of("..", "engine-core", "src", "test", "resources"));

  private static final int SLIPS = 200;
  private static final int MOST_FOR_ONE = 3;
  private static final int TOLD_PERCENT = 95;

  private final Random random = new Random(1948);

  /** One mistake of a hand. */
  private enum Slip {
    LEFT_OUT,
    TWICE,
    STRANGE_CHARACTER,
    MISSPELT,
    SWAPPED;

    List<String> in(List<String> tokens, int at) {
      List<String> slipped = new ArrayList<>(tokens);
      String word = tokens.get(at);
      switch (this) {
        case LEFT_OUT -> slipped.set(at, "");
        case TWICE -> slipped.set(at, word + " " + word);
        case STRANGE_CHARACTER -> slipped.set(at, "@");
        case MISSPELT -> slipped.set(at, word.charAt(0) + (word.length() > 1 ? word.substring(2) : word));
        case SWAPPED -> Collections.swap(slipped, at, next(tokens, at));
      }
      return slipped;
    }

    private static int next(List<String> tokens, int at) {
      int next = Math.min(at + 1, tokens.size() - 1);
      while (next < tokens.size() - 1 && !isWord(tokens.get(next))) {
        next++;
      }
      return isWord(tokens.get(next)) ? next : at;
    }
  }

  /** A file with slips, and what is said of it. */
  private record Slipped(SourceText source, List<Diagnostic> found) {
    static Slipped of(List<String> tokens) {
      SourceText source = new SourceText("slipped.rubric", String.join("", tokens));
      return new Slipped(source, RuleParser.parse(source).diagnostics());
    }

    /** Without places, which a slip before them moves. */
    Set<String> messages() {
      return found.stream().map(each -> each.code().id() + " " + each.message()).collect(Collectors.toSet());
    }
  }

  private static boolean isWord(String token) {
    return !token.isBlank() && !token.startsWith("//");
  }

  /** The tokens of each rule file that can be read, blanks and comments among them. */
  private static List<List<String>> files() {
    return FOLDERS.stream()
        .flatMap(SlipsTest::ruleFiles)
        .map(Golden::source)
        .filter(source -> RuleParser.parse(source).diagnostics().isEmpty())
        .map(source -> new RubricLexer(CharStreams.fromString(source.text())).getAllTokens().stream()
            .map(token -> ((Token) token).getText()).toList())
        .filter(tokens -> tokens.stream().anyMatch(SlipsTest::isWord))
        .toList();
  }

  private static Stream<Path> ruleFiles(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".rubric") && !file.toString().contains("target"))
          .sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int word(List<String> tokens) {
    int at = random.nextInt(tokens.size());
    return isWord(tokens.get(at)) ? at : word(tokens);
  }

  private Slip slip() {
    return Slip.values()[random.nextInt(Slip.values().length)];
  }

  @Test
  void oneSlipHasFewMessagesEachWithItsPlace() {
    List<List<String>> files = files();
    assertThat(files).hasSizeGreaterThan(20);
    for (int i = 0; i < SLIPS; i++) {
      List<String> tokens = files.get(i % files.size());
      Slipped slipped = Slipped.of(slip().in(tokens, word(tokens)));

      assertThat(slipped.found()).as(slipped.source().text()).hasSizeLessThanOrEqualTo(MOST_FOR_ONE);
      assertTold(slipped.source(), slipped.found());
      assertTold(slipped.source(), Checker.checkSources(List.of(slipped.source())).diagnostics());
    }
  }

  private static void assertTold(SourceText source, List<Diagnostic> found) {
    String shown = DiagnosticFormat.HUMAN.renderer().render(found);
    for (Diagnostic diagnostic : found) {
      assertThat(diagnostic.place()).isInstanceOf(Place.InSource.class);
      Span span = ((Place.InSource) diagnostic.place()).span();
      assertThat(span.source()).isEqualTo(source);
      assertThat(span.end()).isBetween(span.start(), source.text().length());
      assertThat(shown).contains(diagnostic.message());
    }
  }

  @Test
  void ofTwoSlipsBothAreTold() {
    List<List<String>> files = files();
    int told = 0;
    for (int i = 0, tried = 0; i < SLIPS; tried++) {
      List<String> tokens = files.get(tried % files.size());
      int first = word(tokens);
      int second = word(tokens);
      if (linesBetween(tokens, first, second) >= 2) {
        Slip one = slip();
        Slip other = slip();
        Slipped firstAlone = Slipped.of(one.in(tokens, first));
        Slipped secondAlone = Slipped.of(other.in(tokens, second));
        if (!firstAlone.found().isEmpty() && !secondAlone.found().isEmpty()) {
          told += tellsBoth(Slipped.of(one.in(other.in(tokens, second), first)), firstAlone, secondAlone) ? 1 : 0;
          i++;
        }
      }
    }
    assertThat(told * 100 / SLIPS).as("of a hundred files with two slips").isGreaterThanOrEqualTo(TOLD_PERCENT);
  }

  private static boolean tellsBoth(Slipped both, Slipped first, Slipped second) {
    return both.found().size() >= 2
        && !Collections.disjoint(both.messages(), first.messages())
        && !Collections.disjoint(both.messages(), second.messages());
  }

  private static long linesBetween(List<String> tokens, int first, int second) {
    return second < first ? 0
        : String.join("", tokens.subList(first, second)).chars().filter(each -> each == '\n').count();
  }
}
