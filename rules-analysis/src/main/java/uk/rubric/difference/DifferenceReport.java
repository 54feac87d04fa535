package uk.rubric.difference;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A difference as text; the same difference, the same bytes. */
public enum DifferenceReport {
  TABLE {
    @Override
    public String render(RulesDifference difference) {
      return lines(difference, "", change -> change.kind().word() + "  " + change.subject() + ": " + change.text()
          + "\n" + change.test().map(test -> "\n" + test.indent(4) + "\n").orElse(""));
    }
  },
  MARKDOWN {
    @Override
    public String render(RulesDifference difference) {
      return lines(difference, "- ", change -> "- **" + change.kind().word() + "** " + change.subject() + ": "
          + change.text() + "\n"
          + change.test().map(test -> "\n  ```rubric\n" + test.indent(2) + "  ```\n\n").orElse(""));
    }
  },
  JSON {
    @Override
    public String render(RulesDifference difference) {
      JsonMapper mapper = JsonMapper.builder().build();
      ObjectNode root = mapper.createObjectNode();
      root.put("equal", difference.isEqual());
      root.put("dates", difference.dates());
      ArrayNode changes = root.putArray("changes");
      for (Change change : difference.changes()) {
        ObjectNode node = changes.addObject();
        node.put("kind", change.kind().word());
        node.put("subject", change.subject());
        node.put("text", change.text());
        change.test().ifPresent(test -> node.put("test", test));
      }
      difference.alike().forEach(root.putArray("proved_alike")::add);
      difference.undecided().forEach(root.putArray("undecided")::add);
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
  };

  /** The whole report, ending with a line end. */
  public abstract String render(RulesDifference difference);

  /** One change as text. */
  @FunctionalInterface
  private interface ChangeText {
    String of(Change change);
  }

  private static String lines(RulesDifference difference, String bullet, ChangeText text) {
    StringBuilder out = new StringBuilder();
    difference.changes().forEach(change -> out.append(text.of(change)));
    for (String open : difference.undecided()) {
      out.append(bullet).append("undecided  ").append(open).append('\n');
    }
    return out.append(out.isEmpty() ? "" : "\n").append(summary(difference)).append('\n').toString();
  }

  private static String summary(RulesDifference difference) {
    String proved = count(difference.alike().size(), "ladder") + " proved alike";
    String open = difference.undecided().isEmpty() ? "" : ", " + difference.undecided().size() + " undecided";
    List<Change> changes = difference.changes();
    String found =
        changes.isEmpty()
            ? "no difference found"
            : changes.stream()
                .collect(Collectors.groupingBy(Change::kind, TreeMap::new, Collectors.counting()))
                .entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
    String dates = difference.dates().isEmpty() ? "" : " (dates of " + difference.dates() + ")";
    return (difference.isEqual() ? "equal: " : "") + found + "; " + proved + open + dates;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
