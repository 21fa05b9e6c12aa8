package io.github.albertner.vocabulary;

import io.github.albertner.checkpoint.CasingFile;
import io.github.albertner.plaintext.ScratchFolder;
import io.github.albertner.plaintext.TextReader;
import io.github.albertner.text.Splitter;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Makes vocabularies. */
public final class VocabularyMaker {

  /** As the trainer's input is named, which it writes into the model. */
  private static final String SAMPLE = "sample.txt";

  private final SpmTrain trainer;
  private final VocabularySettings settings;
  private final Splitter splitter;

  /**
   * A maker.
   *
   * @param trainer SentencePiece's
   * @param settings what to make
   * @param splitter for the language of the text
   */
  public VocabularyMaker(SpmTrain trainer, VocabularySettings settings, Splitter splitter) {
    this.trainer = trainer;
    this.settings = settings;
    this.splitter = splitter;
  }

  /**
   * Makes a vocabulary: spiece.model, tokenizer.json and tokenizer_config.json; and, where case
   * differs, casing.txt, which says how words are usually written.
   *
   * @param text all of it; closed in the end
   * @param sampling what to take of it
   * @param output folder for the files, in a folder that exists
   * @param overwrite whether files in it may be replaced
   * @param reading called while text is read
   * @param log takes what the trainer says, line by line
   * @return what was made
   * @throws IOException if text cannot be read, the trainer fails, or files cannot be written; then
   *     nothing was changed
   */
  public MadeVocabulary make(
      TextReader text,
      Sampling sampling,
      Path output,
      boolean overwrite,
      Consumer<TextReader> reading,
      Consumer<String> log)
      throws IOException {
    try (ScratchFolder scratch = ScratchFolder.beside(output)) {
      CasingCounter casing = new CasingCounter(splitter);
      TextSample sample =
          TextSample.write(text, sampling, scratch.resolve(SAMPLE), splitter, casing, reading);
      if (sample.paragraphs() == 0) {
        throw new IOException("expected text to make a vocabulary from, found no paragraph");
      }
      trainer.run(scratch.path(), SAMPLE, settings, log);
      VocabularyFolder.complete(scratch.path(), settings.cased());
      if (settings.cased()) {
        Files.writeString(
            scratch.resolve(CasingFile.NAME), casing.table(CasingCounter.DEFAULT_AT_LEAST));
      }
      VocabularyFolder.copy(scratch.path(), output, overwrite);
      SubwordTokenizer tokenizer = SubwordTokenizer.fromDirectory(output);
      return new MadeVocabulary(
          sampling.every(),
          sample.paragraphs(),
          sample.characters(),
          Coverage.of(tokenizer, sample.heldOut()));
    }
  }
}
