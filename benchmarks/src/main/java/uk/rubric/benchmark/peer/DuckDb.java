package uk.rubric.benchmark.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The six pieces of work in DuckDB, through JDBC. Columns and types are given, so that nothing is guessed; rows may
 * come in any order. The SQL is in {@code six-pieces.sql}.
 */
public final class DuckDb {
  private static final Map<String, String> COLUMNS = Map.of(
      "patients", "{'patient_id': 'INTEGER', 'date_of_birth': 'DATE', 'sex': 'VARCHAR'}",
      "registrations",
      "{'patient_id': 'INTEGER', 'practice_code': 'VARCHAR', 'start_date': 'DATE', 'end_date': 'DATE'}",
      "events", "{'patient_id': 'INTEGER', 'date': 'DATE', 'code': 'BIGINT', 'value': 'DOUBLE'}");
  private static final List<String> TABLES = List.of("patients", "registrations", "events");

  private final Statement statement;
  private final Path extract;

  private DuckDb(Statement statement, Path extract) {
    this.statement = statement;
    this.extract = extract;
  }

  /**
   * @param arguments {@code load} (CSV to tables, then the query), {@code scan} (the query over the CSV itself),
   *     {@code parquet} (the query over Parquet) or {@code convert} (CSV to Parquet, in a folder beside it); the
   *     folders of the extract and of the clusters; the number of threads
   */
  public static void main(String[] arguments) throws Exception {
    Effort unpacking = Effort.start();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      unpacking.print("unpacking");
      DuckDb peer = new DuckDb(statement, Path.of(arguments[1]));
      peer.configure(Integer.parseInt(arguments[3]));
      peer.loadCodes(Path.of(arguments[2]));
      peer.run(arguments[0]);
    }
  }

  private void configure(int threads) throws SQLException {
    statement.execute("SET threads = " + threads);
    statement.execute("SET preserve_insertion_order = false");
    try (ResultSet row = statement.executeQuery(
        "SELECT version(), current_setting('threads'), current_setting('memory_limit'),"
            + " current_setting('preserve_insertion_order')")) {
      row.next();
      System.out.printf(
          "# settings DuckDB %s, threads %s, memory_limit %s, preserve_insertion_order %s, columns and types given%n",
          row.getString(1), row.getString(2), row.getString(3), row.getString(4));
    }
  }

  private void loadCodes(Path clusters) throws SQLException, IOException {
    String rows = Clusters.read(clusters).entrySet().stream()
        .map(entry -> "(" + entry.getKey() + "," + entry.getValue() + ")")
        .collect(Collectors.joining(","));
    statement.execute("CREATE TABLE codes (code BIGINT, cluster TINYINT)");
    statement.execute("INSERT INTO codes VALUES " + rows);
  }

  private void run(String mode) throws SQLException, IOException {
    if (mode.equals("convert")) {
      convert();
      return;
    }
    for (String table : TABLES) {
      String source = mode.equals("parquet") ? "read_parquet('" + parquet(table) + "')" : csv(table);
      String kind = mode.equals("load") ? "TABLE" : "VIEW";
      statement.execute("CREATE " + kind + " " + table + " AS SELECT * FROM " + source);
    }
    query();
  }

  private void convert() throws SQLException, IOException {
    Files.createDirectories(extract.resolve("parquet"));
    for (String table : TABLES) {
      statement.execute("COPY (SELECT * FROM " + csv(table) + ") TO '" + parquet(table) + "' (FORMAT parquet)");
    }
  }

  /** In a folder of their own: an extract has each file in one form. */
  private Path parquet(String table) {
    return extract.resolve("parquet").resolve(table + ".parquet");
  }

  private String csv(String table) {
    return "read_csv('" + extract.resolve(table + ".csv") + "', auto_detect = false, header = true, delim = ',',"
        + " quote = '', escape = '', columns = " + COLUMNS.get(table) + ")";
  }

  private void query() throws SQLException, IOException {
    try (InputStream text = DuckDb.class.getResourceAsStream("six-pieces.sql")) {
      String sql = new String(text.readAllBytes(), StandardCharsets.UTF_8);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        Counts counts = new Counts();
        for (String name : Counts.NAMES) {
          counts.add(name, row.getLong(name));
        }
        System.out.println(counts);
      }
    }
  }
}
