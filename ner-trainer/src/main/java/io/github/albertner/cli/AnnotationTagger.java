package io.github.albertner.cli;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/**
 * A tagger for {@link AnnotateCommand}, with or without a network.
 *
 * @param types entity types it knows
 * @param language of the text it knows, such as {@code en}
 * @param contextPieces pieces of neighbouring sentences that it looks at on each side; 0 for none
 * @param tagDocument tokens of a document's sentences in, entities of each out
 * @param release to be called when done
 */
record AnnotationTagger(
    List<String> types,
    String language,
    int contextPieces,
    Function<List<List<String>>, List<List<EntitySpan>>> tagDocument,
    Runnable release)
    implements AutoCloseable {

  /** Loads a tagger. */
  @FunctionalInterface
  interface Loader {
    /**
     * Loads a tagger.
     *
     * @param model the package named by the user, or null for the default
     * @param options how to run it
     * @throws IOException if there is no such package, or it is not sound
     */
    AnnotationTagger load(Path model, TaggerOptions options) throws IOException;
  }

  /** Loads a package file, as {@link Loader} says. */
  static AnnotationTagger load(Path model, TaggerOptions options) throws IOException {
    NerTagger tagger = NerTagger.load(DefaultModel.or(model), options);
    return new AnnotationTagger(
        tagger.types(),
        tagger.manifest().language(),
        tagger.contextPieces(),
        tagger::tagDocument,
        tagger::close);
  }

  @Override
  public void close() {
    release.run();
  }
}
