package io.github.albertner.plugin;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.opennlp.AlbertSequenceModel;
import io.github.albertner.report.CardNotes;
import io.github.albertner.report.EpochMetrics;
import io.github.albertner.report.EpochTable;
import io.github.albertner.report.TrainedPackage;
import io.github.albertner.report.Versions;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingCollapseException;
import io.github.albertner.train.TrainingLoop;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
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
      Checkpoint base =
          mendable(
              () ->
                  BaseModels.resolve(
                      asked.baseModel(), asked.vocabulary(), asked.settings().seed()));
      List<Sentence> sentences = SampleReader.read(samples);
      AlbertSequenceModel model =
          new AlbertSequenceModel(
              mendable(() -> run(asked, base, sentences, report)), AlbertModelSerializer.class);
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
      TrainerParameters asked,
      Checkpoint base,
      List<Sentence> sentences,
      Map<String, String> report)
      throws IOException {
    Instant started = Instant.now();
    TrainingSettings settings = asked.settings();
    TrainingData data = TrainingData.of(sentences, asked);
    LOG.info(
        "{} sentences to learn from, {} to judge by, {}",
        data.training().size(),
        data.development().size(),
        data.origin());
    try (FineTuning tuning =
        FineTuning.prepare(base, settings, data.training(), data.development())) {
      EpochTable.introduction(tuning, settings).forEach(LOG::info);
      List<EpochMetrics> epochs = new ArrayList<>();
      EpochResult best = best(tuning.loop(), settings, epochs);
      ModelPackage model =
          TrainedPackage.of(
              tuning,
              settings,
              best,
              epochs,
              CardNotes.of(asked.language(), asked.description()),
              data.provenance(),
              started);
      if (report != null) {
        report.putAll(entries(tuning, settings, data, best));
      }
      return model.storedAs(asked.storage());
    }
  }

  /** Runs to the end; a collapse after an epoch that found something ends the run early. */
  private static EpochResult best(
      TrainingLoop loop, TrainingSettings settings, List<EpochMetrics> epochs) {
    LOG.info(EpochTable.HEADER);
    try {
      while (loop.hasNext()) {
        Optional<EpochResult> result = loop.next().epochResult();
        result.map(EpochTable::row).ifPresent(LOG::info);
        result.map(epoch -> EpochMetrics.of(epoch, Double.NaN)).ifPresent(epochs::add);
      }
    } catch (TrainingCollapseException e) {
      if (loop.best().filter(EpochResult::isUseful).isEmpty()) {
        throw e;
      }
      LOG.warn("the best epoch is kept: {}", ParameterKeys.inMessage(e.getMessage()));
    }
    EpochResult best = loop.best().orElseThrow();
    if (!best.isUseful()) {
      throw new IllegalArgumentException(
          TrainingCollapseException.nothingRight(best.scores().micro().predicted(), settings));
    }
    return best;
  }

  private static Map<String, String> entries(
      FineTuning tuning, TrainingSettings settings, TrainingData data, EpochResult best) {
    return Map.of(
        "Albert-NER-Version", Versions.all().get("albert-ner"),
        "Albert-NER-Base-Model", tuning.origin(),
        "Albert-NER-Training-Sentences", Integer.toString(data.training().size()),
        "Albert-NER-Dev-Sentences", Integer.toString(data.development().size()),
        "Albert-NER-Best-Epoch", best.epoch() + " of " + settings.epochs(),
        "Albert-NER-Dev-F1", String.format(Locale.ROOT, "%.4f", best.scores().micro().f1()),
        "Albert-NER-Seed", Long.toString(settings.seed()));
  }
}
