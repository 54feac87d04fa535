package uk.rubric.conformance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Files, and commands over them, one after the other.
 *
 * @param files the text of each by its path in the folder in which the commands run
 */
public record RunCase(Heading heading, Map<String, String> files, List<Step> steps) implements ConformanceCase {
  public RunCase {
    files = Map.copyOf(files);
    steps = List.copyOf(steps);
  }

  /**
   * One command, and what comes of it.
   *
   * @param words the command without the name of the program
   * @param codes of all messages, in their order
   * @param says texts that the messages hold
   * @param shows texts that the output holds
   * @param hides texts that neither output nor messages hold
   * @param result parts of the JSON that the command writes
   * @param absent places of that JSON at which nothing stands, as JSON pointers
   */
  public record Step(
      List<String> words,
      int exit,
      List<String> codes,
      List<String> says,
      List<String> shows,
      List<String> hides,
      Optional<JsonNode> result,
      List<String> absent,
      Optional<Comparison> comparison) {
    public Step {
      words = List.copyOf(words);
      codes = List.copyOf(codes);
      says = List.copyOf(says);
      shows = List.copyOf(shows);
      hides = List.copyOf(hides);
      absent = List.copyOf(absent);
    }

    /** Whether the output is read as JSON. */
    boolean isJson() {
      return result.isPresent() || !absent.isEmpty() || comparison.isPresent();
    }
  }

  /**
   * What of a result is as in that of an earlier step, and what is not.
   *
   * @param step its number, from 1
   * @param same JSON pointers
   * @param differ JSON pointers
   */
  public record Comparison(int step, List<String> same, List<String> differ) {
    public Comparison {
      same = List.copyOf(same);
      differ = List.copyOf(differ);
    }
  }

  @Override
  public <R> R accept(Visitor<R> visitor) {
    return visitor.run(this);
  }
}
