package uk.rubric.conformance.manual;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import uk.rubric.conformance.ConformanceCases;

/** The pages of the reference manual. Stateless; the same cases give the same bytes. */
public final class Manual {
  private Manual() {}

  /**
   * Every page by the name of its file, such as {@code dates.md}.
   *
   * @param cases the folder of the cases
   * @param introductions the folder with the introductions of the chapters
   * @param grammar the grammar of the language
   * @throws uk.rubric.conformance.MalformedCase when a case is not in the format
   * @throws MalformedIntroduction when an introduction names what is not there, or names it twice
   */
  public static Map<String, String> pages(Path cases, Path introductions, Path grammar) {
    Contents contents = Contents.of(ConformanceCases.in(cases), introductions);
    Map<String, String> pages = new LinkedHashMap<>();
    contents.chapters().forEach(chapter -> pages.put(chapter.file(), chapter.page()));
    pages.put("meaning.md", new MeaningPage(contents).page());
    pages.put("grammar.md", new GrammarPage(contents, Grammar.read(grammar)).page());
    pages.put("README.md", new IndexPage(contents).page());
    return pages;
  }

  /**
   * What the page of each diagnostic code says of the examples that show it, by code.
   *
   * @param cases the folder of the cases
   */
  public static Map<String, String> references(Path cases) {
    return ErrorPages.references(ConformanceCases.in(cases).stream().map(Example::of).toList());
  }
}
