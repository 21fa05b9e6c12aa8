package io.github.albertner.benchmark.cases;

import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.peer.OurTagger;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.Precision;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Speed and memory against batch budget, length of sentences, threads, and size of a document. */
public final class Scale {
  private static final List<Integer> BUDGETS = List.of(64, 128, 256, 512, 1024, 2048, 4096);
  private static final List<Integer> LENGTHS = List.of(8, 16, 32, 64, 128, 256, 512);
  private static final List<Integer> DOCUMENTS = List.of(1, 4, 16, 64, 256);
  private static final int PIECES = 2048;
  private static final int LONGEST = 120;

  private final Setup setup;
  private final Class<?> memoryProgram;

  /**
   * A case.
   *
   * @param memoryProgram as {@link MemoryProgram} has it
   */
  public Scale(Setup setup, Class<?> memoryProgram) {
    this.setup = setup;
    this.memoryProgram = memoryProgram;
  }

  /** What is run at a point of a curve: options, sentences, and the length of all, or 0. */
  private record Point(TaggerOptions options, Workload workload, int pieces) {}

  /** Measures. */
  public List<Curve> run() throws Exception {
    Path file = Files.createTempFile("benchmark", ".bin");
    ModelPackage model = setup.size().model();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    try {
      model.write(file, true);
      MemoryProgram memory = new MemoryProgram(memoryProgram, file);
      List<Curve> curves = new ArrayList<>();
      for (Map.Entry<String, Map<Integer, Point>> curve : points(tokenizer).entrySet()) {
        List<Curve.Measured> measured = new ArrayList<>();
        for (Map.Entry<Integer, Point> at : curve.getValue().entrySet()) {
          Point point = at.getValue();
          double mib =
              memory.run(point.options, point.workload.sentences().size(), point.pieces).most();
          measured.add(new Curve.Measured(at.getKey(), rates(model, point, tokenizer), mib));
        }
        curves.add(new Curve(curve.getKey(), measured));
      }
      return curves;
    } finally {
      Files.delete(file);
    }
  }

  private Map<String, Map<Integer, Point>> points(SubwordTokenizer tokenizer) {
    Workload notes = Workloads.part(0, setup.sentences(), LONGEST);
    TaggerOptions usual = setup.options(Precision.F32);
    Map<Integer, Point> budgets = new LinkedHashMap<>();
    BUDGETS.forEach(x -> budgets.put(x, new Point(usual.withBatchPieces(x), notes, 0)));
    Map<Integer, Point> lengths = new LinkedHashMap<>();
    LENGTHS.forEach(
        x -> lengths.put(x, new Point(usual, Workloads.uniform(tokenizer, PIECES / x, x), x)));
    Map<Integer, Point> threads = new LinkedHashMap<>();
    for (int x = 1; x <= setup.threads(); x *= 2) {
      threads.put(x, new Point(usual.withThreads(x), notes, 0));
    }
    Map<Integer, Point> documents = new LinkedHashMap<>();
    DOCUMENTS.forEach(x -> documents.put(x, new Point(usual, Workloads.part(0, x, LONGEST), 0)));
    Map<String, Map<Integer, Point>> points = new LinkedHashMap<>();
    points.put("batch budget, pieces", budgets);
    points.put("pieces of each sentence", lengths);
    points.put("threads", threads);
    points.put("sentences of a document", documents);
    return points;
  }

  private Map<String, Spread> rates(ModelPackage model, Point point, SubwordTokenizer tokenizer)
      throws Exception {
    try (Field field = new Field()) {
      for (Precision precision : Setup.precisions()) {
        field.add(
            Setup.ours(precision),
            OurTagger.batched(model, point.options.withPrecision(precision)));
      }
      Timings timings = setup.rounds().run(field.on(point.workload));
      Map<String, Spread> rates = new LinkedHashMap<>();
      for (String name : timings.contenders()) {
        rates.put(name, timings.seconds(name).under(point.workload.pieces(tokenizer)));
      }
      return rates;
    }
  }
}
