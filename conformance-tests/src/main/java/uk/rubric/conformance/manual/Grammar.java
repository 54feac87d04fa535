package uk.rubric.conformance.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The grammar as its own file states it, without what only the parser needs.
 *
 * @param sections the headings of the file, each with its rules by name
 */
record Grammar(Map<String, Map<String, String>> sections) {
  private static final Pattern PART =
      Pattern.compile(
          "^// -{3,} (?<section>.+)$|^(?<name>[a-z]\\w*)\\s*:(?<body>(?:'[^']*'|//.*|[^;'])*?);[ \\t]*(?://.*)?$",
          Pattern.MULTILINE);
  private static final Pattern WORD = Pattern.compile("\"([a-z]+)\"");

  private static final Pattern USE = Pattern.compile("\\b[a-z][a-z-]*\\b");

  static Grammar read(Path file) {
    try {
      return of(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Grammar of(String text) {
    Map<String, Map<String, String>> sections = new LinkedHashMap<>();
    String section = "a file";
    for (MatchResult part : PART.matcher(text).results().toList()) {
      if (part.group(1) != null) {
        section = part.group(1).strip();
      } else {
        sections.computeIfAbsent(section, s -> new LinkedHashMap<>()).put(name(part.group(2)), body(part.group(3)));
      }
    }
    Grammar grammar = new Grammar(sections);
    grammar.refuseGaps();
    return grammar;
  }

  /** A rule that another uses and that is not there was not understood. */
  private void refuseGaps() {
    Set<String> used =
        all().values().stream()
            .flatMap(body -> USE.matcher(body.replaceAll("\"[^\"]*\"", "")).results().map(MatchResult::group))
            .collect(Collectors.toCollection(TreeSet::new));
    used.removeAll(all().keySet());
    if (!used.isEmpty()) {
      throw new IllegalArgumentException("not read of the grammar: " + used);
    }
  }

  private static String name(String camel) {
    return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** Labels, comments and the end of the file are the parser's own business. */
  private static String body(String body) {
    return Pattern.compile("'([^']*)'|//.*|#\\s*\\w+|\\b\\w+\\s*\\+?=(?=['(\\w])|\\bEOF\\b|\\b[a-z]\\w*\\b|\\s+")
        .matcher(body)
        .replaceAll(found -> Matcher.quoteReplacement(piece(found)))
        .replaceAll(" +", " ")
        .replaceAll("\\( | (?=[)])", "$0")
        .strip();
  }

  private static String piece(MatchResult found) {
    String text = found.group();
    if (found.group(1) != null) {
      return "\"" + found.group(1) + "\"";
    }
    if (text.isBlank()) {
      return " ";
    }
    return Character.isLowerCase(text.charAt(0)) && !text.contains("=") ? name(text) : "";
  }

  /** Every rule by its name. */
  Map<String, String> all() {
    Map<String, String> all = new LinkedHashMap<>();
    sections.values().forEach(all::putAll);
    return all;
  }

  /** The words of the language, in the order of the alphabet. */
  Set<String> words() {
    return all().values().stream()
        .flatMap(body -> WORD.matcher(body).results().map(word -> word.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The rules of a section, one alternative a line. */
  static String shown(Map<String, String> rules) {
    List<String> lines = new ArrayList<>();
    rules.forEach((name, body) -> {
      lines.add(name);
      List<String> alternatives = alternatives(body);
      for (int i = 0; i < alternatives.size(); i++) {
        lines.add("  " + (i == 0 ? "= " : "| ") + alternatives.get(i));
      }
    });
    return String.join("\n", lines);
  }

  /** Those of the whole rule, not of a bracket within it. */
  private static List<String> alternatives(String body) {
    List<String> alternatives = new ArrayList<>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && !quoted && depth == 0) {
        alternatives.add(body.substring(start, i).strip());
        start = i + 1;
      }
    }
    alternatives.add(body.substring(start).strip());
    return alternatives;
  }
}
