package io.github.albertner.opennlp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.testing.TinyModels;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeekableModelStreamTest {
  @TempDir Path folder;

  @Test
  void everyMixOfReadsSkipsAndResetsGivesWhatAStreamInMemoryGives() throws IOException {
    byte[] content = new byte[300_000];
    new Random(1).nextBytes(content);
    Path file = Files.write(folder.resolve("file"), content);
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      try (InputStream expected = new ByteArrayInputStream(content);
          InputStream actual = new SeekableModelStream(file)) {
        for (int step = 0; step < 60; step++) {
          String where = "seed " + seed + " step " + step;
          assertEquals(expected.available(), actual.available(), where);
          switch (random.nextInt(6)) {
            case 0 -> assertEquals(expected.read(), actual.read(), where);
            case 1 -> {
              int length = random.nextInt(100_000);
              assertArrayEquals(expected.readNBytes(length), actual.readNBytes(length), where);
            }
            case 2 -> {
              long count = random.nextInt(-10, 100_000);
              assertEquals(expected.skip(count), actual.skip(count), where);
            }
            case 3 -> {
              expected.mark(1);
              actual.mark(1);
            }
            case 4 -> {
              expected.reset();
              actual.reset();
            }
            default -> {
              assertEquals(0, actual.read(new byte[3], 1, 0), where);
              assertThrows(
                  IndexOutOfBoundsException.class, () -> actual.read(new byte[3], 2, 2), where);
            }
          }
        }
      }
    }
  }

  @Test
  void openNlpReadsAModelThroughIt() throws IOException {
    Path file = folder.resolve("model.bin");
    TinyModels.bio().write(file, false);
    String[] tokens = "Angela Merkel visited Microsoft in Paris .".split(" ");
    try (InputStream in = new SeekableModelStream(file)) {
      assertArrayEquals(
          new NameFinderME(new TokenNameFinderModel(file)).find(tokens),
          new NameFinderME(new TokenNameFinderModel(in)).find(tokens));
    }
  }

  @Test
  void aMissingFileAndAClosedStreamAreErrors() throws IOException {
    assertThrows(
        NoSuchFileException.class, () -> new SeekableModelStream(folder.resolve("nothing")));
    InputStream closed = new SeekableModelStream(Files.write(folder.resolve("f"), new byte[9]));
    closed.close();
    assertThrows(IOException.class, closed::read);
    closed.mark(1);
    assertThrows(IOException.class, closed::reset);
  }
}
