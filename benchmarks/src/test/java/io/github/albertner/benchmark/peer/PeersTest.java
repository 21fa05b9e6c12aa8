package io.github.albertner.benchmark.peer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.network.TaggerNetwork;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The peers do the same work as ours. */
class PeersTest {

  @Test
  void eagerLogitsAreOurs() throws IOException {
    ModelPackage model = Size.TINY.model();
    int[] pieces = {2, 50, 900, 7, 4000, 3};
    float[] expected;
    try (TaggerNetwork network =
        TaggerNetwork.load(
            model.config(),
            model.labels().size(),
            model.weights(),
            Precision.F32,
            Device.cpu(),
            1)) {
      int[] every = IntStream.range(0, pieces.length).toArray();
      expected = network.logits(PieceBatch.of(List.of(pieces), List.of(every)));
    }
    // The same sentence, padded to ten.
    long[] padded = new long[10];
    long[] mask = new long[10];
    for (int i = 0; i < pieces.length; i++) {
      padded[i] = pieces[i];
      mask[i] = 1;
    }
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager()) {
      Shape shape = new Shape(1, padded.length);
      float[] found =
          new EagerAlbert(model, manager)
              .logits(manager.create(padded, shape), manager.create(mask, shape))
              .toFloatArray();
      assertArrayEquals(expected, Arrays.copyOf(found, expected.length), 1e-4f);
    }
  }

  @Test
  void batchesArePaddedToTheirLongestAndHoldEveryWord() throws IOException {
    ModelPackage model = Size.TINY.model();
    Workload workload = new Workloads(Path.of("absent")).notes(21);
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    List<PaddedBatch> batches =
        new PaddedBatches(tokenizer, model.config(), 8).of(workload.sentences());
    assertEquals(List.of(8, 8, 5), batches.stream().map(PaddedBatch::sentences).toList());
    assertEquals(workload.words(), batches.stream().mapToInt(b -> b.rowsRead().size()).sum());
    long pieces = batches.stream().flatMapToLong(b -> Arrays.stream(b.mask().array())).sum();
    assertEquals(workload.pieces(tokenizer), pieces);
  }

  @Test
  void uniformSentencesHaveTheLengthAskedFor() throws IOException {
    ModelPackage model = Size.TINY.model();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    Workload workload = Workloads.uniform(tokenizer, 3, 17);
    assertEquals(3, workload.sentences().size());
    for (List<String> sentence : workload.sentences()) {
      assertEquals(15, tokenizer.encode(sentence).pieces());
    }
  }
}
