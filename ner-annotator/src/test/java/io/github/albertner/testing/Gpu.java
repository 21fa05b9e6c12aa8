package io.github.albertner.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.EngineFacts;
import java.util.Optional;

/** The first GPU, for tests that need one. */
public final class Gpu {
  /** What to run on. */
  public static final DeviceChoice FIRST = DeviceChoice.gpu(0);

  private Gpu() {}

  /** Skips the test where there is none, saying why. */
  public static void assume() {
    Optional<String> problem = EngineFacts.problemOf(FIRST);
    assumeTrue(problem.isEmpty(), () -> "no GPU: " + problem.orElseThrow());
  }
}
