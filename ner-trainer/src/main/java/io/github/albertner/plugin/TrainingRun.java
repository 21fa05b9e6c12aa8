package io.github.albertner.plugin;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.opennlp.AlbertSequenceModel;
import io.github.albertner.report.EpochTable;
import io.github.albertner.report.Versions;
import io.github.albertner.run.RunListener;
import io.github.albertner.run.TrainedModel;
import io.github.albertner.run.TrainingJob;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingCollapseException;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.train.TrainingStep;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import opennlp.albert.AlbertModelSerializer;
import opennlp.tools.ml.model.SequenceStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run of OpenNLP's trainer interface. */
public final class TrainingRun {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);

  /** There can be one training loop at a time. */
  private static final Object TURN = new Object();

  /**
   * The model of the last run. OpenNLP's cross-validator drops a model after its fold without a
   * word; its network must not stay until the garbage collector comes by.
   */
  private static WeakReference<AlbertSequenceModel> latest = new WeakReference<>(null);

  private TrainingRun() {}

  /**
   * Trains; waits for other runs in this process to end. The network of the model that the last one
   * made is freed, until it is called again.
   *
   * @param parameters as OpenNLP has them
   * @param samples name samples, read once
   * @param report takes what is to stand in the manifest of the model file; may be null
   * @return the model; the network of the run is freed, that of the model not loaded
   * @throws TrainerException if parameters, base model or data do not allow a tagger
   * @throws IOException if the samples cannot be read
   */
  public static AlbertSequenceModel train(
      Map<String, Object> parameters, SequenceStream<?> samples, Map<String, String> report)
      throws IOException {
    synchronized (TURN) {
      AlbertSequenceModel previous = latest.get();
      if (previous != null) {
        previous.release();
      }
      TrainerParameters asked =
          mendable(() -> TrainerParameters.of(WrittenParameters.ours(parameters)));
      List<Sentence> sentences = SampleReader.read(samples);
      AlbertSequenceModel model =
          new AlbertSequenceModel(
              mendable(() -> run(asked, sentences, report)), AlbertModelSerializer.class);
      latest = new WeakReference<>(model);
      return model;
    }
  }

  /** Work that fails for reasons that the user can mend. */
  private interface Work<R> {
    R run() throws IOException;
  }

  private static <R> R mendable(Work<R> work) {
    try {
      return work.run();
    } catch (NoSuchFileException e) {
      LOG.debug("training failed", e);
      throw new TrainerException(
          e.getReason() == null ? e.getFile() + ": no such file" : e.getMessage());
    } catch (IOException | IllegalArgumentException | TrainingCollapseException e) {
      LOG.debug("training failed", e);
      throw new TrainerException(ParameterKeys.inMessage(e.getMessage()));
    }
  }

  private static ModelPackage run(
      TrainerParameters asked, List<Sentence> sentences, Map<String, String> report)
      throws IOException {
    SampleSets data = SampleSets.of(sentences, asked);
    LOG.info(
        "{} sentences to learn from, {} to judge by, {}",
        data.training().size(),
        data.development().size(),
        data.origin());
    TrainedModel trained =
        new TrainingJob(asked.toRequest(), data.toTrainingData()).run(new Log(), Optional.empty());
    if (report != null) {
      report.putAll(entries(trained, asked.settings(), data));
    }
    return trained.model();
  }

  /** Says in the log what a user of the command line sees. */
  private static final class Log implements RunListener {
    @Override
    public void prepared(FineTuning tuning, long step) {
      EpochTable.introduction(tuning, tuning.settings()).forEach(LOG::info);
      LOG.info(EpochTable.HEADER);
    }

    @Override
    public void step(TrainingStep step) {
      step.epochResult().map(EpochTable::row).ifPresent(LOG::info);
    }

    @Override
    public void problem(String message) {
      LOG.warn(ParameterKeys.inMessage(message));
    }

    @Override
    public void note(String message) {
      LOG.info(message);
    }

    @Override
    public void ended(FineTuning tuning, String reason) {
      LOG.info(reason);
    }
  }

  private static Map<String, String> entries(
      TrainedModel trained, TrainingSettings settings, SampleSets data) {
    return Map.of(
        "Albert-NER-Version", Versions.all().get("albert-ner"),
        "Albert-NER-Base-Model", trained.model().manifest().provenance().get("base-model"),
        "Albert-NER-Training-Sentences", Integer.toString(data.training().size()),
        "Albert-NER-Dev-Sentences", Integer.toString(data.development().size()),
        "Albert-NER-Best-Epoch", trained.best().epoch() + " of " + settings.epochs(),
        "Albert-NER-Dev-F1",
            String.format(Locale.ROOT, "%.4f", trained.best().scores().micro().f1()),
        "Albert-NER-Seed", Long.toString(settings.seed()));
  }
}
