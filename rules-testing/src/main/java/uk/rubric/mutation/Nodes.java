package uk.rubric.mutation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import uk.rubric.syntax.Node;

/** All parts of a part of a rule file. Syntax trees are records of records, so none can be forgotten. */
final class Nodes {
  private Nodes() {}

  /** The node and all within it, each before what it holds, in the order in which they are declared. */
  static Stream<Node> within(Node node) {
    return Stream.concat(
        Stream.of(node),
        Stream.of(node.getClass().getRecordComponents()).map(part -> value(node, part)).flatMap(Nodes::nodes));
  }

  private static Stream<Node> nodes(Object value) {
    if (value instanceof Node node) {
      return within(node);
    }
    if (value instanceof Optional<?> optional) {
      return optional.stream().flatMap(Nodes::nodes);
    }
    return value instanceof Collection<?> many ? many.stream().flatMap(Nodes::nodes) : Stream.empty();
  }

  private static Object value(Node node, RecordComponent part) {
    try {
      return part.getAccessor().invoke(node);
    } catch (IllegalAccessException | InvocationTargetException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
