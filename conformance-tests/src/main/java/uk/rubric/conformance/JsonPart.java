package uk.rubric.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Compares JSON with parts of it. Of an object the keys that are stated count, of a list the items that are stated, in
 * their order; texts and numbers count by what is written.
 */
final class JsonPart {
  private final List<String> differences = new ArrayList<>();

  private JsonPart() {}

  static List<String> differences(String where, JsonNode expected, JsonNode found) {
    JsonPart part = new JsonPart();
    part.compare(where, expected, found);
    return part.differences;
  }

  private void compare(String where, JsonNode expected, JsonNode found) {
    if (expected.isObject() && found.isObject()) {
      for (Map.Entry<String, JsonNode> property : expected.properties()) {
        compare(where + "/" + property.getKey(), property.getValue(), found.path(property.getKey()));
      }
    } else if (expected.isArray() && found.isArray()) {
      items(where, expected, found);
    } else if (!isSame(expected, found)) {
      differences.add(where + ": expected " + expected + ", found " + (found.isMissingNode() ? "nothing" : found));
    }
  }

  /** An empty list stands for an empty list. */
  private void items(String where, JsonNode expected, JsonNode found) {
    if (expected.isEmpty() && !found.isEmpty()) {
      differences.add(where + ": expected none, found " + found);
    }
    int next = 0;
    for (JsonNode item : expected) {
      int at = next;
      while (at < found.size() && !differences(where, item, found.get(at)).isEmpty()) {
        at++;
      }
      if (at == found.size()) {
        differences.add(where + ": expected " + item + ", found " + found);
        return;
      }
      next = at + 1;
    }
  }

  private static boolean isSame(JsonNode expected, JsonNode found) {
    boolean plain = expected.isValueNode() && found.isValueNode() && !found.isMissingNode();
    return plain && expected.isNull() == found.isNull() && expected.asString().equals(found.asString());
  }
}
