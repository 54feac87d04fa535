package uk.rubric.parse;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.source.Span;
import uk.rubric.syntax.Name;
import uk.rubric.syntax.Node;
import uk.rubric.syntax.Text;

/** The syntax tree as compact text: the parts of each node in the order of its record, spans left out. */
final class AstDump {
  private AstDump() {}

  static String of(Node node) {
    return show(node, "\n") + "\n";
  }

  private static String show(Object part, String indent) {
    if (part instanceof Name name) {
      return name.written();
    }
    if (part instanceof Text text) {
      return "'" + text.text() + "'";
    }
    if (part instanceof Optional<?> optional) {
      return optional.map(inner -> show(inner, indent)).orElse("-");
    }
    if (part instanceof List<?> list) {
      return list.stream().map(each -> indent + "  " + show(each, indent + "  "))
          .collect(Collectors.joining("", "[", "]"));
    }
    return part instanceof Record node ? record(node, indent) : String.valueOf(part);
  }

  private static String record(Record node, String indent) {
    return parts(node)
        .filter(part -> !(part instanceof Span))
        .map(part -> " " + show(part, indent))
        .collect(Collectors.joining("", "(" + node.getClass().getSimpleName(), ")"));
  }

  /** The components of a record, in order. */
  static Stream<Object> parts(Record node) {
    return Arrays.stream(node.getClass().getRecordComponents()).map(component -> value(node, component));
  }

  private static Object value(Record node, RecordComponent component) {
    try {
      return component.getAccessor().invoke(node);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A node and all nodes below it. */
  static Stream<Node> nodes(Object part) {
    if (part instanceof Optional<?> optional) {
      return optional.stream().flatMap(AstDump::nodes);
    }
    if (part instanceof List<?> list) {
      return list.stream().flatMap(AstDump::nodes);
    }
    return part instanceof Node node
        ? Stream.concat(Stream.of(node), parts((Record) node).flatMap(AstDump::nodes)) : Stream.empty();
  }
}
