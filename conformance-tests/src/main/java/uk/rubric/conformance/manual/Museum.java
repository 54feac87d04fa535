package uk.rubric.conformance.manual;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uk.rubric.conformance.ConformanceCase;
import uk.rubric.conformance.ConformanceCase.Heading;
import uk.rubric.conformance.ConformanceCase.Origin;
import uk.rubric.conformance.ConformanceCases;

/** The page of failures and of published examples, each with its case and its source. Stateless. */
public final class Museum {
  private static final String INTRODUCTION =
      """
      # The incident museum

      <!-- Made from the conformance cases; docs/testing.md says how. -->

      Payments for general practice have gone wrong before: with the list of the wrong year, without the last day, by a code in
      the wrong cluster. Each failure that is published stands here with a case that the build runs on both evaluators. A link in
      the first column leads to the files, the commands and what comes of them.

      | case | what happened | what holds here | source |
      | --- | --- | --- | --- |
      """;

  private static final String EXAMPLES =
      """

      ## Published worked examples

      Figures that somebody has published, to the penny. They round in different places; each case says where.

      | case | what comes out | source |
      | --- | --- | --- |
      """;

  private Museum() {}

  /**
   * The page, of all cases that say where they come from.
   *
   * @param cases the folder of the cases
   */
  public static String page(Path cases) {
    StringBuilder incidents = new StringBuilder(INTRODUCTION);
    StringBuilder examples = new StringBuilder(EXAMPLES);
    for (ConformanceCase each : ConformanceCases.in(cases)) {
      each.heading().origin().ifPresent(origin ->
          (origin.happened().isPresent() ? incidents : examples).append(row(each.heading(), origin)));
    }
    return incidents.append(examples).toString();
  }

  private static String row(Heading heading, Origin origin) {
    List<String> cells = new ArrayList<>();
    cells.add(Markdown.link("`" + heading.id() + "`", "reference/" + heading.chapter() + ".md#" + heading.id()));
    origin.happened().map(Markdown::line).ifPresent(cells::add);
    cells.add(Markdown.names(heading.title()));
    cells.add(Citation.links(origin));
    return Markdown.row(cells);
  }
}
