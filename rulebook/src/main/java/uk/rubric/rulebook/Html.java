package uk.rubric.rulebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A part of a page. Texts and attributes are escaped when they are written; there is no way round that. Immutable. */
sealed interface Html {
  void write(StringBuilder out);

  /** Nothing at all. */
  static Html none() {
    return new Together(List.of());
  }

  static Html text(String text) {
    return new Text(text);
  }

  static Element element(String tag, Html... children) {
    return new Element(tag, Map.of(), List.of(children));
  }

  static Element element(String tag, String text) {
    return element(tag, text(text));
  }

  static Html together(Html... parts) {
    return new Together(List.of(parts));
  }

  static Html together(List<? extends Html> parts) {
    return new Together(List.copyOf(parts));
  }

  /** The parts with a text between each two. */
  static Html joined(List<? extends Html> parts, String between) {
    List<Html> all = new ArrayList<>();
    for (Html part : parts) {
      if (!all.isEmpty()) {
        all.add(text(between));
      }
      all.add(part);
    }
    return new Together(List.copyOf(all));
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  /** Characters to read. */
  record Text(String text) implements Html {
    @Override
    public void write(StringBuilder out) {
      escape(text, out);
    }
  }

  /** Parts one behind the other. */
  record Together(List<Html> parts) implements Html {
    @Override
    public void write(StringBuilder out) {
      parts.forEach(part -> part.write(out));
    }
  }

  /** An element; its attributes are in the order in which they were given. */
  record Element(String tag, Map<String, String> attributes, List<Html> children) implements Html {
    private static final Set<String> VOID = Set.of("meta", "link", "input", "br");
    private static final Set<String> INLINE = Set.of("a", "code", "span", "strong", "em", "abbr", "br", "pre");

    Element with(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(attributes);
      more.put(name, value);
      return new Element(tag, more, children);
    }

    Element id(String id) {
      return with("id", id);
    }

    Element css(String name) {
      return name.isEmpty() ? this : with("class", name);
    }

    @Override
    public void write(StringBuilder out) {
      out.append('<').append(tag);
      attributes.forEach((name, value) -> {
        out.append(' ').append(name).append("=\"");
        escape(value, out);
        out.append('"');
      });
      out.append('>');
      children.forEach(child -> child.write(out));
      if (!VOID.contains(tag)) {
        out.append("</").append(tag).append('>');
      }
      // One block a line, so that two versions of a site can be compared.
      if (!INLINE.contains(tag)) {
        out.append('\n');
      }
    }
  }
}
