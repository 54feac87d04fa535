package uk.rubric.rulebook;

/**
 * Something in the book that can be pointed at.
 *
 * @param page the file that it is in
 * @param anchor the identifier of its element there
 * @param label what it is called where it is pointed at
 */
record Place(String page, String anchor, String label) {
  /** Relative to a page of the book, all of which lie in one folder. */
  String href(String from) {
    return page.equals(from) ? "#" + anchor : anchor.isEmpty() ? page : page + "#" + anchor;
  }

  Html link(String from) {
    return Html.element("a", label).with("href", href(from));
  }
}
