package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class DevicesTest {
  @Test
  void choicesAreReadAsTheyAreWritten() {
    for (DeviceChoice choice :
        List.of(DeviceChoice.AUTO, DeviceChoice.CPU, DeviceChoice.gpu(0), DeviceChoice.gpu(12))) {
      assertEquals(choice, DeviceChoice.of(choice.label()));
    }
    assertEquals(DeviceChoice.gpu(0), DeviceChoice.of("gpu"));
    assertEquals(DeviceChoice.gpu(3), DeviceChoice.of(" GPU:3 "));
    assertEquals("gpu:0", DeviceChoice.of("gpu").label());
  }

  @Test
  void otherTextsAreRefusedWithWhatIsExpected() {
    for (String text : List.of("", "cuda", "cuda:0", "gpu0", "gpu:", "gpu:-1", "gpu:1000", "tpu")) {
      assertEquals(
          "device is \"" + text + "\"; expected auto, cpu, gpu or gpu:N (N from 0)",
          assertThrows(IllegalArgumentException.class, () -> DeviceChoice.of(text)).getMessage());
    }
    assertThrows(IllegalArgumentException.class, () -> DeviceChoice.gpu(-1));
    assertThrows(IllegalArgumentException.class, () -> new DeviceChoice(DeviceChoice.Kind.CPU, 1));
  }

  @Test
  void theProcessorIsAlwaysThere() {
    assertEquals(DeviceChoice.CPU, Devices.resolve(DeviceChoice.CPU));
    assertTrue(!Devices.device(DeviceChoice.CPU).isGpu());
  }

  @Test
  void autoIsTheProcessorWhereLibtorchHasNoGpuAndAskingForOneFails() {
    assumeFalse(Libtorch.isBuiltForGpus(), "the loaded libtorch is built for GPUs");
    assertEquals(DeviceChoice.CPU, Devices.resolve(DeviceChoice.AUTO));
    String message =
        assertThrows(NoSuchDeviceException.class, () -> Devices.resolve(DeviceChoice.gpu(1)))
            .getMessage();
    assertTrue(
        message.startsWith("device gpu:1 was asked for and cannot be used: libtorch 2."), message);
    assertTrue(message.contains("is a build for processors only"), message);
    assertTrue(message.contains("pytorch-native-cu128"), message);
    assertTrue(message.contains("PYTORCH_LIBRARY_PATH"), message);
  }
}
