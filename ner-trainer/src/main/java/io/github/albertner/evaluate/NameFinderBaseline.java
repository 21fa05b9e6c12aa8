package io.github.albertner.evaluate;

import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.NameSamples;
import io.github.albertner.corpus.OwnSentences;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/**
 * OpenNLP's own {@code NameFinderME} as the score to beat: trained on the same corpus, or loaded
 * from the model files that an application uses now.
 *
 * <p>Several files, one for each type as older applications have them, act as one finder: each file
 * finds its names, and of those that overlap {@code NameFinderME.dropOverlappingSpans} keeps the
 * first and longest. A trained finder has OpenNLP's default features and the BIO codec, is trained
 * with adaptive data cleared at every sentence, and training is deterministic. Not thread-safe.
 */
public final class NameFinderBaseline {

  private final List<TokenNameFinderModel> models;
  private final List<Finder> finders;

  private NameFinderBaseline(List<TokenNameFinderModel> models, TaggerOptions options) {
    this.models = models;
    this.finders = models.stream().map(model -> Finder.of(model, options)).toList();
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
          List.of(
              NameFinderME.train(language, null, stream, parameters, new TokenNameFinderFactory())),
          TaggerOptions.defaults());
    }
  }

  /**
   * Loads model files with {@linkplain TaggerOptions#defaults default options} for packages of this
   * project.
   *
   * @param files as for {@link #load(List, TaggerOptions)}
   * @return all of them as one finder
   * @throws IOException likewise
   */
  public static NameFinderBaseline load(List<Path> files) throws IOException {
    return load(files, TaggerOptions.defaults());
  }

  /**
   * Loads model files, as an application does. Packages of this project tag many sentences at once,
   * which finds the same as one by one, faster.
   *
   * @param files any that {@code TokenNameFinderModel} reads: maxent, perceptron, or packages of
   *     this project; at least one
   * @param options how packages of this project are run
   * @return all of them as one finder
   * @throws NoSuchFileException if a file is absent
   * @throws InvalidBaselineException if OpenNLP refuses a file
   * @throws IllegalArgumentException if there is no file
   */
  public static NameFinderBaseline load(List<Path> files, TaggerOptions options)
      throws IOException {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("expected at least one model file, found none");
    }
    List<TokenNameFinderModel> models = new ArrayList<>();
    for (Path file : files) {
      if (!Files.exists(file)) {
        throw new NoSuchFileException(file.toString());
      }
      try {
        models.add(new TokenNameFinderModel(file));
      } catch (IOException | RuntimeException e) {
        throw new InvalidBaselineException(
            "%s: expected a name finder model of OpenNLP, which says: %s"
                .formatted(file, reason(e)),
            e);
      }
    }
    return new NameFinderBaseline(List.copyOf(models), options);
  }

  private static String reason(Exception e) {
    if (e instanceof NullPointerException) {
      // OpenNLP reads any file as a zip and stumbles over what it did not find.
      return "no zip with a manifest.properties";
    }
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  /**
   * Writes the model as OpenNLP does, for applications and for {@link #load}.
   *
   * @param out takes the file's content; not closed
   * @throws IOException if it cannot be written
   * @throws IllegalStateException if there are several models
   */
  public void write(OutputStream out) throws IOException {
    if (models.size() != 1) {
      throw new IllegalStateException(models.size() + " models do not go into one file");
    }
    models.get(0).serialize(out);
  }

  /**
   * The types that the models can find.
   *
   * @return in alphabetical order; {@code default} for names without a type
   */
  public SortedSet<String> types() {
    SortedSet<String> types = new TreeSet<>();
    for (TokenNameFinderModel model : models) {
      for (String outcome : model.getNameFinderSequenceModel().getOutcomes()) {
        // Every type has the first of these in OpenNLP's BIO codec, and the second in BILOU.
        if (outcome.matches("(.+-)?(start|unit)")) {
          int dash = outcome.lastIndexOf('-');
          types.add(dash < 0 ? NameSample.DEFAULT_TYPE : outcome.substring(0, dash));
        }
      }
    }
    return types;
  }

  /**
   * Finds the entities of a sentence on its own.
   *
   * @param words the sentence
   * @return entities in order, without overlaps, with OpenNLP's probabilities
   */
  public List<EntitySpan> find(List<String> words) {
    Sentence alone = new Sentence(words, List.of(), true);
    return findAll(List.of(alone), AdaptiveData.SENTENCE).get(0);
  }

  /**
   * Finds the entities of a corpus, sentence by sentence.
   *
   * @param sentences in order
   * @param clearing when what was found before is forgotten; it always is before the first
   * @return the entities of each sentence, as {@link #find} gives them
   * @throws UncheckedIOException if the vocabulary of a package of this project cannot be used
   */
  public List<List<EntitySpan>> findAll(List<Sentence> sentences, AdaptiveData clearing) {
    OwnSentences own = OwnSentences.of(sentences);
    List<List<List<EntitySpan>>> ofFinders =
        finders.stream()
            .map(finder -> own.inWords(finder.findAll(own.sentences(), clearing)))
            .toList();
    if (ofFinders.size() == 1) {
      return ofFinders.get(0);
    }
    List<List<EntitySpan>> found = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      List<Span> names = new ArrayList<>();
      for (List<List<EntitySpan>> ofFinder : ofFinders) {
        ofFinder
            .get(i)
            .forEach(e -> names.add(new Span(e.begin(), e.end(), e.type(), e.probability())));
      }
      found.add(Finder.entities(NameFinderME.dropOverlappingSpans(names.toArray(Span[]::new))));
    }
    return List.copyOf(found);
  }

  /**
   * Judges the finder, each sentence on its own.
   *
   * @param sentences test data
   * @return scores by the rules of {@link EntityEvaluator}
   */
  public EntityScores evaluate(List<Sentence> sentences) {
    return EntityEvaluator.scores(sentences, findAll(sentences, AdaptiveData.SENTENCE));
  }
}
