package io.github.albertner.benchmark.cli;

import io.github.albertner.benchmark.gpu.GpuFolder;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.network.DeviceChoice;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Our part of benchmarks/gpu/run. */
@Command(
    name = "gpu",
    description =
        "Writes a network and sentences for the Python programs of benchmarks/gpu, and measures"
            + " ours on a device. benchmarks/gpu/run does all of it.",
    mixinStandardHelpOptions = true)
final class GpuCommand implements Callable<Integer> {
  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder to make.")
  private Path folder;

  @Option(names = "--device", description = "cpu, gpu or gpu:N. Default: gpu.")
  private String device = "gpu";

  @Option(
      names = "--size",
      description = "Size of the network: ${COMPLETION-CANDIDATES}. Default: base.",
      defaultValue = "base")
  private Size size;

  @Option(
      names = "--sentences",
      description = "Sentences of a workload. Default: 2048.",
      defaultValue = "2048")
  private int sentences;

  @Option(
      names = "--turns",
      description = "Turns; the best counts. Default: 5.",
      defaultValue = "5")
  private int turns;

  @Option(
      names = "--corpora",
      paramLabel = "FOLDER",
      description = "Folder with wnut17 and ncbi-disease. Default: ../shared/corpora.")
  private Path corpora = SetupOptions.home().resolve("../shared/corpora");

  @Option(
      names = "--prepare",
      description = "Write the folder and measure nothing: for a machine whose GPU has no JVM.")
  private boolean prepare;

  @Override
  public Integer call() throws Exception {
    GpuFolder made = new GpuFolder(folder, size, new Workloads(corpora), sentences);
    made.write();
    if (!prepare) {
      made.measure(DeviceChoice.of(device), turns);
    }
    return 0;
  }
}
