package uk.rubric.format;

import java.util.ArrayList;
import java.util.List;

/**
 * One item of a block, such as a field or a register, before its place among its neighbours is decided.
 *
 * @param kind what only items of the same kind have in common: their first word
 * @param head the clauses up to the end of the item or of the line that opens its block
 * @param rest its block and what follows
 * @param breakAt the kind of the clause that always starts a line; empty for none
 */
record Item(String kind, List<Clause> head, List<Doc> rest, String breakAt) {
  private static final int CONTINUATION = 4;

  Item {
    head = List.copyOf(head);
    rest = List.copyOf(rest);
  }

  Item with(int at, Clause changed) {
    List<Clause> clauses = new ArrayList<>(head);
    clauses.set(at, changed);
    return new Item(kind, clauses, rest, breakAt);
  }

  Item broken(String at) {
    return new Item(kind, head, rest, at);
  }

  int indexOf(String clause) {
    for (int i = 0; i < head.size(); i++) {
      if (head.get(i).kind().equals(clause)) {
        return i;
      }
    }
    return -1;
  }

  /** The width of some of its first clauses on one line. */
  int width(int clauses) {
    return fill(head.subList(0, clauses)).width();
  }

  Doc doc() {
    int at = breakAt.isEmpty() ? -1 : indexOf(breakAt);
    Doc first = at <= 0 ? fill(head)
        : Doc.sequence(fill(head.subList(0, at)), new Doc.Break(false), fill(head.subList(at, head.size())));
    List<Doc> parts = new ArrayList<>();
    parts.add(new Doc.Nested(CONTINUATION, first));
    parts.addAll(rest);
    return new Doc.Sequence(parts);
  }

  /** Clauses on lines as full as can be. */
  static Doc fill(List<Clause> clauses) {
    return new Doc.Fill(clauses.stream().map(Clause::content).toList());
  }

  static Doc continued(List<Clause> clauses) {
    return new Doc.Nested(CONTINUATION, fill(clauses));
  }
}
