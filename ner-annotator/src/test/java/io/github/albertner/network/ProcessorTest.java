package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  private static final String ZEN5 =
      """
      processor\t: 0
      model name\t: AMD EPYC
      flags\t\t: fpu avx2 avx512f avx512_bf16 avx_vnni

      processor\t: 1
      flags\t\t: fpu
      """;

  @Test
  void bf16IsTakenWhereTheProcessorMultipliesIt() {
    assertTrue(Processor.of("amd64", ZEN5).multipliesBf16());
    assertTrue(Processor.of("x86_64", "flags : fpu amx_bf16").multipliesBf16());
    assertFalse(Processor.of("amd64", "flags : fpu avx512f avx512_vnni").multipliesBf16());
  }

  @Test
  void nothingIsAssumedOfUnknownProcessors() {
    assertFalse(Processor.of("amd64", "").multipliesBf16());
    assertFalse(Processor.of("amd64", "flags").multipliesBf16());
    assertFalse(Processor.of("aarch64", "Features : fp asimd bf16").multipliesBf16());
    assertFalse(Processor.of("aarch64", ZEN5).x86());
  }

  @Test
  void autoIsBf16OrF32HereAndF16OnGpus() {
    Precision expected = Processor.current().multipliesBf16() ? Precision.BF16 : Precision.F32;
    assertEquals(expected, Precision.AUTO.on(Device.cpu()));
    assertEquals(Precision.F16, Precision.AUTO.on(Device.gpu()));
    assertEquals(Precision.INT8, Precision.INT8.on(Device.cpu()));
  }
}
