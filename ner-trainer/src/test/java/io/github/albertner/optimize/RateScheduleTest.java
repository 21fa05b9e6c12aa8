package io.github.albertner.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class RateScheduleTest {

  @Test
  void linearRisesThenFallsToZero() {
    RateSchedule schedule = new RateSchedule(1, Schedule.LINEAR, 1, 10, 110);
    assertEquals(0.1, schedule.rate(0), 1e-12);
    assertEquals(1, schedule.rate(9), 1e-12);
    assertEquals(1, schedule.rate(10), 1e-12);
    assertEquals(0.5, schedule.rate(60), 1e-12);
    assertEquals(0.01, schedule.rate(109), 1e-12);
    assertEquals(1, new RateSchedule(1, Schedule.LINEAR, 1, 0, 1).rate(0), 1e-12);
  }

  @Test
  void cosineFallsAlongHalfAWave() {
    RateSchedule schedule = new RateSchedule(2, Schedule.COSINE, 1, 10, 110);
    assertEquals(0.2, schedule.rate(0), 1e-12);
    assertEquals(2, schedule.rate(10), 1e-12);
    assertEquals(1 + Math.sqrt(0.5), schedule.rate(35), 1e-12);
    assertEquals(1, schedule.rate(60), 1e-12);
    assertEquals(1 - Math.sqrt(0.5), schedule.rate(85), 1e-12);
  }

  @Test
  void constantStaysAfterWarmUp() {
    RateSchedule schedule = new RateSchedule(2, Schedule.CONSTANT, 1, 10, 110);
    assertEquals(1, schedule.rate(4), 1e-12);
    assertEquals(2, schedule.rate(10), 1e-12);
    assertEquals(2, schedule.rate(109), 1e-12);
  }

  @Test
  void polynomialFallsByItsPower() {
    RateSchedule schedule = new RateSchedule(1, Schedule.POLYNOMIAL, 2, 10, 110);
    assertEquals(1, schedule.rate(10), 1e-12);
    assertEquals(0.25, schedule.rate(60), 1e-12);
    assertEquals(1e-4, schedule.rate(109), 1e-12);
  }

  @Test
  void warmUpIsAShareOrANumberOfUpdates() {
    assertEquals(11, of(0.1, 110).warmupSteps());
    assertEquals(0, of(0, 110).warmupSteps());
    assertEquals(1, of(1, 110).warmupSteps());
    assertEquals(109, of(109, 110).warmupSteps());
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> of(110, 110));
    assertEquals(
        "warmup is 110 updates; expected fewer than the run's 110, or a share below 1",
        e.getMessage());
  }

  private static RateSchedule of(double warmup, long totalSteps) {
    return RateSchedule.of(new ScheduleSettings(1e-3, Schedule.LINEAR, 1, warmup), totalSteps);
  }
}
