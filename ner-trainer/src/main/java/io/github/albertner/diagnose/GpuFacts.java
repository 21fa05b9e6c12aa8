package io.github.albertner.diagnose;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A GPU as the driver's own tool sees it.
 *
 * @param number as nvidia-smi counts; CUDA_VISIBLE_DEVICES may give libtorch another order
 * @param name of the card
 * @param driver its version
 * @param memoryMib total memory
 * @param freeMib free memory
 * @param capability compute capability, such as 9.0
 */
public record GpuFacts(
    int number, String name, String driver, long memoryMib, long freeMib, String capability) {

  private static final List<String> COMMAND =
      List.of(
          "nvidia-smi",
          "--query-gpu=index,name,driver_version,memory.total,memory.free,compute_cap",
          "--format=csv,noheader,nounits");
  private static final long SECONDS = 20;
  private static final int FIELDS = 6;

  /** Asks nvidia-smi; empty where there is none, or it fails, or does not answer. */
  static Optional<List<GpuFacts>> ask() {
    return ask(COMMAND, SECONDS);
  }

  /** Asks a program like nvidia-smi, whose answer a pipe holds. */
  static Optional<List<GpuFacts>> ask(List<String> command, long seconds) {
    Process process = null;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(seconds, TimeUnit.SECONDS) || process.exitValue() != 0) {
        return Optional.empty();
      }
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(parse(output));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      if (process != null) {
        process.destroyForcibly();
      }
    }
  }

  /** The cards of nvidia-smi's output, a line each; lines of another kind are passed over. */
  static List<GpuFacts> parse(String output) {
    List<GpuFacts> gpus = new ArrayList<>();
    for (String line : output.lines().toList()) {
      String[] fields = line.split("\\s*,\\s*", -1);
      if (fields.length == FIELDS && fields[0].strip().matches("\\d+")) {
        gpus.add(
            new GpuFacts(
                Integer.parseInt(fields[0].strip()),
                fields[1],
                fields[2],
                number(fields[3]),
                number(fields[4]),
                fields[5].strip()));
      }
    }
    return gpus;
  }

  /** Cards cut into parts say [N/A]. */
  private static long number(String field) {
    return field.matches("\\d+") ? Long.parseLong(field) : 0;
  }
}
