package io.github.albertner.pretrain;

import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Devices;
import io.github.albertner.network.Precision;
import io.github.albertner.optimize.ScheduleSettings;
import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything that decides the outcome of pretraining, text and start apart.
 *
 * @param length how long the run is
 * @param batchSize windows that one update learns from, at their greatest length; of shorter ones
 *     proportionally more
 * @param accumulation parts that a batch is cut into, one after the other; 0 for as many as suit
 *     the machine
 * @param windows length of the windows, [CLS] and [SEP] included, over the run
 * @param growLayers number of layers over the run; empty for the model's own
 * @param masking what is hidden
 * @param rate the learning rate over the run
 * @param optimizer what an update does
 * @param evaluateSteps updates after which the held-out text is guessed
 * @param device where the network runs
 * @param precision number format of the network's products: F32, BF16, or AUTO
 * @param threads processor threads
 * @param seed of random weights, of the order of windows, of masking and dropout
 */
public record PretrainingSettings(
    LengthSettings length,
    int batchSize,
    int accumulation,
    Stages windows,
    Optional<Stages> growLayers,
    MaskingSettings masking,
    ScheduleSettings rate,
    OptimizerSettings optimizer,
    int evaluateSteps,
    DeviceChoice device,
    Precision precision,
    int threads,
    long seed) {

  private static final Set<Precision> PRECISIONS =
      EnumSet.of(Precision.AUTO, Precision.F32, Precision.BF16);

  /** More at once are no faster on a processor, and their logits leave its caches. */
  private static final int PART_PIECES = 4096;

  private static final String MODELS_OWN = "config";
  private static final int SHORTEST = 8;

  /** Checks ranges and contradictions, naming the settings. */
  public PretrainingSettings {
    Ranges.atLeast(1, "batch-size", batchSize);
    Ranges.atLeast(0, "accumulation", accumulation);
    Ranges.atLeast(1, "evaluate-steps", evaluateSteps);
    Ranges.threads(threads);
    if (windows.smallest() < SHORTEST) {
      throw new IllegalArgumentException(
          "windows are of %s pieces; expected at least %s".formatted(windows.smallest(), SHORTEST));
    }
    if (batchSize > Integer.MAX_VALUE / windows.largest()) {
      throw new IllegalArgumentException(
          "batch-size is %s; expected at most %s for windows of %s pieces"
              .formatted(batchSize, Integer.MAX_VALUE / windows.largest(), windows.largest()));
    }
    if (accumulation > batchSize) {
      throw new IllegalArgumentException(
          "accumulation is %s; expected at most the batch size, %s"
              .formatted(accumulation, batchSize));
    }
  }

  /**
   * Returns the settings that a map describes, all of them.
   *
   * @param values by the names that the command line gives the settings
   * @throws IllegalArgumentException if a name is unknown or missing, a value is not of its kind or
   *     out of range, or two contradict each other; the message names the setting
   */
  public static PretrainingSettings of(Map<String, String> values) {
    SettingsReader reader = new SettingsReader(values);
    PretrainingSettings settings =
        new PretrainingSettings(
            LengthSettings.of(reader),
            reader.integer("batch-size"),
            reader.integer("accumulation"),
            reader.parse("windows", Stages.EXPECTED, Stages::parse),
            reader.parse(
                "grow-layers",
                MODELS_OWN + ", or " + Stages.EXPECTED,
                text ->
                    text.equals(MODELS_OWN) ? Optional.empty() : Optional.of(Stages.parse(text))),
            MaskingSettings.of(reader),
            ScheduleSettings.of(reader),
            OptimizerSettings.of(reader),
            reader.integer("evaluate-steps"),
            reader.parse("device", DeviceChoice.EXPECTED, DeviceChoice::of),
            reader.choice("precision", PRECISIONS),
            reader.integer("threads"),
            reader.whole("seed"));
    reader.refuseUnread();
    return settings;
  }

  /** Returns the names of all settings, as the command line gives them. */
  public static List<String> names() {
    return List.copyOf(PretrainingDefaults.CONTINUED.with(Map.of("steps", "1")).toMap().keySet());
  }

  /** Returns the settings by the names that the command line gives them. */
  public Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    length.addTo(map);
    map.put("batch-size", Integer.toString(batchSize));
    map.put("accumulation", Integer.toString(accumulation));
    map.put("windows", windows.text());
    map.put("grow-layers", growLayers.map(Stages::text).orElse(MODELS_OWN));
    masking.addTo(map);
    rate.addTo(map);
    optimizer.addTo(map);
    map.put("evaluate-steps", Integer.toString(evaluateSteps));
    map.put("device", device.label());
    map.put("precision", Texts.name(precision));
    map.put("threads", Integer.toString(threads));
    map.put("seed", Long.toString(seed));
    return map;
  }

  /**
   * Returns these settings with some replaced.
   *
   * @param chosen by the names that the command line gives the settings
   * @throws IllegalArgumentException as {@link #of}
   */
  public PretrainingSettings with(Map<String, String> chosen) {
    Map<String, String> values = new TreeMap<>(toMap());
    values.putAll(chosen);
    return of(values);
  }

  /**
   * Returns these settings with the device and precision that {@code auto} means on this machine.
   *
   * @throws io.github.albertner.network.NoSuchDeviceException if a GPU is asked for that cannot be
   *     used
   */
  public PretrainingSettings onThisMachine() {
    DeviceChoice here = Devices.resolve(device);
    boolean bf16 = precision.on(Devices.device(here)) != Precision.F32;
    return with(Map.of("device", here.label(), "precision", bf16 ? "bf16" : "f32"));
  }

  /** Returns a run of so many updates. */
  public PretrainingSettings withSteps(long steps) {
    return with(Map.of("steps", Long.toString(steps), "epochs", "0", "minutes", "0"));
  }

  /**
   * Returns the number of updates.
   *
   * @throws IllegalStateException if it is not known yet
   */
  public int steps() {
    if (length.steps() == 0) {
      throw new IllegalStateException("how many updates the run has is not known yet");
    }
    return length.steps();
  }

  /** What hides words of windows. */
  WordMasker masker(SubwordTokenizer tokenizer) {
    return masking.masker(tokenizer);
  }

  /** Returns the most pieces that an update learns from, [CLS] and [SEP] included. */
  public int piecesOfStep() {
    return batchSize * windows.largest();
  }

  /** Returns the number of windows of a length that an update learns from. */
  int windowsOfStep(int windowLength) {
    return Math.max(1, piecesOfStep() / windowLength);
  }

  /** Returns the number of windows of a length that go through the network together. */
  int windowsOfPart(int windowLength) {
    int windows = windowsOfStep(windowLength);
    return accumulation == 0
        ? Math.max(1, PART_PIECES / windowLength)
        : (int) (((long) windows + accumulation - 1) / accumulation);
  }
}
