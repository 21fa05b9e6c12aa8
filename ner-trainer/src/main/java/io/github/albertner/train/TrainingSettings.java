package io.github.albertner.train;

import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Devices;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.ScheduleSettings;
import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that decides the outcome of a training run, data and start apart.
 *
 * @param epochs passes over the training sentences
 * @param batchSize sentences that one update learns from (a sentence longer than the network's
 *     window counts once for each window)
 * @param accumulation parts that a batch is cut into, one after the other, to save memory; their
 *     gradients are added up
 * @param rate the learning rate over the run
 * @param labelWeights how much a word counts in the loss, by its label
 * @param regularisation what keeps it from overfitting or diverging
 * @param freezing weights that stay as they are
 * @param contextPieces pieces of neighbouring sentences shown on each side of a sentence; 0 for
 *     none
 * @param augmentation changes made to training sentences
 * @param limits what ends a run early, or takes only some of the data
 * @param device where the network runs
 * @param precision number format of the network's products, F32 or BF16
 * @param threads processor threads
 * @param seed of the order of sentences, of dropout, of hidden words and of augmentation
 */
public record TrainingSettings(
    int epochs,
    int batchSize,
    int accumulation,
    ScheduleSettings rate,
    RegularisationSettings regularisation,
    LabelWeights labelWeights,
    FreezingSettings freezing,
    LimitSettings limits,
    int contextPieces,
    AugmentationSettings augmentation,
    DeviceChoice device,
    Precision precision,
    int threads,
    long seed) {

  /** Those that have gradients. */
  private static final Set<Precision> PRECISIONS = EnumSet.of(Precision.F32, Precision.BF16);

  /** Checks ranges and contradictions, naming the settings. */
  public TrainingSettings {
    Ranges.atLeast(1, "epochs", epochs);
    Ranges.atLeast(1, "batch-size", batchSize);
    Ranges.atLeast(1, "accumulation", accumulation);
    Ranges.threads(threads);
    if (contextPieces < 0 || contextPieces > ModelManifest.MAX_CONTEXT_PIECES) {
      throw new IllegalArgumentException(
          "context-pieces is %s; expected 0 to %s"
              .formatted(contextPieces, ModelManifest.MAX_CONTEXT_PIECES));
    }
    if (accumulation > batchSize) {
      throw new IllegalArgumentException(
          "accumulation is %s; expected at most the batch size, %s"
              .formatted(accumulation, batchSize));
    }
    if (freezing.epochs() >= epochs) {
      throw new IllegalArgumentException(
          "freeze-epochs is %s; expected fewer than the run's %s --epochs, or 0 for the whole run"
              .formatted(freezing.epochs(), epochs));
    }
    if (limits.patience() >= epochs) {
      throw new IllegalArgumentException(
          "patience is %s; expected fewer than the run's %s --epochs, or 0 for no early stop"
              .formatted(limits.patience(), epochs));
    }
    Objects.requireNonNull(rate, "rate");
    Objects.requireNonNull(regularisation, "regularisation");
    Objects.requireNonNull(labelWeights, "label-weights");
    Objects.requireNonNull(augmentation, "augmentation");
    if (!PRECISIONS.contains(precision)) {
      throw new IllegalArgumentException(
          "precision is %s; training computes in f32 or bf16".formatted(Texts.name(precision)));
    }
  }

  /**
   * Returns the settings that a map describes, all of them.
   *
   * @param values by the names that the command line gives the settings
   * @throws IllegalArgumentException if a name is unknown or missing, a value is not of its kind or
   *     out of range, or two contradict each other; the message names the setting
   */
  public static TrainingSettings of(Map<String, String> values) {
    SettingsReader reader = new SettingsReader(values);
    TrainingSettings settings =
        new TrainingSettings(
            reader.integer("epochs"),
            reader.integer("batch-size"),
            reader.integer("accumulation"),
            ScheduleSettings.of(reader),
            RegularisationSettings.of(reader),
            reader.parse("label-weights", LabelWeights.EXPECTED, LabelWeights::parse),
            FreezingSettings.of(reader),
            LimitSettings.of(reader),
            reader.integer("context-pieces"),
            AugmentationSettings.of(reader),
            reader.parse("device", DeviceChoice.EXPECTED, DeviceChoice::of),
            reader.choice("precision", PRECISIONS),
            reader.integer("threads"),
            reader.whole("seed"));
    reader.refuseUnread();
    return settings;
  }

  /** Returns the names of all settings, as the command line gives them, in the order it shows. */
  public static List<String> names() {
    return List.copyOf(TrainingDefaults.PRETRAINED.with(Map.of()).toMap().keySet());
  }

  /** Returns the settings by the names that the command line gives them, for the package. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    map.put("epochs", Integer.toString(epochs));
    map.put("batch-size", Integer.toString(batchSize));
    map.put("accumulation", Integer.toString(accumulation));
    rate.addTo(map);
    regularisation.addTo(map);
    map.put("label-weights", labelWeights.toString());
    freezing.addTo(map);
    limits.addTo(map);
    map.put("context-pieces", Integer.toString(contextPieces));
    augmentation.addTo(map);
    map.put("device", device.label());
    map.put("precision", Texts.name(precision));
    map.put("threads", Integer.toString(threads));
    map.put("seed", Long.toString(seed));
    return map;
  }

  /**
   * Returns these settings with the device that {@code auto} means on this machine.
   *
   * @throws io.github.albertner.network.NoSuchDeviceException if a GPU is asked for that cannot be
   *     used
   */
  public TrainingSettings onThisMachine() {
    return with(Map.of("device", Devices.resolve(device).label()));
  }

  /**
   * Returns these settings with some replaced.
   *
   * @param chosen by the names that the command line gives the settings
   * @throws IllegalArgumentException as {@link #of}
   */
  public TrainingSettings with(Map<String, String> chosen) {
    Map<String, String> values = new TreeMap<>(toMap());
    values.putAll(chosen);
    return of(values);
  }
}
