package io.github.albertner.benchmark.cases;

import ai.djl.Device;
import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.Contender.Work;
import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.peer.NameFinderThreads;
import io.github.albertner.benchmark.peer.UimaEngine;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.inference.BatchRunner;
import io.github.albertner.inference.SentenceInContext;
import io.github.albertner.inference.TokenClassifier;
import io.github.albertner.label.LabelScores;
import io.github.albertner.label.SpanDecoder;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Precision;
import io.github.albertner.network.TaggerNetwork;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the time goes into anything but the network: pieces, windows, batches, scores and
 * spans, with a tokenizer that has met no word before; and what OpenNLP and UIMA add.
 *
 * <p>What the hosts add is measured with the tiny network, whose own time hides it least, as the
 * difference of two times right after each other.
 */
public final class OutsideTheNetwork {
  private static final double MOST_PERCENT = 5;
  private static final double PERCENT = 100;
  private static final double MICROS = 1e6;
  private static final int TIMES = 5;

  private final Setup setup;

  /** A case. */
  public OutsideTheNetwork(Setup setup) {
    this.setup = setup;
  }

  /** Seconds of one pass over the sentences. */
  private record Pass(double network, double classifying, double decoding) {}

  /** Measures on clinical notes. */
  public Outcome run() throws Exception {
    Workload workload = setup.workloads().notes(setup.sentences());
    double perWord = MICROS / workload.words();
    Map<String, Spread> hosts = hosts(workload);
    MarkdownTable table = new MarkdownTable("", "us a word", "spread", "share");
    List<Target> targets = new ArrayList<>();
    double added = hosts.values().stream().mapToDouble(s -> Math.max(0, s.median())).sum();
    for (Precision precision : Setup.precisions()) {
      List<Pass> passes = passes(workload, precision);
      Spread share =
          Spread.of(passes.stream().mapToDouble(p -> PERCENT * outside(p, added)).toArray());
      Spread network = Spread.of(passes.stream().mapToDouble(Pass::network).toArray());
      Spread own = Spread.of(passes.stream().mapToDouble(p -> p.classifying).toArray());
      Spread decoding = Spread.of(passes.stream().mapToDouble(p -> p.decoding).toArray());
      String name = Setup.ours(precision);
      double whole = network.median() + own.median() + decoding.median() + added;
      row(table, name + ": network", network, perWord, whole);
      row(table, name + ": pieces, windows, batches, scores", own, perWord, whole);
      row(table, name + ": decoding", decoding, perWord, whole);
      hosts.forEach(
          (host, spread) -> row(table, name + ": added by " + host, spread, perWord, whole));
      targets.add(
          Target.atMost("everything outside the network, " + name, MOST_PERCENT, "%", share));
    }
    return new Outcome(
        "%s: where the time goes, %d sentences in a call"
            .formatted(workload.name(), workload.sentences().size()),
        table.render(),
        targets);
  }

  private static double outside(Pass pass, double hosts) {
    double outside = pass.classifying + pass.decoding + hosts;
    return outside / (outside + pass.network);
  }

  private static void row(
      MarkdownTable table, String name, Spread seconds, double perWord, double whole) {
    table.row(
        name,
        seconds.times(perWord).shown(2),
        seconds.times(perWord).range(2),
        Spread.of(PERCENT * seconds.median() / whole).shown(2) + " %");
  }

  private List<Pass> passes(Workload workload, Precision precision) throws Exception {
    ModelPackage model = setup.size().model();
    int labels = model.labels().size();
    List<SentenceInContext> sentences =
        workload.sentences().stream().map(SentenceInContext::alone).toList();
    List<Pass> passes = new ArrayList<>();
    try (TaggerNetwork network =
        TaggerNetwork.load(
            model.config(),
            labels,
            model.weights(),
            precision,
            model.manifest().activationRanges(),
            Device.cpu(),
            setup.threads())) {
      SpanDecoder decoder = new SpanDecoder(model.labels());
      for (int pass = 0; pass <= setup.rounds().rounds(); pass++) {
        SubwordTokenizer fresh = SubwordTokenizer.ofJson(model.tokenizerJson());
        long[] inside = {0};
        TokenClassifier classifier =
            new TokenClassifier(
                fresh,
                model.config(),
                labels,
                network.suitablePieces(),
                BatchRunner.inOrder(
                    batch -> {
                      long begin = System.nanoTime();
                      float[] logits = network.logits(batch);
                      inside[0] += System.nanoTime() - begin;
                      return logits;
                    }));
        long begin = System.nanoTime();
        List<LabelScores> scores = classifier.score(sentences);
        long scored = System.nanoTime();
        scores.forEach(decoder::decode);
        long end = System.nanoTime();
        if (pass > 0) {
          passes.add(
              new Pass(inside[0] / 1e9, (scored - begin - inside[0]) / 1e9, (end - scored) / 1e9));
        }
      }
    }
    return passes;
  }

  /** Seconds that each host adds to tagging the sentences. */
  private Map<String, Spread> hosts(Workload workload) throws Exception {
    ModelPackage tiny = Size.TINY.model();
    List<List<String>> sentences = workload.sentences();
    Map<String, Spread> added = new LinkedHashMap<>();
    try (NerTagger tagger = NerTagger.of(tiny, TaggerOptions.defaults());
        NameFinderThreads finder = NameFinderThreads.of(tiny, 1);
        UimaEngine engine = UimaEngine.of(tiny)) {
      Work finding = finder.tagging(sentences);
      List<Double> opennlp = new ArrayList<>();
      List<Double> uima = new ArrayList<>();
      for (int pass = 0; pass <= setup.rounds().rounds(); pass++) {
        double one = seconds(() -> sentences.forEach(tagger::tag));
        double withOpenNlp = seconds(finding);
        double document = seconds(() -> tagger.tagDocument(sentences));
        double withUima = engine.secondsOf(sentences, TIMES);
        if (pass > 0) {
          opennlp.add((withOpenNlp - one) / TIMES);
          uima.add(withUima - document / TIMES);
        }
      }
      added.put("OpenNLP", Spread.of(opennlp.stream().mapToDouble(d -> d).toArray()));
      added.put("UIMA", Spread.of(uima.stream().mapToDouble(d -> d).toArray()));
    }
    return added;
  }

  /** Seconds of doing it {@link #TIMES} times. */
  private static double seconds(Work work) throws Exception {
    long begin = System.nanoTime();
    for (int i = 0; i < TIMES; i++) {
      work.run();
    }
    return (System.nanoTime() - begin) / 1e9;
  }
}
