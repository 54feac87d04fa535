package uk.rubric.rulebook;

import java.util.List;
import java.util.stream.Collectors;

/** A condition in plain English: a clause, or a list of such under what is asked of them together. Immutable. */
sealed interface Said {
  /** Each line with two blanks before it for each list that it is in. */
  String plain(String indent);

  Html html(String page);

  /**
   * A clause that follows "if".
   *
   * @param compound whether it has an "and" or "or" of its own, so that it cannot be joined to others in one line
   */
  record Clause(Words words, boolean compound) implements Said {
    @Override
    public String plain(String indent) {
      return words.plain();
    }

    @Override
    public Html html(String page) {
      return words.html(page);
    }
  }

  /** {@code any of these holds: …}. */
  record Listed(Words lead, List<Said> parts) implements Said {
    @Override
    public String plain(String indent) {
      return lead.plain() + ":" + parts.stream()
          .map(part -> "\n" + indent + "- " + part.plain(indent + "  ")).collect(Collectors.joining());
    }

    @Override
    public Html html(String page) {
      List<Html> items = parts.stream().<Html>map(part -> Html.element("li", part.html(page))).toList();
      return Html.together(lead.html(page), Html.text(":"), Html.element("ul", Html.together(items)));
    }
  }
}
