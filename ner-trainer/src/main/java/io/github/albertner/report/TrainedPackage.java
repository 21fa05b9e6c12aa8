package io.github.albertner.report;

import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingSettings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The package of a run that has ended: weights of the best epoch, manifest and card. */
public final class TrainedPackage {
  private TrainedPackage() {}

  /**
   * Packs the best epoch.
   *
   * @param best the epoch whose weights {@code tuning} kept
   * @param epochs of the run, in order, for the card
   * @param notes for the card
   * @param data where the data came from, by key
   * @param started when training began, or was last resumed
   * @param seconds of training, those before a resumption included
   * @throws IllegalArgumentException if the language of the notes is no tag
   */
  public static ModelPackage of(
      FineTuning tuning,
      TrainingSettings settings,
      EpochResult best,
      List<EpochMetrics> epochs,
      CardNotes notes,
      Map<String, String> data,
      Instant started,
      double seconds) {
    Map<String, Double> metrics =
        Map.of(
            "dev.precision", best.scores().micro().precision(),
            "dev.recall", best.scores().micro().recall(),
            "dev.f1", best.scores().micro().f1(),
            "dev.token-accuracy", best.scores().tokenAccuracy(),
            "dev.loss", best.validationLoss());
    Map<String, String> provenance =
        new TreeMap<>(Provenance.ofRun(tuning.origin(), data, started));
    provenance.put("minutes", Figures.decimals(seconds / 60, 1));
    if (!notes.license().isBlank()) {
      provenance.put("license", notes.license().strip());
    }
    ModelManifest manifest =
        new ModelManifest(
            ModelManifest.FORMAT_VERSION,
            notes.language(),
            Instant.now(),
            settings.toMap(),
            metrics,
            provenance);
    return tuning.toPackage(manifest, ModelCard.render(manifest, tuning.labels(), notes, epochs));
  }
}
