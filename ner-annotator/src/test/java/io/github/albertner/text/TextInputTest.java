package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.albertner.testing.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextInputTest {

  private static String read(byte[] bytes, Charset charset, CodingErrorAction action, int step)
      throws IOException {
    StringWriter text = new StringWriter();
    try (TextInput in = new TextInput("a.txt", Texts.trickle(bytes, step), charset, action)) {
      in.transferTo(text);
    }
    return text.toString();
  }

  private static String strict(byte[] bytes, int step) throws IOException {
    return read(bytes, StandardCharsets.UTF_8, CodingErrorAction.REPORT, step);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8192, 100_000})
  void textComesThroughWholeHoweverItArrives(int step) throws IOException {
    String text = "a\u00E9\u4E2D\uD83D\uDE00\r\n".repeat(3000);
    assertEquals(text, strict(text.getBytes(StandardCharsets.UTF_8), step));
  }

  @Test
  void emptyInputIsEmptyText() throws IOException {
    assertEquals("", strict(new byte[0], 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void leavesOutTheByteOrderMarkButNoOtherOne(String charset) throws IOException {
    byte[] bytes = "\uFEFFa\uFEFFb".getBytes(charset);
    assertEquals("a\uFEFFb", read(bytes, Charset.forName(charset), CodingErrorAction.REPORT, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8192, 100_000})
  void namesTheFirstMalformedByte(int step) {
    byte[] bytes = "\uFEFF\u00E9".repeat(5000).getBytes(StandardCharsets.UTF_8);
    bytes[20_003] = (byte) 0xFF;
    Exception e = assertThrows(MalformedTextException.class, () -> strict(bytes, step));
    assertEquals(
        "a.txt: expected UTF-8 text, found the byte 0xFF at offset 20003, which cannot stand there;"
            + " if the text has another encoding, name it (--encoding on the command line)",
        e.getMessage());
  }

  @Test
  void readsEverythingBeforeAMalformedByte() throws IOException {
    byte[] bytes = {'o', 'k', (byte) 0x80};
    try (TextInput in =
        new TextInput(
            "a.txt", Texts.trickle(bytes, 9), StandardCharsets.UTF_8, CodingErrorAction.REPORT)) {
      assertEquals('o', in.read());
      assertEquals('k', in.read());
      assertThrows(MalformedTextException.class, in::read);
    }
  }

  @Test
  void aCharacterCutOffAtTheEndIsMalformed() {
    byte[] bytes = Arrays.copyOf("ab\uD83D\uDE00".getBytes(StandardCharsets.UTF_8), 5);
    Exception e = assertThrows(MalformedTextException.class, () -> strict(bytes, 1));
    assertEquals(true, e.getMessage().contains("0xF0 at offset 2"), e.getMessage());
  }

  @Test
  void encodedSurrogatesAreMalformed() {
    byte[] bytes = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
    assertThrows(MalformedTextException.class, () -> strict(bytes, 3));
  }

  @Test
  void replacesWhatIsMalformedIfAsked() throws IOException {
    byte[] bytes = {'a', (byte) 0xFF, 'b', (byte) 0xC3};
    assertEquals(
        "a\uFFFDb\uFFFD", read(bytes, StandardCharsets.UTF_8, CodingErrorAction.REPLACE, 1));
  }
}
