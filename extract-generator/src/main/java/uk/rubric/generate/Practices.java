package uk.rubric.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The invented practices of an extract, some larger than others. Immutable. */
final class Practices {
  private static final List<String> PLACES =
      List.of("Alder", "Beech", "Cedar", "Elm", "Fernhill", "Greenbank", "Hawthorn", "Larch", "Millbrook", "Oakfield");
  private static final List<String> KINDS = List.of("Surgery", "Medical Centre", "Health Centre", "Practice");
  private static final int CODES_A_LETTER_PAIR = 999;

  private final List<String> codes;
  private final int[] weights;

  private Practices(List<String> codes, int[] weights) {
    this.codes = List.copyOf(codes);
    this.weights = weights;
  }

  /** One practice, whose code is known. */
  static Practices only(String code) {
    return new Practices(List.of(code), new int[] {1});
  }

  /** So many practices, with sizes that the seed decides. */
  Practices(int count, long seed) {
    Chance chance = Chance.of(seed, -1);
    this.codes = IntStream.range(0, count).mapToObj(Practices::code).toList();
    this.weights = IntStream.range(0, count).map(i -> chance.between(60, 160)).toArray();
  }

  static String code(int index) {
    return String.format(
        Locale.ROOT, "A%02d%03d", 81 + index / CODES_A_LETTER_PAIR, 1 + index % CODES_A_LETTER_PAIR);
  }

  List<String> codes() {
    return codes;
  }

  int count() {
    return codes.size();
  }

  static String name(int index) {
    String kind = KINDS.get(index / PLACES.size() % KINDS.size());
    return "%s %s (synthetic)".formatted(PLACES.get(index % PLACES.size()), kind);
  }

  /** A practice, larger ones more often. */
  String one(Chance chance) {
    return codes.get(chance.weighted(weights));
  }

  /** Another practice than {@code code}; there must be two. */
  String another(String code, Chance chance) {
    List<String> others = new ArrayList<>(codes);
    others.remove(code);
    return chance.one(others);
  }
}
