package io.github.albertner.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Text as pieces, in shards on the disk. A shard is mapped when it is asked for, so that memory
 * does not grow with the text. Thread-safe.
 *
 * <p>A shard is a sequence of {@link StoredPiece}s, 32 bits each, lowest byte first; sentences
 * follow each other as in the text, none is cut by the end of a shard, and where a document ends
 * there is a [SEP], as a word of its own.
 */
public final class PieceSet {
  private final List<Path> files;
  private final long pieces;

  PieceSet(List<Path> files, long pieces) {
    this.files = List.copyOf(files);
    this.pieces = pieces;
  }

  /** Returns the number of shards. */
  public int shards() {
    return files.size();
  }

  /** Returns the number of pieces of all shards. */
  public long pieces() {
    return pieces;
  }

  /**
   * Returns the {@link StoredPiece}s of a shard.
   *
   * @param index from 0
   */
  public IntBuffer shard(int index) {
    try (FileChannel file = FileChannel.open(files.get(index), StandardOpenOption.READ)) {
      return file.map(FileChannel.MapMode.READ_ONLY, 0, file.size())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read %s: %s".formatted(files.get(index), e.getMessage()), e);
    }
  }

  /**
   * Counts the pieces; reads all shards.
   *
   * @param vocabularySize V
   * @return V occurrences
   */
  public long[] frequencies(int vocabularySize) {
    long[] frequencies = new long[vocabularySize];
    for (int index = 0; index < shards(); index++) {
      IntBuffer shard = shard(index);
      while (shard.hasRemaining()) {
        frequencies[StoredPiece.id(shard.get())]++;
      }
    }
    return frequencies;
  }
}
