package io.github.albertner.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * A program and its weights, compiled by libtorch.
 *
 * <p>Calls from several threads run at the same time; whether that is safe is up to the methods
 * called: those that only read are.
 */
public final class ScriptModule implements AutoCloseable {
  private final NDManager manager;
  private final PtSymbolBlock block;
  private final int threads;

  private ScriptModule(NDManager manager, PtSymbolBlock block, int threads) {
    this.manager = manager;
    this.block = block;
    this.threads = threads;
  }

  /**
   * Compiles a program.
   *
   * @param weights the program's parameters, of real numbers; copied
   * @param trainable whether parameters take gradients
   * @param device where weights lie and methods run
   * @param threads that one call may use
   */
  public static ScriptModule load(
      AlbertProgram program,
      Map<String, WeightTensor> weights,
      boolean trainable,
      Device device,
      int threads) {
    NDManager manager = Libtorch.engine().newBaseManager(device);
    try {
      NativeInput archive =
          new NativeInput(new TorchScriptArchive(program, weights, trainable).content());
      JniUtils.setGraphExecutorOptimize(false);
      PtSymbolBlock block;
      try {
        block = JniUtils.loadModule((PtNDManager) manager, archive, true, false);
      } finally {
        archive.throwFailure();
      }
      return new ScriptModule(manager, block, threads);
    } catch (IOException e) {
      manager.close();
      throw new UncheckedIOException(e);
    } catch (RuntimeException | Error e) {
      manager.close();
      throw e;
    }
  }

  /** Returns a manager for the arrays of one call, on the module's device; the caller closes it. */
  public NDManager newScope() {
    return manager.newSubManager();
  }

  /**
   * Calls a method with the module's number of threads. The result belongs to the manager of the
   * first argument.
   *
   * @param gradients whether operations are recorded for differentiation
   * @param arguments at least one
   */
  public NDList call(String method, boolean gradients, NDList arguments) {
    return call(method, gradients, arguments, threads);
  }

  /**
   * Calls a method. The result belongs to the manager of the first argument.
   *
   * @param gradients whether operations are recorded for differentiation
   * @param arguments at least one
   * @param threads processor threads to use
   */
  NDList call(String method, boolean gradients, NDList arguments, int threads) {
    // libtorch keeps these per thread.
    JniUtils.setNumThreads(threads);
    JniUtils.setGraphExecutorOptimize(false);
    NDManager scope = arguments.head().getManager();
    try (NDArray name = scope.create(0f)) {
      name.setName("module_method:" + method);
      NDList list = new NDList(arguments);
      list.add(name);
      if (!gradients) {
        return IValueUtils.forward(block, list, false);
      }
      JniUtils.setGradMode(true);
      try {
        return IValueUtils.forward(block, list, true);
      } finally {
        JniUtils.setGradMode(false);
      }
    }
  }

  /** Makes all that libtorch draws by chance from here on depend on a seed, in this process. */
  public static void seed(int seed) {
    Libtorch.seed(seed);
  }

  /** Frees the weights. No call may be running or follow. */
  @Override
  public void close() {
    block.close();
    manager.close();
  }
}
