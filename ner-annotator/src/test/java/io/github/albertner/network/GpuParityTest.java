package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import io.github.albertner.testing.Gpu;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On a GPU the network computes what it computes on the processor, and keeps no memory. */
@Tag("gpu")
class GpuParityTest extends NetworkParityTest {
  private static final long SLACK_BYTES = 64L << 20;

  @BeforeEach
  void assumeGpu() {
    Gpu.assume();
  }

  @Override
  Device device() {
    return Device.gpu(0);
  }

  /** Sums are made in another order. */
  @Override
  double f32Tolerance() {
    return 5e-5;
  }

  @ParameterizedTest
  @EnumSource(
      value = Precision.class,
      names = {"F32", "BF16", "F16"})
  void everyPrecisionOfGpusPassesTheSelfCheck(Precision precision) {
    SelfCheck.Outcome outcome = SelfCheck.load().run(Gpu.FIRST, precision);
    assertTrue(outcome.passes(), outcome.toString());
  }

  @Test
  void memoryIsFlatOverManyCallsAndLoads() throws IOException {
    runMany(); // what libtorch keeps for later calls
    OptionalLong before = Gpus.freeBytes(device());
    assumeTrue(before.isPresent(), "free memory is unknown without CUDA's runtime library");
    for (int round = 0; round < 5; round++) {
      runMany();
    }
    long after = Gpus.freeBytes(device()).orElseThrow();
    assertTrue(
        before.getAsLong() - after < SLACK_BYTES,
        "free before %s, after %s".formatted(before.getAsLong(), after));
  }

  private void runMany() throws IOException {
    for (String name : Golden.CASES) {
      Golden golden = Golden.load(name);
      try (TaggerNetwork network =
          TaggerNetwork.load(
              golden.config(), golden.labels(), golden.tensors(), Precision.F16, device(), 1)) {
        for (int call = 0; call < 100; call++) {
          network.activations(golden.unpaddedIds(), golden.lengths());
        }
      }
    }
  }
}
