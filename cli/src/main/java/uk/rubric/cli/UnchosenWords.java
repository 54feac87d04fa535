package uk.rubric.cli;

import java.nio.file.Path;
import java.util.List;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.service.Unchosen;

/** Says which practices chose no day by which their patients are decided, and what follows. */
final class UnchosenWords {
  private static final int NAMED = 5;

  private UnchosenWords() {}

  static List<Diagnostic> of(List<Unchosen> unchosen, Path extract) {
    return unchosen.stream().map(each -> of(each, extract)).toList();
  }

  private static Diagnostic of(Unchosen each, Path extract) {
    String message = switch (each.standing()) {
      case OUTSIDE -> "the day `%s` of %s lies outside the time that it is for, `%s` to `%s`: nothing is counted there";
      case ASSUMED -> "there is no day `%s` of %s for `%s` to `%s` yet: the day as at which it is looked at is taken";
      case CHOSEN, UNKNOWN -> "there is no day `%s` of %s for `%s` to `%s`: nothing is counted there";
    };
    return Diagnostic.at(Place.of(extract.resolve("evidence.csv").toString()), each.what(), message.formatted(
            each.evidence(), practices(each.practices()), each.part().start(), each.part().end()))
        .withHelp("write the day that the practice chose, as an answer for that time");
  }

  private static String practices(List<String> codes) {
    String named = String.join(", ", codes.stream().limit(NAMED).map(code -> "`" + code + "`").toList());
    int others = codes.size() - NAMED;
    return (codes.size() == 1 ? "practice " : "practices ") + named + (others > 0 ? " and " + others + " more" : "");
  }
}
