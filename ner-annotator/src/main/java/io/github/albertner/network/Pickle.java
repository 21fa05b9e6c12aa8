package io.github.albertner.network;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes the few opcodes of pickle protocol 2 that libtorch's unpickler needs ({@code
 * torch/csrc/jit/serialization/pickler.h}).
 */
final class Pickle {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Starts with the protocol number. */
  Pickle() {
    op(0x80, 2);
  }

  Pickle op(int... codes) {
    for (int code : codes) {
      out.write(code);
    }
    return this;
  }

  /** Names a class or function: module, then name. */
  Pickle global(String module, String name) {
    op('c');
    out.writeBytes((module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Pickle none() {
    return op('N');
  }

  Pickle value(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X');
    out.writeBytes(littleEndian(4).putInt(utf8.length).array());
    out.writeBytes(utf8);
    return this;
  }

  Pickle value(boolean flag) {
    return op(flag ? 0x88 : 0x89);
  }

  Pickle value(long number) {
    if (number == (int) number) {
      op('J');
      out.writeBytes(littleEndian(4).putInt((int) number).array());
    } else {
      op(0x8a, 8);
      out.writeBytes(littleEndian(8).putLong(number).array());
    }
    return this;
  }

  Pickle value(double number) {
    op('G');
    out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
    return this;
  }

  /** A tuple of numbers. */
  Pickle tuple(List<Long> numbers) {
    op('(');
    for (long number : numbers) {
      value(number);
    }
    return op('t');
  }

  /** Ends the pickle and returns it. */
  byte[] finish() {
    op('.');
    return out.toByteArray();
  }

  private static ByteBuffer littleEndian(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
