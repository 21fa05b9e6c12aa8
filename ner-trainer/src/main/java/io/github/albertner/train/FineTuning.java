package io.github.albertner.train;

import io.github.albertner.casing.Recaser;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.inference.SentenceEncoder;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A base model on its way to a package: gives it a head for the data's entity types, runs the loop,
 * and packs the best epoch.
 */
public final class FineTuning implements AutoCloseable {
  private final TrainingSettings settings;
  private final Checkpoint start;
  private final boolean newHead;
  private final Optional<String> headNote;
  private final TrainingLoop loop;

  private FineTuning(
      TrainingSettings settings,
      Checkpoint start,
      boolean newHead,
      Optional<String> headNote,
      TrainingLoop loop) {
    this.settings = settings;
    this.start = start;
    this.newHead = newHead;
    this.headNote = headNote;
    this.loop = loop;
  }

  /**
   * Prepares a run. A token classifier that knows all the data's entity types keeps its head and
   * labels; everything else gets a new head with BIO labels of those types.
   *
   * @param base where to start from
   * @param training sentences to learn from
   * @param development sentences to judge epochs by
   * @throws IOException if the base model's vocabulary cannot be used
   * @throws IllegalArgumentException if there are no sentences, or no entities to learn
   */
  public static FineTuning prepare(
      Checkpoint base,
      TrainingSettings settings,
      List<Sentence> training,
      List<Sentence> development)
      throws IOException {
    TreeSet<String> types = new TreeSet<>();
    training.forEach(s -> s.entities().forEach(entity -> types.add(entity.type())));
    if (types.isEmpty()) {
      throw new IllegalArgumentException(
          "the %s training sentences hold no entity: there is nothing to learn"
              .formatted(training.size()));
    }
    development.forEach(s -> s.entities().forEach(entity -> types.add(entity.type())));
    boolean keepsHead =
        base.labels().map(labels -> labels.types().containsAll(types)).orElse(false);
    Checkpoint start = keepsHead ? base : base.withNewHead(LabelSet.bioOf(types), settings.seed());
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(start.tokenizerJson());
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    start.weights().forEach((name, tensor) -> weights.put(name, tensor.toF32()));
    TrainingLoop loop =
        new TrainingLoop(
            settings,
            start.config(),
            start.labels().orElseThrow(),
            new SentenceEncoder(tokenizer, start.casing().map(Recaser::new)),
            weights,
            training,
            development);
    return new FineTuning(
        settings, start, !keepsHead, keepsHead ? Optional.empty() : headNote(base), loop);
  }

  private static Optional<String> headNote(Checkpoint base) {
    return base.unusedHead()
        .or(
            () ->
                base.labels()
                    .map(
                        labels ->
                            "it knows "
                                + String.join(", ", labels.types())
                                + ", which the data's types are not all among"));
  }

  /** Returns the loop to run. */
  public TrainingLoop loop() {
    return loop;
  }

  /** Returns the settings of the run. */
  public TrainingSettings settings() {
    return settings;
  }

  /** Returns what the tagger learns to tell apart. */
  public LabelSet labels() {
    return start.labels().orElseThrow();
  }

  /** Returns whether the classifier started from random weights. */
  public boolean hasNewHead() {
    return newHead;
  }

  /** Returns why the checkpoint's own classifier is not used, if there was one. */
  public Optional<String> headNote() {
    return headNote;
  }

  /** Returns where the encoder came from. */
  public String origin() {
    return start.origin();
  }

  /**
   * Returns what tells this start from others: sizes, vocabulary and weights, the classifier's
   * included.
   *
   * @return SHA-256 in lower-case hexadecimal
   */
  public String startDigest() {
    return start.toPackage("und", Instant.EPOCH).networkDigest();
  }

  /** Returns the number of parameters, classifier included. */
  public long parameters() {
    return start.weights().values().stream().mapToLong(WeightTensor::elements).sum();
  }

  /**
   * Packs the best epoch.
   *
   * @throws IllegalStateException before the end of the first epoch
   */
  public ModelPackage toPackage(ModelManifest manifest, String card) {
    return new ModelPackage(
            start.config(), labels(), start.tokenizerJson(), loop.bestWeights(), manifest, card)
        .withCasing(start.casing());
  }

  @Override
  public void close() {
    loop.close();
  }
}
