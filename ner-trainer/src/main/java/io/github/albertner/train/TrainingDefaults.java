package io.github.albertner.train;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.settings.LayeredDefaults;
import java.util.Map;

/**
 * The documented default settings, by the size of what is trained: one file has them all, and for
 * other sizes than that of a pretrained ALBERT base further files say what differs, and why.
 */
public enum TrainingDefaults {
  /** For a pretrained encoder of hidden size below 512, as the project's own english-albert. */
  PRETRAINED_SMALL("pretrained pretrained-small"),
  /** For a pretrained encoder of hidden size from 512 to 1023, as ALBERT base. */
  PRETRAINED("pretrained"),
  /** For a pretrained encoder of hidden size from 1024 to 2047, as ALBERT large. */
  PRETRAINED_LARGE("pretrained pretrained-large"),
  /** For a pretrained encoder of hidden size from 2048 on, as ALBERT xlarge and xxlarge. */
  PRETRAINED_XLARGE("pretrained pretrained-xlarge"),
  /** For random weights of hidden size below 768, as random:tiny and random:small. */
  RANDOM("pretrained random"),
  /** For random weights of hidden size from 768 on, as random:base. */
  RANDOM_BASE("pretrained random random-base");

  private static final int MEDIUM_SIZE = 512;
  private static final int BASE_SIZE = 768;
  private static final int LARGE_SIZE = 1024;
  private static final int XLARGE_SIZE = 2048;

  /** Names of the files, the later ones over the earlier. */
  private final String layers;

  TrainingDefaults(String layers) {
    this.layers = layers;
  }

  /**
   * Returns the defaults that suit a base model.
   *
   * @param name as {@link BaseModels#resolve} takes it; of one that cannot be read, those for
   *     ALBERT base
   */
  public static TrainingDefaults forBaseModel(String name) {
    if (BaseModels.isRandom(name)) {
      return BaseModels.hiddenSize(name).orElse(0) < BASE_SIZE ? RANDOM : RANDOM_BASE;
    }
    int hiddenSize = BaseModels.hiddenSize(name).orElse(BASE_SIZE);
    if (hiddenSize < MEDIUM_SIZE) {
      return PRETRAINED_SMALL;
    }
    if (hiddenSize < LARGE_SIZE) {
      return PRETRAINED;
    }
    return hiddenSize < XLARGE_SIZE ? PRETRAINED_LARGE : PRETRAINED_XLARGE;
  }

  /**
   * Returns these defaults with some settings replaced.
   *
   * @param chosen by the names that the command line gives the settings
   * @throws IllegalArgumentException if a name is unknown, a value malformed or out of range, or
   *     two contradict each other
   */
  public TrainingSettings with(Map<String, String> chosen) {
    return TrainingSettings.of(LayeredDefaults.with(TrainingDefaults.class, layers, chosen));
  }
}
