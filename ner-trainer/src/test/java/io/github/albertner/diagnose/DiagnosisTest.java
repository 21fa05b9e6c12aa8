package io.github.albertner.diagnose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static final PrecisionCheck RIGHT =
      new PrecisionCheck(
          "f16",
          OptionalDouble.of(0.0021),
          0.01,
          OptionalDouble.of(1_234_567),
          Optional.empty(),
          true);
  private static final PrecisionCheck WRONG =
      new PrecisionCheck(
          "bf16",
          OptionalDouble.of(Double.NaN),
          0.05,
          OptionalDouble.empty(),
          Optional.of("computes wrong numbers"),
          false);

  private static Diagnosis diagnosis(List<PrecisionCheck> checks, List<String> problems) {
    return new Diagnosis(
        Map.of("djl", "0.35.1"),
        Map.of("processors", "16"),
        Map.of("libtorch", "2.7.1"),
        List.of("avx512_bf16"),
        Optional.of(GpuFacts.parse("0, NVIDIA X1, 570.12, 81559, 80000, 9.0\n")),
        "auto",
        Optional.of("gpu:0"),
        Optional.of("f16"),
        checks,
        List.of(),
        problems);
  }

  @Test
  void aProgramThatDoesNotAnswerIsLeft() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30),
        () -> assertEquals(Optional.empty(), GpuFacts.ask(List.of("sleep", "60"), 1)));
    assertEquals(Optional.empty(), GpuFacts.ask(List.of("false"), 10));
    assertEquals(Optional.empty(), GpuFacts.ask(List.of("/no/such/nvidia-smi"), 10));
    assertEquals(
        Optional.of(List.of(new GpuFacts(0, "X1", "570.12", 9, 8, "9.0"))),
        GpuFacts.ask(List.of("echo", "0, X1, 570.12, 9, 8, 9.0"), 10));
  }

  @Test
  void nvidiaSmiIsRead() {
    assertEquals(
        List.of(
            new GpuFacts(0, "NVIDIA H100 80GB HBM3", "570.86.15", 81559, 81004, "9.0"),
            new GpuFacts(1, "NVIDIA A100-SXM4-40GB MIG 3g.20gb", "570.86.15", 0, 0, "8.0")),
        GpuFacts.parse(
            """
            0, NVIDIA H100 80GB HBM3, 570.86.15, 81559, 81004, 9.0
            1, NVIDIA A100-SXM4-40GB MIG 3g.20gb, 570.86.15, [N/A], [N/A], 8.0
            No devices were found
            """));
    assertEquals(List.of(), GpuFacts.parse("No devices were found\n"));
  }

  @Test
  void aSoundMachineIsShownWhole() {
    Diagnosis diagnosis = diagnosis(List.of(RIGHT), List.of());
    assertTrue(diagnosis.isSound());
    String text = DiagnosisText.render(diagnosis);
    for (String shown :
        List.of(
            "0.35.1", "avx512_bf16", "NVIDIA X1, driver 570.12", "gpu:0", "1,234,567", "2.1e-03")) {
      assertTrue(text.contains(shown), shown + " in\n" + text);
    }
    assertTrue(text.endsWith("\nAll checks passed.\n"), text);
    JsonObject json = DiagnosisJson.of(diagnosis);
    assertTrue(json.get("sound").getAsBoolean());
    assertEquals("gpu:0", json.get("device").getAsString());
    JsonObject check = json.getAsJsonArray("checks").get(0).getAsJsonObject();
    assertEquals(1_234_567, check.get("piecesPerSecond").getAsDouble());
    assertEquals(
        81559, json.getAsJsonArray("gpus").get(0).getAsJsonObject().get("memoryMib").getAsLong());
  }

  @Test
  void oneWrongPrecisionOrProblemIsNotSound() {
    Diagnosis wrong = diagnosis(List.of(RIGHT, WRONG), List.of());
    assertFalse(wrong.isSound());
    String text = DiagnosisText.render(wrong);
    assertTrue(text.contains("FAILED") && text.contains("computes wrong numbers"), text);
    assertTrue(text.endsWith("\nA check failed.\n"), text);
    assertFalse(DiagnosisJson.of(wrong).toString().contains("NaN"));

    Diagnosis problem = diagnosis(List.of(RIGHT), List.of("libtorch cannot be loaded: because"));
    assertFalse(problem.isSound());
    assertTrue(DiagnosisText.render(problem).contains("FAILED: libtorch cannot be loaded"));
  }
}
