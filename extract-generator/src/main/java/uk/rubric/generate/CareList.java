package uk.rubric.generate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.InputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/**
 * What care patients have, as data: one line for each thing that may be recorded, in the order in which it is told. The
 * columns are {@code who} (ages such as {@code 25-64} on the last day of the year, after {@code F} of women alone),
 * {@code given} (a code cluster that must stand in the record already, or nothing), {@code what} (clusters recorded on
 * one day, such as {@code SYS_COD=108-162mmHg+DIA_COD=60-96mmHg}; {@code 10-40/10} gives tenths), {@code permille} (how
 * likely in a thousand), and when: {@code from} to {@code to} days before the {@code end} of the year or after
 * {@code birth} ({@code since}). Immutable and thread-safe.
 */
public final class CareList {
  private static final Pattern WHO = Pattern.compile("(F?)(\\d{1,3})-(\\d{1,3})");
  private static final Pattern WHAT = Pattern.compile("(\\w+)(?:=(\\d{1,6})-(\\d{1,6})(?:/(100|10))?(\\S*))?");

  private final List<Line> lines;

  private CareList(List<Line> lines) {
    this.lines = List.copyOf(lines);
  }

  /** One line of the list. */
  record Line(
      boolean womenAlone, int youngest, int oldest, Optional<String> given, List<Entry> what, int permille,
      boolean sinceBirth, int from, int to) {
    Line {
      what = List.copyOf(what);
    }

    boolean concerns(Life life) {
      return (life.female() || !womenAlone) && life.age() >= youngest && life.age() <= oldest;
    }
  }

  /**
   * What is recorded: a cluster, and a value that is drawn from {@code low} to {@code high}, divided by {@code scale}.
   */
  record Entry(String cluster, Optional<Value> value) {}

  record Value(int low, int high, int scale, String unit) {
    BigDecimal one(Chance chance) {
      return BigDecimal.valueOf(chance.between(low, high)).divide(BigDecimal.valueOf(scale));
    }
  }

  /**
   * The care that the Quality and Outcomes Framework asks about, as often as it is usual; no source is claimed for it.
   */
  public static CareList qof() {
    try (InputStream list = CareList.class.getResourceAsStream("care-qof.csv");
        Reader text = new InputStreamReader(list, StandardCharsets.UTF_8)) {
      return read(text, "care-qof.csv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a list of one's own.
   *
   * @throws CouldNotRun when the file cannot be read, or for each line that does not say what it should
   */
  public static CareList of(Path file) {
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(text, file.toString());
    } catch (IOException e) {
      throw new CouldNotRun(Diagnostic.at(Place.of(file.toString()), RunDiagnostic.MISSING_FILE,
          "there is no care list that can be read as UTF-8 text").withHelp("check the path"));
    }
  }

  private static CareList read(Reader text, String name) {
    List<Line> lines = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      rows.forEach(row -> line(row).ifPresentOrElse(lines::add, () -> problems.add(problem(name, row))));
    } catch (CsvParseException | IOException e) {
      problems.add(wrong(name, "the care list is no CSV with a header"));
    }
    if (lines.isEmpty() && problems.isEmpty()) {
      problems.add(wrong(name, "the care list holds no line"));
    }
    if (!problems.isEmpty()) {
      throw new CouldNotRun(problems);
    }
    return new CareList(lines);
  }

  private static Diagnostic problem(String name, NamedCsvRecord row) {
    return wrong(name + ":" + row.getStartingLineNumber(), "the line does not say who, what, how likely and when");
  }

  private static Diagnostic wrong(String place, String message) {
    return Diagnostic.at(Place.of(place), RunDiagnostic.BAD_CARE_LIST, message)
        .withHelp("write `who,given,what,permille,since,from,to`, such as `40-120,DM_COD,FRC_COD,750,end,1,430`");
  }

  private static Optional<Line> line(NamedCsvRecord row) {
    Matcher who = WHO.matcher(field(row, "who"));
    List<Matcher> what = Stream.of(field(row, "what").split("\\+")).map(WHAT::matcher).toList();
    String since = field(row, "since");
    int permille = number(row, "permille");
    int from = number(row, "from");
    int to = number(row, "to");
    boolean reads = who.matches() && what.stream().allMatch(Matcher::matches) && List.of("end", "birth").contains(since)
        && permille >= 0 && permille <= 1000 && from >= 0 && to >= from;
    return reads
        ? Optional.of(new Line(!who.group(1).isEmpty(), Integer.parseInt(who.group(2)), Integer.parseInt(who.group(3)),
            Optional.of(field(row, "given")).filter(g -> !g.isEmpty()), what.stream().map(CareList::entry).toList(),
            permille, since.equals("birth"), from, to))
        : Optional.empty();
  }

  private static String field(NamedCsvRecord row, String name) {
    return row.findField(name).map(String::strip).orElse("");
  }

  private static int number(NamedCsvRecord row, String name) {
    String text = field(row, name);
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
  }

  private static Entry entry(Matcher what) {
    if (what.group(2) == null) {
      return new Entry(what.group(1), Optional.empty());
    }
    int scale = what.group(4) == null ? 1 : Integer.parseInt(what.group(4));
    int low = Integer.parseInt(what.group(2));
    int high = Math.max(low, Integer.parseInt(what.group(3)));
    return new Entry(what.group(1), Optional.of(new Value(low, high, scale, what.group(5))));
  }

  List<Line> lines() {
    return lines;
  }

  /** The clusters that are recorded, and that must stand in the record. */
  Stream<String> clusters() {
    return lines.stream()
        .flatMap(line -> Stream.concat(line.given().stream(), line.what().stream().map(Entry::cluster)));
  }
}
