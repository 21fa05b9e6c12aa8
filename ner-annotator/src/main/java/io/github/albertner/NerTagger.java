package io.github.albertner;

import io.github.albertner.inference.SentenceInContext;
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
import java.util.Iterator;
import java.util.List;

/**
 * Finds named entities in tokenised sentences.
 *
 * <p>Thread-safe. Closing waits for calls that are running; later ones throw {@link
 * IllegalStateException}. A tagger that becomes unreachable frees its share of the network as well.
 * Results do not depend on earlier calls, on who else is calling or on how much is tagged at once,
 * beyond the rounding of different batch shapes.
 *
 * <p>Sentences are tagged on their own, or as a document: a model that was trained with document
 * context then sees each among its neighbours.
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
  private final int contextPieces;

  private NerTagger(ModelPackage model, SharedModels.Lease lease) {
    this.lease = lease;
    cleanable = CLEANER.register(this, lease::close);
    labels = model.labels();
    types = model.types();
    narrowed = types.size() < labels.types().size();
    manifest = model.manifest();
    decoder = new SpanDecoder(labels, types);
    contextPieces = manifest.contextPieces();
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
   * @throws io.github.albertner.dependency.DependencyException if a library beneath is missing, of
   *     another version, or does not load on this machine
   */
  public static NerTagger load(Path modelFile, TaggerOptions options) throws IOException {
    return of(ModelPackage.read(modelFile), options);
  }

  /**
   * Makes a tagger of a package in memory.
   *
   * @throws IOException if its vocabulary cannot be used
   * @throws io.github.albertner.dependency.DependencyException if a library beneath is missing, of
   *     another version, or does not load on this machine
   */
  public static NerTagger of(ModelPackage model, TaggerOptions options) throws IOException {
    return new NerTagger(model, SharedModels.acquire(model, options));
  }

  /**
   * Loads what every tagger needs beneath it, once in a process, for those who make their taggers
   * later. {@link #of} does it too.
   *
   * @throws io.github.albertner.dependency.DependencyException if a library is missing, of another
   *     version, or does not load on this machine
   */
  public static void prepare() {
    SharedModels.prepare();
  }

  /**
   * Tags one sentence, without neighbours.
   *
   * @param words its tokens; may be none
   * @return the entities in order, not overlapping; ranges count tokens
   */
  public List<EntitySpan> tag(List<String> words) {
    return tagAll(List.of(words)).get(0);
  }

  /**
   * Tags sentences together, which is faster than one by one and otherwise the same: each without
   * neighbours.
   *
   * @param sentences tokens of each
   * @return the entities of each sentence
   */
  public List<List<EntitySpan>> tagAll(List<List<String>> sentences) {
    return scoreAll(sentences).stream().map(decoder::decode).toList();
  }

  /**
   * Tags the sentences of a document, each seen among as many neighbours as in training: {@link
   * #contextPieces}. Where that is 0 it is {@link #tagAll}.
   *
   * @param sentences tokens of each, in the order of the document; one may be empty
   * @return the entities of each sentence; none crosses from one to the next
   */
  public List<List<EntitySpan>> tagDocument(List<List<String>> sentences) {
    return tagDocument(sentences, contextPieces);
  }

  /**
   * Tags the sentences of a document, each seen among its neighbours, however it was in training. A
   * model that knows single sentences only finds less among neighbours.
   *
   * @param sentences tokens of each, in the order of the document; one may be empty
   * @param pieces most pieces of neighbouring words on each side of a sentence, at least 0
   * @return the entities of each sentence; none crosses from one to the next
   */
  public List<List<EntitySpan>> tagDocument(List<List<String>> sentences, int pieces) {
    return scoreDocument(sentences, pieces).stream().map(decoder::decode).toList();
  }

  /**
   * Tags documents together, each as {@link #tagDocument(List)} does.
   *
   * @param documents the sentences of each, as their tokens
   * @return the entities of each sentence of each document
   */
  public List<List<List<EntitySpan>>> tagDocuments(List<List<List<String>>> documents) {
    List<SentenceInContext> sentences = new ArrayList<>();
    documents.forEach(d -> sentences.addAll(SentenceInContext.ofDocument(d, contextPieces)));
    Iterator<LabelScores> scores = scoreInContext(sentences).iterator();
    List<List<List<EntitySpan>>> entities = new ArrayList<>(documents.size());
    for (List<List<String>> document : documents) {
      entities.add(document.stream().map(sentence -> decoder.decode(scores.next())).toList());
    }
    return entities;
  }

  /** Returns the probability of every label for every word of a sentence, before decoding. */
  public LabelScores score(List<String> words) {
    return scoreAll(List.of(words)).get(0);
  }

  /**
   * Returns the probability of every label for every word of every sentence, each without
   * neighbours.
   */
  public List<LabelScores> scoreAll(List<List<String>> sentences) {
    return scoreInContext(sentences.stream().map(SentenceInContext::alone).toList());
  }

  /**
   * Returns the probability of every label for every word of a document, as {@link
   * #tagDocument(List)} decodes them.
   */
  public List<LabelScores> scoreDocument(List<List<String>> sentences) {
    return scoreDocument(sentences, contextPieces);
  }

  private List<LabelScores> scoreDocument(List<List<String>> sentences, int pieces) {
    return scoreInContext(SentenceInContext.ofDocument(sentences, pieces));
  }

  private List<LabelScores> scoreInContext(List<SentenceInContext> sentences) {
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

  /**
   * Returns how much of the neighbouring sentences the model was trained to see: most pieces on
   * each side of a sentence, 0 for sentences on their own.
   */
  public int contextPieces() {
    return contextPieces;
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
