package io.github.albertner.modelpackage;

import io.github.albertner.label.LabelSet;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.WeightTensor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A complete package of a few kilobytes. */
final class TinyPackages {
  static final AlbertConfig CONFIG =
      new AlbertConfig(
          8, 4, 4, 2, 1, 1, 2, 4, Activation.GELU_NEW, 1e-12, 2, 8, 0.1, 0.1, 0.1, 0, 2, 3, 0.02);

  static final LabelSet LABELS = LabelSet.bioOf(List.of("PER", "creative-work"));

  static final String TOKENIZER =
      """
      {"version":"1.0",
       "added_tokens":[{"id":0,"content":"<pad>"},{"id":2,"content":"[CLS]"},
         {"id":3,"content":"[SEP]"},{"id":4,"content":"[MASK]"}],
       "normalizer":{"type":"Sequence","normalizers":[{"type":"NFKD"},{"type":"Lowercase"}]},
       "model":{"type":"Unigram","unk_id":1,
         "vocab":[["<pad>",0],["<unk>",0],["[CLS]",0],["[SEP]",0],["[MASK]",0],["\u2581a",-1],["b",-2]]}}
      """;

  static final ModelManifest MANIFEST =
      new ModelManifest(
          1,
          "en",
          Instant.parse("2026-11-21T10:11:12.345Z"),
          Map.of("epochs", "3", "learning-rate", "1e-4"),
          Map.of("f1", 0.5, "precision", 0.75),
          Map.of("data", "made up \u00e9\u4e16"));

  private TinyPackages() {}

  static ModelPackage tiny() {
    return new ModelPackage(CONFIG, LABELS, TOKENIZER, weights(), MANIFEST, "# A card \u00e9\n");
  }

  static Map<String, WeightTensor> weights() {
    Random random = new Random(7);
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    CONFIG
        .parameterShapes(LABELS.size())
        .forEach(
            (name, shape) -> {
              float[] values =
                  new float[Math.toIntExact(shape.stream().reduce(1L, (a, b) -> a * b))];
              for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
              }
              long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
              weights.put(name, WeightTensor.ofFloats(name, values, sizes));
            });
    return weights;
  }
}
