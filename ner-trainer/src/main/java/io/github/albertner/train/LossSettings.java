package io.github.albertner.train;

import io.github.albertner.feature.PieceLabels;
import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import java.util.Map;
import java.util.Objects;

/**
 * What an update makes smaller.
 *
 * @param labelSmoothing share of the target that is spread evenly over all labels (Szegedy et al.,
 *     arXiv:1512.00567, section 7)
 * @param labelWeights how much a word counts, by its label
 * @param pieceLabels which pieces of a word carry its label
 */
public record LossSettings(
    double labelSmoothing, LabelWeights labelWeights, PieceLabels pieceLabels) {

  /** Checks the ranges, naming the setting. */
  public LossSettings {
    Ranges.share("label-smoothing", labelSmoothing);
    Objects.requireNonNull(labelWeights, "label-weights");
    Objects.requireNonNull(pieceLabels, "piece-labels");
  }

  static LossSettings of(SettingsReader reader) {
    return new LossSettings(
        reader.decimal("label-smoothing"),
        reader.parse("label-weights", LabelWeights.EXPECTED, LabelWeights::parse),
        reader.choice("piece-labels", PieceLabels.class));
  }

  void addTo(Map<String, String> map) {
    map.put("label-smoothing", Texts.number(labelSmoothing));
    map.put("label-weights", labelWeights.toString());
    map.put("piece-labels", Texts.name(pieceLabels));
  }
}
