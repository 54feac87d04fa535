package uk.rubric.extract;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Reads files of an extract that are stored in another form than CSV, as the CSV that says the same: so each check,
 * each message and the order of rows are those of the plain extract. Found by {@link java.util.ServiceLoader}: a
 * program has the forms that stand on its class path. Thread-safe.
 */
public interface TableForm {
  /** The end of the names of such files, with its point. */
  String ending();

  /**
   * Opens a file as CSV in UTF-8 with lines ended by LF, without a byte order mark: the names of the columns, then a
   * line for each row. So row {@code n} stands in line {@code n + 1}, whatever is in the rows before: a row that
   * cannot stand in one line, since some text of it has a line break, is a line with a quotation mark that is not
   * closed. Columns that are not read have their name and blank cells.
   *
   * @param columns the names, in lower case, of those that are read, in the order in which they are to come where they
   *     are there; others follow them
   * @param identifiers those among them whose numbers name something: a binary fraction that cannot tell it from its
   *     neighbours is refused
   * @return holds a bounded piece of the file at a time; its {@code read} fails as this does. For one thread
   * @throws UnreadableTable when the file is damaged or holds what this form does not read
   * @throws java.io.IOException when it cannot be opened or read
   */
  InputStream text(Path file, List<String> columns, Set<String> identifiers) throws java.io.IOException;
}
