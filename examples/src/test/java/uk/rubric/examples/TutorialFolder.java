package uk.rubric.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder in which the steps of a tutorial are done as a reader does them from the root of the project: with the code
 * clusters of the examples, and the files that the tutorial has shown so far.
 */
record TutorialFolder(Path path) {
  private static final String CLUSTERS = "examples/clusters";

  static TutorialFolder make() throws IOException {
    TutorialFolder folder = new TutorialFolder(Files.createTempDirectory("rubric-tutorial"));
    Path clusters = Files.createDirectories(folder.path.resolve(CLUSTERS));
    try (Stream<Path> files = Files.list(BuiltJar.ROOT.resolve(CLUSTERS))) {
      for (Path file : files.toList()) {
        Files.copy(file, clusters.resolve(file.getFileName()));
      }
    }
    return folder;
  }

  /** Writes the file that a block is, or changes the one that it changes; a reader is told its name in the text. */
  void take(Block block, String before) {
    block.file().ifPresent(name -> {
      assertThat(before).as("the text names the file").contains("`" + name + "`");
      write(name, block.body());
    });
    block.changeOf().ifPresent(name -> {
      assertThat(before).as("the text names the file").contains("`" + name + "`");
      change(name, block);
    });
  }

  private void change(String name, Block block) {
    String text = read(name);
    assertThat(text).as(name).containsOnlyOnce(block.side('-'));
    write(name, text.replace(block.side('-'), block.side('+')));
  }

  private String read(String name) {
    try {
      return Files.readString(path.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String name, String text) {
    try {
      Files.createDirectories(path.resolve(name).getParent());
      Files.writeString(path.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes it with all that was written there. */
  void remove() throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted((a, b) -> b.compareTo(a)).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    }
  }
}
