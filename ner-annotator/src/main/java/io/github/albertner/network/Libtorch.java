package io.github.albertner.network;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.jni.LibUtils;
import java.nio.file.Files;
import java.nio.file.Path;

/** The libtorch of this process, loaded at first use. */
final class Libtorch {
  static {
    // The engine looks for a cloud host and reports to it unless told not to.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", System.getProperty("ai.djl.offline", "true"));
  }

  private Libtorch() {}

  /** Returns DJL's engine. */
  static Engine engine() {
    return Engine.getEngine("PyTorch");
  }

  /** Returns its version. */
  static String version() {
    return engine().getVersion();
  }

  /** Returns the folder that it was loaded from. */
  static Path folder() {
    engine();
    return Path.of(LibUtils.getLibtorchPath());
  }

  /** Returns whether it was built to compute on NVIDIA GPUs, be there one or not. */
  static boolean isBuiltForGpus() {
    return Files.exists(folder().resolve(System.mapLibraryName("torch_cuda")));
  }

  /** Returns whether it sees at least one GPU. */
  static boolean seesGpus() {
    return engine().hasCapability(StandardCapabilities.CUDA);
  }
}
