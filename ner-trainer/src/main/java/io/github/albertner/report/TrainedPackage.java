package io.github.albertner.report;

import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingSettings;
import java.time.Instant;
import java.util.Map;

/** The package of a run that has ended: weights of the best epoch, manifest and card. */
public final class TrainedPackage {
  private TrainedPackage() {}

  /**
   * Packs the best epoch.
   *
   * @param best the epoch whose weights {@code tuning} kept
   * @param language a language tag, {@code und} where unknown
   * @param description for the card; may be empty
   * @param data where the data came from, by key
   * @param started when training began
   * @throws IllegalArgumentException if the language is no tag
   */
  public static ModelPackage of(
      FineTuning tuning,
      TrainingSettings settings,
      EpochResult best,
      String language,
      String description,
      Map<String, String> data,
      Instant started) {
    Map<String, Double> metrics =
        Map.of(
            "dev.precision", best.scores().micro().precision(),
            "dev.recall", best.scores().micro().recall(),
            "dev.f1", best.scores().micro().f1(),
            "dev.token-accuracy", best.scores().tokenAccuracy(),
            "dev.loss", best.validationLoss());
    ModelManifest manifest =
        new ModelManifest(
            ModelManifest.FORMAT_VERSION,
            language,
            Instant.now(),
            settings.toMap(),
            metrics,
            Provenance.ofRun(tuning.origin(), data, started));
    return tuning.toPackage(
        manifest, ModelCard.render(manifest, tuning.labels(), best.scores(), description));
  }
}
