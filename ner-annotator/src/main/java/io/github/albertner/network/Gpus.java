package io.github.albertner.network;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.util.cuda.CudaUtils;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The GPUs that the loaded libtorch computes on.
 *
 * <p>They are found by computing on them, not by asking DJL how many there are: DJL counts them
 * with the CUDA toolkit's own library, which machines with a driver and a CUDA libtorch often lack.
 */
final class Gpus {
  private static final String CUDA_BUILD =
      "put ai.djl.pytorch:pytorch-native-cu128 (2.7.1) on the class path in place of"
          + " pytorch-native-cpu, or name a libtorch 2.7.1 for CUDA 12.8 by PYTORCH_LIBRARY_PATH,"
          + " PYTORCH_VERSION and PYTORCH_FLAVOR; docs/gpu.md says how";

  private static final Map<Integer, Optional<String>> PROBLEMS = new ConcurrentHashMap<>();

  private Gpus() {}

  /** Returns why a GPU cannot be used and what to do; empty if it can. Tried once per process. */
  static Optional<String> problem(int number) {
    return PROBLEMS.computeIfAbsent(number, Gpus::tryOut);
  }

  private static Optional<String> tryOut(int number) {
    String loaded = "libtorch %s of %s".formatted(Libtorch.version(), Libtorch.folder());
    if (!Libtorch.isBuiltForGpus()) {
      return Optional.of(loaded + " is a build for processors only; " + CUDA_BUILD);
    }
    if (!Libtorch.seesGpus()) {
      return Optional.of(
          loaded
              + " is built for GPUs but finds none: see what nvidia-smi prints, and what"
              + " CUDA_VISIBLE_DEVICES allows");
    }
    try (NDManager manager = Libtorch.engine().newBaseManager(Device.gpu(number));
        NDArray ones = manager.create(new float[] {1, 1});
        NDArray sum = ones.add(ones)) {
      float[] found = sum.toFloatArray();
      return found[0] == 2 && found[1] == 2
          ? Optional.empty()
          : Optional.of("GPU %s adds 1 and 1 to %s".formatted(number, found[0]));
    } catch (EngineException e) {
      return Optional.of(
          "%s cannot compute on GPU %s: %s".formatted(loaded, number, firstLine(e.getMessage())));
    }
  }

  private static String firstLine(String message) {
    return message == null ? "no reason given" : message.lines().findFirst().orElse("");
  }

  /** Returns the bytes that are free on a GPU; empty where CUDA's runtime library is not found. */
  static OptionalLong freeBytes(Device device) {
    try {
      var usage = CudaUtils.getGpuMemory(device);
      return OptionalLong.of(usage.getMax() - usage.getUsed());
    } catch (IllegalStateException | EngineException e) {
      return OptionalLong.empty();
    }
  }
}
