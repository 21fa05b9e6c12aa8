package io.github.albertner.checkpoint;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An ONNX graph in the making: constants, and operators in the order in which they are called. */
final class OnnxGraph {
  /** Operators of ONNX Runtime that are not in the standard. */
  static final String MICROSOFT = "com.microsoft";

  /** That of {@code AlbertOnnxConfig} in optimum; every runtime since 2021 has it. */
  private static final int OPERATOR_SET = 14;

  private static final int FORMAT_VERSION = 7;

  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("albert");
  private final Set<String> constants = new HashSet<>();
  private int values;
  private boolean usesMicrosoft;

  /** Calls a standard operator and returns the name of its one result. */
  String op(String type, List<String> inputs, AttributeProto... attributes) {
    return op("", type, inputs, 1, attributes).get(0);
  }

  /** Calls an operator of ONNX Runtime and returns the name of its one result. */
  String microsoft(String type, List<String> inputs, AttributeProto... attributes) {
    usesMicrosoft = true;
    return op(MICROSOFT, type, inputs, 1, attributes).get(0);
  }

  /** Calls a standard operator and returns the names of its results. */
  List<String> ops(String type, List<String> inputs, int results, AttributeProto... attributes) {
    return op("", type, inputs, results, attributes);
  }

  private List<String> op(
      String domain, String type, List<String> inputs, int results, AttributeProto... attributes) {
    List<String> outputs =
        Collections.nCopies(results, type).stream().map(t -> t + "_" + values++).toList();
    graph.addNode(
        NodeProto.newBuilder()
            .setDomain(domain)
            .setOpType(type)
            .setName(outputs.get(0))
            .addAllInput(inputs)
            .addAllOutput(outputs)
            .addAllAttribute(List.of(attributes)));
    return outputs;
  }

  /** Names a value that the caller of the graph gets. */
  void result(String value, String name, List<Object> shape) {
    graph.addNode(
        NodeProto.newBuilder().setOpType("Identity").setName(name).addInput(value).addOutput(name));
    graph.addOutput(value(name, TensorProto.DataType.FLOAT, shape));
  }

  /** Declares an input of 64-bit integers and returns its name. */
  String input(String name, List<Object> shape) {
    graph.addInput(value(name, TensorProto.DataType.INT64, shape));
    return name;
  }

  /** True if there is a constant of this name, to be used again. */
  boolean holds(String constant) {
    return constants.contains(constant);
  }

  /** Adds a constant of 32-bit floating point and returns its name. */
  String floats(String name, float[] values, long... shape) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return constant(name, TensorProto.DataType.FLOAT, bytes.array(), shape);
  }

  /** Adds a constant of 8-bit integers and returns its name. */
  String bytes(String name, byte[] values, long... shape) {
    return constant(name, TensorProto.DataType.INT8, values, shape);
  }

  /** Adds a vector of 64-bit integers and returns its name. */
  String longs(String name, long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return constant(name, TensorProto.DataType.INT64, bytes.array(), values.length);
  }

  private String constant(String name, TensorProto.DataType type, byte[] raw, long... shape) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(type.getNumber());
    for (long size : shape) {
      tensor.addDims(size);
    }
    if (!constants.add(name)) {
      throw new IllegalArgumentException("there is a constant " + name + " already");
    }
    graph.addInitializer(tensor.setRawData(ByteString.copyFrom(raw)));
    return name;
  }

  /** Returns the finished model. */
  ModelProto model() {
    return ModelProto.newBuilder()
        .setIrVersion(FORMAT_VERSION)
        .setProducerName("albert-ner")
        .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
        .addAllOpsetImport(
            usesMicrosoft
                ? List.of(
                    OperatorSetIdProto.newBuilder().setDomain(MICROSOFT).setVersion(1).build())
                : List.of())
        .setGraph(graph)
        .build();
  }

  static AttributeProto integer(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  static AttributeProto integers(String name, Long... values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(List.of(values))
        .build();
  }

  /** A shape is of sizes (Integer) and of names for sizes that vary (String). */
  private static ValueInfoProto value(String name, TensorProto.DataType type, List<Object> shape) {
    TensorShapeProto.Builder sizes = TensorShapeProto.newBuilder();
    for (Object size : shape) {
      if (size instanceof Integer fixed) {
        sizes.addDimBuilder().setDimValue(fixed);
      } else {
        sizes.addDimBuilder().setDimParam((String) size);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(sizes)))
        .build();
  }
}
