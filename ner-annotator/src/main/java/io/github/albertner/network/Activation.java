package io.github.albertner.network;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The feed-forward activations that ALBERT checkpoints name in {@code hidden_act}. */
public enum Activation {
  /** Exact GELU, with the error function. */
  GELU("gelu"),
  /** GELU by its tanh approximation; what the published ALBERT checkpoints use. */
  GELU_NEW("gelu_new"),
  /** Rectified linear unit. */
  RELU("relu");

  private final String configName;

  Activation(String configName) {
    this.configName = configName;
  }

  /** Returns the name used in {@code config.json}. */
  public String configName() {
    return configName;
  }

  /**
   * Returns the activation of a {@code config.json}.
   *
   * @throws IllegalArgumentException if the name is not one of the three
   */
  public static Activation ofConfigName(String name) {
    for (Activation activation : values()) {
      if (activation.configName.equals(name)) {
        return activation;
      }
    }
    String known =
        Arrays.stream(values()).map(Activation::configName).collect(Collectors.joining(", "));
    throw new IllegalArgumentException("hidden_act is \"" + name + "\"; expected one of " + known);
  }
}
