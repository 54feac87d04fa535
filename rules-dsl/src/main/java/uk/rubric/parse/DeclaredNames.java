package uk.rubric.parse;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import uk.rubric.parse.antlr.RubricLexer;

/** The names that a stretch of text declares, as far as can be told without understanding it. */
final class DeclaredNames {
  private static final Set<Integer> DECLARING =
      Words.types("ruleset", "service", "cluster", "reason", "field", "register", "group", "cohort", "classify",
          "indicator",
          "block", "day",
          "use", "parameter", "measure", "points", "pay", "evidence");

  private DeclaredNames() {}

  /** Those between two tokens, the second not included; a misspelt word at the start declares, too. */
  static Set<String> between(TokenStream tokens, int from, int to) {
    List<Token> seen =
        IntStream.range(from, to).mapToObj(tokens::get).filter(t -> t.getChannel() == Token.DEFAULT_CHANNEL).toList();
    return IntStream.range(1, seen.size())
        .filter(i -> seen.get(i).getType() == RubricLexer.NAME && declares(seen.get(i - 1), i == 1))
        .mapToObj(i -> seen.get(i).getText())
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  private static boolean declares(Token token, boolean first) {
    return DECLARING.contains(token.getType()) || first && token.getType() == RubricLexer.WORD;
  }

  /** That of the part which starts at a token, if it has one. */
  static Set<String> first(TokenStream tokens, int from) {
    int second = from + 1;
    while (second < tokens.size() && tokens.get(second).getChannel() != Token.DEFAULT_CHANNEL) {
      second++;
    }
    return between(tokens, from, Math.min(second + 1, tokens.size()));
  }
}
