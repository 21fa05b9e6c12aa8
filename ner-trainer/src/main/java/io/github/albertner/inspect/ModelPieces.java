package io.github.albertner.inspect;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.inference.Windower;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.InvalidVocabularyException;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.tokenize.VisibleText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a model makes of words: pieces of its vocabulary, in windows of its length. */
public final class ModelPieces {
  private static final int SPECIAL_PIECES = 2;

  private final String name;
  private final SubwordTokenizer tokenizer;
  private final int positions;

  private ModelPieces(String name, String tokenizerJson, int positions)
      throws InvalidVocabularyException {
    this.name = name;
    this.tokenizer = SubwordTokenizer.ofJson(tokenizerJson);
    this.positions = positions;
  }

  /**
   * Those of a model to start from.
   *
   * @param name what to call it
   * @throws InvalidVocabularyException if its vocabulary is damaged
   */
  public static ModelPieces of(String name, Checkpoint base) throws InvalidVocabularyException {
    return new ModelPieces(name, base.tokenizerJson(), base.config().maxPositions());
  }

  /**
   * Those of a trained model.
   *
   * @param name what to call it
   * @throws InvalidVocabularyException if its vocabulary is damaged
   */
  public static ModelPieces of(String name, ModelPackage model) throws InvalidVocabularyException {
    return new ModelPieces(name, model.tokenizerJson(), model.config().maxPositions());
  }

  /** What the model is called. */
  public String name() {
    return name;
  }

  /** Number of pieces in the vocabulary. */
  public int vocabularySize() {
    return tokenizer.vocabularySize();
  }

  /** Most pieces of a sentence that fit one window; [CLS] and [SEP] are not among them. */
  public int capacity() {
    return positions - SPECIAL_PIECES;
  }

  /** Number of pieces of a sentence, [CLS] and [SEP] not counted. */
  int count(List<String> words) {
    return tokenizer.encode(words).pieces();
  }

  /** Number of windows that a sentence is cut into. */
  int windows(List<String> words) {
    Encoding encoding = tokenizer.encode(words);
    return new Windower(positions).windows(encoding).size();
  }

  /** Whether nothing of a word is visible, or normalisation leaves nothing of it. */
  boolean isEmpty(String word) {
    return pieces(word).length == 0;
  }

  /** Whether a word has characters that the vocabulary cannot hold. */
  boolean hasUnknown(String word) {
    return Arrays.stream(pieces(word)).anyMatch(id -> id == tokenizer.unknownId());
  }

  /** Whether a word is one piece of the vocabulary. */
  boolean knows(String word) {
    int[] pieces = pieces(word);
    return pieces.length == 1 && pieces[0] != tokenizer.unknownId();
  }

  private int[] pieces(String word) {
    return tokenizer.pieces(VisibleText.of(word));
  }

  /** Whether the vocabulary does not tell upper case from lower case. */
  boolean isUncased() {
    return List.of("Berlin", "WHO", "May").stream()
        .allMatch(
            word ->
                Arrays.equals(
                    tokenizer.pieces(word), tokenizer.pieces(word.toLowerCase(Locale.ROOT))));
  }
}
