package io.github.albertner.opennlp;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import opennlp.tools.ml.model.SequenceClassificationModel;
import opennlp.tools.util.BeamSearchContextGenerator;
import opennlp.tools.util.Sequence;
import opennlp.tools.util.SequenceValidator;
import opennlp.tools.util.model.ArtifactSerializer;
import opennlp.tools.util.model.SerializableArtifact;

/**
 * The model behind an unmodified {@code NameFinderME}.
 *
 * <p>The network is loaded at first use, and is the one that every other user of the same content
 * in this process has. It is freed when the model becomes unreachable, or by {@link #release}. Any
 * number of threads may use one instance. The package stays in memory beside the network, outside
 * the heap and in its stored size, so that OpenNLP can write the model again at any time.
 *
 * <p>Features, additional context and the validator are not looked at: the tokens alone decide, and
 * every sequence given is legal.
 */
public final class AlbertSequenceModel
    implements SequenceClassificationModel, SerializableArtifact {
  private final ModelPackage model;
  private final Class<? extends ArtifactSerializer<AlbertSequenceModel>> serializer;
  // Reading: the network is in use. Writing: it is being freed.
  private final ReadWriteLock inUse = new ReentrantReadWriteLock();
  private NerTagger tagger;

  /**
   * A model that is not loaded yet.
   *
   * @param model the package
   * @param serializer the class that OpenNLP shall write into a file as the reader of this model
   */
  public AlbertSequenceModel(
      ModelPackage model, Class<? extends ArtifactSerializer<AlbertSequenceModel>> serializer) {
    this.model = Objects.requireNonNull(model, "model");
    this.serializer = Objects.requireNonNull(serializer, "serializer");
  }

  /**
   * Reads a model for OpenNLP. The network is not loaded yet, but what it needs is.
   *
   * @param entry the content of a file's {@code nameFinder.model}; not closed
   * @param serializer the class that OpenNLP shall write into a file as the reader of this model
   * @throws io.github.albertner.modelpackage.InvalidModelException if the content is damaged
   * @throws IOException if it cannot be read
   * @throws io.github.albertner.dependency.DependencyException if a library beneath is missing, of
   *     another version, or does not load on this machine
   */
  public static AlbertSequenceModel read(
      InputStream entry, Class<? extends ArtifactSerializer<AlbertSequenceModel>> serializer)
      throws IOException {
    AlbertSequenceModel read = new AlbertSequenceModel(ModelPackage.readEntry(entry), serializer);
    NerTagger.prepare();
    return read;
  }

  /** Returns the package that this model was made of. */
  public ModelPackage model() {
    return model;
  }

  /**
   * Tags a sentence.
   *
   * @param tokens strings; may be none
   * @return one outcome and one probability in (0, 1] for each token
   * @throws IllegalArgumentException if the array or a token is null, or a token is no string
   * @throws UncheckedIOException at first use, if the package's vocabulary cannot be used
   */
  @Override
  public <T> Sequence bestSequence(
      T[] tokens,
      Object[] additionalContext,
      BeamSearchContextGenerator<T> contextGenerator,
      SequenceValidator<T> validator) {
    List<String> words = Tokens.words(tokens);
    Sequence sequence = new Sequence();
    if (words.isEmpty()) {
      return sequence;
    }
    TaggedSentence tagged = tag(words);
    List<String> outcomes = tagged.outcomes();
    double[] probabilities = tagged.probabilities();
    for (int token = 0; token < probabilities.length; token++) {
      sequence.add(outcomes.get(token), probabilities[token]);
    }
    return sequence;
  }

  /**
   * As {@link #bestSequence}: there is only one sequence, however many are asked for.
   *
   * @param numSequences at least 1
   * @param minSequenceScore least sum of log probabilities of a sequence that is returned
   * @return the best sequence, or none if its score is too low
   */
  @Override
  public <T> Sequence[] bestSequences(
      int numSequences,
      T[] tokens,
      Object[] additionalContext,
      double minSequenceScore,
      BeamSearchContextGenerator<T> contextGenerator,
      SequenceValidator<T> validator) {
    if (numSequences < 1) {
      throw new IllegalArgumentException(
          "numSequences is " + numSequences + "; expected at least 1");
    }
    Sequence best = bestSequence(tokens, additionalContext, contextGenerator, validator);
    return best.getScore() >= minSequenceScore ? new Sequence[] {best} : new Sequence[0];
  }

  /**
   * As {@link #bestSequence}: there is only one sequence, however many are asked for.
   *
   * @param numSequences at least 1
   */
  @Override
  public <T> Sequence[] bestSequences(
      int numSequences,
      T[] tokens,
      Object[] additionalContext,
      BeamSearchContextGenerator<T> contextGenerator,
      SequenceValidator<T> validator) {
    return bestSequences(
        numSequences,
        tokens,
        additionalContext,
        Double.NEGATIVE_INFINITY,
        contextGenerator,
        validator);
  }

  /** Returns {@code other}, and {@code start} and {@code cont} of each type that is reported. */
  @Override
  public String[] getOutcomes() {
    List<String> outcomes = new ArrayList<>();
    outcomes.add(TaggedSentence.OTHER);
    for (String type : model.types()) {
      outcomes.add(type + TaggedSentence.START);
      outcomes.add(type + TaggedSentence.CONTINUE);
    }
    return outcomes.toArray(String[]::new);
  }

  @Override
  public Class<?> getArtifactSerializerClass() {
    return serializer;
  }

  /**
   * Frees this model's share of the network until the next call, which loads it again. Waits for
   * calls that are running; may be called at any time, by any thread.
   */
  public void release() {
    inUse.writeLock().lock();
    try {
      if (tagger != null) {
        tagger.close();
        tagger = null;
      }
    } finally {
      inUse.writeLock().unlock();
    }
  }

  private TaggedSentence tag(List<String> words) {
    inUse.readLock().lock();
    try {
      NerTagger loaded = tagger();
      return TaggedSentence.of(loaded.decoder(), loaded.score(words));
    } finally {
      inUse.readLock().unlock();
    }
  }

  private synchronized NerTagger tagger() {
    if (tagger == null) {
      try {
        tagger = NerTagger.of(model, TaggerOptions.defaults());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot load the network: " + e.getMessage(), e);
      }
    }
    return tagger;
  }
}
