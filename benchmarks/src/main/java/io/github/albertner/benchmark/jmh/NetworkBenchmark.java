package io.github.albertner.benchmark.jmh;

import ai.djl.Device;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.network.TaggerNetwork;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call of the network. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class NetworkBenchmark {
  /** Of the network. */
  @Param({"TINY", "SMALL", "BASE"})
  public Size size;

  /** Of its products. */
  @Param({"F32", "BF16", "INT8"})
  public Precision precision;

  /** Sentences, x, pieces of each. */
  @Param({"1x32", "32x32"})
  public String shape;

  private TaggerNetwork network;
  private PieceBatch batch;

  /** Loads it. */
  @Setup
  public void load() throws IOException {
    ModelPackage model = size.model();
    network =
        TaggerNetwork.load(
            model.config(),
            model.labels().size(),
            model.weights(),
            precision,
            model.manifest().activationRanges(),
            Device.cpu(),
            Runtime.getRuntime().availableProcessors());
    int cross = shape.indexOf('x');
    int sentences = Integer.parseInt(shape.substring(0, cross));
    int pieces = Integer.parseInt(shape.substring(cross + 1));
    Random random = new Random(1);
    batch =
        PieceBatch.of(
            IntStream.range(0, sentences)
                .mapToObj(s -> random.ints(pieces, 0, model.config().vocabularySize()).toArray())
                .toList(),
            List.copyOf(Collections.nCopies(sentences, IntStream.range(0, pieces).toArray())));
  }

  /** Frees it. */
  @TearDown
  public void free() {
    network.close();
  }

  /** Logits of all pieces. */
  @Benchmark
  public float[] logits() {
    return network.logits(batch);
  }
}
