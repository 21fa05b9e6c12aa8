package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class AlbertProgramTest {

  @Test
  void convolutionsAreForProcessorsAlone() {
    AlbertProgram.Kernel f32 =
        Processor.current().x86() ? AlbertProgram.Kernel.CONVOLUTION : AlbertProgram.Kernel.PLAIN;
    assertEquals(f32, AlbertProgram.Kernel.differentiable(Precision.F32, Device.cpu()));
    assertEquals(
        AlbertProgram.Kernel.PLAIN,
        AlbertProgram.Kernel.differentiable(Precision.BF16, Device.cpu()));
    assertEquals(
        AlbertProgram.Kernel.PLAIN,
        AlbertProgram.Kernel.differentiable(Precision.F32, Device.gpu()));
  }
}
