package uk.rubric.conformance.manual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The patients of a case, each with what is recorded and what each ladder decides. */
final class OutcomeTables {
  /** More ladders than this stand below one another. */
  private static final int BESIDE = 3;

  private final JsonNode patients;
  private final JsonNode expected;
  private final JsonNode counts;
  private final boolean asWritten;

  private OutcomeTables(Example example) {
    this.patients = example.tree().path("patients");
    this.expected = example.tree().path("expect");
    this.counts = example.tree().path("counts");
    this.asWritten = example.chapter().equals("order");
  }

  static String of(Example example) {
    return example.patients().isEmpty() ? "" : new OutcomeTables(example).tables();
  }

  private String tables() {
    List<String> names = patients.properties().stream().map(p -> p.getKey()).toList();
    Set<String> ladders = new LinkedHashSet<>();
    names.forEach(name -> expected.path(name).properties().forEach(ladder -> ladders.add(ladder.getKey())));
    boolean below = ladders.size() > BESIDE && names.size() <= ladders.size();
    return (below ? below(names, List.copyOf(ladders)) : beside(names, List.copyOf(ladders))) + "\n" + counted();
  }

  private String beside(List<String> names, List<String> ladders) {
    List<String> header = new ArrayList<>(List.of("patient", "record"));
    ladders.forEach(ladder -> header.add(ladder(ladder)));
    List<List<String>> rows = new ArrayList<>();
    for (String name : names) {
      List<String> row = new ArrayList<>(List.of(Markdown.words(name), record(name)));
      ladders.forEach(ladder -> row.add(decision(name, ladder)));
      rows.add(row);
    }
    return Markdown.table(header, rows);
  }

  private String below(List<String> names, List<String> ladders) {
    List<String> header = new ArrayList<>(List.of("patient"));
    List<String> records = new ArrayList<>(List.of("record"));
    names.forEach(name -> {
      header.add(Markdown.words(name));
      records.add(record(name));
    });
    List<List<String>> rows = new ArrayList<>(List.of(records));
    for (String ladder : ladders) {
      List<String> row = new ArrayList<>(List.of(ladder(ladder)));
      names.forEach(name -> row.add(decision(name, ladder)));
      rows.add(row);
    }
    return Markdown.table(header, rows);
  }

  private String record(String patient) {
    return Timeline.of(patients.get(patient).asString(), asWritten);
  }

  /** {@code DM020 denominator} as the name and its word. */
  private static String ladder(String name) {
    String[] words = name.split(" ", 2);
    return "`" + words[0] + "`" + (words.length > 1 ? " " + words[1] : "");
  }

  private String decision(String patient, String ladder) {
    return words(expected.path(patient).path(ladder));
  }

  private static String words(JsonNode decision) {
    if (decision.isArray()) {
      return decision.valueStream().map(OutcomeTables::words).collect(Collectors.joining("\n"));
    }
    if (decision.isObject()) {
      return decision.properties().stream()
          .map(part -> part.getKey() + ": " + words(part.getValue()))
          .collect(Collectors.joining("\n"));
    }
    return decision.isMissingNode() ? "" : published(decision.asString());
  }

  private static String published(String decision) {
    return decision
        .replaceFirst(" by (\\d+)", ", rule $1")
        .replaceFirst("\\b(as|give) ([A-Z]\\w*)", "$1 `$2`");
  }

  private String counted() {
    return counts.properties().stream()
        .map(practice -> "Counted at practice " + practice.getKey() + ": "
            + practice.getValue().properties().stream()
                .map(count -> count.getKey() + " " + count.getValue().asString())
                .collect(Collectors.joining(" · "))
            + ".\n\n")
        .collect(Collectors.joining());
  }
}
