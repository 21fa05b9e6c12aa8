package io.github.albertner.network;

import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What computes in this process.
 *
 * @param libtorch version
 * @param folder that libtorch was loaded from
 * @param builtForGpus whether this libtorch can compute on NVIDIA GPUs, be there one or not
 * @param features what libtorch says of itself, such as MKLDNN and CUDA
 */
public record EngineFacts(
    String libtorch, Path folder, boolean builtForGpus, Set<String> features) {

  /** Instruction sets that the network's products gain from, as Linux names them. */
  private static final List<String> INSTRUCTION_SETS =
      List.of(
          "avx2",
          "fma",
          "f16c",
          "avx_vnni",
          "avx512f",
          "avx512_vnni",
          "avx512_bf16",
          "amx_bf16",
          "amx_int8");

  /** Copies the set. */
  public EngineFacts {
    features = Set.copyOf(features);
  }

  /** Loads libtorch if nobody has, and returns what it is. */
  public static EngineFacts load() {
    return new EngineFacts(
        Libtorch.version(),
        Libtorch.folder(),
        Libtorch.isBuiltForGpus(),
        new TreeSet<>(JniUtils.getFeatures()));
  }

  /** Returns the instruction sets of the processor that matter here; none where unknown. */
  public static List<String> instructionSets() {
    return INSTRUCTION_SETS.stream().filter(Processor.current().flags()::contains).toList();
  }

  /** Returns why a GPU cannot be used and what to do; empty if it can. */
  public static Optional<String> problemOf(DeviceChoice gpu) {
    return Gpus.problem(gpu.number());
  }

  /** Returns the free bytes of a GPU; empty where CUDA's runtime library is not found. */
  public static OptionalLong freeBytes(DeviceChoice gpu) {
    return Gpus.freeBytes(Devices.device(gpu));
  }

  /**
   * Returns the precisions that a device computes in, AUTO left out.
   *
   * @param device {@code cpu}, or a GPU
   */
  public static List<Precision> precisions(DeviceChoice device) {
    boolean gpu = device.kind() == DeviceChoice.Kind.GPU;
    return Arrays.stream(Precision.values())
        .filter(precision -> precision != Precision.AUTO)
        .filter(precision -> gpu ? precision != Precision.INT8 : precision.isOfProcessor())
        .toList();
  }
}
