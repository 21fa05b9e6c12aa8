package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.network.TaggerNetwork;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file, run by ONNX Runtime, gives the logits that our network gives. */
class OnnxFileTest {
  private static final LabelSet LABELS = LabelSet.bioOf(List.of("drug", "gene", "place"));

  @TempDir private Path folder;

  private static ModelPackage model(RandomCheckpoint size) throws IOException {
    return lively(size.create(3).withNewHead(LABELS, 4)).toPackage("en", Instant.EPOCH);
  }

  /** Fresh biases are zero and LayerNorms are one: an export that forgot them would pass. */
  private static Checkpoint lively(Checkpoint fresh) {
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    fresh
        .weights()
        .forEach(
            (name, tensor) -> {
              Random random = new Random(name.hashCode());
              float[] values = tensor.floats();
              for (int i = 0; i < values.length; i++) {
                values[i] += 0.1f * (float) random.nextGaussian();
              }
              long[] shape = tensor.shape().stream().mapToLong(Long::longValue).toArray();
              weights.put(name, WeightTensor.ofFloats(name, values, shape));
            });
    return new Checkpoint(
        fresh.config(),
        fresh.labels(),
        fresh.tokenizerJson(),
        weights,
        Optional.empty(),
        Optional.empty(),
        fresh.origin());
  }

  private static List<int[]> sentences(AlbertConfig config) {
    Random random = new Random(5);
    return IntStream.of(7, 23, 12, 1)
        .mapToObj(length -> random.ints(length, 0, config.vocabularySize()).toArray())
        .toList();
  }

  /** Logits of all pieces, sentence after sentence: N x L. */
  private static float[] ours(ModelPackage model, List<int[]> sentences) {
    List<int[]> all = sentences.stream().map(s -> IntStream.range(0, s.length).toArray()).toList();
    try (TaggerNetwork network =
        TaggerNetwork.load(
            model.config(), LABELS.size(), model.weights(), Precision.F32, Device.cpu(), 1)) {
      return network.logits(PieceBatch.of(sentences, all));
    }
  }

  /** The same from ONNX Runtime, in one padded batch. */
  private static float[] onnxRuntime(byte[] file, List<int[]> sentences) throws OrtException {
    int longest = sentences.stream().mapToInt(s -> s.length).max().orElseThrow();
    long[][] pieces = new long[sentences.size()][longest];
    long[][] mask = new long[sentences.size()][longest];
    for (int s = 0; s < pieces.length; s++) {
      Arrays.fill(pieces[s], 7);
      for (int i = 0; i < sentences.get(s).length; i++) {
        pieces[s][i] = sentences.get(s)[i];
        mask[s][i] = 1;
      }
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      try (OrtSession session = environment.createSession(file, options);
          OnnxTensor ids = OnnxTensor.createTensor(environment, pieces);
          OnnxTensor real = OnnxTensor.createTensor(environment, mask);
          OnnxTensor types =
              OnnxTensor.createTensor(environment, new long[pieces.length][longest]);
          OrtSession.Result result =
              session.run(
                  Map.of(
                      OnnxFile.INPUT_IDS, ids,
                      OnnxFile.ATTENTION_MASK, real,
                      OnnxFile.TOKEN_TYPE_IDS, types))) {
        float[][][] logits = (float[][][]) result.get(OnnxFile.LOGITS).orElseThrow().getValue();
        List<Float> flat = new ArrayList<>();
        for (int s = 0; s < logits.length; s++) {
          for (int i = 0; i < sentences.get(s).length; i++) {
            for (float logit : logits[s][i]) {
              flat.add(logit);
            }
          }
        }
        float[] values = new float[flat.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = flat.get(i);
        }
        return values;
      }
    }
  }

  private static double largestDifference(float[] a, float[] b) {
    assertEquals(a.length, b.length);
    return IntStream.range(0, a.length).mapToDouble(i -> Math.abs(a[i] - b[i])).max().orElseThrow();
  }

  private static double spread(float[] values) {
    double mean = IntStream.range(0, values.length).mapToDouble(i -> values[i]).average().orElse(0);
    double squares =
        IntStream.range(0, values.length).mapToDouble(i -> Math.pow(values[i] - mean, 2)).sum();
    return Math.sqrt(squares / values.length);
  }

