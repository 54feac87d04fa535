package uk.rubric.rulebook;

import java.util.List;
import uk.rubric.compose.TakenTest;
import uk.rubric.syntax.TestNode;

/** Tests beside the rules, as the file has them, and what other services take them over. */
final class Tests {
  private Tests() {}

  /**
   * Tests of a register, indicator or payment; nothing when there are none.
   *
   * @param owner the rule set or service that has it
   * @param level of their heading
   */
  static Html of(Book book, String owner, String name, int level) {
    List<TestNode> tests = book.tests(owner, name);
    if (tests.isEmpty()) {
      return Html.none();
    }
    List<Html> each = tests.stream().<Html>map(test -> test(test, book.source().taken(test))).toList();
    return Html.together(Html.element("h" + level, "Tests of " + name),
        Html.element("ul", Html.together(each)).css("tests"));
  }

  private static Html test(TestNode test, List<TakenTest> taken) {
    return Html.element("li",
        Html.element("p", Html.element("strong", test.title().text())),
        Html.element("pre", Html.element("code", Source.text(test.span())))
            .with("tabindex", "0").with("role", "region").with("aria-label", "Test: " + test.title().text()),
        Html.together(taken.stream().map(Tests::taken).toList()));
  }

  private static Html taken(TakenTest test) {
    String moved = test.months() == 0 ? "."
        : ", with every day written here " + test.months() + (test.months() == 1 ? " month" : " months") + " later.";
    return Html.element("p", "It holds in " + test.by().into().text() + " too" + moved);
  }
}
