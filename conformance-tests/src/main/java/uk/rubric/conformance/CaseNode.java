package uk.rubric.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A mapping of a case file that is read strictly: whoever read all he knows calls {@link #refuseTheRest}. */
final class CaseNode {
  private final Path file;
  private final String path;
  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  CaseNode(Path file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
    if (!node.isObject()) {
      throw new MalformedCase(file, path, "expected a mapping");
    }
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> malformed(key, "is missing"));
  }

  Optional<String> optionalText(String key) {
    read.add(key);
    return has(key) ? Optional.of(scalar(key, node.get(key))) : Optional.empty();
  }

  /** The mapping under a key; none is an empty one. */
  CaseNode mapping(String key) {
    read.add(key);
    return new CaseNode(file, under(key), has(key) ? node.get(key) : JsonNodeFactory.instance.objectNode());
  }

  /** What stands under a key, whatever it is; nothing where there is no such key. */
  Optional<JsonNode> tree(String key) {
    read.add(key);
    return Optional.ofNullable(node.get(key));
  }

  /** The list of words under a key; none is an empty one. */
  List<String> words(String key) {
    read.add(key);
    List<String> words = new ArrayList<>();
    for (JsonNode word : list(key)) {
      words.add(scalar(key, word));
    }
    return words;
  }

  /** The list of mappings under a key. */
  List<CaseNode> mappings(String key) {
    read.add(key);
    List<CaseNode> mappings = new ArrayList<>();
    for (JsonNode item : list(key)) {
      mappings.add(new CaseNode(file, under(key), item));
    }
    return mappings;
  }

  /** All entries in the order of the file, each value read by {@code value} from this mapping and its key. */
  <V> Map<String, V> entries(BiFunction<CaseNode, String, V> value) {
    Map<String, V> entries = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      entries.put(property.getKey(), value.apply(this, property.getKey()));
    }
    return entries;
  }

  void refuseTheRest() {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      if (!read.contains(property.getKey())) {
        throw malformed(property.getKey(), "is not a key of the format");
      }
    }
  }

  MalformedCase malformed(String key, String what) {
    return new MalformedCase(file, under(key), what);
  }

  private JsonNode list(String key) {
    JsonNode list = has(key) ? node.get(key) : JsonNodeFactory.instance.arrayNode();
    if (!list.isArray()) {
      throw malformed(key, "expected a list");
    }
    return list;
  }

  private String scalar(String key, JsonNode value) {
    if (!value.isString() && !value.isNumber()) {
      throw malformed(key, "expected a text or a number");
    }
    return value.asString();
  }

  private String under(String key) {
    return path.isEmpty() ? key : path + " / " + key;
  }
}
