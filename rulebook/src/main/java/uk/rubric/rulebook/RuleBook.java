package uk.rubric.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.CheckedRuleset;
import uk.rubric.check.CheckedService;
import uk.rubric.parse.ParseResult;

/**
 * The rule book of some rule files: pages that need no server and no other file than each other. Each ladder stands as
 * the published table reads, with a reading in plain English; fields, code clusters, rules and registers lead to each
 * other both ways. The same files give the same bytes.
 *
 * <p>Stateless and thread-safe.
 */
public final class RuleBook {
  /** The page to start with. */
  public static final String INDEX = "index.html";

  static final String NAMES = "names.html";
  static final String STYLE = "rulebook.css";
  static final String SCRIPT = "rulebook.js";

  private RuleBook() {}

  /**
   * Makes all files of the site.
   *
   * @param files as they were read, with those that they import
   * @param rules what the checker made of these files
   * @return the text of each file, to be written in UTF-8, by its name; all lie in one folder
   */
  public static Map<String, String> of(List<ParseResult> files, CheckedRules rules) {
    return of(files, rules, (ladder, rule) -> Optional.empty());
  }

  /** The same, with what tests cover beside each rule. */
  public static Map<String, String> of(List<ParseResult> files, CheckedRules rules, Covered covered) {
    Book book = new Book(rules, new Source(files), covered);
    Map<String, String> site = new LinkedHashMap<>();
    site.put(INDEX, new IndexPage(book).html());
    for (CheckedService service : rules.services()) {
      site.put(book.files().services().get(service.name()), new ServicePage(book, service).html());
    }
    for (CheckedRuleset ruleset : rules.rulesets()) {
      site.put(book.files().rulesets().get(ruleset.id()), new RulesetPage(book, ruleset).html());
    }
    site.put(NAMES, new NamesPage(book).html());
    site.put(STYLE, resource(STYLE));
    site.put(SCRIPT, resource(SCRIPT));
    return site;
  }

  private static String resource(String name) {
    try (InputStream in = RuleBook.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
