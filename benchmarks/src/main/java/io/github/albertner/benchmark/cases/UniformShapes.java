package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.peer.EagerTagger;
import io.github.albertner.benchmark.peer.OnnxRuntimeTagger;
import io.github.albertner.benchmark.peer.OurTagger;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.checkpoint.OnnxPrecision;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Precision;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;

/** Batches of sentences that are all of the same length. */
public final class UniformShapes {
  private static final String ONNX_F32 = "ONNX Runtime f32";
  private static final int MOST_SENTENCES = 32;

  /** Sentences and pieces of each. */
  private record Shape(int sentences, int pieces) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape(1, 32),
          new Shape(1, 128),
          new Shape(8, 32),
          new Shape(32, 32),
          new Shape(16, 128),
          new Shape(8, 512));

  private final Setup setup;

  /** A case. */
  public UniformShapes(Setup setup) {
    this.setup = setup;
  }

  /** Measures each shape. */
  public List<Outcome> run() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    ModelPackage model = setup.size().model();
    int threads = setup.threads();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    try (Field field = new Field()) {
      field.add(ONNX_F32, new OnnxRuntimeTagger(model, OnnxPrecision.F32, MOST_SENTENCES, threads));
      field.add(
          "ONNX Runtime int8",
          new OnnxRuntimeTagger(model, OnnxPrecision.INT8, MOST_SENTENCES, threads));
      field.add("eager DJL f32", new EagerTagger(model, MOST_SENTENCES, threads));
      for (Precision precision : Setup.precisions()) {
        field.add(Setup.ours(precision), OurTagger.batched(model, setup.options(precision)));
      }
      for (Shape shape : SHAPES) {
        Workload workload = Workloads.uniform(tokenizer, shape.sentences, shape.pieces);
        Timings timings = setup.rounds().run(field.on(workload));
        outcomes.add(
            new Outcome(
                "%s, %d threads".formatted(workload.name(), threads),
                Field.table(timings, workload, tokenizer, ONNX_F32),
                List.of()));
      }
    }
    return outcomes;
  }
}
