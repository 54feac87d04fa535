package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Documents cannot lie: every {@code console} block of a README is run against the built jar and compared, and every
 * block that says it is an excerpt of a file must stand there. The tutorial's steps are done in a folder of their own,
 * and the files that it shows are written there. {@code -Dgolden.update=true} rewrites the output of the blocks.
 */
class DocumentIT {
  private static final Path ROOT = BuiltJar.ROOT;
  private static final boolean UPDATE = !System.getProperty("golden.update", "").isEmpty();

  @TestFactory
  Stream<DynamicTest> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("docs/import.md"),
        ROOT.resolve("docs/diff.md"), ROOT.resolve("docs/testing-rules.md"),
        ROOT.resolve("docs/worklist.md"), ROOT.resolve("docs/forecast.md")));
    try (Stream<Path> paths = Files.walk(ROOT.resolve("examples"))) {
      paths
          .filter(p -> p.endsWith("README.md") && !p.toString().contains("target"))
          .sorted()
          .forEach(documents::add);
    }
    Stream<DynamicTest> readmes =
        documents.stream().map(d -> DynamicTest.dynamicTest(ROOT.relativize(d).toString(), () -> holds(d)));
    return Stream.concat(readmes, Stream.of(DynamicTest.dynamicTest("tutorial", DocumentIT::tutorialHolds)));
  }

  private static void holds(Path document) throws IOException {
    String text = Files.readString(document);
    compare(document, text, Block.of(text).stream().map(DocumentIT::asItIs).collect(Collectors.joining()));
  }

  private static void tutorialHolds() throws IOException {
    Path document = ROOT.resolve("docs/tutorial/README.md");
    String text = Files.readString(document);
    TutorialFolder folder = TutorialFolder.make();
    StringBuilder asItIs = new StringBuilder();
    String before = "";
    for (Block block : Block.of(text)) {
      folder.take(block, before);
      asItIs.append(block.kind().equals("console") ? block.withBody(console(folder.path(), block.body()))
          : block.text());
      before = block.body();
    }
    folder.remove();
    compare(document, text, asItIs.toString());
  }

  private static void compare(Path document, String text, String asItIs) throws IOException {
    if (UPDATE) {
      Files.writeString(document, asItIs);
    } else {
      assertThat(text).as("run with -Dgolden.update=true to rewrite").isEqualTo(asItIs);
    }
  }

  private static String asItIs(Block block) {
    if (block.kind().equals("console")) {
      return block.withBody(console(ROOT, block.body()));
    }
    block.excerptOf().ifPresent(file -> assertThat(strip(read(file))).as(file).contains(strip(block.body())));
    return block.text();
  }

  /** The same commands, each with what it prints; a block that ends in {@code …} shows the beginning only. */
  private static String console(Path folder, String body) {
    StringBuilder result = new StringBuilder();
    List<String> lines = body.lines().collect(Collectors.toList());
    for (int i = 0; i < lines.size(); ) {
      int end = i + 1;
      while (end < lines.size() && !lines.get(end).startsWith("$ ")) {
        end++;
      }
      boolean beginning = lines.get(end - 1).equals("…");
      result.append(lines.get(i)).append('\n').append(output(folder, lines.get(i), beginning, end - i - 2));
      i = end;
    }
    return result.toString();
  }

  private static String output(Path folder, String line, boolean beginning, int shown) {
    String all = run(folder, line.substring(2).trim());
    if (!beginning) {
      return all;
    }
    return all.lines().limit(shown).map(l -> l.stripTrailing() + "\n").collect(Collectors.joining()) + "…\n";
  }

  private static String run(Path folder, String command) {
    List<String> words = List.of(command.split("\\s+"));
    assertThat(words.get(0)).as("documents run ./rubric alone").isEqualTo("./rubric");
    BuiltJar.Ended ended = BuiltJar.run(folder, words.subList(1, words.size()));
    return ended.err() + ended.out();
  }

  private static String read(String file) {
    try {
      return Files.readString(ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String strip(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
