package io.github.albertner.benchmark.jmh;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.Contender.Work;
import io.github.albertner.benchmark.peer.NameFinderThreads;
import io.github.albertner.benchmark.peer.UimaEngine;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.uima.UIMAException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** The same 100 sentences through the library and its hosts; tiny, so that hosts show. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HostsBenchmark {
  private final Workload workload = new Workloads(Path.of("")).notes(100);
  private NerTagger tagger;
  private NameFinderThreads finder;
  private UimaEngine engine;
  private Work finding;

  /** Loads the network into each. */
  @Setup
  public void load() throws IOException, UIMAException {
    ModelPackage tiny = Size.TINY.model();
    tagger = NerTagger.of(tiny, TaggerOptions.defaults());
    finder = NameFinderThreads.of(tiny, 1);
    finding = finder.tagging(workload.sentences());
    engine = UimaEngine.of(tiny);
  }

  /** Frees them. */
  @TearDown
  public void free() {
    tagger.close();
    finder.close();
    engine.close();
  }

  /** The library, one call. */
  @Benchmark
  public List<List<EntitySpan>> tagAll() {
    return tagger.tagAll(workload.sentences());
  }

  /** The library, a call for each sentence. */
  @Benchmark
  public void tag(Blackhole hole) {
    workload.sentences().forEach(sentence -> hole.consume(tagger.tag(sentence)));
  }

  /** OpenNLP, a call for each sentence. */
  @Benchmark
  public void nameFinder() throws Exception {
    finding.run();
  }

  /** UIMA, one document, with the time to mark its tokens and sentences. */
  @Benchmark
  public double uima() throws UIMAException {
    return engine.secondsOf(workload.sentences(), 1);
  }
}
