package io.github.albertner.network;

import ai.djl.engine.Engine;
import ai.djl.engine.StandardCapabilities;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.pytorch.jni.LibUtils;
import io.github.albertner.dependency.LoadFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The libtorch of this process, loaded at first use. */
final class Libtorch {
  private static final String NAME = "PyTorch";

  /** DJL looks for a cloud host and reports to it, and fetches natives, unless told not to. */
  private static final List<String> QUIET = List.of("OPT_OUT_TRACKING", "ai.djl.offline");

  /**
   * System property that names the class loader which holds libtorch. DJL finds out by trying, and
   * leaves threads behind that keep an application's classes in memory for good.
   */
  private static final String HOLDER = "io.github.albertner.libtorch";

  private static volatile Engine engine;

  private Libtorch() {}

  /**
   * Returns DJL's engine.
   *
   * @throws io.github.albertner.dependency.DependencyException if it cannot be loaded; the next
   *     call tries again
   */
  static Engine engine() {
    if (engine == null) {
      synchronized (Libtorch.class) {
        if (engine == null) {
          engine = NativeLoading.run(() -> quietly(Libtorch::load));
        }
      }
    }
    return engine;
  }

  private static Engine load() {
    LoadFailure.requireUsable(NativeLoading.loader());
    String loader = NativeLoading.loader() + "@" + System.identityHashCode(NativeLoading.loader());
    if (!System.getProperty(HOLDER, loader).equals(loader)) {
      throw LoadFailure.held();
    }
    try (NativeCache cache = NativeCache.open()) {
      if (!Engine.hasEngine(NAME)) {
        // A jar made of many that lost the file in META-INF/services by which DJL finds it.
        Engine.registerEngine(new PtEngineProvider());
      }
      Engine loaded = Engine.getEngine(NAME);
      cache.share(Path.of(LibUtils.getLibtorchPath()));
      System.setProperty(HOLDER, loader);
      return loaded;
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // DJL throws them all where natives are missing, do not fit or cannot be unpacked.
      throw LoadFailure.of(e, NativeLoading.loader());
    }
  }

  /**
   * Does the work while the JVM's settings keep DJL from the network, and puts them back: they are
   * the application's too. Those that are set stay as they are.
   */
  static <T> T quietly(NativeLoading.Load<T, RuntimeException> work) {
    List<String> unset = QUIET.stream().filter(name -> System.getProperty(name) == null).toList();
    unset.forEach(name -> System.setProperty(name, "true"));
    try {
      return work.run();
    } finally {
      unset.forEach(name -> System.getProperties().remove(name, "true"));
    }
  }

  /** Makes all that libtorch draws by chance from here on depend on a seed. */
  static void seed(int seed) {
    engine().setRandomSeed(seed);
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
