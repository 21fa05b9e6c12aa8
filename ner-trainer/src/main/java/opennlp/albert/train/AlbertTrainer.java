package opennlp.albert.train;

import io.github.albertner.opennlp.AlbertSequenceModel;
import io.github.albertner.plugin.TrainerException;
import io.github.albertner.plugin.TrainingRun;
import java.io.IOException;
import java.util.Map;
import opennlp.tools.ml.SequenceTrainer;
import opennlp.tools.ml.model.SequenceStream;
import opennlp.tools.util.Parameters;
import opennlp.tools.util.TrainingConfiguration;
import opennlp.tools.util.TrainingParameters;

/**
 * Fine-tunes an ALBERT where OpenNLP would train a classifier of its own: {@code
 * Algorithm=opennlp.albert.train.AlbertTrainer} in the params file of its tools, or {@code
 * NameFinderME.train} with that parameter. The other parameters are in docs/training.md.
 *
 * <p>Serves OpenNLP 1.8 to 3: from 3 on, {@code init} is called with {@link Parameters}; earlier
 * ones have no class of that name, and never look for it.
 */
public final class AlbertTrainer implements SequenceTrainer {
  private TrainingParameters parameters;
  private Map<String, String> report;

  /** For OpenNLP, which makes several instances to find out what kind of trainer this is. */
  public AlbertTrainer() {}

  /**
   * Takes the parameters; they are checked when training begins.
   *
   * @param trainParams the params file, and what OpenNLP adds to it
   * @param reportMap takes what is to stand in the manifest of the model file; may be null
   */
  @Override
  public void init(TrainingParameters trainParams, Map<String, String> reportMap) {
    parameters = trainParams;
    report = reportMap;
  }

  /** As the other, for OpenNLP 2; the configuration is for trainers of events. */
  @Override
  public void init(
      TrainingParameters trainParams, Map<String, String> reportMap, TrainingConfiguration config) {
    init(trainParams, reportMap);
  }

  /** As the other, for OpenNLP 3. */
  public void init(Parameters trainParams, Map<String, String> reportMap) {
    init((TrainingParameters) (Object) trainParams, reportMap);
  }

  /** As the other, for OpenNLP 3; the configuration is for trainers of events. */
  public void init(
      Parameters trainParams, Map<String, String> reportMap, TrainingConfiguration config) {
    init(trainParams, reportMap);
  }

  /**
   * Reads the stream once, trains, and keeps the best epoch. Waits for other trainings in this
   * process; the network of the model that the last one made is freed, until it is called again.
   *
   * @param samples name samples; features and outcomes that come with them are not looked at
   * @return the model, of a whole package; its network is not loaded
   * @throws TrainerException if the parameters, the base model or the data do not allow a tagger
   * @throws IOException if the stream cannot be read
   * @throws IllegalStateException before {@link #init(TrainingParameters, Map)}
   */
  @Override
  public <T> AlbertSequenceModel train(SequenceStream<T> samples) throws IOException {
    if (parameters == null) {
      throw new IllegalStateException("train called before init");
    }
    return TrainingRun.train(parameters.getObjectSettings(), samples, report);
  }
}
