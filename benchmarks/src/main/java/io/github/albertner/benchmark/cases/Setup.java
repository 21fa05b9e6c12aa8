package io.github.albertner.benchmark.cases;

import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.Rounds;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * What all cases need to know.
 *
 * @param size of the network
 * @param threads processor threads that a contender may use
 * @param rounds how often contenders take turns
 * @param sentences of a workload of mixed lengths
 * @param workloads where sentences come from
 * @param peers folder with a folder of jars for each ONNX Runtime under NameFinderDL
 */
public record Setup(
    Size size, int threads, Rounds rounds, int sentences, Workloads workloads, Path peers) {

  /** Returns the name under which ours is shown. */
  static String ours(Precision precision) {
    return "ours " + precision.label();
  }

  /** Returns the precisions that this machine's processor computes in. */
  static List<Precision> precisions() {
    return Arrays.stream(Precision.values()).filter(Precision::isOfProcessor).toList();
  }

  TaggerOptions options(Precision precision) {
    return TaggerOptions.defaults()
        .withDevice(DeviceChoice.CPU) // as the peers
        .withThreads(threads)
        .withPrecision(precision);
  }

  Setup withThreads(int other) {
    return new Setup(size, other, rounds, sentences, workloads, peers);
  }
}
