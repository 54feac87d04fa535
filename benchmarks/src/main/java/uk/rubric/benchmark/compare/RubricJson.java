package uk.rubric.benchmark.compare;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import uk.rubric.benchmark.peer.Counts;

/** Reads the counts out of a result of {@code rubric run --format json}, all practices together. No state. */
public final class RubricJson {
  private RubricJson() {}

  /** @throws IllegalArgumentException when a record was set aside: then the programs have not done the same work */
  public static Counts counts(String json) {
    JsonNode result = JsonMapper.shared().readTree(json);
    if (result.path("setAside").path("records").asInt() != 0) {
      throw new IllegalArgumentException("records were set aside: " + result.path("setAside"));
    }
    Counts counts = new Counts();
    for (JsonNode practice : result.path("practices")) {
      for (JsonNode register : practice.path("registers")) {
        counts.add(register.path("id").asString(), register.path("count").asLong());
      }
      practice.path("indicators").forEach(indicator -> add(counts, indicator));
    }
    return counts;
  }

  private static void add(Counts counts, JsonNode indicator) {
    String id = indicator.path("id").asString();
    for (String figure : new String[] {"population", "denominator", "numerator"}) {
      counts.add(id + "." + figure, indicator.path(figure).asLong());
    }
    for (JsonNode rejected : indicator.path("rejected")) {
      counts.add(id + ".rejected." + rejected.path("rule").asInt(), rejected.path("count").asLong());
    }
  }
}
