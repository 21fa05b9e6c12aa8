package io.github.albertner.pretrain;

import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.settings.LayeredDefaults;
import java.util.Map;

/**
 * The documented default settings: for a pretrained encoder, and what differs for random weights.
 */
public enum PretrainingDefaults {
  /** For going on with a pretrained encoder of hidden size from 512 on. */
  CONTINUED("continued"),
  /** For going on with a pretrained encoder of hidden size below 512. */
  CONTINUED_SMALL("continued continued-small"),
  /** For random weights of hidden size below 768. */
  RANDOM("continued random"),
  /** For random weights of hidden size from 768 on. */
  RANDOM_BASE("continued random random-base");

  private static final int MEDIUM_SIZE = 512;
  private static final int BASE_SIZE = 768;

  /** Names of the files, the later ones over the earlier. */
  private final String layers;

  PretrainingDefaults(String layers) {
    this.layers = layers;
  }

  /** Returns the defaults that suit a base model, by its name. */
  public static PretrainingDefaults forBaseModel(String name) {
    if (!BaseModels.isRandom(name)) {
      int hiddenSize = BaseModels.hiddenSize(name).orElse(BASE_SIZE);
      return hiddenSize < MEDIUM_SIZE ? CONTINUED_SMALL : CONTINUED;
    }
    return BaseModels.hiddenSize(name).orElse(0) < BASE_SIZE ? RANDOM : RANDOM_BASE;
  }

  /**
   * Returns these defaults with some settings replaced.
   *
   * @param chosen by the names that the command line gives the settings; one of {@code steps},
   *     {@code epochs} and {@code minutes} among them
   * @throws IllegalArgumentException if a name is unknown, a value malformed or out of range, or
   *     two contradict each other
   */
  public PretrainingSettings with(Map<String, String> chosen) {
    return PretrainingSettings.of(LayeredDefaults.with(PretrainingDefaults.class, layers, chosen));
  }
}
