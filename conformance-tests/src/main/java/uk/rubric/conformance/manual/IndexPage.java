package uk.rubric.conformance.manual;

import java.util.List;

/** The front page of the manual. */
final class IndexPage {
  private final Contents contents;

  IndexPage(Contents contents) {
    this.contents = contents;
  }

  String page() {
    Introduction introduction = contents.introduction("README.md");
    List<List<String>> rows = contents.chapters().stream().map(IndexPage::row).toList();
    String table = Markdown.table(List.of("chapter", "examples", ""), rows);
    StringBuilder text = new StringBuilder("# " + introduction.title() + "\n\n" + PageText.GENERATED + "\n");
    introduction.parts().forEach(part ->
        text.append(part.isProse() ? part.text().replace("{{cases}}", count()) : table.stripTrailing()).append("\n\n"));
    return text.toString().stripTrailing() + "\n";
  }

  private String count() {
    return String.valueOf(contents.examples().size());
  }

  private static List<String> row(ChapterPage chapter) {
    return List.of(
        Markdown.link(chapter.title(), chapter.file()), String.valueOf(chapter.examples().size()), chapter.summary());
  }
}
