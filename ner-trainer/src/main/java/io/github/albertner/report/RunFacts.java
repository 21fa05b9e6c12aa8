package io.github.albertner.report;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a run before it begins.
 *
 * @param title what is trained
 * @param settings by key
 * @param provenance by key
 */
public record RunFacts(
    String title, SortedMap<String, String> settings, SortedMap<String, String> provenance) {
  /** Copies the maps, in order of their keys. */
  public RunFacts(String title, Map<String, String> settings, Map<String, String> provenance) {
    this(title, new TreeMap<>(settings), new TreeMap<>(provenance));
  }

  /** Copies the maps. */
  public RunFacts {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    provenance = Collections.unmodifiableSortedMap(new TreeMap<>(provenance));
  }
}
