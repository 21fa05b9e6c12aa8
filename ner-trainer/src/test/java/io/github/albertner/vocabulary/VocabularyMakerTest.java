package io.github.albertner.vocabulary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With SentencePiece's own trainer, where it is installed. */
class VocabularyMakerTest {

  private static final int SIZE = 700;

  @TempDir private Path folder;
  private SpmTrain trainer;

  @BeforeEach
  void findTrainer() {
    try {
      trainer = SpmTrain.find(Optional.empty());
    } catch (MissingTrainerException e) {
      Assumptions.abort("spm_train is not installed: " + e.getMessage());
    }
  }

  private Path text() throws IOException {
    Random random = new Random(1);
    String[] words = new String[2000];
    for (int i = 0; i < words.length; i++) {
      StringBuilder word = new StringBuilder(i % 3 == 0 ? "K" : "t");
      for (int c = random.nextInt(7) + 1; c > 0; c--) {
        word.append("aeioustrn".charAt(random.nextInt(9)));
      }
      words[i] = word.toString();
    }
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < 3000; line++) {
      for (int i = 0; i < 12; i++) {
        text.append(words[(int) (words.length * Math.pow(random.nextDouble(), 2))]);
        text.append(' ');
      }
      text.append("(Paris)\n");
    }
    return Files.writeString(folder.resolve("text.txt"), text);
  }

  private MadeVocabulary make(String name, boolean cased) throws IOException {
    return new VocabularyMaker(trainer, new VocabularySettings(SIZE, cased, 2), Splitter.english())
        .make(
            new TextReader(List.of(text())),
            new Sampling(2),
            folder.resolve(name),
            false,
            reader -> {},
            line -> {});
  }

  @Test
  void makesThreeFilesThatAgreeAndTheSameOnesAgain() throws IOException {
    MadeVocabulary made = make("one", true);
    assertEquals(1500, made.paragraphs());
    assertEquals(2, made.every());
    // Three paragraphs of twelve words, Paris and brackets are held out.
    assertTrue(made.coverage().words() >= 3 * 15, made.coverage()::toString);
    assertTrue(
        made.coverage().piecesPerWord() >= 1 && made.coverage().piecesPerWord() < 5,
        made.coverage()::toString);
    assertEquals(0, made.coverage().unknown());
    make("two", true);
    for (String file :
        List.of("spiece.model", "tokenizer.json", "tokenizer_config.json", "casing.txt")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("one").resolve(file)),
          Files.readAllBytes(folder.resolve("two").resolve(file)),
          file);
    }
    SubwordTokenizer json = SubwordTokenizer.fromFile(folder.resolve("one/tokenizer.json"));
    SubwordTokenizer model = SubwordTokenizer.fromFile(folder.resolve("one/spiece.model"));
    SubwordTokenizer directory = SubwordTokenizer.fromFile(folder.resolve("one"));
    assertEquals(SIZE, json.vocabularySize());
    assertEquals(json.json(), model.json());
    assertEquals(json.json(), directory.json());
    assertEquals(
        List.of("<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"),
        Stream.of(0, 1, 2, 3, 4).map(json::piece).toList());
    // Because words alone are in the sample, too.
    assertEquals("▁(", json.piece(json.pieces("(")[0]));
    assertFalse(java.util.Arrays.equals(json.pieces("Paris"), json.pieces("PARIS")));
    assertEquals(-1, indexOf(json.pieces("Éß€ς"), json.unknownId()));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(3, left.count(), "no scratch folder is left");
    }
  }

  @Test
  void withoutCaseAllCasesArePiecesOfTheSmallOne() throws IOException {
    make("u", false);
    SubwordTokenizer uncased = SubwordTokenizer.fromFile(folder.resolve("u"));
    for (String word : List.of("Paris", "PARIS", "ÉCOLE", "Straße", "ΣΟΦΌΣ", "İst")) {
      assertArrayEquals(
          uncased.pieces(word.toLowerCase(java.util.Locale.ROOT)), uncased.pieces(word), word);
      assertEquals(-1, indexOf(uncased.pieces(word.substring(0, 2)), uncased.unknownId()), word);
    }
    for (int id = 5; id < SIZE; id++) {
      String piece = uncased.piece(id);
      assertEquals(piece.toLowerCase(java.util.Locale.ROOT), piece);
    }
    assertTrue(
        Files.readString(folder.resolve("u/tokenizer_config.json"))
            .contains("\"do_lower_case\": true"));
  }

  @Test
  void textWithoutParagraphsAndFullFoldersAreRefused() throws IOException {
    VocabularyMaker maker =
        new VocabularyMaker(trainer, new VocabularySettings(SIZE, true, 2), Splitter.english());
    Path empty = Files.writeString(folder.resolve("empty.txt"), "\n \n");
    assertTrue(
        assertThrows(
                IOException.class,
                () ->
                    maker.make(
                        new TextReader(List.of(empty)),
                        new Sampling(1),
                        folder.resolve("none"),
                        false,
                        reader -> {},
                        line -> {}))
            .getMessage()
            .contains("found no paragraph"));
    Path full = Files.createDirectory(folder.resolve("full"));
    Files.writeString(full.resolve("file"), "");
    assertThrows(FileAlreadyExistsException.class, () -> make("full", true));
  }

  private static int indexOf(int[] ids, int id) {
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] == id) {
        return i;
      }
    }
    return -1;
  }
}
