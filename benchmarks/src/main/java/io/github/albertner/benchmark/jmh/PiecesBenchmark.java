package io.github.albertner.benchmark.jmh;

import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Words to pieces: 100 sentences of clinical notes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PiecesBenchmark {
  private Workload workload;
  private SubwordTokenizer tokenizer;

  /** Loads the vocabulary: for every call, so that it has met no word. */
  @Setup(Level.Invocation)
  public void load() throws IOException {
    workload = new Workloads(Path.of("")).notes(100);
    tokenizer = SubwordTokenizer.ofJson(Size.TINY.model().tokenizerJson());
  }

  /** Words not met before. */
  @Benchmark
  public void cold(Blackhole hole) {
    encode(hole);
  }

  /** Words met ten times: nine of ten look them up. */
  @Benchmark
  public void tenTimes(Blackhole hole) {
    for (int i = 0; i < 10; i++) {
      encode(hole);
    }
  }

  private void encode(Blackhole hole) {
    for (List<String> sentence : workload.sentences()) {
      hole.consume(tokenizer.encode(sentence));
    }
  }
}
