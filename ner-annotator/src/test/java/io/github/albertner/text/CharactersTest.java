package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CharactersTest {

  private static final String ASTRONAUT = "\uD83D\uDC69\u200D\uD83D\uDE80";

  @Test
  void tokensThatMeetInsideACharacterAreJoined() {
    String text = "x" + ASTRONAUT + "e\u0301y";
    List<CharRange> tokens =
        List.of(
            new CharRange(0, 1),
            new CharRange(1, 2),
            new CharRange(2, 3),
            new CharRange(3, 6),
            new CharRange(6, 7),
            new CharRange(7, 8),
            new CharRange(8, 9));
    assertEquals(
        List.of(new CharRange(0, 1), new CharRange(1, 6), new CharRange(6, 8), new CharRange(8, 9)),
        Characters.mend(text, tokens));
  }

  @Test
  void tokensWithSpaceBetweenStayApart() {
    List<CharRange> tokens = List.of(new CharRange(0, 1), new CharRange(2, 3));
    assertEquals(tokens, Characters.mend("a \u0301", tokens));
  }

  @Test
  void aCutMovesBehindTheCharacter() {
    String text = "ab" + ASTRONAUT + "c";
    assertEquals(1, Characters.boundary(text, 0, 1));
    assertEquals(7, Characters.boundary(text, 0, 3));
    assertEquals(7, Characters.boundary(text, 2, 5));
    assertEquals(8, Characters.boundary(text, 0, 8));
  }

  @Test
  void runsAreWhatIsLongerThanAllowed() {
    assertEquals(
        List.of(new CharRange(4, 8), new CharRange(10, 14)),
        Characters.runs("abc defg\u00A0\nabcd", new CharRange(0, 14), 3));
    assertEquals(List.of(), Characters.runs("abc", new CharRange(0, 3), 3));
  }
}
