package io.github.albertner.optimize;

import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.Map;
import java.util.Objects;

/**
 * The learning rate over a run.
 *
 * @param learningRate highest learning rate, reached after warm-up
 * @param schedule how it goes on
 * @param polynomialPower of the polynomial schedule; 1, a straight line, for all others
 * @param warmup below 1 the share of all updates during which the rate rises from 0, from 1 on
 *     their number
 */
public record ScheduleSettings(
    double learningRate, Schedule schedule, double polynomialPower, double warmup) {

  /** Checks the ranges, naming the setting. */
  public ScheduleSettings {
    Ranges.check(
        "learning-rate", learningRate, learningRate > 0 && learningRate < 1, "above 0, below 1");
    Objects.requireNonNull(schedule, "schedule");
    Ranges.check(
        "polynomial-power",
        polynomialPower,
        polynomialPower > 0 && polynomialPower <= 10,
        "above 0, at most 10");
    if (polynomialPower != 1 && schedule != Schedule.POLYNOMIAL) {
      throw new IllegalArgumentException(
          "polynomial-power is %s, and --schedule %s has no power; expected --schedule polynomial"
              .formatted(Texts.number(polynomialPower), Texts.name(schedule)));
    }
    Ranges.check(
        "warmup",
        warmup,
        warmup >= 0 && (warmup < 1 || warmup == Math.rint(warmup)) && warmup < 1e9,
        "a share from 0 to less than 1, or a whole number of updates");
  }

  public static ScheduleSettings of(SettingsReader reader) {
    return new ScheduleSettings(
        reader.decimal("learning-rate"),
        reader.choice("schedule", Schedule.class),
        reader.decimal("polynomial-power"),
        reader.decimal("warmup"));
  }

  public void addTo(Map<String, String> map) {
    map.put("learning-rate", Texts.number(learningRate));
    map.put("schedule", Texts.name(schedule));
    map.put("polynomial-power", Texts.number(polynomialPower));
    map.put("warmup", warmup < 1 ? Texts.number(warmup) : Long.toString((long) warmup));
  }

  /** Returns the number of updates of warm-up. */
  public long warmupSteps(long totalSteps) {
    return warmup < 1 ? Math.round(warmup * totalSteps) : (long) warmup;
  }
}
