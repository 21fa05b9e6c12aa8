package io.github.albertner.run;

import io.github.albertner.corpus.CorpusSplitter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.ScoredTokens;
import io.github.albertner.report.SentenceDigest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The two sets of sentences of a run.
 *
 * @param training to learn from
 * @param development to judge epochs by
 * @param provenance where they come from, for the package: {@code data.train}, {@code data.dev};
 *     {@code data.dev.tokens} is added where not all words and sentences are given by files
 */
public record TrainingData(
    List<Sentence> training, List<Sentence> development, Map<String, String> provenance) {

  private static final String TOKENS = "data.dev.tokens";

  /** Copies lists and map. */
  public TrainingData {
    training = List.copyOf(training);
    development = List.copyOf(development);
    Map<String, String> facts = new TreeMap<>(provenance);
    ScoredTokens tokens = ScoredTokens.of(development);
    if (!tokens.areGiven()) {
      facts.put(TOKENS, String.join("; ", tokens.describe().lines().toList()));
    }
    provenance = Map.copyOf(facts);
  }

  /** Sentences that come from no file: provenance is their number and digest. */
  public static TrainingData of(List<Sentence> training, List<Sentence> development) {
    return new TrainingData(
        training,
        development,
        Map.of(
            "data.train", describe(training),
            "data.dev", describe(development)));
  }

  /**
   * Splits development sentences off: by document where there are at least 20, never the same
   * sentence on both sides.
   *
   * @param sentences all there are
   * @param share of the sentences to judge by, above 0 and below 1
   * @param seed the same seed gives the same parts
   */
  public static TrainingData split(List<Sentence> sentences, double share, long seed) {
    List<List<Sentence>> parts =
        CorpusSplitter.forDevelopment(share, seed).split(sentences).parts();
    return new TrainingData(
        parts.get(0),
        parts.get(1),
        Map.of("data.train", describe(sentences), "data.dev", "split off data.train"));
  }

  private static String describe(List<Sentence> sentences) {
    return "%s sentences, sha256:%s".formatted(sentences.size(), SentenceDigest.of(sentences));
  }
}
