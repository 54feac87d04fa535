package uk.rubric.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Results as the XML that build servers read. Times are left out: the same tests and rules give the same bytes.
 */
public final class JunitXml {
  private JunitXml() {}

  /**
   * A suite for each file, a case for each test, at the place where it is written; the class name of a case is its
   * subject.
   */
  public static String of(TestRun run) {
    Map<String, List<TestResult>> files = run.results().stream().collect(Collectors.groupingBy(
        r -> r.test().home().name(), LinkedHashMap::new, Collectors.toList()));
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites tests=\"").append(run.results().size()).append("\" failures=\"").append(run.failed())
        .append("\">\n");
    files.forEach((file, results) -> suite(file, results, xml));
    return xml.append("</testsuites>\n").toString();
  }

  private static void suite(String file, List<TestResult> results, StringBuilder xml) {
    xml.append("  <testsuite name=\"").append(escaped(file)).append("\" tests=\"").append(results.size())
        .append("\" failures=\"").append(results.stream().filter(r -> !r.passed()).count())
        .append("\" errors=\"0\" skipped=\"0\">\n");
    results.forEach(result -> testCase(result, xml));
    xml.append("  </testsuite>\n");
  }

  private static void testCase(TestResult result, StringBuilder xml) {
    xml.append("    <testcase classname=\"").append(escaped(result.test().subject())).append("\" name=\"")
        .append(escaped(result.test().fullTitle())).append("\" file=\"")
        .append(escaped(result.test().span().source().name())).append("\" line=\"")
        .append(result.test().span().from().line()).append('"');
    if (result.passed()) {
      xml.append("/>\n");
      return;
    }
    xml.append(">\n");
    result.failures().forEach(f -> xml.append("      <failure type=\"expectation\" message=\"")
        .append(escaped("expected " + f.expected() + ", was " + f.actual())).append("\">")
        .append(escaped(f.place() + "\n" + String.join("\n", f.why()))).append("</failure>\n"));
    xml.append("    </testcase>\n");
  }

  /** Characters that XML does not have become a replacement character. */
  private static String escaped(String text) {
    return text.replaceAll("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD")
        .replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }
}
