package uk.rubric.conformance.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of one chapter: its introduction with the cases in their places, and at the end those without a place. */
final class ChapterPage {
  private static final String FURTHER = "## Further examples\n";

  private final String chapter;
  private final Introduction introduction;
  private final Map<String, Example> examples = new LinkedHashMap<>();

  ChapterPage(String chapter, Introduction introduction, List<Example> examples) {
    this.chapter = chapter;
    this.introduction = introduction;
    examples.forEach(example -> this.examples.put(example.id(), example));
  }

  String file() {
    return chapter + ".md";
  }

  String title() {
    return introduction.title();
  }

  String summary() {
    return introduction.summary();
  }

  List<Example> examples() {
    return List.copyOf(examples.values());
  }

  String page() {
    PageText page = new PageText(introduction.title());
    Set<String> placed = new LinkedHashSet<>();
    new RuleFiles(examples()).show(page);
    for (Introduction.Part part : introduction.parts()) {
      switch (part.kind()) {
        case "cases" -> part.names().forEach(name -> page.example(place(name, placed)));
        case "table" -> page.prose(new TruthTable(introduction.file(), part.text(), this::example).markdown());
        default -> page.prose(part.text());
      }
    }
    further(placed, page);
    return page.text();
  }

  private Example place(String name, Set<String> placed) {
    if (!placed.add(name)) {
      throw new MalformedIntroduction(introduction.file(), "`" + name + "` stands twice");
    }
    return example(name);
  }

  private Example example(String name) {
    Example example = examples.get(name);
    if (example == null) {
      throw new MalformedIntroduction(introduction.file(), "no case `" + name + "` in the chapter");
    }
    return example;
  }

  private void further(Set<String> placed, PageText page) {
    List<Example> rest = new ArrayList<>(examples.values());
    rest.removeIf(example -> placed.contains(example.id()));
    if (!rest.isEmpty()) {
      page.prose(placed.isEmpty() ? "## Examples\n" : FURTHER);
      rest.forEach(page::example);
    }
  }
}
