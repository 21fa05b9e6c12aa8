package opennlp.albert.train;

import io.github.albertner.corpus.NameSamples;
import io.github.albertner.train.Toy;
import java.io.IOException;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.TrainingParameters;

/** Easy sentences as OpenNLP reads them, and parameters that learn them in a few seconds. */
public final class ToySamples {
  private ToySamples() {}

  /** Sentences that are documents of their own. */
  public static ObjectStream<NameSample> stream(int count) {
    List<NameSample> samples =
        Toy.sentences(count, 1).stream().map(NameSamples::toNameSample).toList();
    return new CollectionObjectStream<>(samples);
  }

  public static TrainingParameters parameters() {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put("Algorithm", "opennlp.albert.train.AlbertTrainer");
    parameters.put("BaseModel", "random:tiny");
    parameters.put("Epochs", 4);
    parameters.put("BatchSize", 8);
    parameters.put("LearningRate", 2e-3);
    parameters.put("Threads", 1);
    return parameters;
  }

  public static TokenNameFinderModel train(
      ObjectStream<NameSample> samples, TrainingParameters parameters) throws IOException {
    return NameFinderME.train("en", null, samples, parameters, new TokenNameFinderFactory());
  }
}
