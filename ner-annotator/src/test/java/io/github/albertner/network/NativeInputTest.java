package io.github.albertner.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** A failed read ends the stream and is thrown later. */
class NativeInputTest {
  @Test
  void failuresWaitUntilNativeCodeHasReturned() throws IOException {
    OutOfMemoryError full = new OutOfMemoryError("Java heap space");
    NativeInput input =
        new NativeInput(
            new InputStream() {
              private int next;

              @Override
              public int read() {
                return next++;
              }

              @Override
              public int read(byte[] bytes, int offset, int length) {
                if (next > 1) {
                  throw full;
                }
                bytes[offset] = (byte) next++;
                return 1;
              }
            });

    assertEquals(0, input.read());
    input.throwFailure();
    assertEquals(1, input.read(new byte[4], 0, 4));
    assertEquals(-1, input.read(new byte[4], 0, 4));
    assertEquals(-1, input.read());
    assertSame(full, assertThrows(OutOfMemoryError.class, input::throwFailure));
  }
}
