package uk.rubric.rulebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The pages of a book, read as a browser would. */
record Site(String name, Map<String, String> files, Map<String, Document> pages) {
  Site(String name, Map<String, String> files) {
    this(name, files, new LinkedHashMap<>());
    files.forEach((file, text) -> {
      if (file.endsWith(".html")) {
        pages.put(file, Jsoup.parse(text));
      }
    });
  }

  static Stream<Site> all() {
    return Stream.of(new Site("example", Books.book(Books.example())),
        new Site("widened", Books.book(Books.widened())));
  }

  @Override
  public String toString() {
    return name;
  }
}
