package io.github.albertner.benchmark.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the network of a package as ONNX: what Hugging Face's {@code AlbertForTokenClassification}
 * computes, with the inputs and the output that its own exporter names.
 *
 * <p>Inputs {@code input_ids}, {@code attention_mask} and {@code token_type_ids}, each B x T,
 * 64-bit integers; output {@code logits}, B x T x L. Constants that layers share are in the file
 * once. Query, key and value are one product, and GELU is the operator that ONNX Runtime's
 * optimizer would put in its place, so that the runtime is shown at its best.
 */
public final class OnnxExport {
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
  private final Map<String, LinearLayer> layers = new HashMap<>();

  private OnnxExport(
      AlbertConfig config, Map<String, WeightTensor> weights, OnnxPrecision precision) {
    this.config = config;
    this.weights = weights;
    this.precision = precision;
  }

  /**
   * Writes a file.
   *
   * @param file replaced if it exists
   * @throws IOException if it cannot be written
   */
  public static void write(ModelPackage model, OnnxPrecision precision, Path file)
      throws IOException {
    ModelProto proto = export(model, precision);
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      proto.writeTo(out);
    }
  }

  /** Returns the content of a file. */
  public static byte[] bytes(ModelPackage model, OnnxPrecision precision) {
    return export(model, precision).toByteArray();
  }

  private static ModelProto export(ModelPackage model, OnnxPrecision precision) {
    return new OnnxExport(model.config(), model.weights(), precision).model(model.labels().size());
  }

  private ModelProto model(int labels) {
    String pieces = graph.input(INPUT_IDS, BATCH);
    String mask = graph.input(ATTENTION_MASK, BATCH);
    String types = graph.input(TOKEN_TYPE_IDS, BATCH);
    graph.longs("zero", 0);
    graph.longs("batch_and_head", 1, 2);
    graph.longs("by_head", 0, 0, config.heads(), config.headSize());
    graph.longs("joined", 0, 0, config.hiddenSize());
    graph.longs("three", config.hiddenSize(), config.hiddenSize(), config.hiddenSize());
    graph.floats("scale", new float[] {(float) (1 / Math.sqrt(config.headSize()))}, 1);
    graph.floats("one", new float[] {1}, 1);
    graph.floats("masked", new float[] {MASKED}, 1);

    String padding = padding(mask); // B 1 1 T
    String mapping = AlbertConfig.PREFIX + "encoder.embedding_hidden_mapping_in";
    String x = linear(embed(pieces, types), mapping, List.of(mapping)); // B T H
    for (int layer = 0; layer < config.layers(); layer++) {
      for (int inner = 0; inner < config.innerLayers(); inner++) {
        x = layer(x, padding, prefix(config.groupOf(layer), inner));
      }
    }
    LinearLayer classifier =
        LinearLayer.of("classifier", weights, List.of("classifier")); // small, so f32 always
    graph.result(classifier.call(graph, x), LOGITS, List.of("B", "T", labels));
    return graph.model();
  }

  private static String prefix(int group, int inner) {
    return "%sencoder.albert_layer_groups.%d.albert_layers.%d."
        .formatted(AlbertConfig.PREFIX, group, inner);
  }

  /** From B x T, 1 or 0, to what is added to attention scores: B x 1 x 1 x T. */
  private String padding(String mask) {
    String ones = graph.op("Cast", List.of(mask), OnnxGraph.integer("to", 1));
    String absent = graph.op("Mul", List.of(graph.op("Sub", List.of("one", ones)), "masked"));
    return graph.op("Unsqueeze", List.of(absent, "batch_and_head"));
  }

  private String embed(String pieces, String types) {
    String length =
        graph.op(
            "Shape", List.of(pieces), OnnxGraph.integer("start", 1), OnnxGraph.integer("end", 2));
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
    boolean tanh = config.activation() == Activation.GELU_NEW;
    return graph.microsoft(tanh ? "FastGelu" : "Gelu", List.of(x));
  }

  private String layerNorm(String x, String name) {
    return graph.op(
        "LayerNormalization",
        List.of(x, vector(name + ".weight"), vector(name + ".bias")),
        OnnxGraph.integer("axis", -1),
        OnnxGraph.decimal("epsilon", config.layerNormEpsilon()));
  }

  private String linear(String x, String name) {
    return linear(x, name, List.of(name));
  }

  private String linear(String x, String name, List<String> parts) {
    LinearLayer layer = layers.computeIfAbsent(name, n -> LinearLayer.of(n, weights, parts));
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
