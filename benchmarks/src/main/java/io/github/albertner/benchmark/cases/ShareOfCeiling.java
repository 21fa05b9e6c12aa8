package io.github.albertner.benchmark.cases;

import ai.djl.Device;
import io.github.albertner.benchmark.ceiling.MatrixProducts;
import io.github.albertner.benchmark.ceiling.MatrixProducts.Format;
import io.github.albertner.benchmark.measure.Contender;
import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.network.Precision;
import io.github.albertner.network.TaggerNetwork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The network on one batch of 32 sentences of 32 pieces, beside the products of the same number of
 * rows with its largest matrix and nothing else.
 */
public final class ShareOfCeiling {
  private static final int SENTENCES = 32;
  private static final int PIECES = 32;
  private static final int PRODUCTS = 48;
  private static final int CALLS = 2;
  private static final double GIGA = 1e9;
  private static final double PERCENT = 100;

  private final Setup setup;

  /** A case. */
  public ShareOfCeiling(Setup setup) {
    this.setup = setup;
  }

  /** Measures. */
  public Outcome run() throws Exception {
    ModelPackage model = setup.size().model();
    AlbertConfig config = model.config();
    PieceBatch batch = batch(config);
    double operations =
        CALLS
            * Size.operations(
                config, model.labels().size(), Collections.nCopies(SENTENCES, PIECES));
    Map<String, Double> work = new LinkedHashMap<>();
    List<Contender> contenders = new ArrayList<>();
    Map<Precision, TaggerNetwork> networks = new LinkedHashMap<>();
    try (MatrixProducts products =
        new MatrixProducts(
            SENTENCES * PIECES, config.hiddenSize(), config.intermediateSize(), setup.threads())) {
      for (Format format : Format.values()) {
        Contender contender = products.contender(product(format.name()), format, PRODUCTS);
        contenders.add(contender);
        work.put(contender.name(), PRODUCTS * products.operations());
      }
      for (Precision precision : Setup.precisions()) {
        TaggerNetwork network =
            TaggerNetwork.load(
                config,
                model.labels().size(),
                model.weights(),
                precision,
                model.manifest().activationRanges(),
                Device.cpu(),
                setup.threads());
        networks.put(precision, network);
        contenders.add(new Contender(Setup.ours(precision), () -> repeat(network, batch)));
        work.put(Setup.ours(precision), operations);
      }
      return outcome(setup.rounds().run(contenders), work);
    } finally {
      networks.values().forEach(TaggerNetwork::close);
    }
  }

  private static void repeat(TaggerNetwork network, PieceBatch batch) {
    for (int i = 0; i < CALLS; i++) {
      network.logits(batch);
    }
  }

  private static String product(String format) {
    return "products " + format.toLowerCase(Locale.ROOT);
  }

  private static PieceBatch batch(AlbertConfig config) {
    Random random = new Random(1);
    List<int[]> sentences =
        IntStream.range(0, SENTENCES)
            .mapToObj(s -> random.ints(PIECES, 0, config.vocabularySize()).toArray())
            .toList();
    int[] every = IntStream.range(0, PIECES).toArray();
    return PieceBatch.of(sentences, Collections.nCopies(SENTENCES, every));
  }

  /** The bare products of the format that a contender computes in. */
  private static String ceiling(String name) {
    String label = name.substring(name.lastIndexOf(' ') + 1);
    return product(Precision.of(label).onProcessor().label());
  }

  private static Outcome outcome(Timings timings, Map<String, Double> work) {
    MarkdownTable table = new MarkdownTable("", "GFLOP/s", "spread", "share of its ceiling");
    List<Target> targets = new ArrayList<>();
    for (Map.Entry<String, Double> one : work.entrySet()) {
      String name = one.getKey();
      Spread rate = timings.seconds(name).under(one.getValue() / GIGA);
      String ceiling = ceiling(name);
      String shown = "";
      if (!name.equals(ceiling) && work.containsKey(ceiling)) {
        Spread share =
            timings.ratio(ceiling, name).times(PERCENT * one.getValue() / work.get(ceiling));
        shown = "%s %% (%s)".formatted(share.shown(1), share.range(1));
        if (name.equals(Setup.ours(Precision.F32)) || name.equals(Setup.ours(Precision.BF16))) {
          targets.add(
              Target.atLeast(
                  "32x32, share of the ceiling: " + name,
                  ceiling.endsWith("bf16") ? 80 : 85,
                  "%",
                  share));
        }
      }
      table.row(name, rate.shown(0), rate.range(0), shown);
    }
    return new Outcome(
        "32 sentences of 32 pieces, beside bare products of the same rows with the feed-forward"
            + " matrix",
        table.render(),
        targets);
  }
}
