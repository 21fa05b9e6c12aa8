package io.github.albertner.network;

import ai.djl.Device;
import io.github.albertner.dependency.LoadFailure;

/**
 * Loads native code in containers, which give applications and threads class loaders of their own.
 */
public final class NativeLoading {
  /**
   * Work that loads native code.
   *
   * @param <T> what it returns
   * @param <E> what it throws
   */
  public interface Load<T, E extends Exception> {
    /** Does the work. */
    T run() throws E;
  }

  private NativeLoading() {}

  /**
   * Does the work with DJL's class loader as the thread's: DJL looks for its engine and native
   * libraries through the thread, which in a container may know nothing of them; and threads that
   * come to be meanwhile keep the loader that they find, which must not be an application's.
   *
   * @throws io.github.albertner.dependency.DependencyException if classes beneath ours do not fit
   *     together
   */
  public static <T, E extends Exception> T run(Load<T, E> load) throws E {
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    thread.setContextClassLoader(loader());
    try {
      return load.run();
    } catch (LinkageError e) {
      throw LoadFailure.of(e, loader());
    } finally {
      thread.setContextClassLoader(context);
    }
  }

  /** The class loader that has DJL; where it is missing, the one that should have it. */
  static ClassLoader loader() {
    try {
      return Device.class.getClassLoader();
    } catch (NoClassDefFoundError e) {
      return NativeLoading.class.getClassLoader();
    }
  }
}
