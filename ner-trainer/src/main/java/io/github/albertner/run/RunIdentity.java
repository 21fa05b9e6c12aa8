package io.github.albertner.run;

import com.google.gson.JsonObject;
import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.pretrain.PretrainingSettings;
import io.github.albertner.report.SentenceDigest;
import io.github.albertner.report.Versions;
import io.github.albertner.train.FineTuning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must be the same for a run to be taken up again.
 *
 * @param facts settings, digests of data and start, versions of what computes; by name
 */
record RunIdentity(SortedMap<String, String> facts) {
  /** It decides when a run ends, not what it computes. */
  private static final String FREE = "max-minutes";

  /** Settings that say how long pretraining is: they may change when it is taken up again. */
  private static final Set<String> LENGTH = Set.of("steps", "epochs", "minutes");

  /** What it was in runs from before there was a choice. */
  private static final Map<String, String> BEFORE = Map.of("device", "cpu");

  /** Versions that numbers may depend on. */
  private static final List<String> COMPUTING = List.of("albert-ner", "djl", "pytorch", "os");

  RunIdentity {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  static RunIdentity of(TrainingRequest request, TrainingData data, FineTuning tuning) {
    SortedMap<String, String> facts = new TreeMap<>(request.settings().toMap());
    facts.remove(FREE);
    facts.put("training data", SentenceDigest.of(data.training()));
    facts.put("development data", SentenceDigest.of(data.development()));
    facts.put("base model", tuning.startDigest());
    addVersions(facts);
    return new RunIdentity(facts);
  }

  /** The identity of pretraining. */
  static RunIdentity of(PretrainingSettings settings, LanguageModel start, String texts) {
    SortedMap<String, String> facts = new TreeMap<>(settings.toMap());
    facts.keySet().removeAll(LENGTH);
    facts.put("text", texts);
    facts.put("base model", start.digest());
    addVersions(facts);
    return new RunIdentity(facts);
  }

  /** Reads what {@link #toJson} wrote. */
  static RunIdentity of(JsonObject json) {
    SortedMap<String, String> facts = new TreeMap<>();
    json.entrySet().forEach(fact -> facts.put(fact.getKey(), fact.getValue().getAsString()));
    return new RunIdentity(facts);
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject();
    facts.forEach(json::addProperty);
    return json;
  }

  private static void addVersions(SortedMap<String, String> facts) {
    Map<String, String> versions = Versions.all();
    COMPUTING.forEach(name -> facts.put("version of " + name, versions.get(name)));
  }

  /** Returns what differs from another, a phrase each; settings first come as they are named. */
  List<String> differences(RunIdentity found) {
    SortedSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(found.facts.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String own = fact(name);
      String other = found.fact(name);
      if (!own.equals(other)) {
        differences.add("%s (was %s, is %s)".formatted(name, shown(own), shown(other)));
      }
    }
    return differences;
  }

  private String fact(String name) {
    return facts.getOrDefault(name, BEFORE.getOrDefault(name, "nothing"));
  }

  /** The beginning of a digest tells as much. */
  private static String shown(String value) {
    return value.matches("[0-9a-f]{64}") ? value.substring(0, 12) + "..." : value;
  }
}
