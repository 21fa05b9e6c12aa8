package io.github.albertner.benchmark.jmh;

import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.inference.Batcher;
import io.github.albertner.inference.Window;
import io.github.albertner.inference.Windower;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelScores;
import io.github.albertner.label.LabelSet;
import io.github.albertner.label.SpanDecoder;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What stands before and behind the network: 100 sentences of clinical notes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BatchesBenchmark {
  private static final int PIECES = 192;

  private final List<Encoding> encodings = new ArrayList<>();
  private final List<LabelScores> scores = new ArrayList<>();
  private Windower windower;
  private Batcher batcher;
  private SpanDecoder decoder;

  /** Makes encodings, and scores out of random logits. */
  @Setup
  public void prepare() throws IOException {
    ModelPackage model = Size.TINY.model();
    LabelSet labels = model.labels();
    Random random = new Random(1);
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    for (List<String> sentence : new Workloads(Path.of("")).notes(100).sentences()) {
      encodings.add(tokenizer.encode(sentence));
      float[] logits = new float[sentence.size() * labels.size()];
      for (int i = 0; i < logits.length; i++) {
        logits[i] = 3 * (float) random.nextGaussian();
      }
      scores.add(LabelScores.ofLogits(logits, sentence.size(), labels.size()));
    }
    windower = new Windower(model.config().maxPositions());
    batcher = new Batcher(PIECES);
    decoder = new SpanDecoder(labels);
  }

  /** Encodings to batches of windows. */
  @Benchmark
  public List<List<Window>> batches() {
    List<Window> windows = new ArrayList<>();
    encodings.forEach(encoding -> windows.addAll(windower.windows(encoding)));
    return batcher.batches(windows, Window::length);
  }

  /** Scores to spans. */
  @Benchmark
  public List<List<EntitySpan>> decoding() {
    return scores.stream().map(decoder::decode).toList();
  }
}
