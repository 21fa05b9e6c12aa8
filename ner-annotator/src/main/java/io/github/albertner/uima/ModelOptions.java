package io.github.albertner.uima;

import io.github.albertner.TaggerOptions;
import io.github.albertner.network.Precision;
import java.util.Locale;
import java.util.Map;

/** Reads the parameters that say how a network runs. */
final class ModelOptions {
  private static final Map<String, Precision> PRECISIONS =
      Map.of(
          "auto", Precision.AUTO,
          "f32", Precision.F32,
          "bf16", Precision.BF16,
          "f16", Precision.F16,
          "int8", Precision.INT8);
  private static final Map<String, String> DEVICES = Map.of("cpu", "cpu", "auto", "auto");

  private ModelOptions() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if a value is illegal; the message names the parameter
   */
  static TaggerOptions of(Parameters parameters) {
    String device = parameters.text(NerParameters.PARAM_DEVICE).orElse("auto");
    if (device.toLowerCase(Locale.ROOT).matches("(gpu|cuda).*")) {
      throw new IllegalArgumentException(
          "parameter %s: expected cpu or auto, found '%s': the engine runs on the processor only"
              .formatted(NerParameters.PARAM_DEVICE, device));
    }
    parameters.choice(NerParameters.PARAM_DEVICE, DEVICES, "auto");
    TaggerOptions defaults = TaggerOptions.defaults();
    return defaults.withPrecision(
        parameters.choice(NerParameters.PARAM_PRECISION, PRECISIONS, defaults.precision()));
  }
}
