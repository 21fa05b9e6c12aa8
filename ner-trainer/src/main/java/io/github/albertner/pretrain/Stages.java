package io.github.albertner.pretrain;

import io.github.albertner.settings.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A number that changes in the course of a run, stage by stage.
 *
 * @param stages at least one; their shares add up to 1
 */
public record Stages(List<Stage> stages) {
  static final String EXPECTED =
      "a whole number, or NUMBER:SHARE,... with shares of the run that add up to 1, as in"
          + " 64:0.7,128:0.3";

  /**
   * A part of a run.
   *
   * @param value during it, at least 1
   * @param share of the updates, above 0
   */
  public record Stage(int value, double share) {}

  /** Checks values and shares. */
  public Stages {
    stages = List.copyOf(stages);
    double sum = stages.stream().mapToDouble(Stage::share).sum();
    if (stages.stream().anyMatch(stage -> stage.value < 1 || !(stage.share > 0))
        || Math.abs(sum - 1) > 1e-6) {
      throw new IllegalArgumentException("expected " + EXPECTED + ", found " + stages);
    }
  }

  /**
   * Reads stages.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static Stages parse(String text) {
    if (!text.contains(":")) {
      return new Stages(List.of(new Stage(Integer.parseInt(text.strip()), 1)));
    }
    List<Stage> stages = new ArrayList<>();
    for (String stage : text.split(",", -1)) {
      String[] parts = stage.strip().split(":", -1);
      if (parts.length != 2) {
        throw new IllegalArgumentException(stage);
      }
      stages.add(new Stage(Integer.parseInt(parts[0]), Double.parseDouble(parts[1])));
    }
    return new Stages(stages);
  }

  /** Returns the text that reads back as these stages. */
  String text() {
    return stages.size() == 1
        ? Integer.toString(stages.get(0).value)
        : stages.stream()
            .map(stage -> stage.value + ":" + Texts.number(stage.share))
            .collect(Collectors.joining(","));
  }

  /**
   * Returns the index of the stage that an update belongs to.
   *
   * @param step from 0
   */
  int indexAt(long step, long totalSteps) {
    int index = stages.size() - 1;
    while (index > 0 && step < begin(index, totalSteps)) {
      index--;
    }
    return index;
  }

  /** Returns the value during an update, counted from 0. */
  int valueAt(long step, long totalSteps) {
    return stages.get(indexAt(step, totalSteps)).value;
  }

  /** Returns the first update of a stage. */
  long begin(int index, long totalSteps) {
    double share = stages.subList(0, index).stream().mapToDouble(Stage::share).sum();
    return Math.round(share * totalSteps);
  }

  /** Returns the largest value. */
  public int largest() {
    return stages.stream().mapToInt(Stage::value).max().orElseThrow();
  }

  /** Returns the smallest value. */
  int smallest() {
    return stages.stream().mapToInt(Stage::value).min().orElseThrow();
  }
}
