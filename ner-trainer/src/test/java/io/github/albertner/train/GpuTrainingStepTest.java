package io.github.albertner.train;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.EngineFacts;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** Training steps on a GPU are those of the golden file too. */
@Tag("gpu")
class GpuTrainingStepTest extends TrainingStepParityTest {
  @BeforeEach
  void assumeGpu() {
    Optional<String> problem = EngineFacts.problemOf(DeviceChoice.gpu(0));
    assumeTrue(problem.isEmpty(), () -> "no GPU: " + problem.orElseThrow());
  }

  @Override
  Device device() {
    return Device.gpu(0);
  }
}
