package uk.rubric.generate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import uk.rubric.diagnostic.Diagnostic;
import uk.rubric.diagnostic.Place;
import uk.rubric.run.CouldNotRun;
import uk.rubric.run.RunDiagnostic;

/**
 * The practices of a synthetic population, each with its primary care network and integrated care board: invented, or
 * those of the national mapping of practices. Immutable and thread-safe.
 */
public final class Organisations {
  private static final List<String> COLUMNS = List.of("PRACTICE_CODE", "PRACTICE_NAME", "PCN_ODS_CODE", "ICB_ODS_CODE");
  private static final String NO_PCN = "U";
  private static final int PRACTICES_OF_A_PCN = 5;
  private static final int PCNS_OF_AN_ICB = 20;

  private final List<Unit> practices;

  private Organisations(List<Unit> practices) {
    this.practices = List.copyOf(practices);
  }

  /** A practice and what it belongs to; a blank for none. */
  record Unit(String code, String name, String pcn, String icb) {}

  /**
   * So many invented practices, five to a network and a hundred to a board.
   *
   * @throws IllegalArgumentException unless from 1 to 10,000
   */
  public static Organisations invented(int count) {
    if (count < 1 || count > 10_000) {
      throw new IllegalArgumentException("practices: from 1 to 10,000");
    }
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int pcn = i / PRACTICES_OF_A_PCN;
      units.add(new Unit(Practices.code(i), Practices.name(i), String.format(Locale.ROOT, "U%05d", 90_001 + pcn),
          String.format(Locale.ROOT, "QZ%d", 1 + pcn / PCNS_OF_AN_ICB)));
    }
    return new Organisations(units);
  }

  /**
   * The practices of a CSV with the columns of the national mapping: {@code PRACTICE_CODE}, {@code PRACTICE_NAME},
   * {@code PCN_ODS_CODE}, which is {@code U} for a practice in no network, {@code ICB_ODS_CODE}. Their patients are as
   * invented as all others, and their names say so.
   *
   * @param pcn of this network alone
   * @param icb of this board alone
   * @throws CouldNotRun when the file cannot be read, names a practice twice, or nothing in it fits
   */
  public static Organisations of(Path file, Optional<String> pcn, Optional<String> icb) {
    Predicate<Unit> wanted = unit -> pcn.map(unit.pcn()::equals).orElse(true) && icb.map(unit.icb()::equals)
        .orElse(true);
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
      Map<String, Long> lines = new HashMap<>();
      List<Unit> units = rows.stream().map(row -> unit(row, file, lines)).filter(wanted).toList();
      if (units.isEmpty()) {
        throw problem(file, "no practice of the file fits", "check the codes after `--pcn` and `--icb`");
      }
      return new Organisations(units);
    } catch (IOException | CsvParseException e) {
      throw problem(file, "the file of organisations cannot be read", "give a CSV in UTF-8");
    }
  }

  private static Unit unit(NamedCsvRecord row, Path file, Map<String, Long> lines) {
    List<String> found = COLUMNS.stream().map(column -> row.findField(column).map(String::strip).orElse("")).toList();
    if (found.get(0).isEmpty()) {
      throw problem(file, "line " + row.getStartingLineNumber() + " names no practice",
          "give the columns " + String.join(", ", COLUMNS));
    }
    Long first = lines.putIfAbsent(found.get(0), row.getStartingLineNumber());
    if (first != null) {
      throw problem(file, "lines " + first + " and " + row.getStartingLineNumber() + " name one practice",
          "keep one line for each practice, that of the network and board it belongs to now");
    }
    return new Unit(found.get(0), found.get(1) + " (synthetic)", found.get(2).equals(NO_PCN) ? "" : found.get(2),
        found.get(3));
  }

  private static CouldNotRun problem(Path file, String message, String help) {
    return new CouldNotRun(
        Diagnostic.at(Place.of(file.toString()), RunDiagnostic.BAD_ORGANISATIONS, message).withHelp(help));
  }

  List<Unit> practices() {
    return practices;
  }

  /** How many practices there are. */
  public int count() {
    return practices.size();
  }
}
