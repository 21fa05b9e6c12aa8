package io.github.albertner.report;

import io.github.albertner.evaluate.EntityScores;
import io.github.albertner.evaluate.EntityScoresTable;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import java.util.Map;

/** The model card of a trained package, in Markdown with Hugging Face's front matter. */
public final class ModelCard {
  private ModelCard() {}

  /**
   * Renders the card.
   *
   * @param scores of the development data
   * @param description of the user: purpose and licences of the data; may be empty
   */
  public static String render(
      ModelManifest manifest, LabelSet labels, EntityScores scores, String description) {
    StringBuilder card = new StringBuilder();
    card.append("---\nlanguage: ").append(manifest.language());
    card.append("\npipeline_tag: token-classification\n");
    card.append("tags: [albert, named-entity-recognition]\n---\n# Named-entity tagger\n\n");
    card.append(
        description.isBlank()
            ? "Nothing is said of its purpose or of the licences of its data."
            : description.strip());
    card.append("\n\nEntity types: ").append(String.join(", ", labels.types()));
    card.append(".\n\n## Scores on the development data\n\n");
    card.append("Epochs were chosen by these, so they flatter; judge the model on other data.\n\n");
    card.append("```\n").append(EntityScoresTable.render(scores)).append("```\n");
    table(card, "Settings", manifest.settings());
    table(card, "Provenance", manifest.provenance());
    return card.toString();
  }

  private static void table(StringBuilder card, String title, Map<String, String> rows) {
    card.append("\n## ").append(title).append("\n\n| | |\n|---|---|\n");
    rows.forEach(
        (name, value) ->
            card.append("| ")
                .append(name)
                .append(" | ")
                .append(value.replace("|", "\\|"))
                .append(" |\n"));
  }
}
