package uk.rubric.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Puts a file's new text in its place in one step: a reader sees the old one or the new one, never a part. */
final class FileReplacement {
  private static final Set<PosixFilePermission> WRITE =
      Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private FileReplacement() {}

  /** Ends the command, with the file as it was, when that cannot be done. A link keeps leading to its file. */
  static void write(Path file, String text) {
    try {
      Path real = file.toRealPath();
      if (!isWritable(real)) {
        throw ResultFile.notWritten(file);
      }
      Path written = Files.createTempFile(real.getParent(), ".rubric-", ".tmp");
      try {
        Files.writeString(written, text);
        keepPermissions(real, written);
        Files.move(written, real, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(written);
      }
    } catch (IOException e) {
      throw ResultFile.notWritten(file);
    }
  }

  // A folder that can be written to would let a file be replaced that cannot, and an administrator may write to any.
  private static boolean isWritable(Path file) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    boolean protectedFile = posix != null && posix.readAttributes().permissions().stream().noneMatch(WRITE::contains);
    return Files.isWritable(file) && !protectedFile;
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    PosixFileAttributeView posix = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    if (posix != null) {
      Files.setPosixFilePermissions(to, posix.readAttributes().permissions());
    }
  }
}
