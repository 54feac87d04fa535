package uk.rubric.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import uk.rubric.terminology.CodeCluster;
import uk.rubric.terminology.CodeClusters;
import uk.rubric.terminology.CodeSet;
import uk.rubric.value.SctId;

/**
 * Code clusters of made-up ids for the published clusters of diabetes, so that rules can be tried without licensed
 * content. Only the blood pressure codes are real, because rules list them. Immutable and thread-safe.
 */
public final class SyntheticClusters implements CodeClusters {
  private static final int LONGEST_ITEM = 6;

  private final Map<String, List<Entry>> clusters = new TreeMap<>();

  /** Reads the list that stands beside this class. */
  public SyntheticClusters() {
    try (InputStream list = SyntheticClusters.class.getResourceAsStream("synthetic-clusters.csv");
        CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(list, StandardCharsets.UTF_8)) {
      rows.forEach(row -> clusters.computeIfAbsent(row.getField("cluster"), c -> new ArrayList<>()).add(entry(row)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Entry(SctId code, String term) {}

  private static Entry entry(NamedCsvRecord row) {
    String item = row.getField("item");
    String term = row.getField("term");
    return item.length() > LONGEST_ITEM
        ? new Entry(SctId.parse(item).orElseThrow(), term)
        : new Entry(SyntheticIds.of(Integer.parseInt(item)), term + " (synthetic)");
  }

  /** The names of the clusters, in alphabetical order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(clusters.keySet());
  }

  @Override
  public Optional<CodeCluster> find(String name) {
    return Optional.ofNullable(clusters.get(name))
        .map(entries -> new CodeCluster(name, codeSet(entries), Optional.empty(), origin()));
  }

  private static CodeSet codeSet(List<Entry> entries) {
    return new CodeSet(
        entries.stream().mapToLong(e -> e.code().value()).toArray(),
        entries.stream().map(Entry::term).toArray(String[]::new));
  }

  @Override
  public String origin() {
    return "synthetic clusters";
  }

  /**
   * Writes one {@code NAME.csv} a cluster, with the columns {@code code} and {@code term}.
   *
   * @throws IOException when a file cannot be written
   */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Map.Entry<String, List<Entry>> cluster : clusters.entrySet()) {
      write(folder.resolve(cluster.getKey() + ".csv"), cluster.getValue());
    }
  }

  private static void write(Path file, List<Entry> entries) throws IOException {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord("code", "term");
      entries.forEach(e -> csv.writeRecord(e.code().toString(), e.term()));
    }
  }
}
