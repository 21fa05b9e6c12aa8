package io.github.albertner.opennlp;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.LabelScores;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.util.Span;

/**
 * Finds names with ALBERT behind OpenNLP's interface.
 *
 * <p>Both {@code find} methods may be called by any number of threads at once; spans carry their
 * type and probability, and that is all most callers need. {@link #probs()} and {@link
 * #probs(Span[])}, as in {@code NameFinderME}, speak of the sentence that was found last <em>on
 * this instance, by whichever thread</em>: threads that call them need an instance each. Instances
 * are small and share the network; {@link #of(NerTagger)} makes one in no time.
 */
public final class AlbertNameFinder implements TokenNameFinder, Closeable {
  private final NerTagger tagger;
  private final boolean ownsTagger;
  private volatile TaggedSentence last;

  private AlbertNameFinder(NerTagger tagger, boolean ownsTagger) {
    this.tagger = tagger;
    this.ownsTagger = ownsTagger;
  }

  /**
   * Loads a package file.
   *
   * @param modelFile a model package
   * @throws io.github.albertner.modelpackage.InvalidModelException if the file is not a sound
   *     package
   * @throws IOException if it cannot be read
   */
  public static AlbertNameFinder load(Path modelFile) throws IOException {
    return load(modelFile, TaggerOptions.defaults());
  }

  /**
   * Loads a package file.
   *
   * @param modelFile a model package
   * @param options how to run it
   * @throws io.github.albertner.modelpackage.InvalidModelException if the file is not a sound
   *     package
   * @throws IOException if it cannot be read
   */
  public static AlbertNameFinder load(Path modelFile, TaggerOptions options) throws IOException {
    return new AlbertNameFinder(NerTagger.load(modelFile, options), true);
  }

  /**
   * Makes a name finder of a package in memory.
   *
   * @param model the package
   * @param options how to run it
   * @throws IOException if its vocabulary cannot be used
   */
  public static AlbertNameFinder of(ModelPackage model, TaggerOptions options) throws IOException {
    return new AlbertNameFinder(NerTagger.of(model, options), true);
  }

  /**
   * Makes a name finder of a tagger.
   *
   * @param tagger stays the caller's: closing the name finder leaves it open
   */
  public static AlbertNameFinder of(NerTagger tagger) {
    return new AlbertNameFinder(Objects.requireNonNull(tagger, "tagger"), false);
  }

  /**
   * Finds the names of a sentence, which is seen on its own.
   *
   * @param tokens may be none
   * @return spans of tokens with type and probability, in order, not overlapping
   * @throws IllegalArgumentException if the array or a token is null
   */
  @Override
  public Span[] find(String[] tokens) {
    return remember(tagger.scoreAll(List.of(Tokens.words(tokens)))).get(0).spans();
  }

  /**
   * Finds the names of many sentences together, which is faster than one by one and otherwise the
   * same.
   *
   * @param sentences tokens of each; a sentence may have none
   * @return the spans of each sentence, in order, not overlapping
   * @throws IllegalArgumentException if a sentence or a token is null; the message says which
   */
  public List<Span[]> find(List<String[]> sentences) {
    return remember(tagger.scoreAll(words(sentences))).stream().map(TaggedSentence::spans).toList();
  }

  /**
   * Finds the names of a document. With a model that was trained with document context each
   * sentence is seen among its neighbours; with others it is {@link #find(List)}.
   *
   * @param sentences tokens of each, in the order of the document; a sentence may have none
   * @return the spans of each sentence, in order, not overlapping
   * @throws IllegalArgumentException if a sentence or a token is null; the message says which
   */
  public List<Span[]> findDocument(List<String[]> sentences) {
    return remember(tagger.scoreDocument(words(sentences))).stream()
        .map(TaggedSentence::spans)
        .toList();
  }

  private static List<List<String>> words(List<String[]> sentences) {
    List<List<String>> words = new ArrayList<>(sentences.size());
    for (String[] tokens : sentences) {
      try {
        words.add(Tokens.words(tokens));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("sentence " + words.size() + ": " + e.getMessage(), e);
      }
    }
    return words;
  }

  private List<TaggedSentence> remember(List<LabelScores> scores) {
    List<TaggedSentence> tagged =
        scores.stream().map(s -> TaggedSentence.of(tagger.decoder(), s)).toList();
    if (!tagged.isEmpty()) {
      last = tagged.get(tagged.size() - 1);
    }
    return tagged;
  }

  /**
   * Returns the probability of each token's label in the sentence found last.
   *
   * @return one value in (0, 1] for each token
   * @throws IllegalStateException if none was found yet
   */
  public double[] probs() {
    return lastSentence().probabilities();
  }

  /**
   * Returns the probability of spans in the sentence found last: the arithmetic mean over their
   * tokens.
   *
   * @param spans of tokens of that sentence
   * @return one value in (0, 1] for each span
   * @throws IllegalStateException if none was found yet
   * @throws IllegalArgumentException if a span is empty or ends after that sentence
   */
  public double[] probs(Span[] spans) {
    TaggedSentence sentence = lastSentence();
    return Arrays.stream(spans).mapToDouble(sentence::probability).toArray();
  }

  private TaggedSentence lastSentence() {
    TaggedSentence sentence = last;
    if (sentence == null) {
      throw new IllegalStateException("no sentence was found yet; call find first");
    }
    return sentence;
  }

  /** Does nothing: no sentence depends on an earlier one. */
  @Override
  public void clearAdaptiveData() {}

  /** Gives up the network, unless it belongs to a tagger of the caller's. Idempotent. */
  @Override
  public void close() {
    if (ownsTagger) {
      tagger.close();
    }
  }
}
