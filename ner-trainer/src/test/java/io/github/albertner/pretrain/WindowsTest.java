package io.github.albertner.pretrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.pretrain.TextWindow.Word;
import io.github.albertner.shard.PieceSet;
import io.github.albertner.shard.ShardedText;
import io.github.albertner.shard.StoredPiece;
import io.github.albertner.shard.TextSharder;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsTest {
  private static final int WORD = 1 << 31;

  @TempDir Path folder;

  private SubwordTokenizer tokenizer;

  @BeforeEach
  void open() throws IOException {
    tokenizer = SubwordTokenizer.ofJson(Texts.tiny().tokenizerJson());
  }

  @Test
  void windowsBeginWithTheSentenceThatDidNotFit() {
    // Windows of 7 hold 5 pieces of text.
    assertArrayEquals(new int[] {0, 3, 6}, WindowStarts.of(Texts.stored("SWWSWWSWWWWW"), 7));
  }

  @Test
  void aSentenceThatFitsExactlyIsNotRepeated() {
    assertArrayEquals(new int[] {0, 5}, WindowStarts.of(Texts.stored("SWWWWSWWWW"), 7));
  }

  @Test
  void longSentencesGoOnWithTheWordThatDidNotFit() {
    assertArrayEquals(new int[] {0, 4, 9}, WindowStarts.of(Texts.stored("SWWWWpWWWWWWWW"), 7));
  }

  @Test
  void whatIsBeforeTheFirstSentenceIsLeftOut() {
    assertArrayEquals(new int[] {1}, WindowStarts.of(Texts.stored("WSWWWW"), 7));
    assertArrayEquals(new int[] {}, WindowStarts.of(Texts.stored("WSWWW"), 7));
  }

  @Test
  void aWindowIsFramedAndFullAndKnowsItsWholeWords() {
    IntBuffer shard = Texts.stored("SpWWpWp");
    TextWindow window = TextWindow.of(shard, 0, 8, tokenizer);
    assertArrayEquals(
        new int[] {
          tokenizer.classId(), 5000, 5001, 5002, 5003, 5004, 5005, tokenizer.separatorId()
        },
        window.pieces());
    // The last word is cut, and so is none that can be guessed as a whole.
    assertEquals(List.of(new Word(1, 3), new Word(3, 4), new Word(4, 6)), window.words());
    assertEquals(
        4, TextWindow.of(shard, 0, 9, tokenizer).words().size(), "at the end of the shard");
  }

  @Test
  void controlPiecesAndTheirWordsAreNeverHidden() {
    IntBuffer shard = Texts.stored("SWWpW");
    shard.put(1, WORD | tokenizer.separatorId());
    shard.put(3, tokenizer.unknownId());
    assertEquals(
        List.of(new Word(1, 2), new Word(5, 6)), TextWindow.of(shard, 0, 7, tokenizer).words());
  }

  @Test
  void anEpochHasEveryWindowOnceInAnotherOrder() throws IOException {
    PieceSet set = set();
    WindowOrder order = new WindowOrder(set, 32, epoch -> 17 * epoch + 3);
    int perEpoch = (int) order.perEpoch();
    List<List<Integer>> epochs = new ArrayList<>();
    for (int epoch = 0; epoch < 2; epoch++) {
      List<Integer> contents = new ArrayList<>();
      for (int i = 0; i < perEpoch; i++) {
        contents.add(content(order.at((long) epoch * perEpoch + i)));
      }
      epochs.add(contents);
    }
    TreeSet<Integer> windows = new TreeSet<>();
    for (int shard = 0; shard < set.shards(); shard++) {
      for (int begin : WindowStarts.of(set.shard(shard), 32)) {
        windows.add(content(new WindowOrder.Place(set.shard(shard), begin)));
      }
    }
    assertTrue(windows.size() > 100);
    assertEquals(windows, new TreeSet<>(epochs.get(0)));
    assertEquals(windows, new TreeSet<>(epochs.get(1)));
    assertEquals(windows.size(), perEpoch);
    assertNotEquals(epochs.get(0), epochs.get(1));
    assertNotEquals(epochs.get(0).stream().sorted().toList(), epochs.get(0));
  }

  @Test
  void anyWindowCanBeAskedForInAnyOrder() throws IOException {
    PieceSet set = set();
    WindowOrder first = new WindowOrder(set, 32, epoch -> epoch);
    WindowOrder second = new WindowOrder(set, 32, epoch -> epoch);
    long last = 3 * first.perEpoch() - 1;
    int expected = content(first.at(last));
    first.at(0);
    second.at(5);
    assertEquals(expected, content(second.at(last)));
    assertEquals(expected, content(first.at(last)));
  }

  @Test
  void saysThatATextIsTooShort() throws IOException {
    PieceSet set = set();
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new WindowOrder(set, 1_000_000, epoch -> epoch));
    assertTrue(e.getMessage().contains("--windows"), e::getMessage);
  }

  private PieceSet set() throws IOException {
    ShardedText text =
        new TextSharder(tokenizer, Optional.empty(), "en", 1)
            .shard(
                List.of(Texts.write(folder.resolve("t.txt"), 300, 11)),
                0,
                folder.resolve("pieces"),
                TextSharder.Progress.NONE);
    return text.learned();
  }

  /** Where a window stands, which differs from window to window. */
  private static int content(WindowOrder.Place place) {
    assertTrue(StoredPiece.beginsWord(place.shard().get(place.begin())));
    return place.begin();
  }
}
