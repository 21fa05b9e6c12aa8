package io.github.albertner.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.checkpoint.EmbeddingFile;
import io.github.albertner.checkpoint.RandomCheckpoint;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingMakerTest {
  private static final List<String> CITIES = List.of("Paris", "London", "Vienna", "Rome", "Berlin");
  private static final List<String> COLOURS = List.of("red", "green", "blue", "white", "brown");
  private static final int SIZE = 12;

  private static Checkpoint base;
  private static SubwordTokenizer tokenizer;

  @TempDir private Path folder;

  @BeforeAll
  static void open() throws IOException {
    base = RandomCheckpoint.TINY.create(1);
    tokenizer = SubwordTokenizer.ofJson(base.tokenizerJson());
  }

  /** Cities and colours never stand together; what stands around them differs. */
  private Path text(int lines) throws IOException {
    Random random = new Random(2);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      boolean city = random.nextBoolean();
      List<String> words = city ? CITIES : COLOURS;
      String word = words.get(random.nextInt(words.size()));
      String[] around =
          city
              ? new String[] {"we flew to %s by night.", "the mayor of %s spoke.", "in %s there is"}
              : new String[] {"she wore a %s dress.", "paint the door %s now.", "his %s shirt"};
      text.append(around[random.nextInt(around.length)].formatted(word)).append('\n');
    }
    return Files.writeString(folder.resolve("text" + lines + ".txt"), text);
  }

  private PieceEmbeddings make(Path text, int size, long seed, int threads) throws IOException {
    return new EmbeddingMaker(new EmbeddingSettings(size, 5, seed, threads), Splitter.english())
        .make(
            new TextReader(List.of(text)),
            tokenizer,
            folder.resolve("out"),
            (s, done, total) -> {});
  }

  private float[] written(PieceEmbeddings made, String name) throws IOException {
    Path file = folder.resolve(name);
    made.write(file, false, tokenizer.json(), Map.of("seed", "1"));
    return io.github.albertner.weights.Safetensors.read(file).get(EmbeddingFile.TENSOR).floats();
  }

  @Test
  void piecesThatStandInTheSamePlacesAreNear() throws IOException {
    PieceEmbeddings made = make(text(2000), SIZE, 1, 2);
    for (List<String> group : List.of(CITIES, COLOURS)) {
      Set<Integer> ids =
          group.stream().map(w -> tokenizer.pieces(w)[0]).collect(Collectors.toSet());
      for (int id : ids) {
        Set<Integer> nearest =
            made.nearest(id, 4).stream()
                .map(PieceEmbeddings.Neighbour::piece)
                .collect(Collectors.toSet());
        nearest.add(id);
        assertEquals(ids, nearest, tokenizer.piece(id));
      }
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count(), "no scratch folder is left");
    }
  }

  @Test
  void theyAreScaledAsInitialWeightsAre() throws IOException {
    PieceEmbeddings made = make(text(500), SIZE, 1, 1);
    float[] values = written(made, "e.safetensors");
    assertEquals(tokenizer.vocabularySize() * SIZE, values.length);
    double sum = 0;
    double squares = 0;
    for (int row : occurring()) {
      for (int i = 0; i < SIZE; i++) {
        double value = values[row * SIZE + i];
        sum += value;
        squares += value * value;
      }
    }
    int count = occurring().size() * SIZE;
    assertEquals(made.found(), occurring().size());
    assertEquals(0, sum / count, 1e-8);
    assertEquals(0.02, Math.sqrt(squares / count), 1e-7);
    // Rows without counts are random, but that of padding.
    assertArrayEquals(new float[SIZE], Arrays.copyOf(values, SIZE));
    for (float value : Arrays.copyOfRange(values, SIZE, 5 * SIZE)) {
      assertTrue(value != 0 && Math.abs(value) <= 0.04);
    }
  }

  private Set<Integer> occurring() throws IOException {
    return Files.readAllLines(folder.resolve("text500.txt")).stream()
        .flatMap(line -> Splitter.english().words(line).stream().flatMap(List::stream))
        .flatMap(word -> Arrays.stream(tokenizer.pieces(word)).boxed())
        .collect(Collectors.toSet());
  }

  @Test
  void theSameSeedGivesTheSameBitsWithAnyNumberOfThreads() throws IOException {
    Path text = text(500);
    float[] one = written(make(text, SIZE, 1, 1), "1");
    assertArrayEquals(one, written(make(text, SIZE, 1, 3), "2"));
    assertFalse(Arrays.equals(one, written(make(text, SIZE, 2, 1), "3")));
  }

  @Test
  void tooLittleTextIsRefused() throws IOException {
    Path text = text(2);
    assertTrue(
        assertThrows(IOException.class, () -> make(text, 64, 1, 1))
            .getMessage()
            .contains("give more text or a smaller size"));
  }
}
