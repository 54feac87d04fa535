package uk.rubric.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;

/** What holds of any text that was a rule file once. */
class CheckerProperties {
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.£%\\[\\]-]+|\\S");
  private static final List<String> OTHER_WORDS = List.of(
      "PPED", "DM_COD", "DMLAT_DAT", "BPSYS_VAL[]", "BPSYS_DAT[]", "PAT_AGE", "PAT_ID", "DM_REG", "GMS", "DM", "DM020",
      "REGISTRATION", "LIST", "date", "value", "99999999999999999999", "0", "1.5", "£1", "10%", "2021-02-30", "next",
      "select", "and", "or", "(", ")", "{", "}", "years", "months", "mmHg", "of", "on", "everyone", "NOBODY");

  private static String text() {
    try {
      return Files.readString(Path.of("src/test/resources/golden/check/good/diabetes.rubric"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One change of a word: another word in its place, none, or the word of another place. */
  private static String change(String text, int seed) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    MatchResult at = words.get(Math.floorMod(seed, words.size()));
    int choice = Math.floorMod(seed / words.size(), OTHER_WORDS.size() + 20);
    String with = choice < OTHER_WORDS.size() ? OTHER_WORDS.get(choice)
        : choice % 4 == 0 ? "" : words.get(Math.floorMod(seed / 7, words.size())).group();
    return text.substring(0, at.start()) + with + text.substring(at.end());
  }

  @Property(tries = 1500)
  void changedFilesGiveDiagnosticsAndNeverAnException(
      @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 0) Integer> seeds) {
    String text = text();
    for (int seed : seeds) {
      text = change(text, seed);
    }
    CheckResult result = Checker.checkSources(List.of(new SourceText("changed.rubric", text)));
    assertThat(result.rules().isPresent()).isEqualTo(result.diagnostics().stream().noneMatch(Diagnostic::isError));
    List<Integer> places = new ArrayList<>();
    result.diagnostics().forEach(d -> places.add(((Place.InSource) d.place()).span().start()));
    assertThat(places).isSorted();
    assertThat(result.diagnostics()).allSatisfy(d -> assertThat(d.message()).doesNotContain("\n"));
  }
}
