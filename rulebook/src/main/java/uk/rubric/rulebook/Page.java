package uk.rubric.rulebook;

import java.util.List;

/** The frame of each page: head, way to other pages, search, main part, foot. */
final class Page {
  private Page() {}

  static String of(String file, String title, Html main) {
    StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    Html.element("html", head(title), body(file, main)).with("lang", "en-GB").write(out);
    return out.toString();
  }

  private static Html head(String title) {
    return Html.element("head",
        Html.element("meta").with("charset", "utf-8"),
        Html.element("meta").with("name", "viewport").with("content", "width=device-width, initial-scale=1"),
        Html.element("meta").with("name", "color-scheme").with("content", "light dark"),
        Html.element("title", title + " – rule book"),
        Html.element("link").with("rel", "stylesheet").with("href", RuleBook.STYLE),
        Html.element("script").with("src", RuleBook.SCRIPT).with("defer", "defer"));
  }

  private static Html body(String file, Html main) {
    return Html.element("body",
        Html.element("a", "Skip to the rules").css("skip").with("href", "#main"),
        Html.element("header", Html.element("nav", pages(file)).with("aria-label", "Rule book"), search()),
        Html.element("main", main).id("main").with("tabindex", "-1"),
        Html.element("footer", Html.element("p", "Made by Rubric from the rule files that are run. The rule as written"
            + " decides; the reading beside it is made from the same rule.")));
  }

  private static Html pages(String file) {
    return Html.element("ul", Html.together(List.of(
        item(file, RuleBook.INDEX, "Rule book"), item(file, RuleBook.NAMES, "All names"))));
  }

  private static Html item(String file, String page, String label) {
    Html.Element link = Html.element("a", label).with("href", page);
    return Html.element("li", file.equals(page) ? link.with("aria-current", "page") : link);
  }

  /** A form that needs no script: the page of all names is what it leads to. */
  private static Html search() {
    return Html.element("form",
        Html.element("label", "Find a name").with("for", "find"),
        Html.element("input").id("find").with("type", "search").with("name", "q").with("autocomplete", "off")
            .with("spellcheck", "false"),
        Html.element("button", "Find").with("type", "submit"))
        .with("role", "search").with("action", RuleBook.NAMES).with("method", "get");
  }
}
