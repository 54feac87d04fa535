package uk.rubric.conformance.manual;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the language is written, and where each of its words is shown. */
final class GrammarPage {
  private static final int SHOWN = 3;
  private static final Pattern NO_RULE = Pattern.compile("\"[^\"\n]*\"|//.*|\\|[^|\n]*\\|");

  private final Contents contents;
  private final Grammar grammar;

  GrammarPage(Contents contents, Grammar grammar) {
    this.contents = contents;
    this.grammar = grammar;
  }

  String page() {
    Introduction introduction = contents.introduction("grammar.md");
    PageText page = new PageText(introduction.title());
    introduction.parts().forEach(part -> page.prose(part.text()));
    grammar.sections().forEach((section, rules) -> {
      page.prose("## " + Markdown.sentence(section) + "\n\n" + Markdown.fenced("text", Grammar.shown(rules)));
    });
    page.prose("## Words\n\nEvery word of the language, with short examples that use it.\n\n" + words());
    return page.text();
  }

  private String words() {
    Map<Example, String> rules = new LinkedHashMap<>();
    contents.examples().stream()
        .filter(example -> example.refusal().isEmpty())
        .sorted(Comparator.comparing(example -> example.rules().length()))
        .forEach(example -> rules.put(example, NO_RULE.matcher(example.rules()).replaceAll("")));
    List<List<String>> rows = new ArrayList<>();
    grammar.words().forEach(word -> rows.add(List.of("`" + word + "`", shown(word, rules))));
    return Markdown.table(List.of("word", "shown by"), rows);
  }

  private static String shown(String word, Map<Example, String> rules) {
    Pattern whole = Pattern.compile("(?<![\\w])" + word + "(?![\\w])");
    return rules.entrySet().stream()
        .filter(entry -> whole.matcher(entry.getValue()).find())
        .limit(SHOWN)
        .map(entry -> Markdown.link(Markdown.words(entry.getKey().id()), entry.getKey().target()))
        .collect(Collectors.joining(" · "));
  }
}
