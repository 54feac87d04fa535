package uk.rubric.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Copies extracts from CSV without quotation marks to Parquet. */
final class ParquetCopy {
  static final String TEXT = "binary %s (STRING)";
  private static final String DAY = "int32 %s (DATE)";
  private static final String COUNT = "int64 %s";
  private static final String NUMBER = "int64 %s (DECIMAL(18,1))";

  /** What a database would take for each column. */
  static final Map<String, String> TYPES = Map.of(
      "date", DAY, "date_of_birth", DAY, "date_of_death", DAY, "start_date", DAY, "end_date", DAY, "code", COUNT,
      "value", NUMBER, "list_size", COUNT);

  private ParquetCopy() {}

  /**
   * Copies all files of a folder.
   *
   * @param types of columns, by name; others are text
   */
  static void copy(Path from, Path to, Map<String, String> types) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
        copyFile(file, to.resolve(file.getFileName().toString().replace(".csv", ".parquet")), types);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copyFile(Path from, Path to, Map<String, String> types) throws IOException {
    List<String> lines = Files.readAllLines(from);
    List<String> names = List.of(lines.get(0).split(","));
    List<String> columns = names.stream().map(name -> types.getOrDefault(name, TEXT)).toList();
    MessageType schema = MessageTypeParser.parseMessageType(names.stream()
        .map(name -> "optional " + types.getOrDefault(name, TEXT).formatted(name) + ";")
        .collect(Collectors.joining(" ", "message extract { ", " }")));
    try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(to))
        .withConf(new PlainParquetConfiguration()).withType(schema).withRowGroupRowCountLimit(10_000).build()) {
      for (String line : lines.subList(1, lines.size())) {
        SimpleGroup group = new SimpleGroup(schema);
        String[] cells = line.split(",", -1);
        for (int i = 0; i < cells.length; i++) {
          add(group, i, columns.get(i), cells[i]);
        }
        writer.write(group);
      }
    }
  }

  private static void add(Group group, int place, String type, String cell) {
    if (cell.isEmpty()) {
      return;
    }
    switch (type) {
      case DAY -> group.add(place, (int) LocalDate.parse(cell).toEpochDay());
      case COUNT -> group.add(place, Long.parseLong(cell));
      case NUMBER -> group.add(place, new BigDecimal(cell).setScale(1).unscaledValue().longValueExact());
      default -> group.add(place, cell);
    }
  }
}
