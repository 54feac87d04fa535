package uk.rubric.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import uk.rubric.result.ServiceResult;

/**
 * A way to write a result. UTF-8, lines end with LF, everything in a fixed order: one result always gives the same
 * bytes. Implementations are thread-safe.
 */
public interface Report {
  /** Writes the result and leaves {@code out} open. */
  void write(ServiceResult result, OutputStream out) throws IOException;

  /** The result as bytes. */
  default byte[] bytes(ServiceResult result) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(result, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail to be written", e);
    }
    return out.toByteArray();
  }
}
