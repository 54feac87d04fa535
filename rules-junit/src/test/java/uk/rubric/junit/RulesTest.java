package uk.rubric.junit;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** What the guide shows to those who test rules from Java; it quotes this class. */
class RulesTest {
  @TestFactory
  Stream<DynamicNode> rules() {
    return RubricTests.in(Path.of("src/test/resources/rules"));
  }
}
