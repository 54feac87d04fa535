package uk.rubric.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.rubric.parse.SourceTree;
import uk.rubric.parse.SourceTree.Branch;
import uk.rubric.parse.SourceTree.Leaf;

/** Divides an item into clauses and blocks. Rules of the grammar that it does not know are read through to words. */
final class ItemBuilder {
  /** Words that start a clause wherever they stand in an item. */
  private static final Set<String> STARTS =
      Set.of("where", "spaced", "with", "then", "else", "shared", "per", "when", "amends", "into", "moved",
          "except");

  /** Rules of the grammar that are a clause. */
  private static final Set<String> CLAUSES = Set.of("note", "rounding");

  /** Rules of the grammar whose braces hold a list. */
  private static final Set<String> LISTS = Set.of("clusterContent");

  /** Rules of the grammar that no clause begins in. */
  private static final Set<String> WHOLE = Set.of("unit", "factValue");

  /** Rules of the grammar in which a text belongs to the word before it. */
  private static final Set<String> TAKING = Set.of("take", "excepted");

  private final Layout layout;
  private final int indent;
  private final List<Doc> sections = new ArrayList<>();
  private List<Clause> head = List.of();
  private List<Clause> clauses = new ArrayList<>();
  private List<Doc> clause = new ArrayList<>();
  private String kind = "";
  private String previous = "";
  private int words;

  private ItemBuilder(Layout layout, int indent) {
    this.layout = layout;
    this.indent = indent;
  }

  /** An item that starts at a column. */
  static Item build(Layout layout, int indent, List<SourceTree> entry) {
    ItemBuilder builder = new ItemBuilder(layout, indent);
    builder.take(entry, "");
    builder.endClause();
    return builder.item(kind(entry));
  }

  private Item item(String kind) {
    if (head.isEmpty()) {
      return new Item(kind, clauses, List.of(), "");
    }
    sections.add(Item.continued(clauses));
    return new Item(kind, head, sections, "");
  }

  private static String kind(List<SourceTree> entry) {
    List<Leaf> leaves = Trees.leaves(entry);
    String first = leaves.get(0).text();
    if (!Character.isLowerCase(first.charAt(0))) {
      return Trees.only(entry).map(Branch::rule).orElse("");
    }
    boolean change = Set.of("add", "replace").contains(first);
    return change && leaves.size() > 1 ? first + " " + leaves.get(1).text() : first;
  }

  private void take(List<SourceTree> parts, String rule) {
    for (int i = 0; i < parts.size(); i++) {
      if (Trees.is(parts.get(i), "(") || LISTS.contains(rule) && Trees.is(parts.get(i), "{")) {
        int close = Trees.closing(parts, i);
        append(parts.get(i), parts.get(close), layout.inline().bracket(parts.subList(i, close + 1)));
        i = close;
      } else if (parts.get(i) instanceof Leaf word) {
        takeWord(word, rule, i + 1 < parts.size() ? parts.get(i + 1) : word);
      } else {
        takeBranch((Branch) parts.get(i));
      }
    }
  }

  private void takeWord(Leaf word, String rule, SourceTree next) {
    if (starts(word.text(), rule, next)) {
      startClause(clauseKind(word.text()));
    }
    append(word, word, layout.inline().word(word));
    if (word.text().equals(",") || word.text().equals(":") && rule.equals("fact")) {
      startClause(word.text());
    }
  }

  private static String clauseKind(String word) {
    return word.startsWith("\"") ? "\"" : Character.isDigit(word.charAt(0)) ? "number" : word;
  }

  private boolean starts(String word, String rule, SourceTree next) {
    return switch (word) {
      case "=" -> clauses.stream().noneMatch(each -> each.kind().equals("=")) && !kind.equals("=");
      case "of" -> Trees.isRule(next, "parent") || rule.equals("testHeader") || rule.equals("take");
      case "from" -> Set.of("parameter", "pointsRow", "take").contains(rule);
      default -> word.startsWith("\"") ? words > 1 && !TAKING.contains(rule)
          : rule.equals("pointsRow") ? Character.isDigit(word.charAt(0)) : STARTS.contains(word);
    };
  }

  private void takeBranch(Branch branch) {
    if (CLAUSES.contains(branch.rule())) {
      startClause(branch.rule());
      append(Trees.first(branch), Trees.last(branch), layout.inline().of(branch));
    } else if (Inline.isChain(branch) || WHOLE.contains(branch.rule())) {
      append(Trees.first(branch), Trees.last(branch), layout.inline().of(branch));
    } else if (!LISTS.contains(branch.rule()) && Trees.indexOf(branch.parts(), "{") >= 0) {
      takeBlock(branch);
    } else {
      take(branch.parts(), branch.rule());
    }
  }

  private void takeBlock(Branch branch) {
    List<SourceTree> parts = branch.parts();
    int open = Trees.indexOf(parts, "{");
    int close = Trees.closing(parts, open);
    take(parts.subList(0, open), branch.rule());
    Layout.Block block = layout.block(parts.subList(open, close + 1), indent);
    append(parts.get(open), parts.get(open), block.opening());
    endClause();
    if (head.isEmpty()) {
      head = clauses;
    } else {
      sections.add(Item.continued(clauses));
    }
    sections.add(block.content());
    clauses = new ArrayList<>();
    append(parts.get(close), parts.get(close), block.closing());
    take(parts.subList(close + 1, parts.size()), branch.rule());
  }

  private void append(SourceTree first, SourceTree last, Doc doc) {
    if (!clause.isEmpty() && Spacing.isApart(previous, Trees.first(first).text())) {
      clause.add(Doc.SPACE);
    }
    clause.add(doc);
    previous = Trees.last(last).text();
    words++;
  }

  private void startClause(String nextKind) {
    endClause();
    kind = nextKind;
  }

  private void endClause() {
    if (!clause.isEmpty()) {
      clauses.add(new Clause(kind, new Doc.Sequence(clause)));
      clause = new ArrayList<>();
    }
    kind = "";
  }
}
