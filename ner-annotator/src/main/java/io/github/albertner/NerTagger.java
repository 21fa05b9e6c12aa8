package io.github.albertner;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelScores;
import io.github.albertner.label.LabelSet;
import io.github.albertner.label.SpanDecoder;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds named entities in tokenised sentences.
 *
 * <p>Thread-safe. Closing waits for calls that are running; later ones throw {@link
 * IllegalStateException}. A tagger that becomes unreachable frees its share of the network as well.
 * Each sentence is tagged on its own: results do not depend on the others, on their order, or on
 * earlier calls, beyond the rounding of different batch shapes.
 */
public final class NerTagger implements AutoCloseable {
  private static final Cleaner CLEANER = Cleaner.create();

  private final SharedModels.Lease lease;
  private final Cleaner.Cleanable cleanable;
  private final LabelSet labels;
  private final List<String> types;
  private final boolean narrowed;
  private final ModelManifest manifest;
  private final SpanDecoder decoder;

  private NerTagger(ModelPackage model, SharedModels.Lease lease) {
    this.lease = lease;
    cleanable = CLEANER.register(this, lease::close);
    labels = model.labels();
    types = model.types();
    narrowed = types.size() < labels.types().size();
    manifest = model.manifest();
    decoder = new SpanDecoder(labels, types);
  }

  /**
   * Loads a package file with {@linkplain TaggerOptions#defaults default options}.
   *
   * @throws io.github.albertner.modelpackage.InvalidModelException if the file is not a sound
   *     package
   * @throws IOException if it cannot be read
   */
  public static NerTagger load(Path modelFile) throws IOException {
    return load(modelFile, TaggerOptions.defaults());
  }

  /**
   * Loads a package file.
   *
   * @throws io.github.albertner.modelpackage.InvalidModelException if the file is not a sound
   *     package
   * @throws IOException if it cannot be read
   */
  public static NerTagger load(Path modelFile, TaggerOptions options) throws IOException {
    return of(ModelPackage.read(modelFile), options);
  }

  /**
   * Makes a tagger of a package in memory.
   *
   * @throws IOException if its vocabulary cannot be used
   */
  public static NerTagger of(ModelPackage model, TaggerOptions options) throws IOException {
    return new NerTagger(model, SharedModels.acquire(model, options));
  }

  /**
   * Tags one sentence.
   *
   * @param words its tokens; may be none
   * @return the entities in order, not overlapping; ranges count tokens
   */
  public List<EntitySpan> tag(List<String> words) {
    return tagAll(List.of(words)).get(0);
  }

  /**
   * Tags sentences together, which is faster than one by one.
   *
   * @param sentences tokens of each
   * @return the entities of each sentence
   */
  public List<List<EntitySpan>> tagAll(List<List<String>> sentences) {
    return scoreAll(sentences).stream().map(decoder::decode).toList();
  }

  /**
   * Tags the sentences of a document, each seen among its neighbours as far as the network's window
   * reaches. For models that were trained on whole documents: those that know single sentences only
   * find less this way.
   *
   * @param sentences tokens of each, in the order of the document
   * @return the entities of each sentence; none crosses from one to the next
   */
  public List<List<EntitySpan>> tagDocument(List<List<String>> sentences) {
    List<String> words = sentences.stream().flatMap(List::stream).toList();
    LabelScores scores = scoreAll(List.of(words)).get(0);
    List<List<EntitySpan>> entities = new ArrayList<>(sentences.size());
    int begin = 0;
    for (List<String> sentence : sentences) {
      int end = begin + sentence.size();
      entities.add(decoder.decode(scores.words(begin, end)));
      begin = end;
    }
    return entities;
  }

  /** Returns the probability of every label for every word of a sentence, before decoding. */
  public LabelScores score(List<String> words) {
    return scoreAll(List.of(words)).get(0);
  }

  /** Returns the probability of every label for every word of every sentence. */
  public List<LabelScores> scoreAll(List<List<String>> sentences) {
    try {
      return lease.score(sentences, narrowed);
    } finally {
      // Keeps the cleaner from freeing the network while a call on the last reference runs.
      Reference.reachabilityFence(this);
    }
  }

  /** Returns the decoder that {@link #tag} uses on {@link #score}. */
  public SpanDecoder decoder() {
    return decoder;
  }

  /** Returns the labels that words are scored for. */
  public LabelSet labels() {
    return labels;
  }

  /** Returns the entity types that are reported: all that the labels know, or some of them. */
  public List<String> types() {
    return types;
  }

  /** Returns what the package says of itself. */
  public ModelManifest manifest() {
    return manifest;
  }

  /** Gives up this tagger's share of the network. Idempotent. */
  @Override
  public void close() {
    cleanable.clean();
  }
}
