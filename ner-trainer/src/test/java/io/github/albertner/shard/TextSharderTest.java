package io.github.albertner.shard;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.pretrain.Texts;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSharderTest {
  private static SubwordTokenizer tokenizer;

  @TempDir Path folder;

  @BeforeAll
  static void open() throws IOException {
    tokenizer =
        SubwordTokenizer.ofJson(
            BaseModels.resolve("random:tiny", Optional.empty(), 1).tokenizerJson());
  }

  private ShardedText shard(Path file, double share, int threads, int shardPieces)
      throws IOException {
    return shard(file, share, "en", threads, shardPieces);
  }

  private ShardedText shard(Path file, double share, String language, int threads, int shardPieces)
      throws IOException {
    return new TextSharder(tokenizer, Optional.empty(), language, threads, shardPieces)
        .shard(List.of(file), share, folder.resolve("cache"), TextSharder.Progress.NONE);
  }

  private static int[] all(PieceSet set) {
    IntStream.Builder pieces = IntStream.builder();
    for (int i = 0; i < set.shards(); i++) {
      IntBuffer shard = set.shard(i);
      while (shard.hasRemaining()) {
        pieces.add(shard.get());
      }
    }
    return pieces.build().toArray();
  }

  @Test
  void piecesAreThoseOfTheTagger() throws IOException {
    String first = "Prof. Ångström didn't visit X-ray labs (U.S.) in 2019. She left at 10:30!";
    String second = "日本 re-opened.";
    Path file = Files.writeString(folder.resolve("t.txt"), first + "\n" + second + "\n");
    int[] stored = all(shard(file, 0, 1, 1000).learned());

    List<Integer> expected = new ArrayList<>();
    int sentences = 0;
    expected.add(StoredPiece.of(tokenizer.separatorId(), true, false)); // where a document begins
    for (String paragraph : List.of(first, second)) {
      for (List<String> sentence : Splitter.english().words(paragraph)) {
        boolean beginsSentence = true;
        sentences++;
        for (String word : sentence) {
          int[] pieces = tokenizer.pieces(word);
          if (pieces.length == 0) {
            pieces = new int[] {tokenizer.unknownId()};
          }
          for (int i = 0; i < pieces.length; i++) {
            expected.add(StoredPiece.of(pieces[i], i == 0, beginsSentence && i == 0));
          }
          beginsSentence = false;
        }
      }
    }
    assertArrayEquals(expected.stream().mapToInt(Integer::intValue).toArray(), stored);
    assertTrue(sentences >= 3);
    assertEquals(sentences, IntStream.of(stored).filter(StoredPiece::beginsSentence).count());
  }

  @Test
  void theLanguageDecidesWhatAWordIs() throws IOException {
    Path file = Files.writeString(folder.resolve("t.txt"), "L'homme d'or didn't go.\n");
    ShardedText english = shard(file, 0, "en", 1, 1000);
    ShardedText french = shard(file, 0, "fr", 1, 1000);
    assertNotEquals(english.key(), french.key());
    assertEquals(6, english.counts().words()); // L'homme d'or did n't go .
    assertEquals(8, french.counts().words()); // L' homme d' or didn' t go .
  }

  @Test
  void threadsAndSizesOfShardsDoNotMatter() throws IOException {
    Path file = Texts.write(folder.resolve("t.txt"), 500, 3);
    ShardedText one = shard(file, 0.2, 1, 1_000_000);
    int[] learned = all(one.learned());
    int[] heldOut = all(one.heldOut());
    ShardedText many =
        new TextSharder(tokenizer, Optional.empty(), "en", 3, 1000)
            .shard(List.of(file), 0.2, folder.resolve("other"), TextSharder.Progress.NONE);
    assertEquals(1, one.learned().shards());
    assertTrue(many.learned().shards() > 5);
    assertArrayEquals(learned, all(many.learned()));
    assertArrayEquals(heldOut, all(many.heldOut()));
    assertEquals(one.counts(), many.counts());
  }

  @Test
  void whatIsHeldOutIsNotLearned() throws IOException {
    Path file = Texts.write(folder.resolve("t.txt"), 2000, 3); // documents of ten paragraphs
    ShardedText text = shard(file, 0.2, 1, 100_000);
    long pieces = text.learned().pieces() + text.heldOut().pieces();
    assertEquals(text.counts().pieces(), pieces);
    assertEquals(0.2, text.heldOut().pieces() / (double) pieces, 0.08);
    assertEquals(2000, text.counts().paragraphs());
  }

  @Test
  void piecesAreMadeOnceForATextAndVocabulary() throws IOException {
    Path file = Texts.write(folder.resolve("t.txt"), 100, 3);
    ShardedText first = shard(file, 0.1, 1, 10_000);
    Path shard = folder.resolve("cache").resolve(first.key().substring(0, 16));
    var before = Files.getLastModifiedTime(shard.resolve("learned-00000.pieces"));
    assertEquals(first.key(), shard(file, 0.1, 1, 10_000).key());
    assertEquals(before, Files.getLastModifiedTime(shard.resolve("learned-00000.pieces")));
    assertNotEquals(first.key(), shard(file, 0.2, 1, 10_000).key());
    Texts.write(file, 100, 4);
    assertNotEquals(first.key(), shard(file, 0.1, 1, 10_000).key());
  }

  @Test
  void damagedShardsAreMadeAnew() throws IOException {
    Path file = Texts.write(folder.resolve("t.txt"), 100, 3);
    ShardedText first = shard(file, 0, 1, 10_000);
    int[] whole = all(first.learned());
    Path shard =
        folder
            .resolve("cache")
            .resolve(first.key().substring(0, 16))
            .resolve("learned-00000.pieces");
    Files.write(shard, new byte[] {1, 2, 3, 4});
    assertArrayEquals(whole, all(shard(file, 0, 1, 10_000).learned()));
  }
}
