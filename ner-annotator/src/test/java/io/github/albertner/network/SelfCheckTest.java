package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.albertner.weights.WeightTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelfCheckTest {
  static List<Precision> precisions() {
    return EngineFacts.precisions(DeviceChoice.CPU);
  }

  @ParameterizedTest
  @MethodSource("precisions")
  void everyPrecisionOfTheProcessorPassesWithTheErrorOfItsRounding(Precision precision) {
    SelfCheck.Outcome outcome = SelfCheck.load().run(DeviceChoice.CPU, precision);
    assertTrue(outcome.passes(), outcome.toString());
    // What no rounding explains would be no computation.
    double least = precision == Precision.F32 ? 1e-9 : 1e-4;
    assertTrue(outcome.error() > least, outcome.toString());
    assertTrue(outcome.error() < outcome.tolerance() / 2, outcome.toString());
  }

  @Test
  void numbersThatAreNoneOrTooFarDoNotPass() {
    assertTrue(new SelfCheck.Outcome(Precision.F32, 1e-5, 1e-4).passes());
    assertFalse(new SelfCheck.Outcome(Precision.F32, 1e-3, 1e-4).passes());
    assertFalse(new SelfCheck.Outcome(Precision.F32, Double.NaN, 1e-4).passes());
  }

  @Test
  void speedIsMeasured() {
    JsonObject json = new JsonObject();
    json.addProperty("vocab_size", 30);
    json.addProperty("embedding_size", 8);
    json.addProperty("hidden_size", 16);
    json.addProperty("num_hidden_layers", 1);
    json.addProperty("num_attention_heads", 2);
    json.addProperty("intermediate_size", 16);
    AlbertConfig config = AlbertConfig.fromJson(json);
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    config
        .parameterShapes(3)
        .forEach(
            (name, shape) -> {
              int size = Math.toIntExact(shape.stream().reduce(1L, (a, b) -> a * b));
              long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
              weights.put(name, WeightTensor.ofFloats(name, new float[size], sizes));
            });
    double speed =
        Throughput.measure(config, 3, weights, Precision.F32, List.of(), DeviceChoice.CPU, 1);
    assertTrue(speed > 1000 && speed < 1e9, "pieces a second: " + speed);
  }
}
