package uk.rubric.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.rubric.parse.ParseResult;
import uk.rubric.parse.RuleParser;
import uk.rubric.source.SourceText;

/** The structure of the pages: links, headings, tables, and what readers without eyes, mouse or network need. */
class SiteTest {
  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void everyLinkLeadsSomewhere(Site site) {
    site.pages().forEach((file, page) -> page.select("a[href]").forEach(link -> {
      String href = link.attr("href");
      String target = href.startsWith("#") ? file : href.replaceFirst("#.*", "");
      assertThat(site.pages()).as("%s: %s", file, href).containsKey(target);
      if (href.contains("#")) {
        String anchor = href.substring(href.indexOf('#') + 1);
        assertThat(site.pages().get(target).getElementById(anchor)).as("%s: %s", file, href).isNotNull();
      }
    }));
  }

  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void everyPageIsReachedFromTheFirst(Site site) {
    Set<String> seen = new HashSet<>(Set.of(RuleBook.INDEX));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      site.pages().get(open.remove()).select("a[href]").eachAttr("href").stream()
          .map(href -> href.replaceFirst("#.*", "")).filter(target -> !target.isEmpty() && seen.add(target))
          .forEach(open::add);
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(site.pages().keySet());
  }

  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void identifiersAreUnique(Site site) {
    site.pages().forEach((file, page) ->
        assertThat(page.select("[id]").eachAttr("id")).as(file).doesNotHaveDuplicates());
  }

  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void pagesAskForNothingFromOutside(Site site) {
    site.files().forEach((file, text) -> {
      assertThat(text).as(file).doesNotContain("http:", "https:", "@import", "url(", "fetch(", "XMLHttpRequest");
      Document page = site.pages().get(file);
      if (page != null) {
        page.select("[src], link[href]").forEach(e ->
            assertThat(site.files()).containsKey(e.hasAttr("src") ? e.attr("src") : e.attr("href")));
        assertThat(page.select("[style], style, script:not([src]), [onclick]")).as(file).isEmpty();
      }
    });
  }

  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void headingsDescendByOne(Site site) {
    site.pages().forEach((file, page) -> {
      assertThat(page.select("h1")).as(file).hasSize(1);
      int last = 0;
      for (Element heading : page.select("h1, h2, h3, h4, h5, h6")) {
        int level = heading.tagName().charAt(1) - '0';
        assertThat(level).as("%s: %s", file, heading.text()).isLessThanOrEqualTo(last + 1);
        assertThat(heading.text()).as(file).isNotBlank();
        last = level;
      }
    });
  }

  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void tablesNameTheirRowsAndColumns(Site site) {
    site.pages().forEach((file, page) -> page.select("table").forEach(table -> {
      assertThat(table.select("> caption").text()).as(file).isNotBlank();
      assertThat(table.select("th:not([scope])")).as(file).isEmpty();
      int columns = table.select("> thead th[scope=col]").size();
      table.select("> tbody > tr").forEach(row -> {
        assertThat(row.children()).as(row.text()).hasSize(columns);
        assertThat(row.select("> th[scope=row]")).as(row.text()).hasSize(1);
        // The roles keep it a table where the stylesheet shows rows as blocks.
        assertThat(row.select("> [role=cell], > [role=rowheader]")).hasSize(columns);
        assertThat(row.children().eachAttr("data-label")).isEqualTo(table.select("> thead th").eachText());
      });
    }));
  }

  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void pagesHaveLandmarksAndNames(Site site) {
    site.pages().forEach((file, page) -> {
      assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
      assertThat(page.title()).as(file).isNotBlank();
      assertThat(page.select("body > header, body > main, body > footer")).as(file).hasSize(3);
      assertThat(page.select("nav:not([aria-label]), img:not([alt])")).as(file).isEmpty();
      assertThat(page.body().child(0).attr("href")).isEqualTo("#main");
      page.select("input").forEach(input ->
          assertThat(page.select("label[for=" + input.id() + "]").text()).isNotBlank());
      page.select("section[aria-labelledby]").forEach(section ->
          assertThat(page.getElementById(section.attr("aria-labelledby"))).isNotNull());
      assertThat(page.select("a").stream().filter(a -> a.text().isBlank())).as(file).isEmpty();
      // Scrolls sideways, so the keyboard must reach it.
      assertThat(page.select("pre:not([tabindex])")).as(file).isEmpty();
    });
    assertThat(site.pages().values().stream().map(Document::title)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void whatAParserReadsIsWhatWasWritten(Site site) {
    site.pages().forEach((file, page) -> {
      Parser strict = Parser.htmlParser().setTrackErrors(10);
      Jsoup.parse(site.files().get(file), "", strict);
      assertThat(strict.getErrors()).as(file).isEmpty();
      assertThat(page.select("p ul, p div, p p")).as(file).isEmpty();
    });
  }

  /** Both ways: what a rule or field names is said there to be used by it. */
  @ParameterizedTest
  @MethodSource("uk.rubric.rulebook.Site#all")
  void usesAreShownAtBothEnds(Site site) {
    site.pages().forEach((file, page) -> page.select("tr[id^=rule-], tr[id^=field-]").forEach(row ->
        row.select("td[data-label~=as written|criteria] code a, td[data-label=If true] a").forEach(link -> {
          String href = link.attr("href");
          String target = href.startsWith("#") ? file : href.replaceFirst("#.*", "");
          Element used = site.pages().get(target).getElementById(href.replaceFirst(".*#", ""));
          if (used.id().startsWith("day-")) {
            return;
          }
          String back = (target.equals(file) ? "" : file) + "#" + row.id();
          assertThat(used.select("a").eachAttr("href")).as("%s from %s", href, row.id()).contains(back);
        })));
  }

  @Test
  void theSameFilesGiveTheSameBytes() {
    assertThat(Books.book(Books.example())).containsExactlyEntriesOf(Books.book(Books.example()));
  }

  @Test
  void everyRuleFieldAndClusterOfTheExampleStandsThere() {
    Document page = Jsoup.parse(Books.book(Books.example()).get("ruleset-DM-46.0.html"));
    assertThat(page.select("tr[id^=rule-DM]")).hasSize(99);
    assertThat(page.select("#fields tr[id^=field-]")).hasSize(66);
    assertThat(page.select("#clusters tr[id^=cluster-]")).hasSize(54);
    Element rule = page.getElementById("rule-DM020-denominator-8");
    assertThat(rule.select("td[data-label=If true]").text()).isEqualTo("Reject as DMIFINVITE");
    assertThat(rule.select("td[data-label=If false]").text()).isEqualTo("Next rule");
    assertThat(rule.select("code").text()).startsWith("If (IFCCHBA_DAT > PPED - 12 months").contains("DMINVITE2_DAT");
  }

  @Test
  void blocksShowBothNumbersAndTheirArguments() {
    Document page = Jsoup.parse(Books.book(Books.widened()).get("ruleset-AST-1.0.html"));
    Element rule = page.getElementById("rule-AST007-denominator-8");
    assertThat(rule.select("th").text()).isEqualTo("8 (TAIL rule 2)");
    assertThat(rule.select("code").text()).isEqualTo("If REG_DAT > PPED - 3 months");
    assertThat(rule.select("td[data-label=If true] a").attr("href"))
        .isEqualTo("ruleset-COMMON-1.0.html#reason-REG1_DAT3");
    assertThat(page.getElementById("rule-AST007-denominator-7").select("code").text())
        .isEqualTo("If DEC_DAT > PPED - 12 months");
    assertThat(page.getElementById("rule-AST007-denominator-7").text()).contains("chose not to");
  }

  @Test
  void testsDocCommentsNotesAndPointsStandBesideTheRules() {
    Map<String, String> book = Books.book(Books.widened());
    Document page = Jsoup.parse(book.get("ruleset-AST-1.0.html"));
    assertThat(page.select("h1").text()).isEqualTo("AST: Asthma <&> more");
    Element indicator = page.getElementById("indicator-AST007");
    assertThat(indicator.select(".tests").text()).contains("a review & a plan", "2012-06-01: AST_COD");
    assertThat(indicator.select(".mark.open").eachText()).contains("draft");
    assertThat(indicator.text()).contains("17 from 35% to 75% in S");
    assertThat(page.getElementById("field-AST_DAT").select(".doc").text())
        .isEqualTo("The first diagnosis, in two lines.");
    assertThat(Jsoup.parse(book.get("service-S.html")).select("h1 ~ dl .mark.open").eachText())
        .contains("UNOFFICIAL", "1 placeholder");
  }

  @Test
  void aTestThatAnotherServiceTakesOverSaysSo() {
    List<ParseResult> read = List.of(RuleParser.parse(new SourceText("r.rubric", """
        ruleset R version 1.0 { day ACHV_DAT register ALL of everyone { 1: select } }
        service S { period from 2022-04-01 to 2023-03-31 day ACHV_DAT = run date use R }
        service T amends S { period from 2023-04-01 to 2024-03-31 }
        take tests of S into T moved 12 months except "only then" of ALL
        test "always" of ALL in S { patient { born 1960-05-01 } expect select }
        test "only then" of ALL in S { patient { born 1960-05-01 } expect select }
        """)));
    Document page = Jsoup.parse(RuleBook.of(read, Books.check(read)).get("ruleset-R-1.0.html"));

    assertThat(page.select(".tests > li")).hasSize(2);
    assertThat(page.select(".tests > li").get(0).text())
        .endsWith("It holds in T too, with every day written here 12 months later.");
    assertThat(page.select(".tests > li").get(1).text()).endsWith("expect select }");
  }

  @Test
  void namesListEveryThingOnce() {
    Document page = Jsoup.parse(Books.book(Books.example()).get(RuleBook.NAMES));
    List<String> names = page.select("#names tbody th").eachText();
    assertThat(names).contains("DM020", "IFCCHBA_DAT", "IFCCHBAM_COD", "DM_REG", "POINT_VALUE", "DMIFINVITE", "CPI");
    assertThat(names).hasSizeGreaterThan(66 + 54);
  }
}
