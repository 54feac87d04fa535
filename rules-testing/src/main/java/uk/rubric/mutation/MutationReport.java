package uk.rubric.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A result for people and for machines; the same result, the same bytes. */
public enum MutationReport {
  TEXT {
    @Override
    public String render(MutationResult result) {
      StringBuilder text = new StringBuilder();
      Stream.of(Fate.SURVIVED, Fate.UNDECIDED).forEach(fate -> result.mutants().stream()
          .filter(mutant -> mutant.fate() == fate).forEach(mutant -> text.append(lines(mutant)).append('\n')));
      return text.append(summary(result)).toString();
    }
  },
  JSON {
    @Override
    public String render(MutationResult result) {
      JsonMapper mapper = JsonMapper.builder().build();
      ObjectNode root = mapper.createObjectNode();
      root.put("score", result.score());
      root.put("mutants", result.mutants().size());
      Stream.of(Fate.values()).forEach(fate -> root.put(fate.word(), result.count(fate)));
      root.put("did_not_check", result.refused());
      ArrayNode mutants = root.putArray("list");
      result.mutants().forEach(mutant -> put(mutant, mutants.addObject()));
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }
  };

  /** The whole report, ending with a line end. */
  public abstract String render(MutationResult result);

  private static void put(Mutant mutant, ObjectNode node) {
    node.put("number", mutant.number());
    node.put("operator", mutant.operator().id());
    node.put("file", mutant.place().source().name());
    node.put("line", mutant.place().from().line());
    node.put("was", mutant.was());
    node.put("is", mutant.is());
    node.put("fate", mutant.fate().word());
    node.put(switch (mutant.fate()) {
      case KILLED -> "killed_by";
      case SURVIVED -> "test";
      case EQUIVALENT, UNDECIDED -> "why";
    }, mutant.evidence());
  }

  private static String lines(Mutant mutant) {
    return mutant.fate().word() + "  " + mutant.number() + "  " + mutant.place().source().name() + ":"
        + mutant.place().from().line() + "  " + mutant.operator().word() + "\n"
        + "  was  " + mutant.was() + "\n"
        + "  is   " + (mutant.is().isEmpty() ? "(nothing)" : mutant.is()) + "\n\n"
        + mutant.evidence().indent(4);
  }

  private static String summary(MutationResult result) {
    List<String> parts = new ArrayList<>();
    Stream.of(Fate.values()).forEach(fate -> parts.add(result.count(fate) + " " + fate.word()));
    return result.mutants().size() + " mutants: " + String.join(", ", parts) + "; " + result.refused()
        + " changes did not check\n" + "score " + result.score() + " %\n";
  }
}
