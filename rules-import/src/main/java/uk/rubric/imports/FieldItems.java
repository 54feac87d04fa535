package uk.rubric.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.rubric.imports.Operand.Shape;

/** The fields of the tables, each in the language. */
final class FieldItems {
  private static final Pattern IDENTIFIER = Pattern.compile("(?i)\\b(ID|identifier)\\b");
  private static final Pattern AGE = Pattern.compile("(?i)\\bage\\b");
  private static final Pattern DEREGISTRATION = Pattern.compile("(?i)\\bde-?regist");
  private static final Pattern REGISTRATION = Pattern.compile("(?i)\\bregist");

  private final List<PublishedField> fields;
  private final Names names;
  private final Set<String> clusters;
  private final ValueUses uses;
  private final ReadCodes codes;
  private final Problems problems;

  FieldItems(
      List<PublishedField> fields, Names names, Set<String> clusters, ValueUses uses, ReadCodes codes,
      Problems problems) {
    this.fields = fields;
    this.names = names;
    this.clusters = clusters;
    this.uses = uses;
    this.codes = codes;
    this.problems = problems;
  }

  /** Values last, since the other fields may tell their units; the order of the tables is kept. */
  void addTo(Items items) {
    Map<PublishedField, Optional<Item>> done = new HashMap<>();
    fields.stream().filter(field -> !isReading(field)).forEach(field -> done.put(field, item(field)));
    fields.stream().filter(FieldItems::isReading).forEach(field -> done.put(field, item(field)));
    fields.forEach(field -> done.get(field).ifPresent(items::add));
    warnOfUndivided();
  }

  private static boolean isReading(PublishedField field) {
    return field.criteria() instanceof Criteria.Recorded;
  }

