package io.github.albertner.plugin;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.LabelMap;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.report.Provenance;
import io.github.albertner.run.TrainingData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What OpenNLP's stream holds, and what epochs are judged by.
 *
 * @param training to learn from
 * @param development to judge epochs by
 * @param origin for people: where the second set comes from
 * @param provenance for the package
 */
record SampleSets(
    List<Sentence> training,
    List<Sentence> development,
    String origin,
    Map<String, String> provenance) {

  /**
   * Adds development data to the sentences of OpenNLP's stream.
   *
   * @throws IOException if the development data cannot be read
   * @throws IllegalArgumentException if there is nothing to learn or to split, or the development
   *     data have an entity type that the others do not
   */
  static SampleSets of(List<Sentence> read, TrainerParameters parameters) throws IOException {
    if (read.isEmpty()) {
      throw new IllegalArgumentException(
          "the training data hold no sentence; in cross-validation, OpenNLP deals out whole"
              + " documents, and there must be at least as many as folds");
    }
    if (parameters.devData().isEmpty()) {
      CorpusSplitter.Split split =
          CorpusSplitter.forDevelopment(parameters.devFraction(), parameters.settings().seed())
              .split(read);
      return new SampleSets(
          split.parts().get(0),
          split.parts().get(1),
          "split by %s with seed %s"
              .formatted(
                  split.byDocument() ? "document" : "sentence", parameters.settings().seed()),
          Provenance.ofSentences(read, List.of()));
    }
    Path file = parameters.devData().get();
    CorpusOptions options = CorpusOptions.DEFAULTS.withFormat(parameters.devFormat());
    List<Sentence> development = Corpora.read(List.of(file), options).sentences();
    development = rename(development, parameters.devMap());
    checkTypes(types(read), types(development), file);
    return new SampleSets(
        read,
        development,
        "from " + file,
        Provenance.ofSentences(read, Corpora.parts(List.of(file), options)));
  }

  private static List<Sentence> rename(List<Sentence> sentences, LabelMap map) {
    try {
      return map.apply(sentences);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ParameterKeys.DEV_MAP + ": " + e.getMessage(), e);
    }
  }

  /** OpenNLP's readers rename some types, and its tools can leave types out. */
  private static void checkTypes(Set<String> known, Set<String> found, Path file) {
    Set<String> unknown = new TreeSet<>(found);
    unknown.removeAll(known);
    // Training data without any entity are refused for that.
    if (!unknown.isEmpty() && !known.isEmpty()) {
      String key = ParameterKeys.DEV_MAP;
      String first = unknown.iterator().next();
      throw new IllegalArgumentException(
          "%s: entity types %s are not in the training data, which have %s; rename them with %s, for example %s=%s=%s, or leave them out with %s=%s="
              .formatted(
                  file,
                  String.join(", ", unknown),
                  String.join(", ", known),
                  key,
                  key,
                  first,
                  known.iterator().next(),
                  key,
                  first));
    }
  }

  private static Set<String> types(Collection<Sentence> sentences) {
    Set<String> types = new TreeSet<>();
    sentences.forEach(s -> s.entities().forEach(entity -> types.add(entity.type())));
    return types;
  }

  /** The same for the trainer. */
  TrainingData toTrainingData() {
    return new TrainingData(training, development, provenance);
  }
}
