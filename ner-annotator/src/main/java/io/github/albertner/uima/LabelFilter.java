package io.github.albertner.uima;

import io.github.albertner.NamedEntity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which entities are written.
 *
 * @param ignored labels whose entities are not
 * @param minimumScore least probability of the others, in [0, 1]
 * @param minimumScores least probability by label
 */
record LabelFilter(List<String> ignored, double minimumScore, Map<String, Double> minimumScores) {

  private static final String PARAMETER = NerParameters.PARAM_MINIMUM_SCORE;

  /**
   * Reads the parameters.
   *
   * @throws IllegalArgumentException if a score is no number in [0, 1], or given twice
   */
  static LabelFilter of(Parameters parameters) {
    Double forAll = null;
    Map<String, Double> byLabel = new TreeMap<>();
    for (String element : parameters.list(PARAMETER)) {
      int colon = element.lastIndexOf(':');
      double score = score(element.substring(colon + 1).strip(), element);
      boolean again = colon < 0 && forAll != null;
      if (colon < 0) {
        forAll = score;
      } else {
        again = byLabel.put(element.substring(0, colon).strip(), score) != null;
      }
      if (again) {
        throw new IllegalArgumentException(
            "parameter %s: expected one score for each label and one for all, found '%s' as well"
                .formatted(PARAMETER, element));
      }
    }
    return new LabelFilter(
        parameters.list(NerParameters.PARAM_IGNORED_LABELS), forAll == null ? 0 : forAll, byLabel);
  }

  private static double score(String number, String element) {
    double score;
    try {
      score = Double.parseDouble(number);
    } catch (NumberFormatException e) {
      score = Double.NaN;
    }
    if (!(score >= 0 && score <= 1)) { // also not NaN
      throw new IllegalArgumentException(
          "parameter %s: expected a number from 0.0 to 1.0, or label:number, found '%s'"
              .formatted(PARAMETER, element));
    }
    return score;
  }

  boolean keeps(NamedEntity entity) {
    return !ignored.contains(entity.type())
        && entity.probability() >= minimumScores.getOrDefault(entity.type(), minimumScore);
  }
}
