package uk.rubric.conformance.manual;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The fixed meanings of the language, each with the examples that show it. */
final class MeaningPage {
  private static final Pattern MEANING = Pattern.compile("^## (\\d+)\\. .+$", Pattern.MULTILINE);

  private final Contents contents;

  MeaningPage(Contents contents) {
    this.contents = contents;
  }

  String page() {
    Introduction introduction = contents.introduction("meaning.md");
    PageText page = new PageText(introduction.title());
    for (Introduction.Part part : introduction.parts()) {
      page.prose(anchored(part.text() + "\n\n" + shown(part.text())));
    }
    return page.text();
  }

  private static String anchored(String section) {
    Matcher meaning = MEANING.matcher(section);
    return meaning.find() ? Markdown.anchor(meaning.group(1)) + "\n" + section : section;
  }

  private String shown(String section) {
    Matcher meaning = MEANING.matcher(section);
    if (!meaning.find()) {
      return "";
    }
    String paragraph = "language, meaning " + meaning.group(1);
    List<Example> shown =
        contents.examples().stream().filter(e -> e.read().heading().paragraph().equals(paragraph)).toList();
    if (shown.isEmpty()) {
      throw new MalformedIntroduction("meaning.md", "no case stands for `" + paragraph + "`");
    }
    return shown.size() + (shown.size() == 1 ? " example: " : " examples: ") + shown.stream()
        .map(example -> Markdown.link(Markdown.words(example.id()), example.target()))
        .collect(Collectors.joining(" · "));
  }
}
