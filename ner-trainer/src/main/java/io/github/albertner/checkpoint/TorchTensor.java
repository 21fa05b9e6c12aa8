package io.github.albertner.checkpoint;

import io.github.albertner.weights.WeightTensor;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A tensor of a PyTorch file as its pickle describes it: a strided view of a storage.
 *
 * @param storage where its elements lie
 * @param offset of the first, in elements
 * @param shape sizes of the dimensions
 * @param strides steps between neighbours along each dimension, in elements
 */
record TorchTensor(TorchStorage storage, long offset, List<Long> shape, List<Long> strides) {

  TorchTensor {
    if (offset < 0 || shape.size() != strides.size()) {
      throw new IllegalArgumentException(
          "offset " + offset + ", shape " + shape + ", strides " + strides);
    }
    long last = offset;
    boolean empty = false;
    for (int i = 0; i < shape.size(); i++) {
      if (shape.get(i) < 0 || strides.get(i) < 0) {
        throw new IllegalArgumentException("shape " + shape + ", strides " + strides);
      }
      empty |= shape.get(i) == 0;
      last = Math.addExact(last, Math.multiplyExact(Math.max(0, shape.get(i) - 1), strides.get(i)));
    }
    if (!empty && (last >= storage.elements() || elements(shape) > storage.elements())) {
      // The second, possible with strides of 0, would ask for memory that the file does not bound.
      throw new IllegalArgumentException(
          "shape %s and strides %s in a storage of %s elements"
              .formatted(shape, strides, storage.elements()));
    }
  }

  private static long elements(List<Long> shape) {
    return shape.stream().reduce(1L, Math::multiplyExact);
  }

  private boolean isContiguous() {
    long expected = 1;
    for (int i = shape.size() - 1; i >= 0; i--) {
      if (shape.get(i) != 1 && strides.get(i) != expected) {
        return false;
      }
      expected *= shape.get(i);
    }
    return true;
  }

  /**
   * The tensor itself: a view of the storage's bytes where they lie in order, else a copy.
   *
   * @param name of the tensor
   * @param bytes of the whole storage
   */
  WeightTensor over(String name, ByteBuffer bytes) {
    int size = storage.dataType().bytes();
    int count = Math.toIntExact(Math.multiplyExact(elements(shape), size));
    ByteBuffer data;
    if (count == 0) {
      data = ByteBuffer.allocate(0);
    } else if (isContiguous()) {
      data = bytes.slice(Math.toIntExact(offset * size), count);
    } else {
      data = ByteBuffer.allocateDirect(count);
      copy(bytes, data, 0, offset);
      data.flip();
    }
    return WeightTensor.of(name, storage.dataType(), shape, data);
  }

  private void copy(ByteBuffer from, ByteBuffer to, int dimension, long element) {
    if (dimension == shape.size()) {
      int size = storage.dataType().bytes();
      to.put(from.slice(Math.toIntExact(element * size), size));
      return;
    }
    for (long i = 0; i < shape.get(dimension); i++) {
      copy(from, to, dimension + 1, element + i * strides.get(dimension));
    }
  }
}
