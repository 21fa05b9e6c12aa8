package io.github.albertner.tokenize;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Turns words into pieces of a SentencePiece unigram vocabulary, as ALBERT has it.
 *
 * <p>Each word is encoded alone; so the pieces of a word never depend on its neighbours, and words
 * met lately are looked up. {@link #pieces} gives exactly what SentencePiece gives for a text of
 * just that word after ALBERT's preprocessing; {@link #encode}, for networks, first takes out what
 * nobody sees and keeps a very long word from filling a window. Any {@link String} is a word:
 * empty, blank, with lone surrogates (taken as U+FFFD), control characters, or 100,000 characters
 * long. Control pieces ({@code [CLS]}, {@code <pad>}, ...) never come from text, whatever the word;
 * the unknown piece comes only from characters the vocabulary does not have.
 *
 * <p>Thread-safe.
 */
public final class SubwordTokenizer {

  /**
   * Most pieces that {@link #encode} gives a word. A token of hundreds of characters that says
   * nothing (base64, a digest, a genome) would otherwise fill the network's window, and the words
   * around it would not see each other. Of a million words of six corpora 156 have more, nearly all
   * of them web addresses, and no development score changes.
   */
  public static final int MOST_PIECES_OF_A_WORD = 16;

  /**
   * Most chars of a word that {@link #encode} reads, hundreds for each piece that it gives: a word
   * of millions takes no more memory than one of thousands.
   */
  private static final int MOST_CHARS_OF_A_WORD = 4096;

  /** Words in each of two generations; about 100 bytes a word. */
  private static final int CACHED_WORDS = 50_000;

  private final String json;
  private final Vocabulary vocabulary;
  private final TextNormalizer normalizer;
  private final PieceModel model;
  private final WordCache cache = new WordCache(CACHED_WORDS);

  private SubwordTokenizer(String json, String source) throws InvalidVocabularyException {
    this.json = json;
    JsonNode root = JsonNode.parseObject(json, source);
    vocabulary = new Vocabulary(root);
    normalizer = new TextNormalizer(root.get("normalizer"), root.get("pre_tokenizer"));
    model = PieceModel.of(vocabulary);
  }

  /**
   * Reads a {@code tokenizer.json}.
   *
   * @param tokenizerJson text of a {@code tokenizer.json} with a unigram model
   * @throws InvalidVocabularyException if it is damaged or of a kind that is not supported
   */
  public static SubwordTokenizer ofJson(String tokenizerJson) throws InvalidVocabularyException {
    return new SubwordTokenizer(tokenizerJson, "tokenizer.json");
  }

  /**
   * Checks a {@code tokenizer.json} as {@link #ofJson} does, without making anything of it.
   *
   * @param tokenizerJson text of a {@code tokenizer.json} with a unigram model
   * @return number of pieces
   * @throws InvalidVocabularyException if it is damaged or of a kind that is not supported
   */
  public static int sizeOf(String tokenizerJson) throws InvalidVocabularyException {
    JsonNode root = JsonNode.parseObject(tokenizerJson, "tokenizer.json");
    TextNormalizer.check(root.get("normalizer"), root.get("pre_tokenizer"));
    return new Vocabulary(root).size();
  }

  /**
   * Reads the vocabulary of a directory.
   *
   * @param directory a Hugging Face directory: {@code tokenizer.json}, else {@code spiece.model}
   *     with {@code tokenizer_config.json}
   * @throws InvalidVocabularyException if neither is there, or if it is damaged or of a kind that
   *     is not supported
   * @throws IOException if a file cannot be read
   */
  public static SubwordTokenizer fromDirectory(Path directory) throws IOException {
    return fromFile(VocabularyFiles.inDirectory(directory));
  }

  /**
   * Reads a vocabulary, whatever it lies in.
   *
   * @param vocabularyFile a directory as for {@link #fromDirectory}, a {@code tokenizer.json} (any
   *     name in {@code .json}), or a SentencePiece model, whose settings are read from {@code
   *     tokenizer_config.json} beside it; without that file they are ALBERT's own: lower case, no
   *     accents
   * @throws InvalidVocabularyException if it is missing, damaged or of a kind that is not supported
   * @throws IOException if a file cannot be read
   */
  public static SubwordTokenizer fromFile(Path vocabularyFile) throws IOException {
    return new SubwordTokenizer(
        VocabularyFiles.asTokenizerJson(vocabularyFile), vocabularyFile.toString());
  }

  /**
   * The {@code tokenizer.json} this was made from, or that its SentencePiece model was turned into.
   * {@link #ofJson} makes an equal tokenizer of it, and Hugging Face's libraries load it.
   */
  public String json() {
    return json;
  }

  /** Number of pieces: ids are in [0, this). */
  public int vocabularySize() {
    return vocabulary.size();
  }

  /** Id of {@code <pad>}; that of the unknown piece in a vocabulary without one. */
  public int padId() {
    return vocabulary.padId();
  }

  /** Id of {@code [CLS]}. */
  public int classId() {
    return vocabulary.classId();
  }

  /** Id of {@code [SEP]}. */
  public int separatorId() {
    return vocabulary.separatorId();
  }

  /** Id of {@code <unk>}. */
  public int unknownId() {
    return vocabulary.unknownId();
  }

  /**
   * Id of {@code [MASK]}.
   *
   * @throws NoSuchElementException if the vocabulary has none
   */
  public int maskId() {
    return vocabulary.maskId();
  }

  /**
   * Whether a piece stands for no text: control pieces, the unknown piece, those of single bytes.
   *
   * @param id in [0, {@link #vocabularySize})
   */
  public boolean isControl(int id) {
    return vocabulary.isUnmatchable(id);
  }

  /**
   * The text of a piece, in which {@code ▁} marks the begin of a word.
   *
   * @param id in [0, {@link #vocabularySize})
   * @throws IndexOutOfBoundsException for another id
   */
  public String piece(int id) {
    return vocabulary.name(id);
  }

  /** The ids SentencePiece gives the word; none if normalisation leaves nothing of it. */
  public int[] pieces(String word) {
    return idsOf(word).clone();
  }

  /**
   * The pieces of a sentence, word by word, as a network is given them in training and in use: of
   * each word what is {@linkplain VisibleText visible}, of that the first {@value
   * #MOST_CHARS_OF_A_WORD} chars, and of those the first {@value #MOST_PIECES_OF_A_WORD} pieces. A
   * word of which nothing is left gets one unknown piece.
   */
  public Encoding encode(List<String> words) {
    int[] unknown = {unknownId()};
    List<int[]> ids = new ArrayList<>(words.size());
    for (String word : words) {
      int[] pieces = idsOf(readable(word));
      ids.add(pieces.length == 0 ? unknown : shortened(pieces));
    }
    return new Encoding(ids);
  }

  private static String readable(String word) {
    String visible = VisibleText.of(word);
    return visible.length() <= MOST_CHARS_OF_A_WORD
        ? visible
        : visible.substring(0, MOST_CHARS_OF_A_WORD);
  }

  private static int[] shortened(int[] pieces) {
    return pieces.length <= MOST_PIECES_OF_A_WORD
        ? pieces
        : Arrays.copyOf(pieces, MOST_PIECES_OF_A_WORD);
  }

  /** Ids of a word, shared and not to be changed. */
  private int[] idsOf(String word) {
    int[] ids = cache.get(word);
    if (ids == null) {
      ids = model.encode(normalizer.apply(word));
      cache.put(word, ids);
    }
    return ids;
  }
}