  @ParameterizedTest
  @EnumSource(names = {"TINY", "SMALL"})
  void floatLogitsAreOurs(RandomCheckpoint size) throws Exception {
    ModelPackage model = model(size);
    List<int[]> sentences = sentences(model.config());
    float[] expected = ours(model, sentences);
    float[] found = onnxRuntime(OnnxFile.bytes(model, OnnxPrecision.F32), sentences);
    assertTrue(spread(expected) > 0.1, "logits that are all alike show nothing");
    assertEquals(0, largestDifference(expected, found), 1e-4);
  }

  @Test
  void integerLogitsAreNear() throws Exception {
    ModelPackage model = model(RandomCheckpoint.SMALL);
    List<int[]> sentences = sentences(model.config());
    float[] expected = ours(model, sentences);
    float[] found = onnxRuntime(OnnxFile.bytes(model, OnnxPrecision.INT8), sentences);
    double difference = largestDifference(expected, found);
    assertTrue(difference > 1e-4, "rounding to 8 bits must show; was " + difference);
    assertTrue(difference < 0.35 * spread(expected), difference + " against " + spread(expected));
  }

  /** Two groups of layers, two layers in each, all weights drawn. */
  private static ModelPackage model(Activation activation) throws IOException {
    AlbertConfig config =
        new AlbertConfig(
            90, 12, 16, 3, 2, 2, 2, 24, activation, 1e-12, 2, 40, 0, 0, 0, 0, 2, 3, 0.02);
    Map<String, WeightTensor> weights = new LinkedHashMap<>();
    config
        .parameterShapes(LABELS.size())
        .forEach(
            (name, shape) -> {
              long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
              float[] values = new float[(int) Arrays.stream(sizes).reduce(1, (a, b) -> a * b)];
              Random random = new Random(name.hashCode());
              for (int i = 0; i < values.length; i++) {
                values[i] = 0.3f * (float) random.nextGaussian();
              }
              weights.put(name, WeightTensor.ofFloats(name, values, sizes));
            });
    return new ModelPackage(
        config,
        LABELS,
        RandomCheckpoint.TINY.create(1).tokenizerJson(),
        weights,
        ModelManifest.of("en", Instant.EPOCH),
        "card");
  }

  @ParameterizedTest
  @EnumSource
  void everyActivationAndSeveralGroups(Activation activation) throws Exception {
    ModelPackage model = model(activation);
    List<int[]> sentences = sentences(model.config());
    float[] found = onnxRuntime(OnnxFile.bytes(model, OnnxPrecision.F32), sentences);
    assertEquals(0, largestDifference(ours(model, sentences), found), 1e-4);
  }

  @ParameterizedTest
  @EnumSource(names = {"GELU", "GELU_NEW"})
  void onnxRuntimeJoinsWhatIsWrittenOut(Activation activation) throws Exception {
    ModelPackage model = model(activation);
    Path optimized = folder.resolve("optimized.onnx");
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setOptimizedModelFilePath(optimized.toString());
      OrtEnvironment.getEnvironment()
          .createSession(OnnxFile.bytes(model, OnnxPrecision.F32), options)
          .close();
    }
    Set<String> operators =
        ModelProto.parseFrom(Files.readAllBytes(optimized)).getGraph().getNodeList().stream()
            .map(node -> node.getOpType())
            .collect(Collectors.toSet());
    assertTrue(operators.stream().anyMatch(o -> o.endsWith("Gelu")), operators.toString());
    assertTrue(operators.contains("LayerNormalization"), operators.toString());
    assertFalse(operators.contains("Erf") || operators.contains("Tanh"), operators.toString());
  }

  @Test
  void sharedLayersAreInTheFileOnce() throws Exception {
    ModelPackage model = model(RandomCheckpoint.SMALL);
    byte[] file = OnnxFile.bytes(model, OnnxPrecision.F32);
    long parameters = model.weights().values().stream().mapToLong(WeightTensor::elements).sum();
    assertTrue(
        Math.abs(4 * parameters - file.length) < 100_000,
        parameters + " parameters, " + file.length + " bytes");
    ModelProto proto = ModelProto.parseFrom(file);
    assertEquals(
        List.of(":14"),
        proto.getOpsetImportList().stream()
            .map(set -> set.getDomain() + ":" + set.getVersion())
            .toList());
    List<String> inputs =
        proto.getGraph().getInputList().stream().map(input -> input.getName()).toList();
    assertEquals(
        List.of(OnnxFile.INPUT_IDS, OnnxFile.ATTENTION_MASK, OnnxFile.TOKEN_TYPE_IDS), inputs);
  }
}
