package io.github.albertner.checkpoint;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.albertner.modelpackage.AtomicFile;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A package's network as an ONNX file: what Hugging Face's {@code AlbertForTokenClassification}
 * computes, with the inputs, the output and the operator set that Hugging Face's {@code optimum}
 * gives an ALBERT.
 *
 * <p>Inputs {@code input_ids}, {@code attention_mask} and {@code token_type_ids}, each B x T,
 * 64-bit integers; output {@code logits}, B x T x L, 32-bit floating point. T may be as great as
 * the model has positions. Constants that layers share are in the file once. Layer normalization
 * and GELU are written out in the form that ONNX Runtime joins to one operator when it loads them.
 */
public final class OnnxFile {
  /** Piece ids, B x T. */
  public static final String INPUT_IDS = "input_ids";

  /** 1 for pieces, 0 for padding, B x T. */
  public static final String ATTENTION_MASK = "attention_mask";

  /** Token types, B x T; 0 for sentences. */
  public static final String TOKEN_TYPE_IDS = "token_type_ids";

  /** The scores, B x T x L. */
  public static final String LOGITS = "logits";

  /** Added to the attention scores of padding. */
  private static final float MASKED = -10_000;

  private static final String EMBEDDINGS = AlbertConfig.PREFIX + "embeddings.";
  private static final List<Object> BATCH = List.of("B", "T");

  private final AlbertConfig config;
  private final Map<String, WeightTensor> weights;
  private final OnnxPrecision precision;
  private final OnnxGraph graph = new OnnxGraph();
  private final Map<String, OnnxLinearLayer> layers = new HashMap<>();

  private OnnxFile(
      AlbertConfig config, Map<String, WeightTensor> weights, OnnxPrecision precision) {
    this.config = config;
    this.weights = weights;
    this.precision = precision;
  }

  /**
   * Writes a file, whole or not at all; the tokenizer and the labels are not part of it.
   *
   * @param overwrite whether a file that is there is replaced
   * @throws IOException if it cannot be written
   */
  public static void write(
      ModelPackage model, OnnxPrecision precision, Path file, boolean overwrite)
      throws IOException {
    ModelProto proto = export(model, precision);
    AtomicFile.write(
        file,
        overwrite,
        channel -> {
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
          proto.writeTo(out);
          out.flush();
        });
  }

  /** Returns the content of a file. */
  public static byte[] bytes(ModelPackage model, OnnxPrecision precision) {
    return export(model, precision).toByteArray();
  }

  private static ModelProto export(ModelPackage model, OnnxPrecision precision) {
    return new OnnxFile(model.config(), model.weights(), precision).model(model.labels().size());
  }

  private ModelProto model(int labels) {
    String pieces = graph.input(INPUT_IDS, BATCH);
    String mask = graph.input(ATTENTION_MASK, BATCH);
    String types = graph.input(TOKEN_TYPE_IDS, BATCH);
    graph.longs("zero", 0);
    graph.longs("first", 1);
    graph.longs("second", 2);
    graph.longs("batch_and_head", 1, 2);
    graph.longs("by_head", 0, 0, config.heads(), config.headSize());
    graph.longs("joined", 0, 0, config.hiddenSize());
    graph.longs("three", config.hiddenSize(), config.hiddenSize(), config.hiddenSize());
    graph.floats("scale", new float[] {(float) (1 / Math.sqrt(config.headSize()))}, 1);
    scalar("one", 1);
    scalar("half", 0.5);
    scalar("two", 2);
    scalar("cubed", 3);
    scalar("root_of_two", Math.sqrt(2));
    scalar("of_cube", 0.044715);
    scalar("in_tanh", Math.sqrt(2 / Math.PI));
    scalar("epsilon", config.layerNormEpsilon());
    graph.floats("masked", new float[] {MASKED}, 1);

    String padding = padding(mask); // B 1 1 T
    String mapping = AlbertConfig.PREFIX + "encoder.embedding_hidden_mapping_in";
    String x = linear(embed(pieces, types), mapping, List.of(mapping)); // B T H
    for (int layer = 0; layer < config.layers(); layer++) {
      for (int inner = 0; inner < config.innerLayers(); inner++) {
        x = layer(x, padding, prefix(config.groupOf(layer), inner));
      }
    }
    OnnxLinearLayer classifier =
        OnnxLinearLayer.of("classifier", weights, List.of("classifier")); // small, so f32 always
    graph.result(classifier.call(graph, x), LOGITS, List.of("B", "T", labels));
    return graph.model();
  }

  private static String prefix(int group, int inner) {
    return "%sencoder.albert_layer_groups.%s.albert_layers.%s."
        .formatted(AlbertConfig.PREFIX, group, inner);
  }

