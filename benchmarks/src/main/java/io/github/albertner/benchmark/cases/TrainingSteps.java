package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.ceiling.MatrixProducts;
import io.github.albertner.benchmark.ceiling.MatrixProducts.Format;
import io.github.albertner.benchmark.measure.Contender;
import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.peer.EagerTraining;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.checkpoint.BaseModels;
import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.tokenize.SubwordTokenizer;
import io.github.albertner.train.FineTuning;
import io.github.albertner.train.TrainingDefaults;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One update from 16 sentences of 64 pieces. */
public final class TrainingSteps {
  private static final int SENTENCES = 16;
  private static final int PIECES = 64;
  private static final int PRODUCTS = 48;

  /** Two products go back for one that goes forth. */
  private static final int BACK_AND_FORTH = 3;

  private static final double GIGA = 1e9;
  private static final double PERCENT = 100;
  private static final String EAGER = "eager DJL f32";
  private static final String CEILING = "products bf16";

  private final Setup setup;

  /** A case. */
  public TrainingSteps(Setup setup) {
    this.setup = setup;
  }

  /** Measures f32 and bf16. */
  public Outcome run() throws Exception {
    ModelPackage model = setup.size().model();
    double operations =
        BACK_AND_FORTH
            * Size.operations(
                model.config(), model.labels().size(), Collections.nCopies(SENTENCES, PIECES));
    List<FineTuning> runs = new ArrayList<>();
    Map<String, Double> work = new LinkedHashMap<>();
    try (EagerTraining eager = new EagerTraining(model, SENTENCES, PIECES, setup.threads());
        MatrixProducts products =
            new MatrixProducts(
                SENTENCES * PIECES,
                model.config().hiddenSize(),
                model.config().intermediateSize(),
                setup.threads())) {
      List<Contender> contenders = new ArrayList<>();
      contenders.add(new Contender(EAGER, eager::step));
      work.put(EAGER, operations);
      for (String precision : List.of("f32", "bf16")) {
        FineTuning run = prepare(precision);
        runs.add(run);
        contenders.add(new Contender("ours " + precision, run.loop()::next));
        work.put("ours " + precision, operations);
      }
      contenders.add(products.contender(CEILING, Format.BF16, PRODUCTS));
      work.put(CEILING, PRODUCTS * products.operations());
      return outcome(setup.rounds().run(contenders), work);
    } finally {
      runs.forEach(FineTuning::close);
    }
  }

  private FineTuning prepare(String precision) throws IOException {
    Checkpoint base = BaseModels.resolve(setup.size().baseModel(), Optional.empty(), 1);
    int steps = setup.rounds().mostRuns() + 1; // never the last, after which it would judge
    List<Sentence> sentences = new ArrayList<>();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(base.tokenizerJson());
    Workload workload = Workloads.uniform(tokenizer, 4 * SENTENCES, PIECES);
    for (List<String> words : workload.sentences()) {
      sentences.add(new Sentence(words, List.of(new EntitySpan(1, 3, "person")), false));
    }
    return FineTuning.prepare(
        base,
        TrainingDefaults.forBaseModel(setup.size().baseModel())
            .with(
                Map.of(
                    "epochs", Integer.toString(1),
                    "batch-size", Integer.toString(SENTENCES),
                    "precision", precision,
                    "threads", Integer.toString(setup.threads()))),
        Collections.nCopies(steps / 4 + 1, sentences).stream().flatMap(List::stream).toList(),
        List.of(new Sentence(List.of("a"), List.of(new EntitySpan(0, 1, "person")), false)));
  }

  private static Outcome outcome(Timings timings, Map<String, Double> work) {
    MarkdownTable table = new MarkdownTable("", "ms", "GFLOP/s", "times " + EAGER, "spread");
    work.forEach(
        (name, operations) ->
            table.row(
                name,
                name.equals(CEILING) ? "" : timings.seconds(name).times(1000).shown(0),
                timings.seconds(name).under(operations / GIGA).shown(0),
                name.equals(CEILING) ? "" : timings.ratio(EAGER, name).shown(2),
                name.equals(CEILING) ? "" : timings.ratio(EAGER, name).range(2)));
    Spread share =
        timings
            .ratio(CEILING, "ours bf16")
            .times(PERCENT * work.get("ours bf16") / work.get(CEILING));
    return new Outcome(
        String.format(Locale.ROOT, "An update from %d sentences of %d pieces", SENTENCES, PIECES),
        table.render(),
        List.of(
            Target.atLeast(
                "training step: ours bf16 / eager DJL",
                3.3,
                "x",
                timings.ratio(EAGER, "ours bf16")),
            Target.atLeast("training step, share of the bf16 ceiling: ours bf16", 55, "%", share),
            Target.atLeast(
                "training step: ours f32 / eager DJL",
                1.9,
                "x",
                timings.ratio(EAGER, "ours f32"))));
  }
}
