package uk.rubric.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lives that are told to the day, each to reach branches of rules that chance rarely meets. The list
 * {@code guided-stories.csv} stands beside this class: a story, the day of birth, the registration ({@code from} or
 * {@code from/to}), the branches it is there for, and entries {@code CLUSTER date [value]}; {@code BP} is a systolic
 * and a diastolic entry. Its days are those of the service year 2021/22. Immutable.
 */
final class GuidedStories {
  private final List<GuidedStory> stories = new ArrayList<>();

  GuidedStories() {
    try (InputStream list = GuidedStories.class.getResourceAsStream("guided-stories.csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list, StandardCharsets.UTF_8)) {
      rows.forEach(row -> stories.add(GuidedStory.of(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int count() {
    return stories.size();
  }

  List<GuidedStory> stories() {
    return List.copyOf(stories);
  }

  /** The story that this patient of so many is to live, if any: each is told once, evenly spread. */
  Optional<GuidedStory> of(int patient, int patients) {
    long place = (long) patient * stories.size() / patients;
    boolean firstOfPlace = patient == 0 || (patient - 1L) * stories.size() / patients != place;
    return firstOfPlace ? Optional.of(stories.get((int) place)) : Optional.empty();
  }

  /**
   * One life.
   *
   * @param branches what it reaches: {@code DM006 d2t} is rule 2 of the denominator of DM006 with a true condition
   */
  record GuidedStory(
      String name, LocalDate born, Registered registered, List<String> branches, List<GuidedEntry> entries) {

    private static GuidedStory of(NamedCsvRecord row) {
      return new GuidedStory(
          row.getField("story"),
          LocalDate.parse(row.getField("born")),
          Registered.of(row.getField("registered")),
          parts(row.getField("branches")).toList(),
          parts(row.getField("entries")).map(GuidedEntry::of).toList());
    }

    private static Stream<String> parts(String cell) {
      return Arrays.stream(cell.split(";")).map(String::strip).filter(part -> !part.isEmpty());
    }

    void tell(Life life, String practice) {
      life.registers(practice, registered.start(), registered.end(), Life.Stay.GMS);
      entries.forEach(entry -> entry.tell(life));
    }
  }

  /** The only registration of a guided life. */
  record Registered(LocalDate start, Optional<LocalDate> end) {
    private static Registered of(String cell) {
      String[] days = cell.split("/");
      Optional<LocalDate> end = days.length > 1 ? Optional.of(LocalDate.parse(days[1])) : Optional.empty();
      return new Registered(LocalDate.parse(days[0]), end);
    }
  }

  /** One entry of a guided life. */
  record GuidedEntry(String cluster, LocalDate date, Optional<String> value) {
    private static final String BLOOD_PRESSURE = "BP";

    private static GuidedEntry of(String text) {
      String[] words = text.split(" ");
      Optional<String> value = words.length > 2 ? Optional.of(words[2]) : Optional.empty();
      return new GuidedEntry(words[0], LocalDate.parse(words[1]), value);
    }

    private void tell(Life life) {
      if (cluster.equals(BLOOD_PRESSURE)) {
        String[] pressures = value.orElseThrow().split("/");
        life.record(Vocabulary.SYSTOLIC, date, new BigDecimal(pressures[0]), "mmHg");
        life.record(Vocabulary.DIASTOLIC, date, new BigDecimal(pressures[1]), "mmHg");
      } else if (value.isPresent()) {
        life.record(cluster, date, new BigDecimal(value.get()), cluster.equals("CVDASS2_COD") ? "%" : "");
      } else {
        life.record(cluster, date);
      }
    }
  }
}
