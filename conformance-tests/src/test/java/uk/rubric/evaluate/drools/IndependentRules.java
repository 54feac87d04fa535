package uk.rubric.evaluate.drools;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import uk.rubric.check.CheckedRules;
import uk.rubric.check.Checker;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.plan.Mode;
import uk.rubric.plan.Plan;
import uk.rubric.plan.Planner;
import uk.rubric.source.SourceText;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.value.SctId;

/**
 * Rule sets in which no condition says anything of another: each is about a fact of its own, and there is a patient
 * for each combination of the facts. So each constraint of each rule matters to some patient. Two ladders ask
 * everyone, and each has another below it, so each population matters too. Beyond these stand ladders that ask what
 * others decided, a classification and what it gives, and ladders of each entry of an array; everyone has the same
 * entries.
 */
final class IndependentRules {
  private static final int FACTS = 9;
  private static final LocalDate END = LocalDate.of(2022, 3, 31);

  private static final String ENTRIES =
      """
          cluster E_COD = codes { %s }
          field E_DAT[] = all E_COD
        """.formatted(code(FACTS));

  private final Random random;
  private final List<Integer> facts;

  private IndependentRules(long seed) {
    random = new Random(seed);
    facts = new ArrayList<>(IntStream.range(0, FACTS).boxed().toList());
    Collections.shuffle(facts, random);
  }

  static Plan plan(long seed) {
    String text = new IndependentRules(seed).text();
    CheckedRules rules =
        Checker.checkSources(List.of(new SourceText("independent.rubric", text))).rules().orElseThrow();
    return Planner.plan(rules, rules.services().get(0), END, Mode.YEAR_END, new NoClusters());
  }

  private String text() {
    return """
        ruleset R version 1 {
          day PPED
          reason A = exclusion
          reason B = pca general
        %s
          group G of everyone %s
          group H of everyone %s
          register REG of G %s
          indicator I of H {
            denominator %s
            numerator %s
          }
          register M of everyone { %s }
          classify K of H { 1: if in G then give TOP else next 2: give LOW }
          register L of everyone { %s }
          indicator E of each E_DAT[] in G {
            denominator {
              1: if E_DAT > PPED - 12 months then next else reject as A
              2: if K = TOP then select else reject as B
            }
            numerator { %s }
          }
        }
        service S {
          period from 2021-04-01 to 2022-03-31
          day PPED = end of period
          use R version 1
        }
        """.formatted(
            fields(), ladder(2, false), ladder(2, false), ladder(1, false), ladder(3, true), ladder(1, false),
            turned("1: if in G and not in H then %s else %s", "select", "reject"),
            turned("1: if K = LOW then %s else %s", "select", "reject"),
            turned("1: if E_DAT > PPED - 3 months then %s else %s", "select", "reject"));
  }

  private String turned(String rule, String one, String other) {
    return random.nextBoolean() ? rule.formatted(one, other) : rule.formatted(other, one);
  }

  private static String fields() {
    return ENTRIES + IntStream.range(0, FACTS)
        .mapToObj(fact -> """
              cluster C%1$d_COD = codes { %2$s }
              field F%1$d_DAT = latest C%1$d_COD
            """.formatted(fact, code(fact)))
        .collect(Collectors.joining());
  }

  private static SctId code(int fact) {
    String digits = "7" + BigInteger.valueOf(2000 + fact) + "00";
    return SctId.parse(digits + SctId.checkDigit(digits)).orElseThrow();
  }

  /** The last rule selects some of those who reach it and rejects the others. */
  private String ladder(int rules, boolean denominator) {
    StringBuilder text = new StringBuilder("{ ");
    for (int number = 1; number < rules; number++) {
      boolean nextOnTrue = random.nextBoolean();
      String end = random.nextBoolean() ? "select" : reject(denominator);
      text.append(rule(number, nextOnTrue ? "next" : end, nextOnTrue ? end : "next"));
    }
    boolean selectOnTrue = random.nextBoolean();
    String reject = reject(denominator);
    return text.append(rule(rules, selectOnTrue ? "select" : reject, selectOnTrue ? reject : "select"))
        .append('}').toString();
  }

  private String rule(int number, String whenTrue, String whenFalse) {
    return number + ": if " + condition(facts.remove(0)) + " then " + whenTrue + " else " + whenFalse + ' ';
  }

  private String reject(boolean denominator) {
    return denominator ? "reject as " + (random.nextBoolean() ? "A" : "B") : "reject";
  }

  /** Patients have an even fact recently or not at all, an odd one recently or long ago. */
  private String condition(int fact) {
    String field = "F" + fact + "_DAT";
    return fact % 2 == 0
        ? field + (random.nextBoolean() ? " is recorded" : " is not recorded")
        : field + (random.nextBoolean() ? " > " : " <= ") + "PPED - 12 months";
  }

  /** One patient for each combination of the facts. */
  static List<PatientRecord> patients() {
    return IntStream.range(0, 1 << FACTS).mapToObj(IndependentRules::patient).toList();
  }

  private static PatientRecord patient(int combination) {
    List<Event> events = new ArrayList<>();
    for (LocalDate date : List.of(END.minusDays(10), END.minusMonths(8), END.minusYears(3))) {
      events.add(new Event(date, code(FACTS), Optional.empty(), Optional.empty(), 0));
    }
    for (int fact = 0; fact < FACTS; fact++) {
      boolean recent = (combination >> fact & 1) == 1;
      if (recent || fact % 2 == 1) {
        LocalDate date = recent ? END.minusDays(10) : END.minusYears(3);
        events.add(new Event(date, code(fact), Optional.empty(), Optional.empty(), 0));
      }
    }
    return new PatientRecord(
        "X1", "P" + combination, LocalDate.of(1960, 1, 1), Optional.empty(), List.of(), events);
  }

  private record NoClusters() implements CodeClusters {
    @Override
    public Optional<CodeCluster> find(String name) {
      return Optional.empty();
    }

    @Override
    public String origin() {
      return "nowhere";
    }
  }
}
