package io.github.albertner.run;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.EntityEvaluator;
import io.github.albertner.evaluate.Tagging;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import io.github.albertner.report.PrecisionTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each precision of this machine's processor costs a model.
 *
 * @param f1 strict micro F1 on the same sentences, 0 to 1, by precision; F32 is among them
 */
public record PrecisionScores(Map<Precision, Double> f1) {
  private static final String METRIC = "precision.";

  /** Copies the map, in the order of the precisions. */
  public PrecisionScores {
    if (!f1.containsKey(Precision.F32)) {
      throw new IllegalArgumentException("expected a score in f32 to compare with");
    }
    f1 = Collections.unmodifiableMap(new EnumMap<>(f1));
  }

  /**
   * Tags sentences in every precision that the model and this processor have: F32; what AUTO means,
   * if that is another; and INT8 if the package has activation ranges.
   *
   * @param gold sentences with their entities, in the order of their documents
   * @param threads processor threads to use
   * @throws IOException if the package's vocabulary cannot be used
   */
  public static PrecisionScores of(ModelPackage model, List<Sentence> gold, int threads)
      throws IOException {
    List<Precision> precisions = new ArrayList<>(List.of(Precision.F32));
    Precision auto = Precision.AUTO.onProcessor();
    if (auto != Precision.F32) {
      precisions.add(auto);
    }
    if (!model.manifest().activationRanges().isEmpty() && Precision.INT8.isOfProcessor()) {
      precisions.add(Precision.INT8);
    }
    Map<Precision, Double> f1 = new EnumMap<>(Precision.class);
    for (Precision precision : precisions) {
      TaggerOptions options =
          TaggerOptions.defaults()
              .withDevice(DeviceChoice.CPU)
              .withThreads(threads)
              .withPrecision(precision);
      try (NerTagger tagger = NerTagger.of(model, options)) {
        f1.put(precision, EntityEvaluator.scores(gold, Tagging.tag(tagger, gold)).micro().f1());
      }
    }
    return new PrecisionScores(f1);
  }

  /** Returns F1 in a precision less that in F32, in points (hundredths). */
  public double change(Precision precision) {
    return 100 * (f1.get(precision) - f1.get(Precision.F32));
  }

  /**
   * Has a package and its card say the scores, in place of those they had.
   *
   * @param data what they are scores of
   */
  public ModelPackage addTo(ModelPackage model, String data) {
    Map<String, Double> metrics = new TreeMap<>(model.manifest().metrics());
    metrics.keySet().removeIf(name -> name.startsWith(METRIC));
    Map<String, Double> byName = new TreeMap<>();
    f1.forEach((precision, value) -> byName.put(precision.label(), value));
    byName.forEach((name, value) -> metrics.put(METRIC + name + ".f1", value));
    return model.describedAs(
        model.manifest().withScores(metrics, model.manifest().provenance()),
        PrecisionTable.addTo(model.card(), data, byName));
  }
}
