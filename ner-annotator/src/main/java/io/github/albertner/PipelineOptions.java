package io.github.albertner;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.text.SplitterKind;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * How a {@link NerPipeline} reads text, and what it reports.
 *
 * @param language of the text, a tag such as {@code de}; empty for the model's
 * @param splitter how sentences and tokens are found
 * @param contextPieces most pieces of neighbouring words that a sentence is seen among, on each
 *     side; {@link #AS_TRAINED} for as many as in training
 * @param types of the entities that are reported; empty for all
 * @param minProbability of the entities that are reported, in [0, 1]
 * @param tagger how the network runs
 */
public record PipelineOptions(
    String language,
    SplitterKind splitter,
    int contextPieces,
    List<String> types,
    double minProbability,
    TaggerOptions tagger)
    implements Serializable {

  /** Stands for the context that the model was trained with. */
  public static final int AS_TRAINED = -1;

  /**
   * Copies the list and checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public PipelineOptions {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(splitter, "splitter");
    Objects.requireNonNull(tagger, "tagger");
    types = List.copyOf(types);
    if (contextPieces < AS_TRAINED) {
      throw new IllegalArgumentException(
          "contextPieces is " + contextPieces + "; expected at least 0, or -1 for the model's");
    }
    if (!(minProbability >= 0 && minProbability <= 1)) {
      throw new IllegalArgumentException(
          "minProbability is " + minProbability + "; expected a number from 0 to 1");
    }
  }

  /** Returns options that take everything from the model and report all entities. */
  public static PipelineOptions defaults() {
    return new PipelineOptions(
        "", SplitterKind.AUTO, AS_TRAINED, List.of(), 0, TaggerOptions.defaults());
  }

  /** Returns these options with another language; empty for the model's. */
  public PipelineOptions withLanguage(String other) {
    return new PipelineOptions(other, splitter, contextPieces, types, minProbability, tagger);
  }

  /** Returns these options with another splitter. */
  public PipelineOptions withSplitter(SplitterKind other) {
    return new PipelineOptions(language, other, contextPieces, types, minProbability, tagger);
  }

  /** Returns these options with another context; {@link #AS_TRAINED} for the model's. */
  public PipelineOptions withContextPieces(int other) {
    return new PipelineOptions(language, splitter, other, types, minProbability, tagger);
  }

  /** Returns these options with entities of some types only. */
  public PipelineOptions withTypes(List<String> other) {
    return new PipelineOptions(language, splitter, contextPieces, other, minProbability, tagger);
  }

  /** Returns these options with another least probability. */
  public PipelineOptions withMinProbability(double other) {
    return new PipelineOptions(language, splitter, contextPieces, types, other, tagger);
  }

  /** Returns these options with another way to run the network. */
  public PipelineOptions withTagger(TaggerOptions other) {
    return new PipelineOptions(language, splitter, contextPieces, types, minProbability, other);
  }

  /** Returns whether an entity is reported. */
  public boolean keeps(EntitySpan entity) {
    return entity.probability() >= minProbability
        && (types.isEmpty() || types.contains(entity.type()));
  }
}
