package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import io.github.albertner.dependency.DependencyException;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NativeLoadingTest {
  private static final ClassLoader OF_CONTAINER = ClassLoader.getPlatformClassLoader();

  private ClassLoader before;

  @BeforeEach
  void comeFromAContainer() {
    before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(OF_CONTAINER);
  }

  @AfterEach
  void leave() {
    Thread.currentThread().setContextClassLoader(before);
  }

  private static ClassLoader context() {
    return Thread.currentThread().getContextClassLoader();
  }

  @Test
  void loadsWithTheEnginesClassLoaderAndPutsTheCallersBack() {
    assertSame(Device.class.getClassLoader(), NativeLoading.run(NativeLoadingTest::context));
    assertSame(OF_CONTAINER, context());
    IOException failure = new IOException("no file");
    assertSame(failure, assertThrows(IOException.class, () -> fail(failure)));
    assertSame(OF_CONTAINER, context());
  }

  private static void fail(IOException failure) throws IOException {
    NativeLoading.run(
        () -> {
          throw failure;
        });
  }

  @Test
  void explainsClassesThatDoNotFitTogether() {
    LinkageError error = new NoSuchMethodError("'void ai.djl.ndarray.NDArray.none()'");
    DependencyException e = assertThrows(DependencyException.class, () -> fail(error));
    assertSame(error, e.getCause());
  }

  private static void fail(LinkageError error) {
    NativeLoading.run(
        () -> {
          throw error;
        });
  }

  @Test
  void theApplicationsSettingsAreAsBefore() {
    String offline = "ai.djl.offline";
    String tracking = "OPT_OUT_TRACKING";
    String offlineBefore = System.getProperty(offline);
    String trackingBefore = System.getProperty(tracking);
    try {
      System.clearProperty(offline);
      System.setProperty(tracking, "false");
      assertEquals("true", Libtorch.quietly(() -> System.getProperty(offline)));
      assertEquals("false", Libtorch.quietly(() -> System.getProperty(tracking)));
      assertNull(System.getProperty(offline));
      assertEquals("false", System.getProperty(tracking));
      assertThrows(IllegalStateException.class, () -> Libtorch.quietly(this::refuse));
      assertNull(System.getProperty(offline));
    } finally {
      restore(offline, offlineBefore);
      restore(tracking, trackingBefore);
    }
  }

  private Object refuse() {
    throw new IllegalStateException("no");
  }

  private static void restore(String name, String value) {
    if (value == null) {
      System.clearProperty(name);
    } else {
      System.setProperty(name, value);
    }
  }
}
