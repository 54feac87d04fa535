package uk.rubric.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Contrast by the formula of WCAG 2.2, of each colour of the stylesheet on each background, light and dark. */
class ContrastTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z]+)-([a-z]+): #([0-9a-f]{6});");
  private static final double TEXT = 4.5;
  private static final double EDGE = 3;

  private record Palette(Map<String, Integer> texts, Map<String, Integer> backs, Map<String, Integer> lines) {}

  private static List<Palette> palettes() {
    List<Palette> found = new ArrayList<>();
    for (String block : stylesheet().split(":root \\{")) {
      Map<String, Map<String, Integer>> colours = new LinkedHashMap<>();
      Matcher colour = COLOUR.matcher(block);
      while (colour.find()) {
        colours.computeIfAbsent(colour.group(1), k -> new LinkedHashMap<>())
            .put(colour.group(2), Integer.valueOf(colour.group(3), 16));
      }
      if (!colours.isEmpty()) {
        found.add(new Palette(colours.get("text"), colours.get("back"), colours.get("line")));
      }
    }
    return found;
  }

  private static String stylesheet() {
    return Books.book(Books.widened()).get(RuleBook.STYLE);
  }

  @Test
  void textIsReadableOnEveryBackground() {
    assertThat(palettes()).hasSize(2);
    palettes().forEach(palette -> palette.texts().forEach((text, colour) -> palette.backs().forEach((back, on) ->
        assertThat(contrast(colour, on)).as("%s on %s", text, back).isGreaterThanOrEqualTo(TEXT))));
  }

  @Test
  void focusAndFieldsAreSeenOnEveryBackground() {
    palettes().forEach(palette -> List.of("focus", "input").forEach(line -> palette.backs().forEach((back, on) ->
        assertThat(contrast(palette.lines().get(line), on)).as("%s on %s", line, back).isGreaterThanOrEqualTo(EDGE))));
  }

  @Test
  void noColourStandsOutsideThePalettes() {
    String rules = stylesheet().replaceAll("--[a-z]+-[a-z]+: #[0-9a-f]{6};", "");
    assertThat(rules).doesNotContainPattern("#[0-9a-f]{3,8}\\b").doesNotContain("rgb(", "hsl(");
    assertThat(rules).doesNotContainPattern("[^-]color: (?!var\\(--text-|inherit|light dark)");
    assertThat(rules).doesNotContainPattern("background: (?!var\\(--back-|none)");
  }

  private static double contrast(int one, int other) {
    double light = Math.max(luminance(one), luminance(other));
    return (light + 0.05) / (Math.min(luminance(one), luminance(other)) + 0.05);
  }

  private static double luminance(int colour) {
    return 0.2126 * channel(colour >> 16) + 0.7152 * channel(colour >> 8) + 0.0722 * channel(colour);
  }

  private static double channel(int colour) {
    double share = (colour & 0xff) / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
