package io.github.albertner.benchmark.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.util.LinkedHashMap;
import java.util.Map;

/** ALBERT with a tagger head as calls of DJL's arrays, with GELU by its tanh approximation. */
final class EagerAlbert {
  private static final float GELU_SCALE = (float) Math.sqrt(2 / Math.PI);
  private static final float GELU_CUBE = 0.044715f;
  private static final float MASKED = 10_000;

  private final AlbertConfig config;
  private final Map<String, NDArray> weights = new LinkedHashMap<>();

  /** The weights of a package, on the manager's device. */
  EagerAlbert(ModelPackage model, NDManager manager) {
    config = model.config();
    model
        .weights()
        .forEach(
            (name, tensor) -> {
              WeightTensor f32 = tensor.toF32();
              long[] shape = f32.shape().stream().mapToLong(Long::longValue).toArray();
              weights.put(name, manager.create(f32.floats(), new Shape(shape)));
            });
  }

  /** The weights by name, to be trained. */
  Map<String, NDArray> weights() {
    return weights;
  }

  /**
   * Returns the logits, B x T x L.
   *
   * @param pieces B x T
   * @param mask 1 for pieces, 0 for padding, B x T; null if there is no padding
   */
  NDArray logits(NDArray pieces, NDArray mask) {
    long b = pieces.getShape().get(0);
    long t = pieces.getShape().get(1);
    String embeddings = AlbertConfig.PREFIX + "embeddings.";
    NDArray e =
        pieces
            .getNDArrayInternal()
            .embedding(
                pieces, weights.get(embeddings + "word_embeddings.weight"), SparseFormat.DENSE)
            .singletonOrThrow()
            .add(weights.get(embeddings + "position_embeddings.weight").get("0:" + t))
            .add(weights.get(embeddings + "token_type_embeddings.weight").get(0));
    e = layerNorm(e, embeddings + "LayerNorm", config.embeddingSize()); // B T E
    NDArray padding =
        mask == null
            ? null
            : mask.toType(DataType.FLOAT32, false).sub(1).mul(MASKED).reshape(b, 1, 1, t);
    NDArray x = linear(e, AlbertConfig.PREFIX + "encoder.embedding_hidden_mapping_in"); // B T H
    for (int layer = 0; layer < config.layers(); layer++) {
      for (int inner = 0; inner < config.innerLayers(); inner++) {
        String prefix =
            "%sencoder.albert_layer_groups.%d.albert_layers.%d."
                .formatted(AlbertConfig.PREFIX, config.groupOf(layer), inner);
        x = layer(x, padding, prefix, b, t);
      }
    }
    return linear(x, "classifier");
  }

  private NDArray layer(NDArray x, NDArray padding, String layer, long b, long t) {
    String attention = layer + "attention.";
    NDArray q = heads(linear(x, attention + "query"), b, t); // B A T D
    NDArray k = heads(linear(x, attention + "key"), b, t);
    NDArray v = heads(linear(x, attention + "value"), b, t);
    NDArray scores = q.matMul(k.transpose(0, 1, 3, 2)).mul(1 / (float) Math.sqrt(headSize()));
    NDArray p = (padding == null ? scores : scores.add(padding)).softmax(-1); // B A T T
    NDArray a = p.matMul(v).transpose(0, 2, 1, 3).reshape(b, t, config.hiddenSize());
    int h = config.hiddenSize();
    NDArray y =
        layerNorm(linear(a, attention + "dense").add(x), attention + "LayerNorm", h); // B T H
    NDArray f = linear(gelu(linear(y, layer + "ffn")), layer + "ffn_output");
    return layerNorm(f.add(y), layer + "full_layer_layer_norm", h);
  }

  private int headSize() {
    return config.headSize();
  }

  private NDArray heads(NDArray x, long b, long t) {
    return x.reshape(b, t, config.heads(), headSize()).transpose(0, 2, 1, 3);
  }

  private static NDArray gelu(NDArray x) {
    NDArray inner = x.add(x.mul(x).mul(x).mul(GELU_CUBE)).mul(GELU_SCALE);
    return x.mul(0.5f).mul(inner.tanh().add(1));
  }

  private NDArray linear(NDArray x, String name) {
    return x.getNDArrayInternal()
        .linear(x, weights.get(name + ".weight"), weights.get(name + ".bias"))
        .singletonOrThrow();
  }

  private NDArray layerNorm(NDArray x, String name, long width) {
    return x.getNDArrayInternal()
        .layerNorm(
            x,
            new Shape(width),
            weights.get(name + ".weight"),
            weights.get(name + ".bias"),
            (float) config.layerNormEpsilon())
        .singletonOrThrow();
  }
}
