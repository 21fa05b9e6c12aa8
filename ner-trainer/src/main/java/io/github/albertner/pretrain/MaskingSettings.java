package io.github.albertner.pretrain;

import io.github.albertner.settings.Ranges;
import io.github.albertner.settings.SettingsReader;
import io.github.albertner.settings.Texts;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.Map;

/**
 * What is hidden from the network.
 *
 * @param share of the pieces
 * @param ngram most words in a row that are hidden together
 */
public record MaskingSettings(double share, int ngram) {
  private static final int LONGEST_NGRAM = 10;

  /** Checks the ranges, naming the setting. */
  public MaskingSettings {
    Ranges.check("mask-share", share, share > 0 && share <= 0.5, "above 0, at most 0.5");
    Ranges.check(
        "mask-ngram", ngram, ngram >= 1 && ngram <= LONGEST_NGRAM, "1 to " + LONGEST_NGRAM);
  }

  static MaskingSettings of(SettingsReader reader) {
    return new MaskingSettings(reader.decimal("mask-share"), reader.integer("mask-ngram"));
  }

  void addTo(Map<String, String> map) {
    map.put("mask-share", Texts.number(share));
    map.put("mask-ngram", Integer.toString(ngram));
  }

  WordMasker masker(SubwordTokenizer tokenizer) {
    return new WordMasker(share, ngram, tokenizer);
  }
}
