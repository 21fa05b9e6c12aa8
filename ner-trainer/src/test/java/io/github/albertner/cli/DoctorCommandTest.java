package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.EngineFacts;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir private Path folder;

  private Path model;

  @BeforeEach
  void write() throws IOException {
    model = CommandRun.untrained(folder.resolve("tiny.bin"));
  }

  @Test
  void theProcessorIsSound() {
    CommandRun run =
        CommandRun.of("doctor", "--device", "cpu", "--model", model, "--threads", "1", "--json")
            .exits(0);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertTrue(json.get("sound").getAsBoolean());
    assertEquals("cpu", json.get("device").getAsString());
    assertTrue(json.getAsJsonObject("engine").get("libtorch").getAsString().startsWith("2."));
    boolean f32 = false;
    for (JsonElement element : json.getAsJsonArray("checks")) {
      JsonObject check = element.getAsJsonObject();
      assertTrue(check.get("passed").getAsBoolean(), check.toString());
      if (check.get("precision").getAsString().equals("f32")) {
        f32 = true;
        assertTrue(check.get("piecesPerSecond").getAsDouble() > 0);
      }
    }
    assertTrue(f32, run.out());
  }

  @Test
  void aGpuThatIsNotThereFailsAndSaysWhatToInstall() {
    assumeTrue(
        EngineFacts.problemOf(DeviceChoice.gpu(0)).isPresent(), "there is a GPU that computes");
    CommandRun run = CommandRun.of("doctor", "--device", "gpu", "--model", model).exits(1);
    assertTrue(run.out().contains("cannot be used"), run.out());
    assertTrue(run.out().contains("FAILED: device gpu:0 was asked for"), run.out());
    assertTrue(run.out().contains("docs/gpu.md"), run.out());
    assertFalse(run.out().contains("All checks passed"), run.out());
  }

  @Test
  void anUnknownDeviceIsWrongUsage() {
    CommandRun.of("doctor", "--device", "tpu", "--model", model)
        .exits(2)
        .says("device is \"tpu\"; expected auto, cpu, gpu or gpu:N (N from 0)");
  }
}
