package io.github.albertner.report;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityScores;
import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.evaluate.MatchCounts;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.train.EpochResult;
import io.github.albertner.train.TrainingStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Made-up runs of three epochs of two updates each, the second epoch the best. */
final class Runs {
  static final int EPOCHS = 3;
  static final int UPDATES = 2;

  private Runs() {}

  static List<TrainingStep> steps() {
    List<TrainingStep> steps = new ArrayList<>();
    for (int step = 1; step <= EPOCHS * UPDATES; step++) {
      int epoch = (step + 1) / UPDATES;
      steps.add(
          new TrainingStep(
              epoch,
              step,
              EPOCHS * UPDATES,
              2.0 / step,
              100,
              1e-3 / step,
              0.5,
              step % UPDATES == 0 ? Optional.of(result(epoch, step)) : Optional.empty()));
    }
    return steps;
  }

  private static EpochResult result(int epoch, int step) {
    long correct = epoch == 2 ? 8 : 4;
    EntityScores scores =
        new EntityScores(
            5,
            50,
            40,
            MatchCounts.NONE,
            new TreeMap<>(
                Map.of(
                    "person", new MatchCounts(10, 10, correct),
                    "<place>", new MatchCounts(2, 1, 1))));
    return new EpochResult(epoch, step, 1.0 / epoch, 0.5 + 0.1 * epoch, scores, epoch <= 2);
  }

  static JudgedSentence sentence(double loss, List<EntitySpan> gold, EntitySpan... found) {
    return new JudgedSentence(
        new Sentence(
            List.of("Ada", "King", "<b>", "visited", "Upper", "Rome", "&", "Ostia"), gold, false),
        List.of(found),
        OptionalDouble.of(loss));
  }

  static List<JudgedSentence> development() {
    return List.of(
        sentence(
            0.25,
            List.of(new EntitySpan(0, 2, "person"), new EntitySpan(4, 6, "<place>")),
            new EntitySpan(0, 2, "person", 0.95),
            new EntitySpan(5, 6, "<place>", 0.6)),
        sentence(
            1.5, List.of(new EntitySpan(7, 8, "<place>")), new EntitySpan(7, 8, "person", 0.55)),
        sentence(0.01, List.of()));
  }
}
