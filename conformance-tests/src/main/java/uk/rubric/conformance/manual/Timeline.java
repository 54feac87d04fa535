package uk.rubric.conformance.manual;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of a patient as a reader follows them: what holds throughout, then entries by day. */
final class Timeline {
  private static final Pattern ENTRY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}): (.+)");
  private static final Pattern STANDING = Pattern.compile("(born|registered|not registered|at practice|sex|died)\\b.*");

  /** What a case says of a patient of whom there is nothing to say. */
  private static final List<String> NOTHING = List.of("born 1960-05-01");

  private Timeline() {}

  /**
   * One line each.
   *
   * @param asWritten whether entries stay in the order of the case, because it is that which the case shows
   */
  static String of(String lines, boolean asWritten) {
    List<String> all = lines.lines().map(String::stripTrailing).filter(line -> !line.isBlank()).toList();
    if (all.equals(NOTHING)) {
      return "no entries";
    }
    boolean plain = all.stream().allMatch(line -> isEntry(line) || STANDING.matcher(line).matches());
    if (!plain || asWritten) {
      return joined(all.stream());
    }
    Stream<String> standing = all.stream().filter(line -> !isEntry(line));
    Stream<String> entries = all.stream().filter(Timeline::isEntry).sorted(Comparator.comparing(Timeline::day));
    return joined(Stream.concat(standing, entries));
  }

  private static boolean isEntry(String line) {
    return ENTRY.matcher(line).matches();
  }

  private static String day(String entry) {
    return entry.substring(0, entry.indexOf(':'));
  }

  private static String joined(Stream<String> lines) {
    return lines
        .map(line -> Markdown.names(ENTRY.matcher(line).replaceFirst("$1 $2")))
        .collect(Collectors.joining("\n"));
  }
}
