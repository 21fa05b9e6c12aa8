package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody sees goes; what is seen, or says how its neighbours are written, stays. */
class VisibleTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u00AD", "\u200B", "\u2060", "\uFEFF", "\u200E", "\u202E", "\u2066", "\u061C", "\u180E",
        "\uFFF9", "\u0000", "\u0007", "\u001F", "\u007F", "\u0080", "\u009F", "\uD83D", "\uDE00",
        "\u200C", "\u200D", "\uDB40\uDC41", "\u034F", "\u115F", "\u1160", "\u3164", "\uFFA0",
            "\u17B4",
        "\uFE0F", "\uDB40\uDD00", "\u180B", "\u00AD\u200B\uFEFF\uD83D"
      })
  void takesItOutInsideAndAtTheEdges(String unseen) {
    assertEquals("Microsoft", VisibleText.of("Mic" + unseen + "rosoft"));
    assertEquals("Microsoft", VisibleText.of(unseen + "Microsoft"));
    assertEquals("Microsoft", VisibleText.of("Microsoft" + unseen));
    assertEquals(
        "\u041C\u043E\u0441\u043A\u0432\u0430",
        VisibleText.of("\u041C\u043E\u0441" + unseen + "\u043A\u0432\u0430"));
    assertEquals("", VisibleText.of(unseen));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Microsoft",
        "Z\u00FCrich",
        "a b\tc\nd\u0085e\u00A0f\u2028g",
        "\uFFFD",
        "\uD83D\uDE00",
        "e\u0301",
        "\u0600\u0661\u0662", // Arabic number sign
        "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", // Persian, kept apart
        "\u0915\u094D\u200D\u0937", // Devanagari, joined half letter
        "\u0BB8\u0BCD\u200C\u0BB0", // Tamil
        "\u0628\u064E\u200C\u062A", // an Arabic vowel mark before it
        "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", // a family
        "\uD83E\uDDD1\uD83C\uDFFD\u200D\uD83D\uDE80", // with a shade of skin
        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08", // a variation selector before it
        "\u2764\uFE0F 1\uFE0F\u20E3", // a heart and a key
        "\u845B\uDB40\uDD00", // a variant of Han
        "\u1820\u180B" // and of Mongolian
      })
  void leavesTheInstanceWhereNothingIsUnseen(String text) {
    assertSame(text, VisibleText.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "\u0645\u06CC\u200C, \u0645\u06CC", // at the end
    "\u200D\u0915, \u0915", // at the beginning
    "\u0915\u094D\u200Dx, \u0915\u094Dx", // before a Latin letter
    "\uD83D\uDC68\u200D, \uD83D\uDC68",
    "\uD83D\uDC68\u200C\uD83D\uDC69, \uD83D\uDC68\uD83D\uDC69", // emoji are not kept apart
    "1\u200D2, 12"
  })
  void joinersGoWhereTheyJoinNothing(String text, String visible) {
    assertEquals(visible, VisibleText.of(text));
  }

  @Test
  void aVariationSelectorGoesWhereItsEmojiIsGone() {
    assertEquals("Hello Tim", VisibleText.of("Hello \uFE0FTim"));
    assertEquals("Hello\u00A0Tim", VisibleText.of("Hello\u00A0\uFE0F\uFE0FTim"));
  }

  @Test
  void aSurrogateOfAPairIsNotLone() {
    assertEquals("a\uD83D\uDE00b", VisibleText.of("a\uD83D\uD83D\uDE00\uDE00b"));
  }

  @Test
  void aJoinerIsJudgedByWhatIsSeenAroundIt() {
    assertEquals("\u0915\u094D\u200D\u0937", VisibleText.of("\u0915\u094D\u200D\u00AD\u0937"));
  }
}
