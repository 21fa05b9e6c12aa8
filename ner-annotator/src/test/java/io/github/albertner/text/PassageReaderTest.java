package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.testing.Texts;
import io.github.albertner.tokenize.VisibleText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PassageReaderTest {

  private static List<Passage> raw(String text, int step) throws IOException {
    return Texts.readAll(new RawTextReader(Texts.input(text, step), Texts.SPLITTER));
  }

  private static List<Passage> tokenized(String text) throws IOException {
    return Texts.readAll(new TokenizedReader(Texts.input(text, 100)));
  }

  private static List<List<String>> words(List<Passage> passages) {
    return passages.stream()
        .flatMap(p -> p.sentences().stream().map(s -> s.words(p.text())))
        .toList();
  }

  private static String text(List<Passage> passages) {
    return passages.stream().map(Passage::text).collect(Collectors.joining());
  }

  @Test
  void findsSentencesAndTokens() throws IOException {
    assertEquals(
        List.of(
            List.of("Mr.", "Smith", "went", "to", "Washington", "."),
            List.of("He", "came", "back", "!")),
        words(raw("Mr. Smith went\nto Washington. He came\r\nback!\n", 100)));
  }

  @Test
  void aBlankLineEndsASentenceAndALineBreakDoesNot() throws IOException {
    assertEquals(
        List.of(List.of("New", "York", "Times"), List.of("Ada", "left", ".")),
        words(raw("New\nYork Times\n\nAda left.", 100)));
  }

  @Test
  void blankTextHasNoSentences() throws IOException {
    assertEquals(List.of(), words(raw(" \n\n\t\n", 100)));
    assertEquals(List.of(), words(tokenized(" \n\n\t\n")));
    assertEquals(List.of(), raw("", 100));
    assertEquals(List.of(), tokenized(""));
  }

  @Test
  void tokenizedTextIsTakenAsItIs() throws IOException {
    assertEquals(
        List.of(List.of("Mr.", "Smith.He", "left"), List.of("don't")),
        words(tokenized("Mr.\tSmith.He  left \r\n\n don't")));
  }

  @Test
  void offsetsGoOnFromPassageToPassageInBothCounts() throws IOException {
    List<Passage> passages = tokenized("\uFEFF\uD83D\uDE00 a\r\nb\n");
    assertEquals(
        List.of(TextOffset.START, new TextOffset(6, 5)),
        passages.stream().map(Passage::begin).toList());
  }

  @Test
  void aLineWithoutEndIsRefusedByNumber() {
    TokenizedReader in = new TokenizedReader(Texts.input("a b\nabcdefghijkl", 100), 10);
    Exception e = assertThrows(MalformedTextException.class, () -> Texts.readAll(in));
    assertTrue(e.getMessage().startsWith("a.txt:2: expected one tokenised sentence a line"));
  }

  @Test
  void tokensDoNotEndInsideCharacters() throws IOException {
    String text =
        "$\u0301x \"\u0300 3\uFE0F\u20E3 Go \uD83D\uDC69\u200D\uD83D\uDE80.\uD83D\uDC4D\uD83C\uDFFD";
    assertEquals(
        List.of("$\u0301", "x", "\"\u0300", "3\uFE0F\u20E3", "Go"),
        words(raw(text, 100)).get(0).subList(0, 5));
  }

  @Test
  void aLongRunWithoutSpacesLosesNothingBehindIt() throws IOException {
    String run = "ab.".repeat(100_000);
    List<List<String>> sentences = words(raw("Look here: " + run + " Ada left.", 8192));
    assertEquals(2, sentences.size());
    List<String> first = sentences.get(0);
    assertEquals(run, String.join("", first.subList(3, first.size())));
    assertEquals(List.of("Ada", "left", "."), sentences.get(1));
  }

  @Test
  void aSentenceOf100000TokensStaysOne() throws IOException {
    assertEquals(1, words(raw("word ".repeat(100_000), 8192)).size());
    assertEquals(100_000, words(tokenized("word ".repeat(100_000))).get(0).size());
  }

  @Test
  void aLongParagraphIsCutBetweenSentencesAndALongSentenceBetweenWords() throws IOException {
    String text = "Ada left home. Bob stayed there with many others and cats.";
    assertEquals(
        List.of("Ada left home. ", "Bob stayed there with", " many others and cats."),
        Texts.readAll(new RawTextReader(Texts.input(text, 7), Texts.SPLITTER, 20, 25)).stream()
            .map(Passage::text)
            .toList());
  }

  @Test
  void aLongSentenceIsNotCutInsideACharacter() throws IOException {
    String text = "Lovelace\uD83D\uDC69\u200D\uD83D\uDE80xe\u0301e\u0301";
    for (int longest = 1; longest < text.length(); longest++) {
      String cut =
          Texts.readAll(
                  new RawTextReader(Texts.input(text, 7), Texts.SPLITTER, longest, longest + 7))
              .stream()
              .map(Passage::text)
              .collect(Collectors.joining("|"));
      assertFalse(cut.matches("(?s).*(\\|[\u200D\u0301]|\u200D\\|).*"), cut);
    }
  }

  @Property(tries = 300)
  void rawTextLosesNothing(
      @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 50) int step)
      throws IOException {
    List<Passage> passages = raw(text, step);
    assertSound(text, passages);
    assertEquals(raw(text, 8192), passages, "however the text arrives");
  }

  @Property(tries = 100)
  void longParagraphsAreCutWithoutLoss(
      @ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 40) int longest)
      throws IOException {
    List<Passage> passages =
        Texts.readAll(
            new RawTextReader(Texts.input(text, 8192), Texts.SPLITTER, longest, longest + 10));
    assertSound(text, passages);
  }

  @Example
  void blankTextBeforeAParagraphChangesNothing() throws IOException {
    assertEquals(words(raw("St. Ada ", 8192)), words(raw(" \n \nSt. Ada ", 8192)));
  }

  @Property(tries = 100)
  void everyParagraphIsSplitOnItsOwn(@ForAll("texts") String first, @ForAll("texts") String second)
      throws IOException {
    List<List<String>> apart = new ArrayList<>(words(raw(first, 8192)));
    apart.addAll(words(raw(second, 8192)));
    assertEquals(apart, words(raw(first + "\n \n" + second, 8192)));
  }

  @Property(tries = 200)
  void tokenizedTextLosesNothing(@ForAll("texts") String text) throws IOException {
    assertSound(text, tokenized(text));
  }

  /** What must hold of passages of a text, whoever read them. */
  private static void assertSound(String text, List<Passage> passages) {
    assertEquals(text, text(passages));
    int begin = 0;
    StringBuilder tokens = new StringBuilder();
    for (Passage passage : passages) {
      int start = begin;
      assertAll(
          () -> assertEquals(start, passage.begin().characters()),
          () -> assertEquals(text.codePointCount(0, start), passage.begin().codePoints()));
      for (SentenceRange sentence : passage.sentences()) {
        sentence.words(passage.text()).forEach(tokens::append);
        for (CharRange token : sentence.tokens()) {
          assertFalse(insidePair(passage.text(), token.begin()), "a surrogate pair is cut");
        }
      }
      begin += passage.text().length();
    }
    assertEquals(ink(text), ink(tokens.toString()), "tokens are all that readers see");
  }

  private static String ink(String text) {
    StringBuilder ink = new StringBuilder();
    VisibleText.of(text)
        .chars()
        .filter(c -> !Characters.isBlank((char) c))
        .forEach(c -> ink.append((char) c));
    return ink.toString();
  }

  private static boolean insidePair(String text, int index) {
    return index > 0 && Character.isSurrogatePair(text.charAt(index - 1), text.charAt(index));
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }
}
