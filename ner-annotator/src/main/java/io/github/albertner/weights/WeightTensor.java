package io.github.albertner.weights;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntUnaryOperator;

/**
 * A named tensor: type, shape and row-major little-endian bytes, which it shares and never changes.
 *
 * <p>Immutable as long as the buffer it was made on is left alone. Equal when name, type, shape and
 * bytes are equal.
 */
public final class WeightTensor {
  private final String name;
  private final DataType dataType;
  private final List<Long> shape;
  private final ByteBuffer data;

  private WeightTensor(String name, DataType dataType, List<Long> shape, ByteBuffer data) {
    this.name = name;
    this.dataType = dataType;
    this.shape = shape;
    this.data = data;
  }

  /**
   * A tensor over bytes that are not copied.
   *
   * @param name as in the checkpoint
   * @param dataType element type
   * @param shape sizes of the dimensions, none for a scalar
   * @param data the bytes from position to limit, row-major, little-endian
   * @return the tensor
   * @throws IllegalArgumentException if the bytes are not as many as type and shape need
   */
  public static WeightTensor of(String name, DataType dataType, List<Long> shape, ByteBuffer data) {
    Objects.requireNonNull(name, "name");
    long needed = Math.multiplyExact(elements(shape), dataType.bytes());
    if (needed != data.remaining()) {
      throw new IllegalArgumentException(
          "tensor %s: %s %s needs %s bytes, found %s"
              .formatted(name, dataType, shape, needed, data.remaining()));
    }
    return new WeightTensor(name, dataType, List.copyOf(shape), data.slice().asReadOnlyBuffer());
  }

  /**
   * An F32 tensor of copied values.
   *
   * @param name as in the checkpoint
   * @param values row-major
   * @param shape sizes of the dimensions, none for a scalar
   * @return the tensor
   * @throws IllegalArgumentException if the values are not as many as the shape needs
   */
  public static WeightTensor ofFloats(String name, float[] values, long... shape) {
    ByteBuffer data = littleEndian(values.length, DataType.F32);
    data.asFloatBuffer().put(values);
    return of(name, DataType.F32, Arrays.stream(shape).boxed().toList(), data);
  }

  /** How many elements a shape has; negative sizes and overflow are errors. */
  static long elements(List<Long> shape) {
    long elements = 1;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size in shape " + shape);
      }
      elements = Math.multiplyExact(elements, size);
    }
    return elements;
  }

  /**
   * The name.
   *
   * @return as in the checkpoint
   */
  public String name() {
    return name;
  }

  /**
   * The element type.
   *
   * @return as stored
   */
  public DataType dataType() {
    return dataType;
  }

  /**
   * The sizes of the dimensions.
   *
   * @return unmodifiable, empty for a scalar
   */
  public List<Long> shape() {
    return shape;
  }

  /**
   * How many elements there are.
   *
   * @return the product of the shape
   */
  public int elements() {
    return data.capacity() / dataType.bytes();
  }

  /**
   * The bytes, row-major.
   *
   * @return a fresh read-only little-endian view from 0 to the end
   */
  public ByteBuffer data() {
    return data.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The values, widened from F16 or BF16 or narrowed from F64 as needed.
   *
   * @return a fresh array, row-major
   * @throws IllegalArgumentException if the elements are not real numbers
   */
  public float[] floats() {
    float[] values = new float[elements()];
    copyTo(FloatBuffer.wrap(values), 0);
    return values;
  }

  /**
   * The values as F32, converted as they are read: no copy of the tensor is made.
   *
   * @return a stream of {@code 4 * elements()} bytes, row-major, little-endian; its reads throw
   *     IllegalArgumentException if the elements are not real numbers
   */
  public InputStream f32Stream() {
    return new F32Stream(this);
  }

  /**
   * The same values as F32: this tensor itself where it already is, else one copy outside the heap.
   *
   * @return an F32 tensor
   * @throws IllegalArgumentException if the elements are not real numbers
   */
  public WeightTensor toF32() {
    if (dataType == DataType.F32) {
      return this;
    }
    ByteBuffer widened = littleEndian(elements(), DataType.F32);
    copyTo(widened.asFloatBuffer(), 0);
    return new WeightTensor(name, DataType.F32, shape, widened.asReadOnlyBuffer());
  }

  /**
   * The values rounded to F16, nearest and ties to even: this tensor itself where it already is.
   *
   * @return an F16 tensor
   * @throws ArithmeticException if a finite value is beyond F16's range of 65504
   * @throws IllegalArgumentException if the elements are not real numbers
   */
  public WeightTensor toF16() {
    if (dataType == DataType.F16) {
      return this;
    }
    float[] values = floats();
    ByteBuffer rounded = littleEndian(values.length, DataType.F16);
    for (int i = 0; i < values.length; i++) {
      short half = HalfPrecision.toHalf(values[i]);
      if (Float.isFinite(values[i]) && !Float.isFinite(HalfPrecision.fromHalf(half))) {
        throw new ArithmeticException(
            "tensor %s: value %s at element %s is beyond F16's range of 65504; store it as F32"
                .formatted(name, values[i], i));
      }
      rounded.putShort(2 * i, half);
    }
    return new WeightTensor(name, DataType.F16, shape, rounded.asReadOnlyBuffer());
  }

  /**
   * The same tensor under another name; the bytes are shared.
   *
   * @param newName the other name
   * @return a tensor of that name
   */
  public WeightTensor renamed(String newName) {
    return new WeightTensor(Objects.requireNonNull(newName, "newName"), dataType, shape, data);
  }

  /** Fills the target with the elements from the given one on. */
  void copyTo(FloatBuffer target, int first) {
    ByteBuffer source = data();
    switch (dataType) {
      case F32 -> target.put(0, source.asFloatBuffer(), first, target.remaining());
      case F16 -> put(target, first, i -> bits(HalfPrecision.fromHalf(source.getShort(2 * i))));
      case BF16 -> put(target, first, i -> bits(HalfPrecision.fromBrain(source.getShort(2 * i))));
      case F64 -> put(target, first, i -> bits((float) source.getDouble(8 * i)));
      default ->
          throw new IllegalArgumentException(
              "tensor %s is %s; expected one of F32, F16, BF16, F64".formatted(name, dataType));
    }
  }

  private static void put(FloatBuffer target, int first, IntUnaryOperator bitsOfElement) {
    for (int i = 0; i < target.remaining(); i++) {
      target.put(i, Float.intBitsToFloat(bitsOfElement.applyAsInt(first + i)));
    }
  }

  private static int bits(float value) {
    return Float.floatToRawIntBits(value);
  }

  private static ByteBuffer littleEndian(int elements, DataType type) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(elements, type.bytes()))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WeightTensor that
        && name.equals(that.name)
        && dataType == that.dataType
        && shape.equals(that.shape)
        && data.equals(that.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, dataType, shape);
  }

  /** Name, type and shape, for messages: {@code classifier.bias F32 [7]}. */
  @Override
  public String toString() {
    return name + " " + dataType + " " + shape;
  }
}
