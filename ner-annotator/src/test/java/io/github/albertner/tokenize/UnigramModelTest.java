package io.github.albertner.tokenize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids equal those of Hugging Face's tokenizers library. Tolerance: none. */
class UnigramModelTest {

  /** Of one to four bytes, marks, a surrogate pair that shares its first half with another. */
  private static final List<String> CHARACTERS =
      List.of("a", "b", "c", "é", "▁", "\u0301", "中", "😀", "😁", "\u0000", "\uffff", "़");

  /** In no vocabulary below. */
  private static final List<String> UNKNOWN = List.of("x", "ß", "☃", "😂", "𝕏");

  private static final String NAMES = "[CLS] [SEP] <pad> [MASK] <unk>";

  /** Scores: a few, so that many paths are equally good; or any; or such as no trainer gives. */
  private enum Scores {
    FEW {
      @Override
      double next(Random random) {
        return -random.nextInt(4);
      }
    },
    ANY {
      @Override
      double next(Random random) {
        return -20 * random.nextDouble();
      }
    },
    HIGH {
      @Override
      double next(Random random) {
        return 11 + random.nextInt(3);
      }
    },
    HUGE {
      @Override
      double next(Random random) {
        return (random.nextDouble() - 0.5) * Double.MAX_VALUE;
      }
    };

    abstract double next(Random random);
  }

  @Property(tries = 200)
  void ofAnyVocabulary(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Vocabulary vocabulary = vocabulary(random);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      texts.add(text(random, random.nextInt(1 + random.nextInt(40))));
    }
    assertSame(vocabulary, texts);
  }

  static Stream<Path> vocabularies() throws IOException {
    Path root = Path.of(System.getProperty("ner.root"));
    Path checkpoints =
        root.resolve("ner-trainer/src/test/resources/io/github/albertner/checkpoint");
    return Stream.of(
        Vocabularies.englishCased(),
        root.resolve("models/english-albert"),
        checkpoints.resolve("albert-zip"),
        checkpoints.resolve("albert-legacy"));
  }

  /** Pieces put together at random, characters of all planes between them, and whole files. */
  @ParameterizedTest
  @MethodSource("vocabularies")
  void ofEveryVocabularyHere(Path folder) throws IOException {
    String json = VocabularyFiles.asTokenizerJson(folder);
    Vocabulary vocabulary = new Vocabulary(JsonNode.parseObject(json, folder.toString()));
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "" : "▁");
      for (int part = random.nextInt(6); part >= 0; part--) {
        String piece = vocabulary.name(random.nextInt(vocabulary.size()));
        text.append(
            random.nextInt(4) > 0
                ? piece.substring(piece.offsetByCodePoints(0, random.nextInt(2)))
                : character(random));
      }
      texts.add(text.toString().replace(" ", "▁"));
    }
    texts.add(String.join("▁", texts.subList(0, 5_000)));
    assertSame(vocabulary, texts);
  }

  @Test
  void unknownCharactersInARowAreOnePiece() throws IOException {
    UnigramModel model = new UnigramModel(vocabulary(false, "a", -1.0, "b", -2.0));

    assertArrayEquals(new int[] {5, 4, 6, 4}, model.encode("axß😂bx"));
    assertArrayEquals(new int[] {4}, model.encode("☃"));
    assertArrayEquals(new int[0], model.encode(""));
  }

  @Test
  void ofEquallyGoodPathsTheLongestLastPieceWins() throws IOException {
    UnigramModel model = new UnigramModel(vocabulary(false, "a", -1.0, "aa", -1.0));

    assertArrayEquals(new int[] {5, 6}, model.encode("aaa"));
    assertArrayEquals(new int[] {5, 6, 6}, model.encode("aaaaa"));
  }

  @Test
  void unknownCharactersAreTheirBytesWhereTheVocabularyHasThem() throws IOException {
    UnigramModel model = new UnigramModel(vocabulary(true, "a", -1.0));

    assertArrayEquals(new int[] {5, 6 + 0xC3, 6 + 0x9F, 6 + 'x', 5}, model.encode("aßxa"));
  }

  private static void assertSame(Vocabulary vocabulary, List<String> texts) {
    UnigramModel model = new UnigramModel(vocabulary);
    try (LibraryUnigram library = new LibraryUnigram(vocabulary)) {
      int[][] expected = library.encode(texts);
      for (int i = 0; i < expected.length; i++) {
        assertArrayEquals(expected[i], model.encode(texts.get(i)), texts.get(i));
      }
      assertEquals(texts.size(), expected.length);
    }
  }

  private static Vocabulary vocabulary(Random random) throws InvalidVocabularyException {
    Scores scores = Scores.values()[random.nextInt(Scores.values().length)];
    Set<String> names = new LinkedHashSet<>();
    int pieces = random.nextInt(60);
    int longest = random.nextInt(5) == 0 ? 30 : 4;
    while (names.size() < pieces) {
      StringBuilder name = new StringBuilder();
      for (int i = random.nextInt(longest); i >= 0; i--) {
        name.append(CHARACTERS.get(random.nextInt(CHARACTERS.size())));
      }
      names.add(name.toString());
    }
    Object[] namesAndScores = new Object[2 * names.size()];
    int next = 0;
    for (String name : names) {
      namesAndScores[next++] = name;
      namesAndScores[next++] = scores.next(random);
    }
    return vocabulary(random.nextInt(4) == 0, scores.next(random), namesAndScores);
  }

  private static Vocabulary vocabulary(boolean bytes, Object... namesAndScores)
      throws InvalidVocabularyException {
    return vocabulary(bytes, 0.0, namesAndScores);
  }

  /** Control pieces have ids 0 to 3, the unknown piece 4, those given follow, then the bytes. */
  private static Vocabulary vocabulary(boolean bytes, double controlScore, Object... namesAndScores)
      throws InvalidVocabularyException {
    JsonArray pieces = new JsonArray();
    for (String name : NAMES.split(" ", -1)) {
      pieces.add(piece(name, controlScore));
    }
    for (int i = 0; i < namesAndScores.length; i += 2) {
      pieces.add(piece((String) namesAndScores[i], (double) namesAndScores[i + 1]));
    }
    for (int b = 0; bytes && b < 256; b++) {
      pieces.add(piece(String.format(Locale.ROOT, "<0x%02X>", b), controlScore));
    }
    JsonObject model = new JsonObject();
    model.addProperty("type", "Unigram");
    model.addProperty("unk_id", 4);
    model.addProperty("byte_fallback", bytes);
    model.add("vocab", pieces);
    JsonObject json = new JsonObject();
    json.add("model", model);
    return new Vocabulary(JsonNode.parseObject(json.toString(), "tokenizer.json"));
  }

  private static JsonArray piece(String name, double score) {
    JsonArray piece = new JsonArray();
    piece.add(name);
    piece.add(score);
    return piece;
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      List<String> from = random.nextInt(6) == 0 ? UNKNOWN : CHARACTERS;
      text.append(from.get(random.nextInt(from.size())));
    }
    return text.toString();
  }

  /** Any character of any plane, assigned or not. */
  private static String character(Random random) {
    int c = random.nextInt(1 + random.nextInt(Character.MAX_CODE_POINT));
    return c == ' ' || Character.getType(c) == Character.SURROGATE ? "☃" : Character.toString(c);
  }
}
