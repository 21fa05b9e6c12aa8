package io.github.albertner.network;

import ai.djl.engine.EngineException;
import java.util.List;
import java.util.Locale;

/** The least that can be computed at once does not fit into the device's memory. */
public final class DeviceMemoryException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  /** What libtorch says of GPUs, of the processor, and when cuBLAS finds no room to work in. */
  private static final List<String> SIGNS =
      List.of("out of memory", "can't allocate memory", "cublas_status_alloc_failed");

  /**
   * An exception that says what did not fit and what to change.
   *
   * @param cause the engine's
   */
  public DeviceMemoryException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Returns whether an engine's exception says that the device has no memory left. */
  public static boolean isSaidBy(Throwable exception) {
    if (!(exception instanceof EngineException) || exception.getMessage() == null) {
      return false;
    }
    String message = exception.getMessage().toLowerCase(Locale.ROOT);
    return SIGNS.stream().anyMatch(message::contains);
  }
}
