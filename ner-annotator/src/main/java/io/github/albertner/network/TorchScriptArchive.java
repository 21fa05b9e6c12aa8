package io.github.albertner.network;

import io.github.albertner.weights.WeightTensor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a module as the archive that {@code torch.jit.load} reads: a zip of stored entries, with
 * the object as a pickle, the source of its class, and one entry for the bytes of each tensor.
 *
 * <p>Source of the layout: {@code torch/csrc/jit/docs/serialization.md} in PyTorch. What is written
 * here comes from this library alone; a model file brings only the tensors' bytes.
 */
final class TorchScriptArchive {
  private static final String ROOT = "tagger/";
  private static final String CLASS = "Tagger";

  private final AlbertProgram program;
  private final List<WeightTensor> tensors = new ArrayList<>();
  private final boolean trainable;

  /**
   * An archive of a program and its parameters.
   *
   * @param weights at least the program's parameters, of real numbers
   * @param trainable whether the parameters take gradients
   */
  TorchScriptArchive(AlbertProgram program, Map<String, WeightTensor> weights, boolean trainable) {
    this.program = program;
    this.trainable = trainable;
    for (String name : program.parameters()) {
      WeightTensor tensor = weights.get(name);
      if (tensor == null || !tensor.dataType().isFloatingPoint()) {
        throw new IllegalArgumentException(
            "expected a tensor %s of real numbers, found %s".formatted(name, tensor));
      }
      tensors.add(tensor);
    }
  }

  /** Returns the archive. */
  InputStream content() throws IOException {
    ArchiveContent content = new ArchiveContent();
    ZipOutputStream zip = new ZipOutputStream(content);
    entry(zip, "data.pkl", object());
    entry(zip, "byteorder", ascii("little"));
    entry(zip, "code/__torch__.py", ascii(source()));
    for (int i = 0; i < tensors.size(); i++) {
      WeightTensor tensor = tensors.get(i);
      begin(zip, "data/" + i, tensor::f32Stream);
      content.expect(tensor);
      tensor.f32Stream().transferTo(zip);
      zip.closeEntry();
    }
    entry(zip, "constants.pkl", new Pickle().op(')').finish());
    entry(zip, "version", ascii("10\n"));
    zip.finish();
    return content.toInputStream();
  }

  private String source() {
    StringBuilder source = new StringBuilder("class " + CLASS + "(Module):\n");
    source.append("  __parameters__ = [");
    program.parameters().forEach(name -> source.append('"').append(attribute(name)).append("\", "));
    source.append("]\n  __buffers__ = []\n");
    program
        .parameters()
        .forEach(name -> source.append("  %s : Tensor%n".formatted(attribute(name))));
    source.append("  training : bool\n  _is_full_backward_hook : Optional[bool]\n");
    program
        .attributes()
        .forEach((name, value) -> source.append("  %s : %s%n".formatted(name, typeOf(value))));
    program.optionalAttributes().forEach(a -> source.append("  ").append(a).append('\n'));
    return source.append(program.methods()).toString();
  }

  private byte[] object() {
    Pickle pickle = new Pickle().global("__torch__", CLASS).op(')', 0x81, '}', '(');
    for (int i = 0; i < tensors.size(); i++) {
      WeightTensor tensor = tensors.get(i);
      pickle.value(attribute(tensor.name()));
      pickle.global("torch._utils", "_rebuild_tensor_v2").op('(', '(');
      pickle.value("storage").global("torch", "FloatStorage").value(Integer.toString(i));
      pickle.value("cpu").value(tensor.elements()).op('t', 'Q').value(0);
      pickle.tuple(tensor.shape()).tuple(strides(tensor.shape())).value(trainable);
      pickle.global("collections", "OrderedDict").op(')', 'R', 't', 'R');
    }
    pickle.value("training").value(false).value("_is_full_backward_hook").none();
    program.attributes().forEach((name, value) -> attributeValue(pickle.value(name), value));
    program.optionalAttributes().forEach(a -> pickle.value(a.substring(0, a.indexOf(' '))).none());
    return pickle.op('u', 'b').finish();
  }

  private static void attributeValue(Pickle pickle, Object value) {
    if (value instanceof Integer number) {
      pickle.value(number);
    } else if (value instanceof Double number) {
      pickle.value(number);
    } else if (value instanceof Boolean flag) {
      pickle.value(flag);
    } else {
      pickle.value((String) value);
    }
  }

  private static String typeOf(Object value) {
    if (value instanceof Integer) {
      return "int";
    }
    if (value instanceof Double) {
      return "float";
    }
    return value instanceof Boolean ? "bool" : "str";
  }

  private static List<Long> strides(List<Long> shape) {
    Long[] strides = new Long[shape.size()];
    long stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= shape.get(i);
    }
    return List.of(strides);
  }

  private static String attribute(String parameter) {
    return AlbertProgram.attributeName(parameter);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void entry(ZipOutputStream zip, String name, byte[] data) throws IOException {
    begin(zip, name, () -> new ByteArrayInputStream(data));
    zip.write(data);
    zip.closeEntry();
  }

  /** A stored entry's size and checksum come before its data. */
  private static void begin(ZipOutputStream zip, String name, Supplier<InputStream> data)
      throws IOException {
    CheckedOutputStream sum = new CheckedOutputStream(OutputStream.nullOutputStream(), new CRC32());
    ZipEntry entry = new ZipEntry(ROOT + name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(data.get().transferTo(sum));
    entry.setCrc(sum.getChecksum().getValue());
    zip.putNextEntry(entry);
  }
}
