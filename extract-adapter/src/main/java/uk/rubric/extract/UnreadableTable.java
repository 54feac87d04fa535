package uk.rubric.extract;

import java.io.IOException;

/** A file that is not what its name says, is damaged, or holds what cannot be read. Holds nothing from a cell. */
public final class UnreadableTable extends IOException {
  private static final long serialVersionUID = 1L;

  private final String help;
  private final String column;

  /**
   * @param message one line, in a reader's words
   * @param help what to do
   */
  public UnreadableTable(String message, String help) {
    this(message, help, "");
  }

  /** @param column that cannot be read; empty when it is the whole file */
  public UnreadableTable(String message, String help, String column) {
    super(message);
    this.help = help;
    this.column = column;
  }

  public String help() {
    return help;
  }

  public String column() {
    return column;
  }
}
