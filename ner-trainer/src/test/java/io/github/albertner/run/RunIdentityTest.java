package io.github.albertner.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RunIdentityTest {
  private static RunIdentity of(Map<String, String> facts) {
    return new RunIdentity(new TreeMap<>(facts));
  }

  @Test
  void whatDiffersIsNamed() {
    assertEquals(
        List.of("epochs (was 3, is 4)", "seed (was 1, is nothing)"),
        of(Map.of("epochs", "3", "seed", "1", "threads", "2"))
            .differences(of(Map.of("epochs", "4", "threads", "2"))));
  }

  @Test
  void runsFromBeforeThereWereDevicesRanOnTheProcessor() {
    RunIdentity before = of(Map.of("seed", "1"));
    assertEquals(List.of(), before.differences(of(Map.of("seed", "1", "device", "cpu"))));
    assertEquals(
        List.of("device (was cpu, is gpu:0)"),
        before.differences(of(Map.of("seed", "1", "device", "gpu:0"))));
  }
}
