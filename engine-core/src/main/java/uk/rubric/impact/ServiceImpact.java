package uk.rubric.impact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import uk.rubric.result.ServiceResult;
import uk.rubric.syntax.ServiceNode.Level;

/**
 * The same patients under two services. Names no patient. Immutable.
 *
 * <p>Pounds go from the old to the new in two steps. The first, <i>money</i>, pays the counts of the old rules by the
 * new service: points, thresholds, parameters, formulas, and what retired or is new. The second, <i>rules</i>, goes on
 * to the counts of the new rules. What only the new rules count stands in both steps as they count it.
 *
 * @param old what a run of the old service comes to
 * @param fresh what a run of the new service comes to
 * @param dates whose dates the services were given
 * @param practices by rising code
 * @param groups PCNs and ICBs of either side, by level and code
 * @param total of all practices and groups, each pound once
 * @param items in the order of the new rules, what retired behind
 * @param payments by name, in the order of the new service, what retired behind
 * @param terms what the contract itself changes
 * @param codes that only one side has in a cluster of one name, those of most patients first
 * @param countedAnew what the new rules count and the old do not, or not alike
 * @param unmovedDays that the rules of the service that was moved write out, although its other dates moved
 */
public record ServiceImpact(
    ServiceResult old,
    ServiceResult fresh,
    Dates dates,
    List<PracticeImpact> practices,
    List<GroupImpact> groups,
    Pounds total,
    List<ItemImpact> items,
    List<PaymentImpact> payments,
    List<TermChange> terms,
    List<CodeImpact> codes,
    List<String> countedAnew,
    List<LocalDate> unmovedDays) {
  public ServiceImpact {
    practices = List.copyOf(practices);
    groups = List.copyOf(groups);
    items = List.copyOf(items);
    payments = List.copyOf(payments);
    terms = List.copyOf(terms);
    codes = List.copyOf(codes);
    countedAnew = List.copyOf(countedAnew);
    unmovedDays = List.copyOf(unmovedDays);
  }

  /** Patient records that stand elsewhere for something that both services have. */
  public long moved() {
    return practices.stream().mapToLong(PracticeImpact::moved).sum();
  }

  /** What registers and indicators of that fate make of the first step; nothing where there are none that are paid. */
  public Optional<BigDecimal> byMoney(Fate fate) {
    List<Optional<BigDecimal>> parts = items.stream()
        .filter(item -> item.fate() == fate)
        .flatMap(item -> item.pounds().stream())
        .map(Pounds::byMoney)
        .toList();
    return parts.isEmpty() ? Optional.empty() : Pounds.sum(parts);
  }

  /** All patient records. */
  public long records() {
    return practices.stream().mapToLong(PracticeImpact::records).sum();
  }

  /**
   * Whose dates both services were given.
   *
   * @param months by how many the dates of the other were moved; 0 when each keeps its own
   */
  public record Dates(Whose whose, long months) {}

  /** Which service has its own dates. */
  public enum Whose {
    OLD,
    NEW,
    /** Each. */
    OWN;

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An amount on the way from old to new; each empty when it cannot be computed.
   *
   * @param sameCounts the counts of the old rules, paid by the new service
   */
  public record Pounds(Optional<BigDecimal> old, Optional<BigDecimal> sameCounts, Optional<BigDecimal> fresh) {
    /** By points, thresholds, parameters and formulas. */
    public Optional<BigDecimal> byMoney() {
      return difference(sameCounts, old);
    }

    /** By whom the rules count. */
    public Optional<BigDecimal> byRules() {
      return difference(fresh, sameCounts);
    }

    public Optional<BigDecimal> change() {
      return difference(fresh, old);
    }

    /** Empty when one is: a sum of the others would pass for all. */
    static Optional<BigDecimal> sum(List<Optional<BigDecimal>> amounts) {
      return amounts.stream().reduce(Optional.of(BigDecimal.ZERO), (a, b) -> a.flatMap(x -> b.map(x::add)));
    }

    private static Optional<BigDecimal> difference(Optional<BigDecimal> later, Optional<BigDecimal> earlier) {
      return later.flatMap(l -> earlier.map(l::subtract));
    }
  }

  /**
   * One practice.
   *
   * @param records its patient records
   * @param moved those that stand elsewhere for something that both services have
   * @param points earned on both sides; empty when one is not known
   * @param pending payments that wait for an answer and are in no sum, under the old and the new service together
   */
  public record PracticeImpact(
      String code, Optional<String> name, long records, long moved, Earned points, Pounds pounds, long pending) {}

  /** Points of the old and the new service. */
  public record Earned(Optional<BigFraction> old, Optional<BigFraction> fresh) {}

  /** A PCN or ICB, with all that is paid within it. */
  public record GroupImpact(Level level, String code, Pounds pounds) {}

  /** What became of a register, indicator or classification. */
  public enum Fate {
    KEPT,
    RENAMED,
    /** Several old ones became one. */
    MERGED,
    ADDED,
    RETIRED;

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A register, indicator or classification.
   *
   * @param kind {@code register}, {@code indicator} or {@code classification}
   * @param oldIds none for what is new, several when merged
   * @param freshId empty for what retired
   * @param old sums over all practices; empty for what is new, and for a classification
   * @param fresh likewise
   * @param matrices one for each old name; none for what is new or retired, or of entries on one side alone
   * @param points empty without a table of points
   * @param available points of the contract, for one practice
   * @param pounds empty when no payment is shared by its points
   */
  public record ItemImpact(
      String kind,
      List<String> oldIds,
      Optional<String> freshId,
      String title,
      Fate fate,
      Optional<Counts> old,
      Optional<Counts> fresh,
      List<Matrix> matrices,
      Earned points,
      Available available,
      Optional<Pounds> pounds) {
    public ItemImpact {
      oldIds = List.copyOf(oldIds);
      matrices = List.copyOf(matrices);
    }

    /** How many patients, or entries, stand elsewhere. */
    public long moved() {
      return matrices.stream().mapToLong(Matrix::moved).sum();
    }

    /** The new name, or the old one of what retired. */
    public String id() {
      return freshId.orElseGet(() -> oldIds.get(0));
    }

    /** Both names, where they differ. */
    public String names() {
      String before = String.join(" + ", oldIds);
      return fate == Fate.RENAMED || fate == Fate.MERGED ? before + " → " + id() : id();
    }
  }

  /** The points that the contract offers. */
  public record Available(Optional<BigDecimal> old, Optional<BigDecimal> fresh) {}

  /** Patients, or entries where an indicator decides them. Of a register the population alone. */
  public record Counts(long population, Optional<Long> denominator, Optional<Long> numerator) {}

  /**
   * How everyone stands, old against new. Its sums by row are the counts of the old run, those by column of the new
   * one.
   *
   * @param cells none of 0, by old and new state
   * @param moves those whose state differs, by the rules that decided, most first
   */
  public record Matrix(String oldId, List<Cell> cells, List<Move> moves) {
    public Matrix {
      cells = List.copyOf(cells);
      moves = List.copyOf(moves);
    }

    /** How many stand elsewhere. */
    public long moved() {
      return moves.stream().mapToLong(Move::count).sum();
    }
  }

  /** How many stand so; the words are those of {@link Standing#word}. */
  public record Cell(String old, String fresh, long count) {}

  /** How many moved, from one rule's decision to another's. */
  public record Move(Standing old, Standing fresh, long count) {}

  /** All that is paid under one name, to all organisations. */
  public record PaymentImpact(String name, String title, Pounds pounds) {}

  /**
   * Something that the contract changes in its money.
   *
   * @param alone what this change alone makes of the old service's total on the old counts; several together make
   *     something else, since points, thresholds and parameters multiply. Empty when it cannot be told apart
   */
  public record TermChange(TermKind kind, String subject, String text, Optional<BigDecimal> alone) {}

  /** What kind of change it is; the order is that of reports. */
  public enum TermKind {
    RETIRED,
    ADDED,
    RENAMED,
    MERGED,
    POINTS,
    THRESHOLDS_RAISED,
    THRESHOLDS_LOWERED,
    /** One raised and the other lowered, or with and without. */
    THRESHOLDS_CHANGED,
    PROTECTION,
    PARAMETER,
    MEASURE,
    PAYMENT;

    /** The word in results. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A code that was added to a cluster, or taken out.
   *
   * @param term empty when not known
   * @param patients records with an entry of it by the achievement date
   * @param moved those of them that stand elsewhere for something, for this or another reason
   */
  public record CodeImpact(
      String ruleset, String cluster, long code, String term, boolean added, long patients, long moved) {}
}
