package io.github.albertner.evaluate;

import io.github.albertner.corpus.NameSamples;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's own {@code NameFinderME}, trained on the same corpus, as the score to beat.
 *
 * <p>It has its default features and the BIO codec. Adaptive data, by which it remembers how words
 * were tagged before, are cleared at every sentence in training and in use, so that each sentence
 * is judged on its own, as a tagger that keeps no state judges it. Training is deterministic. Not
 * thread-safe.
 */
public final class NameFinderBaseline {

  private final NameFinderME finder;

  private NameFinderBaseline(TokenNameFinderModel model) {
    this.finder = new NameFinderME(model);
  }

  /**
   * Trains a name finder, which takes from seconds to a few minutes.
   *
   * @param sentences training data, with entities of any number of types
   * @param settings algorithm, iterations, cutoff
   * @param language code that OpenNLP stores with the model, such as {@code en}
   * @return the trained finder
   * @throws IOException if OpenNLP cannot train on the data, for instance because they hold too few
   *     entities
   */
  public static NameFinderBaseline train(
      Iterable<Sentence> sentences, BaselineSettings settings, String language) throws IOException {
    List<NameSample> samples = new ArrayList<>();
    for (Sentence sentence : sentences) {
      samples.add(NameSamples.toNameSample(sentence.withStartsDocument(true)));
    }
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, settings.algorithm().name());
    parameters.put(TrainingParameters.ITERATIONS_PARAM, settings.iterations());
    parameters.put(TrainingParameters.CUTOFF_PARAM, settings.cutoff());
    try (ObjectStream<NameSample> stream = ObjectStreamUtils.createObjectStream(samples)) {
      // No type: each name keeps its own.
      return new NameFinderBaseline(
          NameFinderME.train(language, null, stream, parameters, new TokenNameFinderFactory()));
    }
  }

  /**
   * Finds the entities of a sentence.
   *
   * @param words the sentence
   * @return entities in order, without overlaps, with OpenNLP's probabilities
   */
  public List<EntitySpan> find(List<String> words) {
    finder.clearAdaptiveData();
    List<EntitySpan> entities = new ArrayList<>();
    for (Span name : finder.find(words.toArray(String[]::new))) {
      double probability = Math.min(1, Math.max(0, name.getProb()));
      entities.add(new EntitySpan(name.getStart(), name.getEnd(), name.getType(), probability));
    }
    return List.copyOf(entities);
  }

  /**
   * Judges the finder.
   *
   * @param sentences test data
   * @return scores by the rules of {@link EntityEvaluator}
   */
  public EntityScores evaluate(Iterable<Sentence> sentences) {
    EntityEvaluator evaluator = new EntityEvaluator();
    for (Sentence sentence : sentences) {
      evaluator.add(sentence.entities(), find(sentence.words()), sentence.words().size());
    }
    return evaluator.scores();
  }
}
