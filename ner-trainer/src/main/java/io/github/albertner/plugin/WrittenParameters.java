package io.github.albertner.plugin;

import io.github.albertner.suggest.NearestName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells our parameters from OpenNLP's own, and refuses what is neither. */
final class WrittenParameters {
  /** What OpenNLP reads itself, whatever the trainer. */
  private static final Set<String> OPENNLPS = caseless("Algorithm", "TrainerType");

  /**
   * What means something to OpenNLP's own trainers only. The numbers are those that OpenNLP puts in
   * where the user has none, as Integers; the text of a parameters file is a String.
   */
  private static final Map<String, List<Integer>> DEFAULTS =
      new TreeMap<>(String::compareToIgnoreCase);

  static {
    DEFAULTS.put("Iterations", List.of(100, 300));
    DEFAULTS.put("Cutoff", List.of(0, 5));
    DEFAULTS.put("BeamSize", List.of());
  }

  private WrittenParameters() {}

  /**
   * Returns the parameters that are ours.
   *
   * @param parameters all, as OpenNLP hands them over; upper and lower case are the same
   * @return values by key, as {@link ParameterKeys} writes it
   * @throws IllegalArgumentException if one is unknown, is for OpenNLP's own trainers, or is there
   *     twice
   */
  static Map<String, String> ours(Map<String, Object> parameters) {
    Map<String, String> known = new TreeMap<>(String::compareToIgnoreCase);
    ParameterKeys.all().forEach(key -> known.put(key, key));
    Map<String, String> ours = new TreeMap<>();
    for (Map.Entry<String, Object> parameter : new TreeMap<>(parameters).entrySet()) {
      String name = parameter.getKey();
      if (OPENNLPS.contains(name) || isDefault(name, parameter.getValue())) {
        continue;
      }
      if (DEFAULTS.containsKey(name)) {
        throw new IllegalArgumentException(
            name
                + " is for OpenNLP's own trainers; "
                + (name.equalsIgnoreCase("Iterations") ? "use Epochs" : "leave it out"));
      }
      String key = known.get(name);
      if (key == null) {
        throw new IllegalArgumentException(
            "unknown parameter %s%s; the parameters are %s"
                .formatted(
                    name,
                    NearestName.hint(name, known.keySet()),
                    String.join(", ", ParameterKeys.all())));
      }
      if (ours.put(key, String.valueOf(parameter.getValue()).strip()) != null) {
        throw new IllegalArgumentException(key + " is there twice, written in two ways");
      }
    }
    return ours;
  }

  private static boolean isDefault(String name, Object value) {
    return value instanceof Integer number
        && DEFAULTS.getOrDefault(name, List.of()).contains(number);
  }

  private static Set<String> caseless(String... names) {
    Set<String> set = new TreeSet<>(String::compareToIgnoreCase);
    set.addAll(List.of(names));
    return set;
  }
}
