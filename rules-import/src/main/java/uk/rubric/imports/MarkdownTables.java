package uk.rubric.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import uk.rubric.diagnostic.Place;
import uk.rubric.source.SourceText;

/** Reads the tables of a Markdown document, in their order, each with the heading above it. */
final class MarkdownTables extends AbstractVisitor {
  private static final Pattern BORDER = Pattern.compile("(?<!\\\\)\\|");

  private final SourceText file;
  private final Problems problems;
  private final List<RawTable> tables = new ArrayList<>();
  private String heading = "";
  private List<String> columns = List.of();
  private final List<List<Cell>> rows = new ArrayList<>();

  private MarkdownTables(SourceText file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  static List<RawTable> read(SourceText file, Problems problems) {
    Parser parser = Parser.builder()
        .extensions(List.of(TablesExtension.create()))
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .build();
    MarkdownTables reading = new MarkdownTables(file, problems);
    parser.parse(file.text()).accept(reading);
    return reading.tables;
  }

  @Override
  public void visit(Heading node) {
    heading = text(node);
  }

  @Override
  public void visit(CustomBlock node) {
    if (node instanceof TableBlock) {
      columns = List.of();
      rows.clear();
      visitChildren(node);
      keep();
    } else {
      visitChildren(node);
    }
  }

  /** A lone stroke above a line of dashes is a table of no columns to Markdown: its cells stand nowhere. */
  private void keep() {
    if (!columns.isEmpty()) {
      tables.add(new RawTable(heading, rows.get(0), rows.subList(1, rows.size())));
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof TableRow) {
      row(node);
    } else {
      visitChildren(node);
    }
  }

  private void row(Node row) {
    List<String> texts = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      if (cell instanceof TableCell) {
        texts.add(text(cell));
      }
    }
    if (rows.isEmpty()) {
      columns = texts.stream().map(String::strip).toList();
    }
    int line = row.getSourceSpans().get(0).getLineIndex() + 1;
    requireWhole(line);
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.add(Cell.of(i < texts.size() ? texts.get(i) : "", new Place.InFile(file.name(), line, columns.get(i))));
    }
    if (rows.isEmpty() || cells.stream().anyMatch(cell -> !cell.isBlank())) {
      rows.add(cells);
    }
  }

  /** Markdown passes over cells beyond the last column; here they would be lost. */
  private void requireWhole(int line) {
    String inside = file.line(line).strip().replaceAll("^\\||(?<!\\\\)\\|$", "");
    long cells = BORDER.matcher(inside).results().count() + 1;
    if (cells != columns.size()) {
      problems.add(new Place.InFile(file.name(), line, ""), ImportDiagnostic.BROKEN_TABLE,
          "expected " + columns.size() + " cells, as there are columns, and found " + cells + ": "
              + Problems.quote(inside.strip()),
          "write `\\|` for an upright stroke that is part of a text");
    }
  }

  private static String text(Node node) {
    Words words = new Words();
    node.accept(words);
    return words.text.toString();
  }

  /** The words of a stretch without its marks: bold, links and the like. */
  private static final class Words extends AbstractVisitor {
    private static final Pattern FORMATTING =
        Pattern.compile("(?i)</?(br|b|i|u|em|strong|sup|sub|span|p|a)(\\s[^>]*)?/?>");

    private final StringBuilder text = new StringBuilder();

    /** A star within a word is a star: marks of Markdown stand at the edges of words. */
    @Override
    public void visit(Emphasis node) {
      boolean within = text.length() > 0 && Character.isLetterOrDigit(text.charAt(text.length() - 1));
      text.append(within ? node.getOpeningDelimiter() : "");
      visitChildren(node);
      text.append(within ? node.getClosingDelimiter() : "");
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HtmlInline node) {
      text.append(FORMATTING.matcher(node.getLiteral()).matches() ? " " : node.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append(' ');
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append(' ');
    }
  }
}
