package uk.rubric.examples;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.rubric.check.CheckedRuleset.ClusterId;
import uk.rubric.patient.Event;
import uk.rubric.patient.PatientRecord;
import uk.rubric.patient.Registration;
import uk.rubric.plan.Plan;

/**
 * Reads the published tables of diabetes as they are printed and decides patients by them, with none of the parser, the
 * checker, the planner's fields or an evaluator. Slow and plain: what it says is the table.
 */
final class PublishedOracle {
  private static final String REGISTERED =
      "(If REG_DAT ≠ Null AND If DEREG_DAT = Null) OR (If REG_DAT ≠ Null AND If DEREG_DAT > ACHV_DAT)";
  private static final Pattern WHERE_SCORE = Pattern.compile("(.*) WHERE score is (<|>=) ?(\\d+)%");
  private static final Map<String, String> VALUES_OF =
      Map.of("IFCCHBA_VAL", "IFCCHBAM_COD", "BPSYS_VAL", "SYS_COD", "BPDIA_VAL", "DIA_COD");

  private final List<NamedCsvRecord> fields = PublishedTables.rows("business-rules-v46/diabetes_v46_fields.csv");
  private final Map<String, List<NamedCsvRecord>> ladders = new LinkedHashMap<>();
  private final Plan plan;

  PublishedOracle(Plan plan) {
    this.plan = plan;
    for (NamedCsvRecord rule : PublishedTables.rows("business-rules-v46/diabetes_v46_rules.csv")) {
      String ladder = rule.getField("output") + " " + rule.getField("section");
      ladders.computeIfAbsent(ladder, l -> new ArrayList<>()).add(rule);
    }
  }

  /** By ladder, the rule that decides and its action: {@code DM020 denominator} to {@code 8 true Reject}. */
  Map<String, String> decide(PatientRecord patient) {
    Map<String, Object> facts = facts(patient);
    Map<String, String> decided = new TreeMap<>();
    if (!PublishedCondition.holds(REGISTERED, facts::get)) {
      return decided;
    }
    for (Map.Entry<String, List<NamedCsvRecord>> ladder : ladders.entrySet()) {
      if (isAsked(ladder.getKey(), decided)) {
        decided.put(ladder.getKey(), decide(ladder.getValue(), facts));
      }
    }
    return decided;
  }

  /** Everybody registered is asked for the register, the register for denominators, denominators for numerators. */
  private static boolean isAsked(String ladder, Map<String, String> decided) {
    String asked =
        ladder.endsWith(" numerator") ? ladder.replace("numerator", "denominator") : "DM_REG register";
    return ladder.equals("DM_REG register") || decided.getOrDefault(asked, "").endsWith("Select");
  }

  private static String decide(List<NamedCsvRecord> rules, Map<String, Object> facts) {
    for (NamedCsvRecord rule : rules) {
      boolean holds = PublishedCondition.holds(rule.getField("condition"), facts::get);
      String action = rule.getField(holds ? "if_true" : "if_false");
      if (!action.equals("Next rule")) {
        return rule.getField("rule") + " " + holds + " " + action;
      }
    }
    throw new IllegalStateException("the last rule passes on");
  }

  private Map<String, Object> facts(PatientRecord patient) {
    Map<String, Object> facts = new HashMap<>(plan.days());
    facts.put("PAT_AGE", BigDecimal.valueOf(Period.between(patient.born(), plan.achievementDate()).getYears()));
    for (NamedCsvRecord field : fields) {
      fact(field, patient, facts).ifPresent(value -> facts.put(field.getField("name"), value));
    }
    return facts;
  }

  private Optional<?> fact(NamedCsvRecord field, PatientRecord patient, Map<String, Object> facts) {
    String name = field.getField("name");
    String criteria = field.getField("qualifying_criteria").replace("(ACHV_DAT)", "ACHV_DAT");
    return switch (name) {
      case "PAT_ID", "PAT_AGE", "{BPSYS_DAT}", "[BPSYS_VAL]", "[BPDIA_VAL]" -> Optional.empty();
      case "REG_DAT" -> chosen(criteria, gms(patient).map(Registration::start), facts);
      case "DEREG_DAT" -> chosen(criteria, gms(patient).flatMap(r -> r.end().stream()), facts);
      case "BP_DAT" -> chosen("Latest <= ACHV_DAT", pressureDays(patient), facts);
      case "IFCCHBA_VAL" -> lowest(patient, name, facts.get("IFCCHBA_DAT"));
      case "BPSYS_VAL", "BPDIA_VAL" -> lowest(patient, name, facts.get("BP_DAT"));
      case "FRAILLAT_DAT" ->
          Stream.of("MILDFRAIL_DAT", "MODFRAIL_DAT", "SEVFRAIL_DAT")
              .flatMap(f -> Stream.ofNullable((LocalDate) facts.get(f)))
              .max(Comparator.naturalOrder());
      default -> picked(field.getField("cluster"), criteria, patient, facts);
    };
  }

  private static Stream<Registration> gms(PatientRecord patient) {
    return patient.registrations().stream().filter(Registration::gms);
  }

  private Stream<Event> events(PatientRecord patient, String cluster) {
    return patient.events().stream()
        .filter(event -> isIn(cluster, event.code().value()))
        .filter(event -> !event.date().isAfter(plan.achievementDate()));
  }

  private boolean isIn(String cluster, long code) {
    return switch (cluster) {
      case "SYS_COD" -> code == 72313002L || code == 271649006L;
      case "DIA_COD" -> code == 1091811000000102L || code == 271650006L;
      default -> plan.clusters().get(new ClusterId("DM", cluster)).codes().contains(code);
    };
  }

  private Optional<LocalDate> picked(
      String cluster, String criteria, PatientRecord patient, Map<String, Object> facts) {
    Matcher score = WHERE_SCORE.matcher(criteria);
    if (!score.matches()) {
      return chosen(criteria, events(patient, cluster).map(Event::date), facts);
    }
    BigDecimal limit = new BigDecimal(score.group(3));
    boolean below = score.group(2).equals("<");
    Stream<LocalDate> days =
        events(patient, cluster)
            .filter(e -> e.value().map(v -> below == v.compareTo(limit) < 0).orElse(false))
            .map(Event::date);
    return chosen(score.group(1), days, facts);
  }

  /** {@code Latest > DM_DAT AND <= ACHV_DAT}. */
  private static Optional<LocalDate> chosen(String criteria, Stream<LocalDate> days, Map<String, Object> facts) {
    String[] words = criteria.split(" ", 2);
    String condition = "DAY " + words[1].replace(" AND ", " AND DAY ");
    Stream<LocalDate> met =
        days.filter(day -> PublishedCondition.holds(condition, name -> name.equals("DAY") ? day : facts.get(name)));
    Comparator<LocalDate> order = Comparator.naturalOrder();
    return met.max(words[0].equals("Latest") ? order : order.reversed());
  }

  private Optional<BigDecimal> lowest(PatientRecord patient, String field, Object day) {
    return events(patient, VALUES_OF.get(field))
        .filter(event -> event.date().equals(day))
        .flatMap(event -> event.value().stream())
        .min(Comparator.naturalOrder());
  }

  private Stream<LocalDate> pressureDays(PatientRecord patient) {
    return events(patient, "BP_COD").map(Event::date).collect(Collectors.toSet()).stream()
        .filter(day -> lowest(patient, "BPSYS_VAL", day).isPresent() && lowest(patient, "BPDIA_VAL", day).isPresent());
  }
}
