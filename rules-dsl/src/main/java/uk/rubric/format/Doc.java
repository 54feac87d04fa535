package uk.rubric.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A stretch of text that can be written on one line or, in places that it says, on several. */
interface Doc {
  /** The width of what can never stand on one line. */
  int NEVER = 1_000_000;

  /** The width on one line in code points, {@link #NEVER} or more when it holds a comment or a line end. */
  int width();

  /** The width up to the first place where the line can end. */
  Lead lead();

  /**
   * Writes it, on several lines if need be.
   *
   * @param behind the width of what follows and cannot be parted from it
   */
  void write(Paper paper, int behind);

  /** How much of a text cannot be parted, and whether that is all of it. */
  record Lead(int width, boolean whole) {
    Lead then(Doc next) {
      if (!whole) {
        return this;
      }
      Lead more = next.lead();
      return new Lead(width + more.width, more.whole);
    }
  }

  Doc NOTHING = new Text("");
  Doc SPACE = new Blank();
  Doc LINE = new Line(true);
  Doc SOFT_LINE = new Line(false);

  static Doc text(String text) {
    return new Text(text);
  }

  static Doc sequence(Doc... parts) {
    return new Sequence(Arrays.asList(parts));
  }

  /** Words on one line whatever their width. */
  record Text(String text) implements Doc {
    @Override
    public int width() {
      return text.codePointCount(0, text.length());
    }

    @Override
    public Lead lead() {
      return new Lead(width(), true);
    }

    @Override
    public void write(Paper paper, int behind) {
      if (!text.isEmpty()) {
        paper.write(text);
      }
    }
  }

  /** A blank that does not end the line. */
  record Blank() implements Doc {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public Lead lead() {
      return new Lead(1, true);
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.blank();
    }
  }

  /** A blank or nothing, or the end of the line when the group around it does not fit. */
  record Line(boolean blank) implements Doc {
    @Override
    public int width() {
      return blank ? 1 : 0;
    }

    @Override
    public Lead lead() {
      return new Lead(0, false);
    }

    @Override
    public void write(Paper paper, int behind) {
      if (!paper.isFlat()) {
        paper.endLine(false);
      } else if (blank) {
        paper.blank();
      }
    }
  }

  /** The end of a line, and an empty line after it when {@code blank}. */
  record Break(boolean blank) implements Doc {
    @Override
    public int width() {
      return NEVER;
    }

    @Override
    public Lead lead() {
      return new Lead(0, false);
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.endLine(blank);
    }
  }

  /**
   * A comment; whatever comes next starts a line.
   *
   * @param ownLine whether it starts one too
   * @param column where it starts behind other words, if there is room
   */
  record Remark(String text, boolean ownLine, int column) implements Doc {
    @Override
    public int width() {
      return NEVER;
    }

    @Override
    public Lead lead() {
      return new Lead(0, false);
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.remark(text, ownLine, column);
    }
  }

  /** Blanks up to a column, at least one. */
  record Column(int column) implements Doc {
    @Override
    public int width() {
      return 1;
    }

    @Override
    public Lead lead() {
      return new Lead(1, true);
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.write(" ".repeat(Math.max(1, column - paper.column())));
    }
  }

  /** One after the other. */
  record Sequence(List<Doc> parts) implements Doc {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public int width() {
      return Math.min(NEVER, parts.stream().mapToInt(Doc::width).sum());
    }

    @Override
    public Lead lead() {
      return leadOf(0);
    }

    private Lead leadOf(int first) {
      Lead lead = new Lead(0, true);
      for (int i = first; i < parts.size() && lead.whole(); i++) {
        lead = lead.then(parts.get(i));
      }
      return lead;
    }

    @Override
    public void write(Paper paper, int behind) {
      for (int i = 0; i < parts.size(); i++) {
        Lead rest = leadOf(i + 1);
        parts.get(i).write(paper, rest.width() + (rest.whole() ? behind : 0));
      }
    }
  }

  /** On one line if it fits; else all its own {@link Line}s end theirs. */
  record Group(Doc content) implements Doc {
    @Override
    public int width() {
      return content.width();
    }

    @Override
    public Lead lead() {
      return content.lead();
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.within(paper.isFlat() || paper.fits(width() + behind), () -> content.write(paper, behind));
    }
  }

  /** Parts with a blank or a line end between, each line as full as can be. */
  record Fill(List<Doc> parts) implements Doc {
    public Fill {
      parts = List.copyOf(parts);
    }

    @Override
    public int width() {
      return Math.min(NEVER, parts.stream().mapToInt(Doc::width).sum() + parts.size() - 1);
    }

    @Override
    public Lead lead() {
      Lead first = parts.get(0).lead();
      return new Lead(first.width(), first.whole() && parts.size() == 1);
    }

    @Override
    public void write(Paper paper, int behind) {
      for (int i = 0; i < parts.size(); i++) {
        Doc part = parts.get(i);
        int after = i == parts.size() - 1 ? behind : 0;
        if (i > 0) {
          int width = part.width() >= NEVER ? part.lead().width() : part.width();
          paper.within(paper.isFlat() || paper.fits(1 + width + after), () -> LINE.write(paper, 0));
        }
        new Group(part).write(paper, after);
      }
    }
  }

  /** Further lines start so many columns further right. */
  record Nested(int columns, Doc content) implements Doc {
    @Override
    public int width() {
      return content.width();
    }

    @Override
    public Lead lead() {
      return content.lead();
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.indented(paper.indent() + columns, () -> content.write(paper, behind));
    }
  }

  /** Further lines start where the first does. */
  record Aligned(Doc content) implements Doc {
    @Override
    public int width() {
      return content.width();
    }

    @Override
    public Lead lead() {
      return content.lead();
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.indented(paper.column(), () -> content.write(paper, behind));
    }
  }

  /** Lines end before a column of their own. */
  record Margin(int column, Doc content) implements Doc {
    @Override
    public int width() {
      return content.width();
    }

    @Override
    public Lead lead() {
      return content.lead();
    }

    @Override
    public void write(Paper paper, int behind) {
      paper.limited(column, () -> content.write(paper, 0));
    }
  }

  /** The parts with the same between each two. */
  static Doc join(Doc between, List<Doc> parts) {
    List<Doc> joined = new ArrayList<>();
    for (Doc part : parts) {
      if (!joined.isEmpty()) {
        joined.add(between);
      }
      joined.add(part);
    }
    return new Sequence(joined);
  }
}
