package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

  @Test
  void aParagraphBecomesSentencesOfWords() throws IOException {
    assertEquals(
        List.of(
            List.of("Who", "?"),
            List.of("The", "U.S.", "did", "n't", "answer", "Paris", "'s", "call", ".")),
        SentenceSplitter.english().split("Who? The U.S. didn't answer Paris's call."));
  }

  @Test
  void blanksAreNoSentences() throws IOException {
    SentenceSplitter splitter = SentenceSplitter.english();
    assertEquals(List.of(), splitter.split(""));
    assertEquals(List.of(), splitter.split(" \u00a0\t "));
  }

  @Test
  void aLongRunIsASentenceOfItsOwn() throws IOException {
    String run = "x".repeat(100_000);
    assertEquals(
        List.of(List.of("Before", "."), List.of(run), List.of("After", ".")),
        SentenceSplitter.english().split("Before. " + run + " After."));
  }
}
