package io.github.albertner.benchmark.peer;

import io.github.albertner.benchmark.measure.Contender.Work;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;

/** OpenNLP's own {@code NameFinderME}: features and a perceptron, no network. For scale. */
public final class NameFinderMeTagger implements Peer {
  private static final int SENTENCES = 500;
  private static final int ITERATIONS = 5;

  private final TokenNameFinderModel model;

  private NameFinderMeTagger(TokenNameFinderModel model) {
    this.model = model;
  }

  /** A model that learned to find invented names; what it knows matters little for its speed. */
  public static NameFinderMeTagger trained() throws IOException {
    Random random = new Random(1);
    List<NameSample> samples = new ArrayList<>();
    for (int i = 0; i < SENTENCES; i++) {
      String[] words = new String[15];
      for (int w = 0; w < words.length; w++) {
        words[w] = "w" + random.nextInt(3000);
      }
      int name = random.nextInt(words.length);
      words[name] = "N" + random.nextInt(300);
      samples.add(new NameSample(words, new Span[] {new Span(name, name + 1, "person")}, false));
    }
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put("Algorithm", "PERCEPTRON");
    parameters.put("PrintMessages", false);
    parameters.put("Iterations", ITERATIONS);
    return new NameFinderMeTagger(
        NameFinderME.train(
            "en",
            "person",
            ObjectStreamUtils.createObjectStream(samples),
            parameters,
            new TokenNameFinderFactory()));
  }

  @Override
  public Work tagging(List<List<String>> sentences) {
    List<String[]> tokens = sentences.stream().map(s -> s.toArray(String[]::new)).toList();
    return () -> {
      NameFinderME finder = new NameFinderME(model);
      tokens.forEach(
          sentence -> {
            finder.find(sentence);
            finder.clearAdaptiveData();
          });
    };
  }

  @Override
  public void close() {}
}
