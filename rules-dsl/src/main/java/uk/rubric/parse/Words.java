package uk.rubric.parse;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import uk.rubric.parse.antlr.RubricLexer;

/** The words and signs of the language by their token types. */
final class Words {
  private static final Map<String, Integer> TYPES =
      IntStream.rangeClosed(1, RubricLexer.VOCABULARY.getMaxTokenType())
          .filter(type -> RubricLexer.VOCABULARY.getLiteralName(type) != null)
          .boxed()
          .collect(Collectors.toUnmodifiableMap(Words::literal, type -> type));

  /** Words that start a line or block wherever they stand; others do when the right thing follows. */
  private static final Set<Integer> STARTS =
      types("cluster", "reason", "field", "register", "group", "cohort", "classify", "indicator", "block", "ruleset",
          "service", "status", "use", "parameter", "measure", "pay", "evidence", "total", "add", "replace", "retire",
          "given",
          "expect", "take");

  private static final Set<Integer> TEXT_STARTS = types("source", "authority", "clusters", "import", "test");

  private static final Set<Integer> TEXTS = Set.of(RubricLexer.STRING, RubricLexer.UNCLOSED_STRING);

  private static final Set<Integer> NAME_STARTS = types("day", "points", "block");

  private static final int PERIOD = type("period");

  private static final int FROM = type("from");

  private Words() {}

  private static String literal(int type) {
    String quoted = RubricLexer.VOCABULARY.getLiteralName(type);
    return quoted.substring(1, quoted.length() - 1);
  }

  /** The type of a word or sign of the language. */
  static int type(String literal) {
    return TYPES.get(literal);
  }

  static Set<Integer> types(String... literals) {
    return Arrays.stream(literals).map(Words::type).collect(Collectors.toUnmodifiableSet());
  }

  /** How a word or sign is written; empty for types with many texts, such as names. */
  static Optional<String> written(int type) {
    String quoted = type > 0 ? RubricLexer.VOCABULARY.getLiteralName(type) : null;
    return quoted == null ? Optional.empty() : Optional.of(literal(type));
  }

  /** What a word was meant to be that stands where only a block of a file may: told by how its header goes on. */
  static Optional<Integer> meantBlock(TokenStream tokens) {
    int found = tokens.LT(1).getType();
    boolean odd = found == RubricLexer.WORD || found == RubricLexer.OTHER || found == RubricLexer.SMALL_NAME;
    int second = tokens.LT(2).getType();
    if (odd && second == type("tests")) {
      return Optional.of(type("take"));
    }
    if (odd && second == RubricLexer.STRING && tokens.LT(3).getType() == type("of")) {
      return Optional.of(type("test"));
    } else if (!odd || second != RubricLexer.NAME) {
      return Optional.empty();
    }
    int behind = tokens.LT(tokens.LT(3).getType() == RubricLexer.STRING ? 4 : 3).getType();
    return behind == type("version") ? Optional.of(type("ruleset"))
        : behind == type("{") || behind == type("amends") ? Optional.of(type("service")) : Optional.empty();
  }

  /** Whether a token starts a line or block of a rule set or service, or one of these; {@code next} comes after it. */
  static boolean startsItem(Token token, Token next) {
    int type = token.getType();
    return STARTS.contains(type)
        || TEXT_STARTS.contains(type) && TEXTS.contains(next.getType())
        || NAME_STARTS.contains(type) && next.getType() == RubricLexer.NAME
        || type == PERIOD && next.getType() == FROM;
  }
}
