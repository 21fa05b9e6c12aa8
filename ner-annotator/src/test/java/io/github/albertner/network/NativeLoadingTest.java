package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
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
  void loadsWithTheEnginesClassLoaderAndPutsTheCallersBack() throws IOException {
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
  void saysWhatToDoWhenAnotherApplicationHoldsTheNativeLibraries() {
    Error first =
        new UnsatisfiedLinkError("Native Library /x.so already loaded in another classloader");
    Error later = new NoClassDefFoundError("Could not initialize class x.LibUtils");
    later.initCause(new ExceptionInInitializerError("Exception " + first));
    for (Error error : new Error[] {first, later}) {
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> fail(error));
      assertSame(error, e.getCause());
      assertTrue(e.getMessage().contains("another class loader of this JVM"), e.getMessage());
      assertTrue(e.getMessage().contains("where applications share them"), e.getMessage());
    }
  }

  private static void fail(Error error) throws IOException {
    NativeLoading.run(
        () -> {
          throw error;
        });
  }

  @Test
  void otherFailuresToLinkStayWhatTheyAre() {
    Error error = new UnsatisfiedLinkError("no x in java.library.path");
    assertEquals(error, assertThrows(UnsatisfiedLinkError.class, () -> fail(error)));
  }
}
