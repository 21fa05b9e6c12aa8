package io.github.albertner.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSampleTest {

  @TempDir private Path folder;

  private Path numbered(String name, int lines) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        IntStream.range(0, lines)
            .mapToObj(line -> name.charAt(0) + "" + line + ".\n")
            .collect(Collectors.joining()));
  }

  @Test
  void takesEveryNthParagraphOfEachFileTwiceAsItIsAndInWords() throws IOException {
    List<Path> files = List.of(numbered("a.txt", 7), numbered("b.txt", 4));
    Path out = folder.resolve("sample.txt");
    TextSample sample =
        TextSample.write(
            new TextReader(files),
            new Sampling(3),
            out,
            Splitter.english(),
            new CasingCounter(Splitter.english()),
            reader -> {});
    assertEquals("a0.\na0 .\na3.\na3 .\na6.\na6 .\nb0.\nb0 .\nb3.\nb3 .\n", Files.readString(out));
    assertEquals(5, sample.paragraphs());
    assertEquals(15, sample.characters());
    assertEquals(List.of(), sample.heldOut());
  }

  @Test
  void whatIsHeldOutIsNeverSampled() throws IOException {
    Path file = numbered("a.txt", 2400);
    for (int every : new int[] {1, 5, 499}) {
      Path out = folder.resolve("sample" + every);
      TextSample sample =
          TextSample.write(
              new TextReader(List.of(file)),
              new Sampling(every),
              out,
              Splitter.english(),
              new CasingCounter(Splitter.english()),
              reader -> {});
      assertEquals(List.of(List.of("a499", "."), List.of("a1499", ".")), sample.heldOut());
      String text = Files.readString(out);
      assertEquals(-1, text.indexOf("a499."), "every " + every);
      assertEquals(-1, text.indexOf("a1499."), "every " + every);
    }
  }

  @Test
  void theSmallestStepIsTakenThatKeepsToTheLimit() {
    assertEquals(1, Sampling.atMost(10, 10).every());
    assertEquals(2, Sampling.atMost(11, 10).every());
    assertEquals(5, Sampling.atMost(229_001_268, 50_000_000).every());
    assertEquals(1, Sampling.atMost(0, 10).every());
    assertThrows(IllegalArgumentException.class, () -> Sampling.atMost(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new Sampling(0));
  }
}
