package io.github.albertner.report;

import io.github.albertner.train.EpochResult;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A training run as people read it: what it starts with, and a row for every epoch. */
public final class EpochTable {
  /** Names of the columns of {@link #row}. */
  public static final String HEADER =
      String.format(
          "%5s %8s %10s %10s %10s %8s %8s %10s",
          "epoch", "step", "train loss", "val. loss", "precision", "recall", "F1", "accuracy");

  private EpochTable() {}

  /** Returns what to show before the table: base model, types and settings, a line each. */
  public static List<String> introduction(FineTuning tuning, TrainingSettings settings) {
    List<String> shown = new ArrayList<>();
    settings.toMap().forEach((name, value) -> shown.add(name + " " + value));
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%s: %,d parameters, %s; types %s",
            tuning.origin(),
            tuning.parameters(),
            tuning.hasNewHead() ? "new classifier" : "classifier kept",
            String.join(", ", tuning.labels().types())));
    tuning
        .headNote()
        .ifPresent(note -> lines.add("note: the checkpoint's own classifier is not used: " + note));
    lines.add(String.join(", ", shown));
    if (!settings.augmentation().isOff()) {
      lines.add("augmentation on: " + settings.augmentation().summary());
    }
    if (settings.contextPieces() > 0) {
      lines.add(
          "document context on: up to %s pieces of neighbouring sentences on each side"
              .formatted(settings.contextPieces()));
    }
    return lines;
  }

  /** Returns an epoch's row; losses in nats per word, scores in percent. */
  public static String row(EpochResult result) {
    return String.format(
        Locale.ROOT,
        "%5d %8d %10.4f %10.4f %10.2f %8.2f %8.2f %10.2f%s",
        result.epoch(),
        result.step(),
        result.trainingLoss(),
        result.validationLoss(),
        100 * result.scores().micro().precision(),
        100 * result.scores().micro().recall(),
        100 * result.scores().micro().f1(),
        100 * result.scores().tokenAccuracy(),
        result.best() ? " best" : "");
  }
}
