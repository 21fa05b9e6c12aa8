package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.peer.EagerTagger;
import io.github.albertner.benchmark.peer.NameFinderDl;
import io.github.albertner.benchmark.peer.NameFinderMeTagger;
import io.github.albertner.benchmark.peer.OnnxRuntimeTagger;
import io.github.albertner.benchmark.peer.OurTagger;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.checkpoint.OnnxPrecision;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Precision;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sentences of mixed lengths, as many at once as each contender can take. */
public final class MixedLengths {
  private static final int SENTENCES = 32;
  private static final String OWN_RUNTIME = "NameFinderDL, ONNX Runtime 1.18.0";
  private static final String NEW_RUNTIME = "NameFinderDL, ONNX Runtime 1.29.0";
  private static final String ONNX_F32 = "ONNX Runtime f32, batches of 32";
  private static final String ONNX_INT8 = "ONNX Runtime int8, batches of 32";

  private final Setup setup;
  private final boolean all;

  /**
   * A case.
   *
   * @param all whether those take part that no target names: eager DJL, and NameFinderME for scale
   */
  public MixedLengths(Setup setup, boolean all) {
    this.setup = setup;
    this.all = all;
  }

  /** Measures each workload. */
  public List<Outcome> run() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    ModelPackage model = setup.size().model();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    try (Field field = field(model)) {
      for (Workload workload : setup.workloads().mixed(setup.sentences())) {
        Timings timings = setup.rounds().run(field.on(workload));
        outcomes.add(
            new Outcome(
                "%s: %d sentences of mixed lengths, %d pieces, %d threads"
                    .formatted(
                        workload.name(),
                        workload.sentences().size(),
                        workload.pieces(tokenizer),
                        setup.threads()),
                Field.table(timings, workload, tokenizer, ONNX_F32),
                targets(timings, workload.name())));
      }
    }
    return outcomes;
  }

  private Field field(ModelPackage model) throws Exception {
    Field field = new Field();
    addNameFinderDl(field, OWN_RUNTIME, model, setup.peers().resolve("own-runtime"));
    addNameFinderDl(field, NEW_RUNTIME, model, setup.peers().resolve("new-runtime"));
    int threads = setup.threads();
    field.add(ONNX_F32, new OnnxRuntimeTagger(model, OnnxPrecision.F32, SENTENCES, threads));
    field.add(ONNX_INT8, new OnnxRuntimeTagger(model, OnnxPrecision.INT8, SENTENCES, threads));
    if (all) {
      field.add("eager DJL f32, batches of 32", new EagerTagger(model, SENTENCES, threads));
      field.add("NameFinderME, no network", NameFinderMeTagger.trained());
    }
    for (Precision precision : Setup.precisions()) {
      field.add(Setup.ours(precision), OurTagger.batched(model, setup.options(precision)));
    }
    return field;
  }

  private static void addNameFinderDl(Field field, String name, ModelPackage model, Path jars)
      throws Exception {
    if (Files.isDirectory(jars)) {
      field.add(name, new NameFinderDl(model, jars));
    }
  }

  private static List<Target> targets(Timings timings, String workload) {
    List<Target> targets = new ArrayList<>();
    for (String peer : List.of(OWN_RUNTIME, NEW_RUNTIME)) {
      targets.add(atLeast(timings, workload, Precision.BF16, peer, 3));
      targets.add(atLeast(timings, workload, Precision.INT8, peer, 4));
    }
    targets.add(atLeast(timings, workload, Precision.BF16, ONNX_F32, 2.5));
    targets.add(atLeast(timings, workload, Precision.INT8, ONNX_INT8, 1.1));
    return targets;
  }

  /** Ours against a peer; open where either did not take part. */
  static Target atLeast(
      Timings timings, String workload, Precision precision, String peer, double aim) {
    String what = "%s: %s / %s".formatted(workload, Setup.ours(precision), peer);
    if (!timings.has(Setup.ours(precision))) {
      return Target.open(what, aim, true, "x", "not on this processor");
    }
    if (!timings.has(peer)) {
      return Target.open(
          what, aim, true, "x", "its jars are not there; benchmarks/run fetches them");
    }
    return Target.atLeast(what, aim, "x", timings.ratio(peer, Setup.ours(precision)));
  }
}
