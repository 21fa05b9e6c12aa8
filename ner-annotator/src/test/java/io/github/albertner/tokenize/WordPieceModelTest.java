package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vocab.txt, as the Chinese ALBERTs and BERT have it. */
class WordPieceModelTest {

  @TempDir private Path folder;

  /** Made by reference/make_wordpiece_goldens.py; the first line names versions. */
  @Test
  void piecesAreThoseOfTransformersUnderEverySetting() throws IOException {
    Map<String, SubwordTokenizer> tokenizers = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (String line : resource("goldens.jsonl").lines().skip(1).toList()) {
      JsonObject golden = JsonParser.parseString(line).getAsJsonObject();
      String word = golden.remove("word").getAsString();
      String expected = golden.remove("ids").toString();
      String setting = golden.toString();
      if (!tokenizers.containsKey(setting)) {
        tokenizers.put(setting, tokenizer(resource("vocab.txt"), setting));
      }
      String found = toString(tokenizers.get(setting).pieces(word));
      if (!found.equals(expected)) {
        wrong.add("%s %s: %s, not %s".formatted(setting, line, found, expected));
      }
      checked++;
    }
    assertEquals(List.of(), wrong);
    assertEquals(4, tokenizers.size());
    assertTrue(checked > 2_500, checked + " goldens");
  }

  @Test
  void theLongestPieceIsTakenFirstAndAWholePartIsUnknown() throws IOException {
    SubwordTokenizer tokenizer =
        tokenizer("[PAD]\n[UNK]\n[CLS]\n[SEP]\nun\n##aff\n##able\na\n##f\n!\n", "{}");
    assertArrayEquals(new int[] {4, 5, 6}, tokenizer.pieces("Unaffable"));
    assertArrayEquals(new int[] {7, 8, 8}, tokenizer.pieces("aff"));
    assertArrayEquals(new int[] {4, 5, 6, 9, 1}, tokenizer.pieces("unaffable!unaffx"));
    assertArrayEquals(new int[] {1}, tokenizer.pieces("a" + "f".repeat(100)));
    assertEquals(100, tokenizer.pieces("a" + "f".repeat(99)).length);
    assertArrayEquals(new int[] {}, tokenizer.pieces("\u200b\u0301"));
    assertEquals(
        List.of(0, 1, 2, 3),
        List.of(
            tokenizer.padId(),
            tokenizer.unknownId(),
            tokenizer.classId(),
            tokenizer.separatorId()));
    assertTrue(tokenizer.isControl(3));
    for (String control : List.of("[CLS]", "[SEP]", "[UNK]", "[PAD]")) {
      for (int id : tokenizer.pieces(control)) {
        assertEquals(1, id, control);
      }
    }
  }

  @Test
  void theTokenizerJsonOfAVocabTxtGivesTheSame() throws IOException {
    SubwordTokenizer tokenizer = tokenizer(resource("vocab.txt"), "{\"do_lower_case\":false}");
    SubwordTokenizer again = SubwordTokenizer.ofJson(tokenizer.json());
    for (String word : List.of("北京大学", "Zürich", "2026-11-21", "don’t", "😀😀")) {
      assertArrayEquals(tokenizer.pieces(word), again.pieces(word), word);
    }
    assertEquals(tokenizer.vocabularySize(), SubwordTokenizer.sizeOf(tokenizer.json()));
  }

  @Test
  void damagedFilesAreNamedByPlace() {
    assertFault("[PAD]\n[UNK]\n[CLS]\n[SEP]\n\nx\n", "vocab.txt, line 5: expected a piece");
    assertFault("[PAD]\n[UNK]\n[CLS]\n[SEP]\nx\nx\n", "line 6: expected a piece not named before");
    assertFault("[PAD]\n[CLS]\n[SEP]\n", "[UNK] among them, found none of that name");
    assertFault("[UNK]\nx\n", "expected a piece named [CLS] or <s>");
  }

  private void assertFault(String vocabulary, String expected) {
    String message =
        assertThrows(InvalidVocabularyException.class, () -> tokenizer(vocabulary, "{}"))
            .getMessage();
    assertTrue(message.contains(expected), message);
  }

  private SubwordTokenizer tokenizer(String vocabulary, String config) throws IOException {
    Files.writeString(folder.resolve("vocab.txt"), vocabulary);
    Files.writeString(folder.resolve("tokenizer_config.json"), config);
    return SubwordTokenizer.fromDirectory(folder);
  }

  private static String toString(int[] ids) {
    return Arrays.toString(ids).replace(" ", "");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = WordPieceModelTest.class.getResourceAsStream("wordpiece/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
