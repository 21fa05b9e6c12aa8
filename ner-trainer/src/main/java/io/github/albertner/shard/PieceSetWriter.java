package io.github.albertner.shard;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a {@link PieceSet}, shard after shard. */
final class PieceSetWriter implements Closeable {
  private final Path folder;
  private final String name;
  private final int shardPieces;
  private final List<Long> sizes = new ArrayList<>();
  private FileChannel file;
  private long inShard;

  /**
   * A writer into an existing folder.
   *
   * @param name of the set
   * @param shardPieces after which a shard ends, with the text that is being written
   */
  PieceSetWriter(Path folder, String name, int shardPieces) {
    this.folder = folder;
    this.name = name;
    this.shardPieces = shardPieces;
  }

  /** The file of a shard. */
  static Path file(Path folder, String name, int shard) {
    return folder.resolve(String.format(Locale.ROOT, "%s-%05d.pieces", name, shard));
  }

  /** Appends whole sentences, in {@link StoredPiece}s. */
  void append(int[] stored) throws IOException {
    if (file == null) {
      file =
          FileChannel.open(
              file(folder, name, sizes.size()),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    }
    ByteBuffer bytes =
        ByteBuffer.allocate(stored.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(stored);
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    inShard += stored.length;
    if (inShard >= shardPieces) {
      endShard();
    }
  }

  /** Returns the pieces of each shard that has ended. */
  List<Long> sizes() {
    return List.copyOf(sizes);
  }

  /** Ends the shard that is being written, if there is one. */
  void endShard() throws IOException {
    if (file != null) {
      file.force(true);
      file.close();
      file = null;
      sizes.add(inShard);
      inShard = 0;
    }
  }

  /** Ends the last shard. */
  @Override
  public void close() throws IOException {
    endShard();
  }
}
