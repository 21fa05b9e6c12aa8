package io.github.albertner.checkpoint;

import io.github.albertner.weights.DataType;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;

/**
 * Runs the pickle of a PyTorch state dictionary and nothing else.
 *
 * <p>A pickle is a program for a stack machine that can call any function by name. Here only the
 * instructions below run, and the only names are those of {@link #ALLOWED}, which build tensors and
 * dictionaries; every other name is refused before anything is made of it. Dictionaries take
 * strings as keys only, and no text is given memory beyond what the file still holds.
 */
final class TorchUnpickler extends Unpickler {
  private static final Map<String, DataType> STORAGES =
      Map.of(
          "FloatStorage", DataType.F32,
          "HalfStorage", DataType.F16,
          "BFloat16Storage", DataType.BF16,
          "DoubleStorage", DataType.F64,
          "LongStorage", DataType.I64,
          "IntStorage", DataType.I32,
          "ShortStorage", DataType.I16,
          "CharStorage", DataType.I8,
          "ByteStorage", DataType.U8,
          "BoolStorage", DataType.BOOL);

  private static final Map<String, IObjectConstructor> ALLOWED =
      Map.of(
          "collections.OrderedDict", arguments -> new StringKeys(),
          "torch._utils._rebuild_tensor_v2", TorchUnpickler::tensor,
          "torch._utils._rebuild_parameter", arguments -> (TorchTensor) arguments[0]);

  private static final Set<Short> INSTRUCTIONS =
      Set.of(
          Opcodes.PROTO,
          Opcodes.FRAME,
          Opcodes.STOP,
          Opcodes.MARK,
          Opcodes.NONE,
          Opcodes.NEWTRUE,
          Opcodes.NEWFALSE,
          Opcodes.BININT,
          Opcodes.BININT1,
          Opcodes.BININT2,
          Opcodes.LONG1,
          Opcodes.BINFLOAT,
          Opcodes.BINUNICODE,
          Opcodes.SHORT_BINUNICODE,
          Opcodes.EMPTY_TUPLE,
          Opcodes.TUPLE,
          Opcodes.TUPLE1,
          Opcodes.TUPLE2,
          Opcodes.TUPLE3,
          Opcodes.EMPTY_LIST,
          Opcodes.APPEND,
          Opcodes.APPENDS,
          Opcodes.EMPTY_DICT,
          Opcodes.SETITEM,
          Opcodes.SETITEMS,
          Opcodes.BINPUT,
          Opcodes.LONG_BINPUT,
          Opcodes.MEMOIZE,
          Opcodes.BINGET,
          Opcodes.LONG_BINGET,
          Opcodes.GLOBAL,
          Opcodes.STACK_GLOBAL,
          Opcodes.REDUCE,
          Opcodes.BUILD,
          Opcodes.BINPERSID);

  /** A dictionary whose keys are strings: others could be made to take forever to hash. */
  private static final class StringKeys extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public Object put(Object key, Object value) {
      if (!(key instanceof String)) {
        throw new RefusedClassException("a dictionary key that is not a string");
      }
      return super.put(key, value);
    }
  }

  /**
   * Runs one pickle.
   *
   * @param stream read up to the pickle's end and no further; must support mark
   */
  static Object run(InputStream stream) throws IOException {
    return new TorchUnpickler().load(stream);
  }

  @Override
  protected Object dispatch(short instruction) throws IOException {
    if (!INSTRUCTIONS.contains(instruction)) {
      throw new RefusedClassException(
          String.format(Locale.ROOT, "pickle instruction 0x%02x", instruction));
    }
    switch (instruction) {
      case Opcodes.GLOBAL -> {
        String module = PickleUtils.readline(input);
        String name = PickleUtils.readline(input);
        if (input.available() == 0) {
          throw new EOFException("it ends in a class name");
        }
        stack.add(named(module, name));
      }
      case Opcodes.STACK_GLOBAL -> {
        String name = (String) stack.pop();
        stack.add(named((String) stack.pop(), name));
      }
      case Opcodes.EMPTY_DICT -> stack.add(new StringKeys());
      case Opcodes.BUILD -> {
        stack.pop(); // attributes such as a state dictionary's _metadata
        if (!(stack.peek() instanceof StringKeys)) {
          throw new RefusedClassException("attributes of anything but a dictionary");
        }
      }
      case Opcodes.BINUNICODE -> {
        checkLength();
        return super.dispatch(instruction);
      }
      default -> {
        return super.dispatch(instruction);
      }
    }
    return NO_RETURN_VALUE;
  }

  private void checkLength() throws IOException {
    input.mark(Integer.BYTES);
    byte[] length = input.readNBytes(Integer.BYTES);
    input.reset();
    if (length.length == Integer.BYTES) {
      int bytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (bytes < 0 || bytes > input.available()) {
        throw new IOException("a text of " + bytes + " bytes ends behind the file");
      }
    }
  }

  private static Object named(String module, String name) {
    if (module.equals("torch") && STORAGES.containsKey(name)) {
      return STORAGES.get(name);
    }
    IObjectConstructor constructor = ALLOWED.get(module + "." + name);
    if (constructor == null) {
      throw new RefusedClassException(module + "." + name);
    }
    return constructor;
  }

  /** A storage: ('storage', type, key, location, elements) and in old files a view, here none. */
  @Override
  protected Object persistentLoad(Object id) {
    Object[] parts = (Object[]) id;
    if (!"storage".equals(parts[0]) || (parts.length > 5 && parts[5] != null)) {
      throw new RefusedClassException("a persistent id of kind " + parts[0]);
    }
    long elements = ((Number) parts[4]).longValue();
    return new TorchStorage((DataType) parts[1], (String) parts[2], elements);
  }

  /** (storage, offset, size, stride, requires_grad, backward_hooks[, metadata]). */
  private static TorchTensor tensor(Object[] arguments) {
    return new TorchTensor(
        (TorchStorage) arguments[0],
        ((Number) arguments[1]).longValue(),
        longs(arguments[2]),
        longs(arguments[3]));
  }

  private static List<Long> longs(Object tuple) {
    return List.of((Object[]) tuple).stream().map(value -> ((Number) value).longValue()).toList();
  }
}
