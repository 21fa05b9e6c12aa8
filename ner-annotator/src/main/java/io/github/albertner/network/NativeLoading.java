package io.github.albertner;

import ai.djl.Device;
import ai.djl.engine.EngineException;
import java.io.IOException;

/**
 * Loads native code in containers, which give applications and threads class loaders of their own.
 */
final class NativeLoading {
  /** What the JDK says of a library whose class loader was not collected yet. */
  private static final String HELD = "already loaded in another classloader";

  /** Work that loads native code. */
  interface Load<T> {
    T run() throws IOException;
  }

  private NativeLoading() {}

  /**
   * Does the work with DJL's class loader as the thread's: DJL looks for its engine and native
   * libraries through the thread, which in a container may know nothing of them; and threads that
   * come to be meanwhile keep the loader that they find, which must not be an application's.
   *
   * @throws IllegalStateException if another class loader of this JVM holds the native libraries
   */
  static <T> T run(Load<T> load) throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    thread.setContextClassLoader(Device.class.getClassLoader());
    try {
      return load.run();
    } catch (LinkageError | EngineException e) {
      if (isHeldElsewhere(e)) {
        throw new IllegalStateException(
            "the native libraries are in use by another class loader of this JVM: another"
                + " application of the container, or this one before it was deployed again. A JVM"
                + " can hold them once; put the jars of DJL, and those that DJL needs, where"
                + " applications share them, and start the JVM again",
            e);
      }
      throw e;
    } finally {
      thread.setContextClassLoader(context);
    }
  }

  /** Later attempts fail with a cause that names the first failure. */
  private static boolean isHeldElsewhere(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && cause.getMessage().contains(HELD)) {
        return true;
      }
    }
    return false;
  }
}
