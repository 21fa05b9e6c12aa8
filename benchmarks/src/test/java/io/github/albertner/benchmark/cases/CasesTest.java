package io.github.albertner.benchmark.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.benchmark.measure.Rounds;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.network.Precision;
import io.github.albertner.page.HtmlPage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every case runs to its end and judges what it should; how fast is nobody's business here. */
class CasesTest {
  private static final Path ABSENT = Path.of("absent");

  private static final Setup SETUP =
      new Setup(
          Size.TINY,
          1,
          new Rounds(1, 1, Duration.ZERO, Duration.ZERO),
          4,
          new Workloads(ABSENT),
          ABSENT);

  @Test
  void mixedLengths() throws Exception {
    List<Outcome> outcomes = new MixedLengths(SETUP, true).run();
    assertEquals(1, outcomes.size(), "only generated text: there are no corpora");
    for (Precision precision : Setup.precisions()) {
      assertTrue(outcomes.get(0).table().contains(Setup.ours(precision)));
    }
    List<Target> open =
        outcomes.get(0).targets().stream().filter(t -> t.found().isEmpty()).toList();
    assertTrue(open.stream().anyMatch(t -> t.what().contains("NameFinderDL")));
    assertTrue(open.stream().noneMatch(t -> t.what().contains("bf16 / ONNX")));
  }

  @Test
  void oneAtATimeAndManyThreads() throws Exception {
    assertEquals(1, new OneAtATime(SETUP).run().size());
    Target threads = new ManyThreads(SETUP).run().get(0).targets().get(0);
    assertTrue(threads.found().orElseThrow().median() > 0);
  }

  @Test
  void shareOfCeiling() throws Exception {
    List<Target> targets = new ShareOfCeiling(SETUP).run().targets();
    assertEquals(2, targets.size());
    for (Target target : targets) {
      assertTrue(target.found().orElseThrow().median() > 0);
    }
  }

  @Test
  void outsideTheNetwork() throws Exception {
    Outcome outcome = new OutsideTheNetwork(SETUP).run();
    assertEquals(Setup.precisions().size(), outcome.targets().size());
    for (Target target : outcome.targets()) {
      double percent = target.found().orElseThrow().median();
      assertTrue(percent > 0 && percent < 100, percent + " %");
    }
  }

  @Test
  void trainingSteps() throws Exception {
    Outcome outcome = new TrainingSteps(SETUP).run();
    assertEquals(3, outcome.targets().stream().filter(t -> t.found().isPresent()).count());
  }

  /** Says what it was given, in numbers, at once. */
  static final class Program {
    public static void main(String[] arguments) {
      System.out.println(arguments.length);
      System.out.println(Files.exists(Path.of(arguments[0])) ? 1 : 0);
      System.out.println(Precision.valueOf(arguments[1]).label().length());
    }
  }

  @Test
  void processStart() throws Exception {
    Outcome outcome = new ProcessStart(SETUP, Program.class, ABSENT).run();
    assertTrue(outcome.targets().stream().allMatch(t -> t.found().orElseThrow().median() > 0));
  }

  @Test
  void memory() throws Exception {
    Target target = new Memory(SETUP, Program.class).run().targets().get(0);
    assertEquals(1, target.found().orElseThrow().median(), "what was written when it was used");
  }

  @Test
  void aCurveIsATableAndTwoDrawings() {
    Curve curve =
        new Curve(
            "threads",
            List.of(
                new Curve.Measured(1, Map.of("ours f32", Spread.of(100)), 300),
                new Curve.Measured(2, Map.of("ours f32", Spread.of(190)), 310)));
    assertEquals(
        """
        | threads | ours f32, pieces/s | f32, most MiB |
        |---|---|---|
        | 1 | 100 | 300 |
        | 2 | 190 | 310 |
        """,
        curve.table());
    HtmlPage page = new HtmlPage("Scale");
    curve.draw(page);
    assertEquals(3, page.render().split("<svg", -1).length);
  }
}
