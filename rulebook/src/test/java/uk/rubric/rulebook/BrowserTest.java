package uk.rubric.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site in a headless browser, from the file system; passed over where there is none. */
@Tag("browser")
class BrowserTest {
  private static final List<String> OPTIONS = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
      "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

  @TempDir private Path folder;

  private static Optional<Path> browser() {
    return Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of("/usr/bin", name))
        .filter(Files::isExecutable).findFirst();
  }

  @BeforeEach
  void writeSite() throws IOException {
    assumeTrue(browser().isPresent(), "no browser is installed");
    for (Map.Entry<String, String> file : Books.book(Books.example()).entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
  }

  /** The page as it stands once its scripts have run. */
  private Document load(String page, int width) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(browser().orElseThrow().toString()));
    command.addAll(OPTIONS);
    command.addAll(List.of("--user-data-dir=" + folder.resolve("profile"), "--window-size=" + width + ",900",
        "--dump-dom", folder.toUri() + page));
    Path dom = folder.resolve("dom.html");
    Process process = new ProcessBuilder(command).redirectOutput(dom.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the browser ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return Jsoup.parse(Files.readString(dom));
  }

  @Test
  void aSearchNarrowsTheNames() throws Exception {
    Document page = load(RuleBook.NAMES + "?q=hba1c+latest", 1200);
    List<String> shown = page.select("#names tbody tr:not([hidden]) th").eachText();
    assertThat(shown).contains("IFCCHBA_DAT").doesNotContain("CHD_DAT");
    assertThat(page.getElementById("found").text()).startsWith(shown.size() + " of ");
  }

  @Test
  void nothingSticksOutOfANarrowScreen() throws Exception {
    for (String name : List.of("ruleset-DM-46.0.html", "service-QOF_2021_22.html", RuleBook.NAMES)) {
      String measure = "<script>document.documentElement.dataset.wide = String("
          + "document.documentElement.scrollWidth - document.documentElement.clientWidth)</script></body>";
      Files.writeString(folder.resolve("measured.html"),
          Files.readString(folder.resolve(name)).replace("</body>", measure));
      assertThat(load("measured.html", 500).select("html").attr("data-wide")).as(name).isEqualTo("0");
    }
  }
}
