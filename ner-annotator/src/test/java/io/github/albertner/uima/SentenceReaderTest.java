package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.text.RawTextReader;
import io.github.albertner.text.Splitter;
import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.cas.CAS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceReaderTest {
  private CAS cas;

  @BeforeEach
  void makeCas() throws UIMAException {
    cas = Cases.own();
  }

  private List<List<String>> words(Object... parameters) {
    return Cases.reader().sentences(cas, Cases.inputs(cas, parameters)).stream()
        .map(sentence -> sentence.words(cas.getDocumentText()))
        .toList();
  }

  private void sentence(int begin, int end) {
    Cases.add(cas, NerTypes.SENTENCE, begin, end);
  }

  private void token(int begin, int end) {
    Cases.add(cas, NerTypes.TOKEN, begin, end);
  }

  @Test
  void aSentenceOfOneTokenWithTheSameRangeKeepsIt() {
    cas.setDocumentText("Denies\nchest pain");
    sentence(0, 6);
    token(0, 6);
    sentence(7, 17);
    token(7, 12);
    token(13, 17);
    assertEquals(List.of(List.of("Denies"), List.of("chest", "pain")), words());
  }

  @Test
  void tokensWithoutLettersAreLeftOutAndSoAreSentencesWithoutTokens() {
    cas.setDocumentText("a \n b   .");
    sentence(0, 5);
    token(0, 1);
    token(1, 1);
    token(2, 3);
    token(4, 5);
    sentence(5, 8);
    token(6, 7);
    sentence(8, 8);
    assertEquals(List.of(List.of("a", "b")), words());
  }

  @Test
  void overlappingSentencesEachHaveTheTokensInsideThem() {
    cas.setDocumentText("one two three");
    sentence(0, 7);
    sentence(4, 13);
    sentence(0, 13);
    token(0, 3);
    token(4, 7);
    token(8, 13);
    assertEquals(
        List.of(List.of("one", "two", "three"), List.of("one", "two"), List.of("two", "three")),
        words());
  }

  @Test
  void aTokenThatLeavesItsSentenceIsNotRead() {
    cas.setDocumentText("one two three");
    sentence(0, 5);
    token(0, 3);
    token(4, 7);
    assertEquals(List.of(List.of("one")), words());
  }

  @Test
  void ofTokensInsideTokensTheLongestIsReadOnce() {
    cas.setDocumentText("New York is big");
    sentence(0, 15);
    token(0, 8);
    token(0, 3);
    token(4, 8);
    token(9, 11);
    token(9, 11);
    token(12, 15);
    assertEquals(List.of(List.of("New York", "is", "big")), words());
  }

  @Test
  void tokensWithoutSentencesGetTheBuiltInOnes() {
    cas.setDocumentText("It rains. We stay.");
    token(0, 2);
    token(3, 8);
    token(8, 12); // across the border
    token(13, 17);
    assertEquals(List.of(List.of("It", "rains", ". We"), List.of("stay")), words());
  }

  @Test
  void sentencesWithoutTokensGetTheBuiltInOnes() {
    cas.setDocumentText("It rains. We stay.");
    sentence(0, 18);
    assertEquals(List.of(List.of("It", "rains", ".", "We", "stay", ".")), words());
  }

  @Test
  void aTextAloneIsSplit() {
    cas.setDocumentText("Title\n\nAngela Merkel\nvisited \ud83d\ude00 Paris. We stay.");
    assertEquals(
        List.of(
            List.of("Title"),
            List.of("Angela", "Merkel", "visited", "\ud83d\ude00", "Paris", "."),
            List.of("We", "stay", ".")),
        words());
  }

  /** Whether its lines are wrapped is asked of a part of a long text, and not of all of it. */
  @Test
  void aLongTextHasTheSentencesThatAStreamOfItHas() {
    String text = "Angela Merkel visited\nParis with him.\n".repeat(1000) + "word ".repeat(100);
    cas.setDocumentText(text);
    assertEquals(
        RawTextReader.split(text, Splitter.english()),
        Cases.reader().sentences(cas, Cases.inputs(cas)));
    assertEquals(
        List.of("Angela", "Merkel", "visited", "Paris", "with", "him", "."), words().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028"})
  void oneLineBreakEndsNoSentenceAndTwoDo(String lineBreak) {
    cas.setDocumentText("Later Angela|Merkel spoke||in Los|Angeles".replace("|", lineBreak));
    assertEquals(
        List.of(List.of("Later", "Angela", "Merkel", "spoke"), List.of("in", "Los", "Angeles")),
        words());
  }

  @Test
  void aByteOrderMarkIsNoPartOfAName() {
    cas.setDocumentText("\uFEFFTim Cook");
    assertEquals(List.of(List.of("Tim", "Cook")), words());
  }

  @Test
  void aBlankTextHasNoSentences() {
    for (String text : List.of("", " \n\t\r\n ")) {
      cas.reset();
      cas.setDocumentText(text);
      assertEquals(List.of(), words());
    }
  }
}