  /** What a field is in plain words, by the names of the fields that read values. */
  Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    fields.stream().filter(FieldItems::isReading)
        .forEach(field -> titles.putIfAbsent(field.name().name(), field.description()));
    return titles;
  }

  private Optional<Item> item(PublishedField field) {
    Cell cell = field.row().cell(Column.CRITERIA);
    List<String> notes = new ArrayList<>();
    field.oddities().forEach(oddity -> notes.add("unverified " + Item.quoted(oddity)));
    return Reading.of(cell, problems, c -> form(field, notes))
        .map(form -> new Item(
            field.written(), docs(field), "field " + field.written() + " = " + form, notes, cell.place()));
  }

  private static List<String> docs(PublishedField field) {
    List<String> docs = new ArrayList<>();
    String number = field.row().text(Column.NUMBER).map(n -> n + ". ").orElse("");
    docs.add(number + field.description());
    docs.addAll(field.row().others());
    return docs;
  }

  private String form(PublishedField field, List<String> notes) throws Unreadable {
    Criteria criteria = field.criteria();
    if (criteria instanceof Criteria.Pick pick) {
      return pick(field, pick, notes);
    } else if (criteria instanceof Criteria.Recorded recorded) {
      return reading(field, recorded, notes);
    }
    requireNoCluster(field);
    requireShape(field, Shape.PLAIN, "the field holds one thing");
    if (criteria instanceof Criteria.ExtremeOf extreme) {
      extreme.fields().forEach(each -> names.require(each, field.row().cell(Column.CRITERIA)));
      return extreme.choice() + " of ("
          + extreme.fields().stream().map(Operand.Named::name).collect(Collectors.joining(", ")) + ")";
    }
    return criteria instanceof Criteria.UnconditionalAt at ? age(field, at) : identifier(field);
  }

  private static void requireNoCluster(PublishedField field) throws Unreadable {
    if (!field.row().cell(Column.CLUSTER).isNotApplicable()) {
      throw new Unreadable("the field is not picked from a cluster, and its row names "
          + Problems.quote(field.row().cell(Column.CLUSTER).text()));
    }
  }

  private static void requireShape(PublishedField field, Shape shape, String why) throws Unreadable {
    if (field.name().shape() != shape) {
      throw new Unreadable(why + ", and is named " + Problems.quote(field.row().cell(Column.NAME).text()));
    }
  }

  private static String identifier(PublishedField field) throws Unreadable {
    if (!IDENTIFIER.matcher(field.description()).find()) {
      throw new Unreadable("the description does not say that the field is the patient's identifier");
    }
    return "id of patient";
  }

  private String age(PublishedField field, Criteria.UnconditionalAt at) throws Unreadable {
    boolean months = field.description().contains("month") && !field.description().contains("year");
    if (!AGE.matcher(field.description()).find() || months) {
      throw new Unreadable("the description does not say that the field is the patient's age in years");
    }
    return "age at " + new ConditionText(names, field.row().cell(Column.CRITERIA), false).text(at.day());
  }

  private String pick(PublishedField field, Criteria.Pick pick, List<String> notes) throws Unreadable {
    boolean all = pick.choice().equals("all");
    requireShape(field, all ? Shape.DAYS : Shape.PLAIN, all ? "`ALL` gives days" : "the field holds one day");
    Cell cell = field.row().cell(Column.CRITERIA);
    ConditionText text = new ConditionText(names, cell, true);
    List<String> tests = new ArrayList<>();
    for (Criteria.Bound bound : pick.bounds()) {
      tests.add("date " + bound.comparator().sign() + " " + text.text(bound.day()));
    }
    if (pick.where().isPresent()) {
      Condition where = pick.where().get();
      uses.collect(where, List.of(field.description()));
      boolean either = where instanceof Condition.Junction junction && !junction.and();
      tests.add(either ? "(" + text.of(where) + ")" : text.of(where));
    }
    notes.addAll(text.notes());
    return pick.choice() + " " + source(field) + " where " + String.join(" and ", tests);
  }

  /** Registrations are in no cluster: the description tells which of their two days is meant. */
  private String source(PublishedField field) throws Unreadable {
    if (!field.row().cell(Column.CLUSTER).isNotApplicable()) {
      return cluster(field);
    } else if (DEREGISTRATION.matcher(field.description()).find()) {
      return "DEREGISTRATION";
    } else if (REGISTRATION.matcher(field.description()).find()) {
      return "REGISTRATION";
    }
    throw new Unreadable("the row names no cluster, and the description no registration");
  }

  private String cluster(PublishedField field) throws Unreadable {
    Cell cell = field.row().cell(Column.CLUSTER);
    if (cell.isNotApplicable()) {
      throw new Unreadable("the value of a cluster is recorded, and the row names none");
    }
    if (!clusters.contains(cell.text())) {
      problems.unknown(cell, "code cluster", cell.text(), clusters);
    }
    return cell.text();
  }

  private String reading(PublishedField field, Criteria.Recorded recorded, List<String> notes) throws Unreadable {
    boolean each = recorded.on().shape() == Shape.DAYS;
    requireShape(field, each ? Shape.VALUES : Shape.PLAIN, each ? "the field holds a value for each day"
        : "the field holds one value");
    names.require(recorded.on(), field.row().cell(Column.CRITERIA));
    String published = cluster(field);
    String name = field.name().name();
    String cluster = codes.cluster(name).orElse(published);
    notes.add("assumed \"the published table does not say which of several values on one day counts\"");
    notes.addAll(uses.notes(name));
    if (isUndivided(field)) {
      notes.add("unverified \"the table reads " + String.join(" and ", sharing(field)) + " from the same codes\"");
    }
    return "lowest value of " + cluster + " on " + (each ? "each " : "") + recorded.on().name() + (each ? "[]" : "")
        + uses.unit(name).map(unit -> " in " + unit).orElse("");
  }

  private boolean isUndivided(PublishedField field) {
    return codes.cluster(field.name().name()).isEmpty() && sharing(field).size() > 1;
  }

  /** The fields that the tables read from the same codes on the same days. */
  private List<String> sharing(PublishedField field) {
    return fields.stream()
        .filter(other -> other.criteria().equals(field.criteria()))
        .filter(other -> other.row().cell(Column.CLUSTER).text().equals(field.row().cell(Column.CLUSTER).text()))
        .map(other -> other.name().name()).distinct().toList();
  }

  private void warnOfUndivided() {
    fields.stream().filter(FieldItems::isReading).filter(this::isUndivided).forEach(field ->
        problems.add(field.row().cell(Column.CLUSTER).place(), ImportDiagnostic.UNDIVIDED_VALUES,
            "the table reads `" + String.join("` and `", sharing(field)) + "` from the same codes on the same days: "
                + "they will be equal",
            "add a table with the columns `field,code,term` that says which codes give which field"));
  }
}
