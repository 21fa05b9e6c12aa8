package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.standoff.FittedText;
import io.github.albertner.standoff.TextEntity;
import io.github.albertner.standoff.TextSentence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What matters of a CAS file.
 *
 * @param file where it is
 * @param format name of its form, such as {@code xmi}
 * @param text all of it
 * @param fitted its sentences, where their words come from, and its entities
 */
record CasDocument(Path file, String format, String text, FittedText fitted) {

  /** Its entities, in any order. */
  List<TextEntity> entities() {
    return fitted.entities();
  }

  /** Its sentences, in order. */
  List<TextSentence> sentences() {
    return fitted.sentences();
  }

  /** Reads documents of the same type system. Not for use by several threads. */
  static final class Reader {
    private final CasLoader loader;
    private final CasSegmenter segmenter;
    private final List<EntityTypeRule> rules;

    /** As {@link CasLoader#of}. */
    Reader(List<Path> files, CasOptions options) throws IOException {
      loader = CasLoader.of(files, options);
      segmenter = new CasSegmenter(options);
      rules = options.entityTypes();
    }

    /**
     * Reads a document.
     *
     * @throws CorpusFormatException if the file is not a sound CAS with text
     * @throws IllegalArgumentException if a type or feature that was named is not there
     */
    CasDocument read(Path file) throws IOException {
      CasLoader.Loaded loaded = loader.load(file);
      EntityTypes types = EntityTypes.of(rules, loaded.view().getTypeSystem());
      List<TextEntity> entities = types.find(loaded.view());
      return new CasDocument(
          file,
          loaded.format(),
          loaded.view().getDocumentText(),
          segmenter.segment(file, loaded.view(), entities));
    }
  }
}
