package uk.rubric.extract.prepared;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import uk.rubric.run.CouldNotRun;

/**
 * A file of a prepared extract, read in any order by any thread. Whatever is wrong with it is damage, with its place.
 */
final class StoredBytes implements Closeable {
  private final Path path;
  private final FileChannel channel;

  /** @throws CouldNotRun when the file is not there */
  StoredBytes(Path path) {
    this.path = path;
    try {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    } catch (IOException e) {
      throw damaged();
    }
  }

  CouldNotRun damaged() {
    return Damage.of(path);
  }

  long size() {
    try {
      return channel.size();
    } catch (IOException e) {
      throw damaged();
    }
  }

  /** Some bytes into the start of an array, unchecked. */
  void read(long from, byte[] into, int length) {
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, from + buffer.position()) < 0) {
          throw new EOFException();
        }
      }
    } catch (IOException e) {
      throw damaged();
    }
  }

  /** Some bytes that have this sum. */
  byte[] read(long from, int length, int sum) {
    if (length < 0 || from < 0 || from + length > size()) {
      throw damaged();
    }
    byte[] bytes = new byte[length];
    read(from, bytes, length);
    if (Sum.of(bytes, 0, length) != sum) {
      throw damaged();
    }
    return bytes;
  }

  /** Makes something of bytes whose sum is right; what makes no sense all the same is damage too. */
  void decode(Runnable decoding) {
    try {
      decoding.run();
    } catch (IndexOutOfBoundsException | ArithmeticException | NegativeArraySizeException | NumberFormatException e) {
      throw damaged();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing was written: there is nothing to lose.
      return;
    }
  }
}
