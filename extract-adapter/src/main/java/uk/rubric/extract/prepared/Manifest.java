package uk.rubric.extract.prepared;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import uk.rubric.diagnostic.Place;
import uk.rubric.extract.ExtractDiagnostic;
import uk.rubric.result.SetAside;
import uk.rubric.run.CouldNotRun;

/**
 * What a prepared extract says of itself: lines of text, a word and what it stands for, the last one the sum over all
 * others. Immutable.
 *
 * @param preparedOn the day of the command that prepared it
 * @param source the folder it was made from, as that command named it
 * @param fingerprints of the source's files, by name: name, length and SHA-256
 * @param sha256 that of the source
 * @param patients how many identifiers {@code patients.csv} has
 * @param entries how many rows of {@code events.csv} lie in columns
 * @param oddRows how many lie as text
 * @param anyRow whether {@code events.csv} has a row below its header
 * @param setAside what no rules could use on that day: for who reads the manifest; each run counts anew
 * @param copies sums over the copies, by name
 * @param columns where the index stands
 */
public record Manifest(
    LocalDate preparedOn,
    String source,
    Map<String, String> fingerprints,
    String sha256,
    long patients,
    long entries,
    long oddRows,
    boolean anyRow,
    SetAside setAside,
    Map<String, Integer> copies,
    Columns columns) {
  private static final String TITLE = "rubric prepared extract ";
  private static final int VERSION = 1;
  private static final String SUM = "manifest-sha256";

  /**
   * Where in the file of columns the index stands, and its sum; the length and sum of the columns of patients, 0
   * without.
   */
  record Columns(long indexStart, int indexLength, int indexSum, int peopleLength, int peopleSum) {}

  public Manifest {
    fingerprints = Map.copyOf(fingerprints);
    copies = Map.copyOf(copies);
  }

  /** What is known before anything is written. */
  public static Manifest of(
      LocalDate preparedOn, String source, Map<String, String> fingerprints, String sha256, long patients, long entries,
      long oddRows, boolean anyRow, SetAside setAside) {
    return new Manifest(
        preparedOn, source, fingerprints, sha256, patients, entries, oddRows, anyRow, setAside, Map.of(),
        new Columns(0, 0, 0, 0, 0));
  }

  /** The same with what has been written. */
  Manifest with(Map<String, Integer> sums, Columns places) {
    return new Manifest(
        preparedOn, source, fingerprints, sha256, patients, entries, oddRows, anyRow, setAside, sums, places);
  }

  String text() {
    List<String> lines = new ArrayList<>(List.of(
        TITLE + VERSION, line("prepared-on", preparedOn), line("source", source), line("source-sha256", sha256),
        line("patients", patients), line("entries", entries), line("rows-as-text", oddRows), line("any-row", anyRow),
        line("index", columns.indexStart + " " + columns.indexLength + " " + columns.indexSum),
        line("people", columns.peopleLength + " " + columns.peopleSum)));
    new TreeMap<>(copies).forEach((file, sum) -> lines.add(line("copy", file + " " + sum)));
    new TreeMap<>(fingerprints).forEach((file, sum) -> lines.add(line("file", sum)));
    setAside.reasons().forEach(r -> lines.add(line("set-aside", r.file() + " " + r.code() + " " + r.count())));
    setAside.warnings().forEach(r -> lines.add(line("warning", r.file() + " " + r.code() + " " + r.count())));
    String all = String.join("\n", lines) + "\n";
    return all + line(SUM, sum(all)) + "\n";
  }

  private static String line(String word, Object meaning) {
    return word + " " + meaning.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String meant(String text) {
    StringBuilder meant = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      boolean escaped = text.charAt(i) == '\\' && i + 1 < text.length();
      char c = escaped ? text.charAt(++i) : text.charAt(i);
      meant.append(!escaped || c == '\\' ? c : c == 'n' ? '\n' : '\r');
    }
    return meant.toString();
  }

  private static String sum(String text) {
    try {
      byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Reads the text of a manifest.
   *
   * @throws CouldNotRun when it is of another version, or not as it was written
   */
  static Manifest parse(String text, Path file) {
    Optional<String> version = text.lines().findFirst()
        .filter(line -> line.matches(TITLE + "[0-9]{1,9}")).map(line -> line.substring(TITLE.length()));
    if (version.isPresent() && !version.get().equals(Integer.toString(VERSION))) {
      throw new CouldNotRun(ExtractDiagnostic.PREPARED_VERSION.at(Place.of(file.toString())));
    }
    int last = text.lastIndexOf(SUM + " ");
    if (version.isEmpty() || last < 0 || !text.substring(last).equals(line(SUM, sum(text.substring(0, last))) + "\n")) {
      throw Damage.of(file);
    }
    try {
      return parse(text.substring(0, last).lines().skip(1).toList());
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw Damage.of(file);
    }
  }

  private static Manifest parse(List<String> lines) {
    Map<String, List<String>> said = lines.stream().map(line -> line.split(" ", 2)).collect(Collectors.groupingBy(
        words -> words[0], Collectors.mapping(words -> meant(words[1]), Collectors.toList())));
    String[] index = one(said, "index").split(" ");
    String[] people = one(said, "people").split(" ");
    return new Manifest(
        LocalDate.parse(one(said, "prepared-on")), one(said, "source"),
        said.getOrDefault("file", List.of()).stream()
            .collect(Collectors.toMap(sum -> sum.substring(0, sum.indexOf(' ')), sum -> sum)),
        one(said, "source-sha256"), Long.parseLong(one(said, "patients")), Long.parseLong(one(said, "entries")),
        Long.parseLong(one(said, "rows-as-text")), Boolean.parseBoolean(one(said, "any-row")),
        setAside(said),
        said.getOrDefault("copy", List.of()).stream().map(copy -> copy.split(" "))
            .collect(Collectors.toMap(copy -> copy[0], copy -> Integer.valueOf(copy[1]))),
        new Columns(Long.parseLong(index[0]), Integer.parseInt(index[1]), Integer.parseInt(index[2]),
            Integer.parseInt(people[0]), Integer.parseInt(people[1])));
  }

  private static String one(Map<String, List<String>> said, String word) {
    return said.getOrDefault(word, List.of()).get(0);
  }

  private static SetAside setAside(Map<String, List<String>> said) {
    return new SetAside(0, reasons(said, "set-aside"), reasons(said, "warning"));
  }

  private static List<SetAside.Reason> reasons(Map<String, List<String>> said, String word) {
    return said.getOrDefault(word, List.of()).stream().map(text -> text.split(" "))
        .map(words -> new SetAside.Reason(words[1], words[0], Long.parseLong(words[2]))).toList();
  }
}
