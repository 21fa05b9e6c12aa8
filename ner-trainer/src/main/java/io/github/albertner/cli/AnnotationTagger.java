package io.github.albertner.cli;

import io.github.albertner.NerPipeline;
import io.github.albertner.PipelineOptions;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.text.Annotator;
import io.github.albertner.text.Splitter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * What {@link AnnotateCommand} needs of a pipeline, with or without a network.
 *
 * @param language of the text it knows, such as {@code en}
 * @param splitter of raw text
 * @param annotator of passages
 * @param release to be called when done
 */
record AnnotationTagger(String language, Splitter splitter, Annotator annotator, Runnable release)
    implements AutoCloseable {

  /** Loads a tagger. */
  @FunctionalInterface
  interface Loader {
    /**
     * Loads a tagger.
     *
     * @param model the package named by the user, or null for the default
     * @param options how to run it
     * @throws IllegalArgumentException if the model does not know a type of the options
     * @throws IOException if there is no such package, or it is not sound
     */
    AnnotationTagger load(Path model, PipelineOptions options) throws IOException;
  }

  /** Loads a package file, as {@link Loader} says. */
  static AnnotationTagger load(Path model, PipelineOptions options) throws IOException {
    NerPipeline pipeline = NerPipeline.of(ModelPackage.read(DefaultModel.or(model)), options);
    return new AnnotationTagger(
        pipeline.language(), pipeline.splitter(), pipeline.annotator(), pipeline::close);
  }

  @Override
  public void close() {
    release.run();
  }
}
