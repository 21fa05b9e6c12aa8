package io.github.albertner.report;

import io.github.albertner.pretrain.Evaluation;
import java.util.Map;

/** The README.md beside a pretrained encoder. */
public final class LanguageModelCard {
  private LanguageModelCard() {}

  /**
   * Returns the card, in Markdown with front matter.
   *
   * @param facts of the run
   * @param evaluation of the weights that it is beside
   * @param notes of its maker; may be empty
   * @param fromRandom whether it began with random weights
   */
  public static String render(
      RunFacts facts, Evaluation evaluation, String notes, boolean fromRandom) {
    StringBuilder card = new StringBuilder();
    card.append(
        "---\npipeline_tag: fill-mask\ntags: [albert]\n---\n# Pretrained ALBERT encoder\n\n");
    if (!notes.isBlank()) {
      card.append(notes.strip()).append("\n\n");
    }
    card.append(
        """
        %s by masked words (`ner pretrain`), for fine-tuning: `ner train --base-model` and \
        transformers' `AlbertForMaskedLM` read this folder. Words are to be encoded one by one.

        On held-out text after %s updates: loss %s nats per hidden piece, perplexity %s, masked \
        accuracy %s %%.

        """
            .formatted(
                fromRandom
                    ? "Pretrained from random weights"
                    : "Pretrained further, from " + facts.provenance().get("base-model") + ",",
                Figures.count(evaluation.step()),
                Figures.decimals(evaluation.loss(), 4),
                Figures.decimals(evaluation.perplexity(), 2),
                Figures.percent(evaluation.accuracy())));
    section(card, "Provenance", facts.provenance());
    section(card, "Settings", facts.settings());
    return card.toString().stripTrailing() + "\n";
  }

  private static void section(StringBuilder card, String title, Map<String, String> rows) {
    card.append("## ").append(title).append("\n\n| | |\n|---|---|\n");
    rows.forEach(
        (name, value) -> card.append("| ").append(name).append(" | ").append(value).append(" |\n"));
    card.append('\n');
  }
}