  /** From B x T, 1 or 0, to what is added to attention scores: B x 1 x 1 x T. */
  private String padding(String mask) {
    String ones = graph.op("Cast", List.of(mask), OnnxGraph.integer("to", 1));
    String absent = graph.op("Mul", List.of(graph.op("Sub", List.of("one", ones)), "masked"));
    return graph.op("Unsqueeze", List.of(absent, "batch_and_head"));
  }

  private String embed(String pieces, String types) {
    String shape = graph.op("Shape", List.of(pieces));
    String length = graph.op("Slice", List.of(shape, "first", "second"));
    String position = graph.op("Slice", List.of(matrix("position_embeddings"), "zero", length));
    String piece = graph.op("Gather", List.of(matrix("word_embeddings"), pieces));
    String type = graph.op("Gather", List.of(matrix("token_type_embeddings"), types));
    String sum = graph.op("Add", List.of(graph.op("Add", List.of(piece, position)), type));
    return layerNorm(sum, EMBEDDINGS + "LayerNorm"); // B T E
  }

  private String layer(String x, String padding, String layer) {
    String attention = layer + "attention.";
    String a = linear(attend(x, padding, attention), attention + "dense"); // B T H
    String y = layerNorm(graph.op("Add", List.of(a, x)), attention + "LayerNorm");
    String f = linear(activate(linear(y, layer + "ffn")), layer + "ffn_output"); // B T H
    return layerNorm(graph.op("Add", List.of(f, y)), layer + "full_layer_layer_norm");
  }

  private String attend(String x, String padding, String attention) {
    List<String> parts = List.of(attention + "query", attention + "key", attention + "value");
    String joined = linear(x, attention + "query_key_value", parts); // B T 3H
    List<String> qkv =
        graph.ops("Split", List.of(joined, "three"), 3, OnnxGraph.integer("axis", -1));
    String q = heads(qkv.get(0), 0L, 2L, 1L, 3L); // B A T D
    String k = heads(qkv.get(1), 0L, 2L, 3L, 1L); // B A D T
    String v = heads(qkv.get(2), 0L, 2L, 1L, 3L); // B A T D
    String scores = graph.op("Mul", List.of(graph.op("MatMul", List.of(q, k)), "scale"));
    String p =
        graph.op(
            "Softmax",
            List.of(graph.op("Add", List.of(scores, padding))),
            OnnxGraph.integer("axis", -1)); // B A T T
    String a = graph.op("MatMul", List.of(p, v)); // B A T D
    String byPiece = graph.op("Transpose", List.of(a), OnnxGraph.integers("perm", 0L, 2L, 1L, 3L));
    return graph.op("Reshape", List.of(byPiece, "joined")); // B T H
  }

  private String heads(String x, Long... order) {
    String byHead = graph.op("Reshape", List.of(x, "by_head")); // B T A D
    return graph.op("Transpose", List.of(byHead), OnnxGraph.integers("perm", order));
  }

  private String activate(String x) {
    if (config.activation() == Activation.RELU) {
      return graph.op("Relu", List.of(x));
    }
    String gate;
    if (config.activation() == Activation.GELU_NEW) {
      String cube = op("Mul", op("Pow", x, "cubed"), "of_cube");
      gate = op("Tanh", op("Mul", op("Add", x, cube), "in_tanh"));
    } else {
      gate = op("Erf", op("Div", x, "root_of_two"));
    }
    return op("Mul", op("Mul", x, "half"), op("Add", gate, "one"));
  }

  private String layerNorm(String x, String name) {
    String centred = op("Sub", x, mean(x));
    String deviation = op("Sqrt", op("Add", mean(op("Pow", centred, "two")), "epsilon"));
    String normal = op("Div", centred, deviation);
    return op("Add", op("Mul", normal, vector(name + ".weight")), vector(name + ".bias"));
  }

  private String mean(String x) {
    return graph.op("ReduceMean", List.of(x), OnnxGraph.integers("axes", -1L));
  }

  private String op(String type, String... inputs) {
    return graph.op(type, List.of(inputs));
  }

  private void scalar(String name, double value) {
    graph.floats(name, new float[] {(float) value});
  }

  private String linear(String x, String name) {
    return linear(x, name, List.of(name));
  }

  private String linear(String x, String name, List<String> parts) {
    OnnxLinearLayer layer =
        layers.computeIfAbsent(name, n -> OnnxLinearLayer.of(n, weights, parts));
    return precision == OnnxPrecision.INT8 ? layer.callQuantized(graph, x) : layer.call(graph, x);
  }

  private String matrix(String embedding) {
    return vector(EMBEDDINGS + embedding + ".weight");
  }

  private String vector(String name) {
    if (graph.holds(name)) {
      return name;
    }
    WeightTensor tensor = weights.get(name);
    long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
    return graph.floats(name, tensor.toF32().floats(), shape);
  }
}
