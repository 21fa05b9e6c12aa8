package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.testing.Texts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockReaderTest {

  private static List<String> blocks(String text, BlockReader.Unit unit, int limit, int step)
      throws IOException {
    List<String> blocks = new ArrayList<>();
    try (BlockReader in = new BlockReader(Texts.input(text, step), unit)) {
      for (BlockReader.Block b = in.peek(limit); b != null; b = in.peek(limit)) {
        blocks.add(b.text());
        in.take(b.text().length());
      }
    }
    return blocks;
  }

  private static List<String> paragraphs(String text) throws IOException {
    return blocks(text, BlockReader.Unit.PARAGRAPH, 1000, 1);
  }

  @Test
  void aBlankLineEndsAParagraphAndALineBreakDoesNot() throws IOException {
    assertEquals(List.of("a\nb\n\n", "c\n"), paragraphs("a\nb\n\nc\n"));
    assertEquals(List.of("a\r\nb\r\n\r\n", "c"), paragraphs("a\r\nb\r\n\r\nc"));
    assertEquals(List.of("a\rb\r\r", "c\r"), paragraphs("a\rb\r\rc\r"));
    assertEquals(List.of("a\n \t\u00A0\r\n", "b"), paragraphs("a\n \t\u00A0\r\nb"));
  }

  @Test
  void furtherBlankLinesBelongToTheNextParagraph() throws IOException {
    assertEquals(List.of("\n\na\n\n", "\n\nb\n\n", "\n"), paragraphs("\n\na\n\n\n\nb\n\n\n"));
  }

  @Test
  void linesEndWithLfCrLfOrCr() throws IOException {
    assertEquals(
        List.of("a\n", "\r\n", "b\r\n", "c\r", "d"),
        blocks("a\n\r\nb\r\nc\rd", BlockReader.Unit.LINE, 1000, 1));
  }

  @Test
  void theLimitDoesNotCutASurrogatePair() throws IOException {
    assertEquals(
        List.of("ab", "c", "\uD83D\uDE00", "d"),
        blocks("abc\uD83D\uDE00d", BlockReader.Unit.LINE, 2, 1));
  }

  @Property(tries = 300)
  void blocksAreTheTextHoweverItArrives(
      @ForAll("texts") String text,
      @ForAll BlockReader.Unit unit,
      @ForAll @IntRange(min = 2, max = 40) int limit,
      @ForAll @IntRange(min = 1, max = 50) int step)
      throws IOException {
    List<String> blocks = blocks(text, unit, limit, step);
    assertEquals(text, String.join("", blocks));
    assertEquals(blocks, blocks(text, unit, limit, 1));
    blocks.forEach(block -> assertEquals(true, block.length() <= limit));
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }
}
