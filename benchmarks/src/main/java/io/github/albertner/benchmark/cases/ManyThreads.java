package io.github.albertner.benchmark.cases;

import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.peer.NameFinderThreads;
import io.github.albertner.benchmark.peer.OurTagger;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;

/** Eight threads of an application, each a sentence a call, against one call with all sentences. */
public final class ManyThreads {
  private static final int THREADS = 8;
  private static final String BATCH = "one call";
  private static final String FINDERS = "8 threads of NameFinderME.find";
  private static final double PERCENT = 100;

  private final Setup setup;

  /** A case; both sides run with default options, as a model file of OpenNLP's does. */
  public ManyThreads(Setup setup) {
    this.setup = setup;
  }

  /** Measures each workload. */
  public List<Outcome> run() throws Exception {
    List<Outcome> outcomes = new ArrayList<>();
    ModelPackage model = setup.size().model();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    try (Field field = new Field()) {
      field.add(BATCH, OurTagger.batched(model, TaggerOptions.defaults()));
      field.add(FINDERS, NameFinderThreads.of(model, THREADS));
      field.add("1 thread of NameFinderME.find", NameFinderThreads.of(model, 1));
      for (Workload workload : setup.workloads().mixed(setup.sentences())) {
        Timings timings = setup.rounds().run(field.on(workload));
        outcomes.add(
            new Outcome(
                workload.name() + ": one sentence a call from several threads",
                Field.table(timings, workload, tokenizer, BATCH),
                List.of(
                    Target.atLeast(
                        workload.name() + ": 8 threads of find / one call",
                        85,
                        "%",
                        timings.ratio(BATCH, FINDERS).times(PERCENT)))));
      }
    }
    return outcomes;
  }
}
