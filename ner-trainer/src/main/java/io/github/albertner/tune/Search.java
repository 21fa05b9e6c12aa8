package io.github.albertner.tune;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.train.TrainingCollapseException;
import io.github.albertner.train.TrainingSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Trains the trials of a plan, one after the other; those of its directory that have ended are not
 * trained again.
 *
 * <p>A trial is as good as its best epoch: by development F1, then by validation loss.
 */
public final class Search {
  private final TrialPlan plan;
  private final Optional<MedianRule> pruning;
  private final Budget budget;
  private final SearchDirectory directory;
  private final TrialTrainer trainer;
  private final LongSupplier nanoTime;

  Search(
      TrialPlan plan,
      Optional<MedianRule> pruning,
      Budget budget,
      SearchDirectory directory,
      TrialTrainer trainer,
      LongSupplier nanoTime) {
    this.plan = plan;
    this.pruning = pruning;
    this.budget = budget;
    this.directory = directory;
    this.trainer = trainer;
    this.nanoTime = nanoTime;
  }

  /**
   * Prepares a search.
   *
   * @param pruning ends trials early; empty to train all to their end
   * @param directory of this search, by its description
   * @param base model that every trial starts from
   * @param settings that are not varied
   * @param training sentences to learn from
   * @param development sentences to judge epochs by
   */
  public static Search of(
      TrialPlan plan,
      Optional<MedianRule> pruning,
      Budget budget,
      SearchDirectory directory,
      Checkpoint base,
      TrainingSettings settings,
      List<Sentence> training,
      List<Sentence> development) {
    return new Search(
        plan,
        pruning,
        budget,
        directory,
        new FineTuningTrials(base, settings, training, development),
        System::nanoTime);
  }

  /** Returns the number of trials that there will be, unless the budget has only minutes. */
  public static Optional<Integer> trials(TrialPlan plan, Budget budget) {
    if (budget.trials().isEmpty() && plan.trials().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Math.min(
            budget.trials().orElse(Integer.MAX_VALUE), plan.trials().orElse(Integer.MAX_VALUE)));
  }

  /**
   * Searches until all trials have ended, the budget is used up, or the observer says so.
   *
   * @return what is known, earlier sessions included
   * @throws IOException if the base model cannot be used, or a trial cannot be written down
   */
  public SearchResults run(SearchObserver observer) throws IOException {
    int last = trials(plan, budget).orElse(Integer.MAX_VALUE);
    Map<Integer, Trial> known = new LinkedHashMap<>();
    directory.results().trials().forEach(trial -> known.put(trial.number(), trial));
    for (int number = 1; number <= last; number++) {
      Trial before = known.get(number);
      if (before != null && before.status() != TrialStatus.STOPPED) {
        continue;
      }
      if (observer.stopRequested() || budget.isSpent(directory.seconds())) {
        break;
      }
      Optional<Trial> ended = train(number, observer);
      if (ended.isPresent()) {
        directory.add(ended.get());
        observer.ended(ended.get(), directory.results());
      }
    }
    return directory.results();
  }

  /** Trains a trial; nothing if it was stopped before its first epoch ended. */
  private Optional<Trial> train(int number, SearchObserver observer) throws IOException {
    Map<String, String> settings = plan.settings(number);
    observer.started(number, settings);
    List<Trial> others = directory.results().trials();
    double spent = directory.seconds();
    long start = nanoTime.getAsLong();
    List<TrialEpoch> epochs = new ArrayList<>();
    int planned = 0;
    Outcome outcome;
    try (TrialTraining training = trainer.begin(settings)) {
      planned = training.plannedEpochs();
      outcome = run(training, epochs, observer, others, () -> budget.isSpent(spent + since(start)));
    } catch (TrainingCollapseException | IllegalArgumentException e) {
      outcome = new Outcome(TrialStatus.FAILED, e.getMessage());
    } catch (RuntimeException e) {
      // Such as the native library's when memory runs out: the next trial may be smaller.
      outcome = new Outcome(TrialStatus.FAILED, e.toString());
    }
    if (outcome.status == TrialStatus.STOPPED && epochs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Trial(
            number, settings, outcome.status, outcome.message, planned, epochs, since(start)));
  }

  private record Outcome(TrialStatus status, String message) {}

  private Outcome run(
      TrialTraining training,
      List<TrialEpoch> epochs,
      SearchObserver observer,
      List<Trial> others,
      BooleanSupplier budgetSpent) {
    while (training.hasNext()) {
      if (observer.stopRequested()) {
        return new Outcome(TrialStatus.STOPPED, "interrupted");
      }
      TrialProgress progress = training.next();
      progress.ended().ifPresent(epochs::add);
      observer.advanced(progress);
      if (progress.ended().isPresent() && training.hasNext()) {
        // Until its rate is up, a trial shows how long its warm-up is, not how good it is.
        Optional<String> behind =
            progress.warmingUp()
                ? Optional.empty()
                : pruning.flatMap(rule -> rule.prune(others, epochs));
        if (behind.isPresent()) {
          return new Outcome(TrialStatus.PRUNED, behind.get());
        }
        if (budgetSpent.getAsBoolean()) {
          return new Outcome(TrialStatus.STOPPED, "the minutes of the search are used up");
        }
      }
    }
    return training
        .failure()
        .map(message -> new Outcome(TrialStatus.FAILED, message))
        .orElse(new Outcome(TrialStatus.COMPLETE, ""));
  }

  private double since(long start) {
    return (nanoTime.getAsLong() - start) / 1e9;
  }
}
