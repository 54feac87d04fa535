package uk.rubric.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** JUnit sees each test, where it stands, and why it fails. */
class RubricTestsTest {
  private static final Path RULES = Path.of("src/test/resources/rules/diabetes.rubric");

  @TempDir Path folder;

  private List<DynamicTest> tests(String text) throws IOException {
    Files.writeString(folder.resolve("r.rubric"), text);
    return RubricTests.in(folder).flatMap(RubricTestsTest::tests).toList();
  }

  private static java.util.stream.Stream<DynamicTest> tests(DynamicNode node) {
    return node instanceof DynamicContainer container
        ? container.getChildren().flatMap(RubricTestsTest::tests) : java.util.stream.Stream.of((DynamicTest) node);
  }

  @Test
  void leadsToThePlaceOfEachTest() throws IOException {
    List<DynamicTest> tests = tests(Files.readString(RULES));

    assertThat(tests).extracting(DynamicNode::getDisplayName)
        .containsExactly("DM_REG: seventeen on the last day of the year", "DM_REG: a day too young");
    assertThat(tests.get(0).getTestSourceUri().orElseThrow().toString())
        .isEqualTo(folder.resolve("r.rubric").toUri() + "?line=16&column=1");
  }

  @Test
  void aFailureShowsWhatWasExpectedAndWhy() throws IOException {
    DynamicTest test = tests(Files.readString(RULES).replace("reject by rule 2\n}", "select by rule 2\n}")).get(1);

    assertThatThrownBy(test.getExecutable()::execute)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("r.rubric:29:10")
        .hasMessageContaining("expected  DM_REG: select by rule 2")
        .hasMessageContaining("PAT_AGE is 16 years");
  }

  @Test
  void aTakenTestBelongsToTheFileThatTakesItAndLeadsToItsOwn() throws IOException {
    Path before = Files.createDirectory(folder.resolve("before")).resolve("r.rubric");
    Files.writeString(before, Files.readString(RULES)
        + "service S { period from 2021-04-01 to 2022-03-31 day PPED = end of period day ACHV_DAT = run date use DM }");
    Path after = Files.createDirectory(folder.resolve("after"));
    Files.writeString(after.resolve("r.rubric"), "import \"../before/r.rubric\""
        + " service L amends S {} take tests from \"../before/r.rubric\" of S into L except \"a day too young\" of DM_REG");

    assertThat(RubricTests.in(after).flatMap(RubricTestsTest::tests)).singleElement().satisfies(test -> {
      assertThat(test.getDisplayName()).isEqualTo("DM_REG: seventeen on the last day of the year (taken)");
      assertThat(test.getTestSourceUri().orElseThrow().toString()).contains("before/r.rubric?line=16");
    });
  }

  @Test
  void rulesThatAreInvalidFail() throws IOException {
    DynamicTest test = tests("ruleset R version 1.0 { field A = latest B }").get(0);

    assertThatThrownBy(test.getExecutable()::execute).hasMessageContaining("error[unknown-cluster]");
  }
}
