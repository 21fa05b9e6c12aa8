package io.github.albertner.tune;

import io.github.albertner.checkpoint.Checkpoint;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.report.SentenceDigest;
import io.github.albertner.train.TrainingSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What decides the outcome of every trial of a search. Trials of two searches may be compared, and
 * one taken up by the other, only if these are equal.
 *
 * @param facts by name
 */
public record SearchDescription(Map<String, String> facts) {
  private static final String ABSENT = "absent";

  /** Copies the map. */
  public SearchDescription {
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /**
   * Describes a search.
   *
   * @param settings those that are not varied; the number of threads does not count
   * @param training sentences as they are learned from, types renamed
   * @param development sentences to judge by
   */
  public static SearchDescription of(
      TrialPlan plan,
      TrainingSettings settings,
      Checkpoint base,
      List<Sentence> training,
      List<Sentence> development) {
    Map<String, String> facts = new TreeMap<>();
    settings.toMap().forEach((name, value) -> facts.put("setting " + name, value));
    facts.remove("setting threads");
    plan.space()
        .toMap()
        .forEach(
            (name, values) -> {
              facts.remove("setting " + name);
              facts.put("search " + name, values);
            });
    facts.put("strategy", plan.strategy().name().toLowerCase(Locale.ROOT));
    facts.put("base model", base.origin());
    facts.put("vocabulary", "sha256:" + Sha256.hex(base.tokenizerJson()));
    facts.put("training data", "sha256:" + SentenceDigest.of(training));
    facts.put("development data", "sha256:" + SentenceDigest.of(development));
    return new SearchDescription(facts);
  }

  /** Returns a line for each fact that another search has otherwise. */
  List<String> differences(SearchDescription other) {
    TreeSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String here = facts.getOrDefault(name, ABSENT);
      String there = other.facts.getOrDefault(name, ABSENT);
      if (!here.equals(there)) {
        differences.add("%s is %s, there %s".formatted(name, here, there));
      }
    }
    return differences;
  }
}
