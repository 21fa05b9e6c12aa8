package io.github.albertner.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.Encodings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Neighbours widen the window of a sentence, and change nothing else. */
class ContextWindowsPropertyTest {

  @Property
  void onlyTheWordsOfTheSentenceAreDecidedEachOnceByAWindowThatFits(
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 9) Integer> piecesPerWord,
      @ForAll @IntRange(max = 40) int from,
      @ForAll @IntRange(max = 40) int length,
      @ForAll @IntRange(max = 30) int contextPieces,
      @ForAll @IntRange(min = 3, max = 40) int maxPositions) {
    Encoding encoding = Encodings.of(piecesPerWord);
    int firstWord = Math.min(from, encoding.words());
    int endWord = Math.min(firstWord + length, encoding.words());
    int next = firstWord;
    for (Window window :
        new Windower(maxPositions).windows(encoding, firstWord, endWord, contextPieces)) {
      assertEquals(next, window.firstWord());
      assertTrue(window.length() <= maxPositions, () -> window + " is too long");
      for (int word = window.firstWord(); word < window.endWord(); word++) {
        int first = encoding.firstPiece(word);
        assertTrue(first >= window.begin() && first < window.end(), window + " lacks " + word);
      }
      next = window.endWord();
    }
    assertEquals(endWord, next);
  }

  @Property
  void aSentenceThatFitsHasTheMostWholeNeighboursThatMayBeSeenAndFit(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 4) Integer> piecesPerWord,
      @ForAll @IntRange(max = 39) int from,
      @ForAll @IntRange(min = 1, max = 5) int length,
      @ForAll @IntRange(max = 30) int contextPieces,
      @ForAll @IntRange(min = 22, max = 60) int maxPositions) {
    Encoding encoding = Encodings.of(piecesPerWord);
    int firstWord = Math.min(from, encoding.words() - 1);
    int endWord = Math.min(firstWord + length, encoding.words());
    List<Window> windows =
        new Windower(maxPositions).windows(encoding, firstWord, endWord, contextPieces);
    assertEquals(1, windows.size());
    Window window = windows.get(0);
    assertTrue(isBorder(encoding, window.begin()) && isBorder(encoding, window.end()));
    int before = encoding.firstPiece(firstWord) - window.begin();
    int after = window.end() - encoding.endPiece(endWord - 1);
    assertTrue(before >= 0 && before <= contextPieces, window.toString());
    assertTrue(after >= 0 && after <= contextPieces, window.toString());
    // One more word on a side is too much for the side, for the window, or for the side's half.
    int room = maxPositions - window.length();
    int half = (before + after + room) / 2;
    if (window.begin() > 0) {
      int more = before + piecesOfWordBefore(encoding, window.begin());
      assertTrue(more > contextPieces || more - before > room || more > half, window.toString());
    }
    if (window.end() < encoding.pieces()) {
      int more = after + piecesOfWordAt(encoding, window.end());
      assertTrue(more > contextPieces || more - after > room || more > half, window.toString());
    }
  }

  private static int piecesOfWordBefore(Encoding encoding, int piece) {
    return piecesOfWordAt(encoding, piece - 1);
  }

  private static int piecesOfWordAt(Encoding encoding, int piece) {
    int word = encoding.wordOf(piece);
    return encoding.endPiece(word) - encoding.firstPiece(word);
  }

  private static boolean isBorder(Encoding encoding, int piece) {
    return piece == encoding.pieces() || encoding.firstPiece(encoding.wordOf(piece)) == piece;
  }

  @Property
  void withoutContextASentenceHasTheWindowsThatItHasAlone(
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> before,
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 9) Integer> sentence,
      @ForAll @Size(max = 20) List<@IntRange(min = 1, max = 9) Integer> after,
      @ForAll @IntRange(min = 3, max = 40) int maxPositions) {
    List<Integer> all = new ArrayList<>(before);
    all.addAll(sentence);
    all.addAll(after);
    Windower windower = new Windower(maxPositions);
    int words = before.size();
    int pieces = before.stream().mapToInt(Integer::intValue).sum();
    List<Window> alone =
        windower.windows(Encodings.of(sentence)).stream()
            .map(
                w ->
                    new Window(
                        w.begin() + pieces,
                        w.end() + pieces,
                        w.firstWord() + words,
                        w.endWord() + words))
            .toList();
    assertEquals(alone, windower.windows(Encodings.of(all), words, words + sentence.size(), 0));
  }

  @Property
  void neighboursAreThoseOfTheDocumentInOrderAndEnoughOfThem(
      @ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> lengths,
      @ForAll @IntRange(max = 12) int contextPieces) {
    List<List<String>> document = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (int length : lengths) {
      List<String> sentence =
          IntStream.range(0, length).mapToObj(w -> "w" + (all.size() + w)).toList();
      document.add(sentence);
      all.addAll(sentence);
    }
    List<SentenceInContext> placed = SentenceInContext.ofDocument(document, contextPieces);
    assertEquals(document.size(), placed.size());
    int begin = 0;
    for (int s = 0; s < placed.size(); s++) {
      SentenceInContext sentence = placed.get(s);
      int end = begin + document.get(s).size();
      assertEquals(document.get(s), sentence.words().subList(sentence.begin(), sentence.end()));
      assertEquals(
          all.subList(Math.max(0, begin - contextPieces), begin),
          sentence.words().subList(0, sentence.begin()));
      assertEquals(
          all.subList(end, Math.min(all.size(), end + contextPieces)),
          sentence.words().subList(sentence.end(), sentence.words().size()));
      begin = end;
    }
  }

  @Example
  void tooLittleRoomIsSharedAndWhatOneSideLeavesTheOtherHas() {
    Encoding ten = Encodings.of(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    Windower windower = new Windower(8); // 6 pieces
    assertEquals(List.of(new Window(2, 8, 4, 6)), windower.windows(ten, 4, 6, 9));
    assertEquals(List.of(new Window(0, 6, 1, 3)), windower.windows(ten, 1, 3, 9));
    assertEquals(List.of(new Window(4, 10, 8, 10)), windower.windows(ten, 8, 10, 9));
    assertEquals(List.of(new Window(3, 7, 4, 6)), windower.windows(ten, 4, 6, 1));
  }

  @Example
  void aWordThatDoesNotFitEndsTheContext() {
    Encoding encoding = Encodings.of(List.of(1, 5, 1, 2, 1, 4));
    assertEquals(List.of(new Window(6, 10, 3, 4)), new Windower(100).windows(encoding, 3, 4, 4));
  }
}
