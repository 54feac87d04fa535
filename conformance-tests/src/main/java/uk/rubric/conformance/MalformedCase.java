package uk.rubric.conformance;

import java.nio.file.Path;

/** A case file that is not in the format; the message names file and key. */
public final class MalformedCase extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedCase(Path file, String key, String what) {
    super(file + ": " + (key.isEmpty() ? "" : "`" + key + "`: ") + what);
  }
}
