package io.github.albertner.shard;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.albertner.modelpackage.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A text as pieces on the disk: what to learn from, and what is held out to judge by.
 *
 * @param learned most of the text
 * @param heldOut blocks of paragraphs that are not in {@code learned}; empty if none are held out
 * @param counts of the whole text
 * @param key a digest of all that the pieces depend on: text, vocabulary, share held out
 */
public record ShardedText(PieceSet learned, PieceSet heldOut, Counts counts, String key) {
  static final String LEARNED = "learned";
  static final String HELD_OUT = "held-out";

  private static final String INDEX = "index.json";
  private static final int FORMAT = 1;

  /**
   * What a text is made of.
   *
   * @param paragraphs how many
   * @param sentences how many
   * @param words how many
   * @param pieces how many
   * @param unknown pieces of characters that the vocabulary does not have
   */
  public record Counts(long paragraphs, long sentences, long words, long pieces, long unknown) {}

  /** For Gson. */
  private record Index(int format, String key, Counts counts, Map<String, List<Long>> shards) {}

  /** Reads a folder that {@link #write} completed; empty if it is not there or not whole. */
  static Optional<ShardedText> read(Path folder, String key) throws IOException {
    Path file = folder.resolve(INDEX);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Index index = new Gson().fromJson(Files.readString(file), Index.class);
      if (index.format != FORMAT || !index.key.equals(key)) {
        return Optional.empty();
      }
      for (Map.Entry<String, List<Long>> set : index.shards.entrySet()) {
        for (int i = 0; i < set.getValue().size(); i++) {
          Path shard = PieceSetWriter.file(folder, set.getKey(), i);
          if (!Files.exists(shard) || Files.size(shard) != set.getValue().get(i) * Integer.BYTES) {
            return Optional.empty();
          }
        }
      }
      return Optional.of(
          new ShardedText(
              set(folder, LEARNED, index.shards.get(LEARNED)),
              set(folder, HELD_OUT, index.shards.get(HELD_OUT)),
              index.counts,
              key));
    } catch (JsonParseException | NullPointerException e) {
      return Optional.empty(); // made anew
    }
  }

  /** Completes a folder whose shards are written. */
  static void write(Path folder, String key, Counts counts, Map<String, List<Long>> shards)
      throws IOException {
    byte[] json =
        new Gson().toJson(new Index(FORMAT, key, counts, shards)).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(folder.resolve(INDEX), true, channel -> channel.write(ByteBuffer.wrap(json)));
  }

  private static PieceSet set(Path folder, String name, List<Long> sizes) {
    return new PieceSet(
        IntStream.range(0, sizes.size())
            .mapToObj(i -> PieceSetWriter.file(folder, name, i))
            .toList(),
        sizes.stream().mapToLong(Long::longValue).sum());
  }
}
