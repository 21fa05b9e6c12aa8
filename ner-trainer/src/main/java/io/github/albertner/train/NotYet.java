package io.github.albertner.train;

import java.util.List;
import java.util.Map;

/** Settings that are understood and that nothing acts on: refused, never ignored. */
final class NotYet {
  private static final List<String> NAMES = List.of("piece-labels", "max-samples");

  private NotYet() {}

  /** Throws if one of them is not as the defaults have it. */
  static void refuse(TrainingSettings settings) {
    Map<String, String> defaults = TrainingDefaults.PRETRAINED.with(Map.of()).toMap();
    Map<String, String> found = settings.toMap();
    for (String name : NAMES) {
      if (!found.get(name).equals(defaults.get(name))) {
        throw new IllegalArgumentException(
            "%s is %s, which this version cannot do; leave it at %s"
                .formatted(name, found.get(name), defaults.get(name)));
      }
    }
  }
}
