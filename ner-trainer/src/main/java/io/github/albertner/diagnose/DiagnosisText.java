package io.github.albertner.diagnose;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A diagnosis for people. */
public final class DiagnosisText {
  private DiagnosisText() {}

  /** Returns the text, lines each ended. */
  public static String render(Diagnosis diagnosis) {
    StringBuilder text = new StringBuilder();
    section(text, "versions", diagnosis.versions());
    section(text, "machine", diagnosis.machine());
    line(
        text,
        "instruction sets",
        diagnosis.instructionSets().isEmpty()
            ? "none that matter, or unknown"
            : String.join(" ", diagnosis.instructionSets()));
    gpus(text, diagnosis);
    section(text, "engine", diagnosis.engine());
    section(text, "device", Map.of(diagnosis.asked(), diagnosis.device().orElse("cannot be used")));
    diagnosis.auto().ifPresent(auto -> line(text, "precision auto", auto));
    checks(text, diagnosis.checks());
    diagnosis.remarks().forEach(remark -> text.append("\nNote: ").append(remark).append('\n'));
    diagnosis.problems().forEach(problem -> text.append("\nFAILED: ").append(problem).append('\n'));
    text.append(diagnosis.isSound() ? "\nAll checks passed.\n" : "\nA check failed.\n");
    return text.toString();
  }

  private static void section(StringBuilder text, String title, Map<String, String> lines) {
    text.append(text.isEmpty() ? "" : "\n").append(title).append('\n');
    lines.forEach((name, value) -> line(text, name, value));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  %-18s%s%n".formatted(name, value));
  }

  private static void gpus(StringBuilder text, Diagnosis diagnosis) {
    text.append("\nGPUs by nvidia-smi\n");
    List<GpuFacts> gpus = diagnosis.gpus().orElse(List.of());
    if (gpus.isEmpty()) {
      line(
          text,
          "none",
          diagnosis.gpus().isEmpty() ? "no nvidia-smi, or it fails" : "it lists none");
    }
    for (GpuFacts gpu : gpus) {
      line(
          text,
          "gpu:" + gpu.number(),
          "%s, driver %s, %s MiB, %s free, compute capability %s"
              .formatted(
                  gpu.name(), gpu.driver(), gpu.memoryMib(), gpu.freeMib(), gpu.capability()));
    }
  }

  private static void checks(StringBuilder text, List<PrecisionCheck> checks) {
    if (checks.isEmpty()) {
      return;
    }
    text.append(
        "\n  %-11s%-10s%12s%12s%14s%n"
            .formatted("precision", "numbers", "error", "at most", "pieces/s"));
    Formatter rows = new Formatter(text, Locale.ROOT);
    for (PrecisionCheck check : checks) {
      rows.format("  %-11s%-10s", check.precision(), check.passed() ? "right" : "FAILED");
      if (check.error().isPresent()) {
        rows.format("%12.1e%12.0e", check.error().getAsDouble(), check.tolerance());
      } else {
        rows.format("%24s", "");
      }
      if (check.piecesPerSecond().isPresent()) {
        rows.format("%,14.0f", check.piecesPerSecond().getAsDouble());
      }
      check.remark().ifPresent(remark -> rows.format("  %s", remark));
      rows.format("%n");
    }
  }
}
