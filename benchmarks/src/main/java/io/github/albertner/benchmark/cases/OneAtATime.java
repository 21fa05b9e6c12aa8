package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.peer.OnnxRuntimeTagger;
import io.github.albertner.benchmark.peer.OurTagger;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.checkpoint.OnnxPrecision;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Precision;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;

/** One sentence a call, one thread. */
public final class OneAtATime {
  private static final String ONNX_F32 = "ONNX Runtime f32";
  private static final int FEWER = 3;

  private final Setup setup;

  /** A case; the threads of the setup are not looked at. */
  public OneAtATime(Setup setup) {
    this.setup = setup.withThreads(1);
  }

  /** Measures each workload. */
  public List<Outcome> run() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    ModelPackage model = setup.size().model();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    try (Field field = field(model)) {
      for (Workload whole : setup.workloads().mixed(setup.sentences())) {
        Workload workload = whole.first(Math.max(1, setup.sentences() / FEWER));
        Timings timings = setup.rounds().run(field.on(workload));
        outcomes.add(
            new Outcome(
                "%s: %d sentences, one a call, 1 thread"
                    .formatted(workload.name(), workload.sentences().size()),
                Field.table(timings, workload, tokenizer, ONNX_F32),
                List.of(
                    MixedLengths.atLeast(
                        timings,
                        workload.name() + ", one a call",
                        Precision.AUTO,
                        ONNX_F32,
                        2.2))));
      }
    }
    return outcomes;
  }

  private Field field(ModelPackage model) throws Exception {
    Field field = new Field();
    field.add(ONNX_F32, new OnnxRuntimeTagger(model, OnnxPrecision.F32, 1, 1));
    field.add("ONNX Runtime int8", new OnnxRuntimeTagger(model, OnnxPrecision.INT8, 1, 1));
    for (Precision precision : Setup.precisions()) {
      field.add(Setup.ours(precision), OurTagger.singly(model, setup.options(precision)));
    }
    return field;
  }
}
