package io.github.albertner.shard;

import io.github.albertner.plaintext.Paragraph;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Makes pieces of plain text once, for all runs that learn from it with the same vocabulary.
 *
 * <p>The text is read in blocks of at most {@value #BLOCK} paragraphs, of one document each. Blocks
 * are encoded by several threads and written in the order of the text; few of them are in memory at
 * a time. Whether a block is held out depends on its number alone.
 */
public final class TextSharder {
  /** Paragraphs of a block. */
  static final int BLOCK = 50;

  /** 4 MB each: small enough to draw windows from several at random, large enough to be few. */
  private static final int SHARD_PIECES = 1 << 20;

  private static final int QUEUED_PER_THREAD = 8;
  private static final long HOLDING_OUT = 0x1f83d9abfb41bd6bL;

  private final SubwordTokenizer tokenizer;
  private final Optional<Charset> encoding;
  private final String language;
  private final int threads;
  private final int shardPieces;

  /**
   * A sharder.
   *
   * @param tokenizer of the network that is to learn
   * @param encoding of the files, as {@link TextReader} takes it
   * @param language of the text, a tag such as {@code de}
   * @param threads that encode
   */
  public TextSharder(
      SubwordTokenizer tokenizer, Optional<Charset> encoding, String language, int threads) {
    this(tokenizer, encoding, language, threads, SHARD_PIECES);
  }

  /** As above, with shards of another size. */
  TextSharder(
      SubwordTokenizer tokenizer,
      Optional<Charset> encoding,
      String language,
      int threads,
      int shardPieces) {
    this.tokenizer = tokenizer;
    this.encoding = encoding;
    this.language = language;
    this.threads = threads;
    this.shardPieces = shardPieces;
  }

  /** Told how far encoding is; may be left out. */
  public interface Progress {
    /** Shows nothing. */
    Progress NONE = (bytes, total) -> {};

    /** So many bytes of the files are read. */
    void read(long bytes, long total);
  }

  /**
   * Opens what an earlier call made of the same text, or makes it.
   *
   * @param files in order, as {@link io.github.albertner.plaintext.TextFiles#find} gives them
   * @param share of the blocks to hold out, from 0 to less than 1
   * @param cache folder in which a folder for this text is made, or found
   * @throws IOException if a file cannot be read, or the cache cannot be written
   */
  public ShardedText shard(List<Path> files, double share, Path cache, Progress progress)
      throws IOException {
    String key = TextKey.of(files, encoding, language, tokenizer.json(), share);
    Path folder = cache.resolve(key.substring(0, 16));
    ShardedText known = ShardedText.read(folder, key).orElse(null);
    if (known != null) {
      return known;
    }
    Files.createDirectories(folder);
    ExecutorService encoders =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread daemon = new Thread(work, "ner-encoding");
              daemon.setDaemon(true);
              return daemon;
            });
    try {
      write(files, share, folder, key, encoders, progress);
    } finally {
      encoders.shutdownNow();
    }
    return ShardedText.read(folder, key)
        .orElseThrow(() -> new IOException(folder + ": what was just written there has changed"));
  }

  private void write(
      List<Path> files,
      double share,
      Path folder,
      String key,
      ExecutorService encoders,
      Progress progress)
      throws IOException {
    ParagraphEncoder encoder = new ParagraphEncoder(tokenizer, Splitter.of(language));
    Tally tally = new Tally();
    Deque<Future<ParagraphEncoder.Encoded>> queue = new ArrayDeque<>();
    try (TextReader reader = new TextReader(files, encoding);
        PieceSetWriter learned = new PieceSetWriter(folder, ShardedText.LEARNED, shardPieces);
        PieceSetWriter heldOut = new PieceSetWriter(folder, ShardedText.HELD_OUT, shardPieces)) {
      Blocks blocks = new Blocks(reader);
      long written = 0;
      List<Paragraph> block = blocks.next();
      while (!block.isEmpty() || !queue.isEmpty()) {
        while (!block.isEmpty() && queue.size() < QUEUED_PER_THREAD * threads) {
          List<Paragraph> encoded = block;
          queue.add(encoders.submit(() -> encoder.encode(encoded)));
          block = blocks.next();
        }
        ParagraphEncoder.Encoded next = result(queue.remove());
        if (next.stored().length > 0) {
          (isHeldOut(written, share) ? heldOut : learned).append(next.stored());
        }
        tally.add(next);
        written++;
        progress.read(reader.bytesRead(), reader.totalBytes());
      }
      learned.endShard();
      heldOut.endShard();
      ShardedText.write(
          folder,
          key,
          tally.counts(reader.paragraphs()),
          Map.of(ShardedText.LEARNED, learned.sizes(), ShardedText.HELD_OUT, heldOut.sizes()));
    }
  }

  private static boolean isHeldOut(long block, double share) {
    return new SplittableRandom(HOLDING_OUT + block).nextDouble() < share;
  }

  private static ParagraphEncoder.Encoded result(Future<ParagraphEncoder.Encoded> future)
      throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while encoding").initCause(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException io) {
        throw io.getCause();
      }
      throw new IllegalStateException("encoding failed: " + e.getCause(), e.getCause());
    }
  }

  /** Paragraphs in blocks. */
  private static final class Blocks {
    private final TextReader reader;
    private Paragraph ahead;

    Blocks(TextReader reader) throws IOException {
      this.reader = reader;
      ahead = reader.read();
    }

    /** The next block; empty at the end. */
    List<Paragraph> next() throws IOException {
      List<Paragraph> block = new ArrayList<>();
      while (ahead != null
          && block.size() < BLOCK
          && (block.isEmpty() || !ahead.beginsDocument())) {
        block.add(ahead);
        ahead = reader.read();
      }
      return block;
    }
  }

  /** Sums over blocks. */
  private static final class Tally {
    private long sentences;
    private long words;
    private long pieces;
    private long unknown;

    void add(ParagraphEncoder.Encoded block) {
      sentences += block.sentences();
      words += block.words();
      pieces += block.stored().length;
      unknown += block.unknown();
    }

    ShardedText.Counts counts(long paragraphs) {
      return new ShardedText.Counts(paragraphs, sentences, words, pieces, unknown);
    }
  }
}
