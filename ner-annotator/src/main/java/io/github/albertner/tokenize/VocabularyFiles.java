package io.github.albertner.tokenize;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a vocabulary on disk and gives it as the text of a {@code tokenizer.json}. */
final class VocabularyFiles {

  private static final Logger LOGGER = LoggerFactory.getLogger(VocabularyFiles.class);

  private static final String TOKENIZER_JSON = "tokenizer.json";
  private static final String SPIECE_MODEL = "spiece.model";
  private static final String VOCAB_TXT = "vocab.txt";
  private static final String TOKENIZER_CONFIG = "tokenizer_config.json";

  private VocabularyFiles() {}

  /** The file of a Hugging Face directory that holds the vocabulary. */
  static Path inDirectory(Path directory) throws InvalidVocabularyException {
    for (String name : new String[] {TOKENIZER_JSON, SPIECE_MODEL, VOCAB_TXT}) {
      Path file = directory.resolve(name);
      if (Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new InvalidVocabularyException(
        "%s: expected a vocabulary, %s, %s or %s; found none of them."
            .formatted(directory, TOKENIZER_JSON, SPIECE_MODEL, VOCAB_TXT));
  }

  /**
   * Reads a {@code tokenizer.json} (a file whose name ends so, or in {@code .json}) as it is; a
   * file whose name ends in {@code .txt} as BERT's vocab.txt, any other as a SentencePiece model,
   * with the {@code tokenizer_config.json} beside it; of a directory, the file that {@link
   * #inDirectory} finds.
   */
  static String asTokenizerJson(Path path) throws IOException {
    Path file = Files.isDirectory(path) ? inDirectory(path) : path;
    if (file.toString().endsWith(".json")) {
      return text(file);
    }
    if (file.toString().endsWith(".txt")) {
      Path config = file.resolveSibling(TOKENIZER_CONFIG);
      String settings = Files.isRegularFile(config) ? text(config) : "{}";
      return VocabTxtConverter.toTokenizerJson(
          text(file), JsonNode.parseObject(settings, config.toString()), file.toString());
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    }
    SentencePieceModel model = SentencePieceModel.parse(bytes, file.toString());
    Path config = file.resolveSibling(TOKENIZER_CONFIG);
    TokenizerSettings settings = TokenizerSettings.DEFAULT;
    if (Files.isRegularFile(config)) {
      settings = TokenizerSettings.parse(text(config), config.toString());
    } else {
      LOGGER.info("{} is not there; taking ALBERT's own settings, {}", config, settings);
    }
    return SentencePieceConverter.toTokenizerJson(model, settings, file.toString());
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw missing(file, e);
    } catch (CharacterCodingException e) {
      throw new InvalidVocabularyException(file + " is not UTF-8 text.", e);
    }
  }

  private static InvalidVocabularyException missing(Path file, NoSuchFileException e) {
    return new InvalidVocabularyException(
        "%s: expected a vocabulary (tokenizer.json, spiece.model or vocab.txt), found no such file."
            .formatted(file),
        e);
  }
}
