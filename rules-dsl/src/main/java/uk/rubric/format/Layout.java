package uk.rubric.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import uk.rubric.parse.SourceTree;
import uk.rubric.parse.SourceTree.Branch;
import uk.rubric.parse.SourceTree.Leaf;
import uk.rubric.source.Span;
import uk.rubric.syntax.Comment;

/** Files and blocks: one item a line or more, comments and blank lines between items kept. */
final class Layout {
  /** Lines end before this column where they can. */
  static final int WIDTH = 120;

  private static final int INDENT = 2;

  private final Remarks remarks;
  private final Inline inline;

  Layout(Remarks remarks) {
    this.remarks = remarks;
    this.inline = new Inline(remarks);
  }

  /**
   * A block in braces.
   *
   * @param opening {@code {}, or both braces when nothing is between
   * @param closing {@code }}, or nothing
   */
  record Block(Doc opening, Doc content, Doc closing) {}

  /** One line or block between others, with the comments above it and behind it. */
  private record Entry(Leaf first, List<Comment> above, List<SourceTree> parts, List<Comment> behind) {}

  Inline inline() {
    return inline;
  }

  /** All of a file. */
  Doc file(Branch file) {
    List<Doc> lines = lines(entries(file.parts()), 0, remarks.takeRest());
    return new Doc.Sequence(lines);
  }

  /** From one brace to the other; the line that opens it starts at {@code indent}. */
  Block block(List<SourceTree> parts, int indent) {
    Leaf open = (Leaf) parts.get(0);
    Leaf close = (Leaf) parts.get(parts.size() - 1);
    List<Comment> behindOpen = remarks.takeBehind(open);
    List<Comment> last = remarks.takeBefore(close);
    List<Doc> lines = lines(entries(parts.subList(1, parts.size() - 1)), indent + INDENT, last);
    if (lines.isEmpty() && behindOpen.isEmpty()) {
      return new Block(Doc.sequence(inline.word(open), inline.word(close)), Doc.NOTHING, Doc.NOTHING);
    }
    List<Doc> content = new ArrayList<>();
    behindOpen.forEach(comment -> content.add(Inline.remark(comment, 0)));
    if (!lines.isEmpty()) {
      content.add(new Doc.Nested(INDENT, Doc.sequence(new Doc.Break(false), new Doc.Sequence(lines))));
    }
    content.add(new Doc.Break(false));
    return new Block(inline.word(open), new Doc.Sequence(content), inline.word(close));
  }

  /** Parts between braces: words belong to the branch behind them, as {@code denominator} to its ladder. */
  private List<Entry> entries(List<SourceTree> parts) {
    List<Entry> entries = new ArrayList<>();
    List<SourceTree> entry = new ArrayList<>();
    for (SourceTree part : parts) {
      entry.add(part);
      if (part instanceof Branch) {
        entries.add(entry(entry));
        entry = new ArrayList<>();
      }
    }
    if (!entry.isEmpty()) {
      entries.add(entry(entry));
    }
    return entries;
  }

  private Entry entry(List<SourceTree> parts) {
    Leaf first = Trees.first(parts.get(0));
    Leaf last = Trees.last(parts.get(parts.size() - 1));
    return new Entry(first, remarks.takeBefore(first), parts, remarks.takeBehind(last));
  }

  private List<Doc> lines(List<Entry> entries, int indent, List<Comment> last) {
    if (indent == 0) {
      partBlocks(entries);
    }
    List<Doc> docs = docs(entries, indent);
    int[] columns = columns(entries, docs, indent);
    List<Doc> lines = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      entry.above().forEach(comment -> addLine(lines, comment.span(), Inline.remark(comment, 0)));
      addLine(lines, entry.first().span(), docs.get(i));
      for (Comment comment : entry.behind()) {
        lines.add(Inline.remark(comment, columns[i]));
      }
    }
    last.forEach(comment -> addLine(lines, comment.span(), Inline.remark(comment, 0)));
    return lines;
  }

  /** Blank lines around the blocks of a file, before anything asks which lines are neighbours. */
  private void partBlocks(List<Entry> entries) {
    for (int i = 1; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (!isLine(entry) || !kind(entry).equals(kind(entries.get(i - 1)))) {
        remarks.addBlankLine(entry.above().isEmpty() ? entry.first().span() : entry.above().get(0).span());
      }
    }
  }

  /** What is no block, so that several may stand below each other. */
  private static boolean isLine(Entry entry) {
    return kind(entry).equals("import") || kind(entry).equals("take");
  }

  private static String kind(Entry entry) {
    return entry.first().text();
  }

  private void addLine(List<Doc> lines, Span place, Doc doc) {
    if (!lines.isEmpty()) {
      lines.add(new Doc.Break(remarks.isAfterBlankLine(place)));
    }
    lines.add(doc);
  }

  // Fields may stand before the rules of a ladder.
  private List<Doc> docs(List<Entry> entries, int indent) {
    int steps = 0;
    while (steps < entries.size() && !Ladder.isStep(entries.get(steps).parts())) {
      steps++;
    }
    List<Doc> docs = new ArrayList<>(items(entries.subList(0, steps), indent));
    List<List<SourceTree>> ladder = entries.subList(steps, entries.size()).stream().map(Entry::parts).toList();
    docs.addAll(new Ladder(inline, indent).docs(ladder));
    return docs;
  }

  private List<Doc> items(List<Entry> entries, int indent) {
    List<Runs.Member> members =
        entries.stream()
            .map(entry -> new Runs.Member(
                ItemBuilder.build(this, indent, entry.parts()),
                !entry.above().isEmpty() || remarks.isAfterBlankLine(entry.first().span())))
            .toList();
    return new Runs(WIDTH - indent).aligned(members).stream().map(Item::doc).toList();
  }

  /** Comments behind neighbouring lines start at one column. */
  private int[] columns(List<Entry> entries, List<Doc> docs, int indent) {
    int[] columns = new int[entries.size()];
    int from = 0;
    while (from < columns.length) {
      int to = from + 1;
      while (to < columns.length && isBelow(entries.get(to - 1), entries.get(to))) {
        to++;
      }
      int widest = docs.subList(from, to).stream().mapToInt(Doc::width).filter(width -> width < WIDTH).max().orElse(0);
      Arrays.fill(columns, from, to, indent + widest + 2);
      from = to;
    }
    return columns;
  }

  private boolean isBelow(Entry upper, Entry lower) {
    return !upper.behind().isEmpty()
        && !lower.behind().isEmpty()
        && lower.above().isEmpty()
        && !remarks.isAfterBlankLine(lower.first().span());
  }
}
