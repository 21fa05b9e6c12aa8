package io.github.albertner.network;

import io.github.albertner.weights.WeightTensor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an archive holds, to be read once it is written: everything but the tensors is kept as
 * written, and tensors are read from where they lie, so that an archive takes no room for them.
 */
final class ArchiveContent extends OutputStream {
  private final List<Supplier<InputStream>> parts = new ArrayList<>();
  private ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long bytesOfTensor;

  /**
   * Says that what is written next are the values of a tensor as F32; they are counted, not kept.
   */
  void expect(WeightTensor tensor) {
    endPart();
    parts.add(tensor::f32Stream);
    bytesOfTensor = (long) tensor.elements() * Float.BYTES;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    int ofTensor = (int) Math.min(bytesOfTensor, length);
    bytesOfTensor -= ofTensor;
    written.write(bytes, offset + ofTensor, length - ofTensor);
  }

  /** Ends writing; the stream reads what was written. */
  InputStream toInputStream() {
    endPart();
    List<InputStream> streams = parts.stream().map(Supplier::get).toList();
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  private void endPart() {
    byte[] part = written.toByteArray();
    parts.add(() -> new ByteArrayInputStream(part));
    written = new ByteArrayOutputStream();
  }
}
