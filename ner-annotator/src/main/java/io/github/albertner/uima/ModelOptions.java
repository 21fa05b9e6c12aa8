package io.github.albertner.uima;

import io.github.albertner.TaggerOptions;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import java.util.Map;
import java.util.Optional;

/** Reads the parameters that say how a network runs. */
final class ModelOptions {
  private static final Map<String, Precision> PRECISIONS =
      Map.of(
          "auto", Precision.AUTO,
          "f32", Precision.F32,
          "bf16", Precision.BF16,
          "f16", Precision.F16,
          "int8", Precision.INT8);

  private static final Map<String, Boolean> SWITCH = Map.of("on", true, "off", false);

  private ModelOptions() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if a value is illegal; the message names the parameter
   */
  static TaggerOptions of(Parameters parameters) {
    TaggerOptions defaults = TaggerOptions.defaults();
    return defaults
        .withDevice(device(parameters, defaults.device()))
        .withPrecision(
            parameters.choice(NerParameters.PARAM_PRECISION, PRECISIONS, defaults.precision()))
        .withRecasing(parameters.choice(NerParameters.PARAM_RECASE, SWITCH, defaults.recasing()));
  }

  private static DeviceChoice device(Parameters parameters, DeviceChoice fallback) {
    Optional<String> text = parameters.text(NerParameters.PARAM_DEVICE);
    try {
      return text.map(DeviceChoice::of).orElse(fallback);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "parameter %s: expected %s, found '%s'"
              .formatted(NerParameters.PARAM_DEVICE, DeviceChoice.EXPECTED, text.orElseThrow()),
          e);
    }
  }
}
