package io.github.albertner.network;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Memory that the C library holds for this process. */
final class NativeHeap {
  private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";
  private static final String TRIM = "systemTrimNativeHeap";

  private NativeHeap() {}

  /**
   * Gives memory that was freed back to the operating system, where the JVM can: with glibc, from
   * JDK 17.0.9 on. Elsewhere nothing happens.
   */
  static void trim() {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName(COMMANDS),
              TRIM,
              new Object[] {new String[0]},
              new String[] {String[].class.getName()});
    } catch (JMException | RuntimeException e) {
      // Not a JVM that has the command: memory stays with the C library, which uses it again.
    }
  }
}
