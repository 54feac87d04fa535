package uk.rubric.rulebook;

import java.util.List;
import uk.rubric.syntax.TestNode;

/** Tests beside the rules, as the file has them. */
final class Tests {
  private Tests() {}

  /** @param level of their heading; nothing when there are none */
  static Html of(List<TestNode> tests, String name, int level) {
    if (tests.isEmpty()) {
      return Html.none();
    }
    List<Html> each = tests.stream().<Html>map(Tests::test).toList();
    return Html.together(Html.element("h" + level, "Tests of " + name),
        Html.element("ul", Html.together(each)).css("tests"));
  }

  private static Html test(TestNode test) {
    return Html.element("li",
        Html.element("p", Html.element("strong", test.title().text())),
        Html.element("pre", Html.element("code", Source.text(test.span())))
            .with("tabindex", "0").with("role", "region").with("aria-label", "Test: " + test.title().text()));
  }
}
