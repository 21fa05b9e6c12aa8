package io.github.albertner.report;

import io.github.albertner.evaluate.MatchCounts;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The model card of a trained package, in Markdown with Hugging Face's front matter. */
public final class ModelCard {
  private static final String TEST_SCORES = "Scores on test data";
  private static final String RAW_SCORES = "Scores on raw text";
  private static final String DEVELOPMENT_SCORES = "Scores on the development data";
  static final String SETTINGS = "Settings";
  private static final String DATA = "data.";
  private static final Pattern DIGEST = Pattern.compile(" sha256:[0-9a-f]{64}");

  private ModelCard() {}

  /**
   * Renders the card.
   *
   * @param notes of the model's maker
   * @param epochs of the run, in order; the last that was best is the one packaged
   * @throws IllegalArgumentException if no epoch was best
   */
  public static String render(
      ModelManifest manifest, LabelSet labels, CardNotes notes, List<EpochMetrics> epochs) {
    EpochMetrics best =
        epochs.stream()
            .filter(EpochMetrics::best)
            .reduce((first, second) -> second)
            .orElseThrow(() -> new IllegalArgumentException("expected a best epoch, found none"));
    Markdown card = new Markdown();
    card.paragraph("# Named-entity tagger");
    card.paragraph(
        notes.description().isBlank() ? "Its maker gave no description." : notes.description());
    task(card, manifest, labels);
    card.section("Intended use and limits");
    if (!notes.intendedUse().isBlank()) {
      card.paragraph(notes.intendedUse());
    }
    card.paragraph(
        ("The tagger finds what its training data call entities, in text like theirs, %s; expect"
                + " less on other text. It misses some and invents some: have people check where"
                + " errors cost.")
            .formatted(reach(manifest)));
    card.section("Licence");
    card.paragraph(
        "Model: " + (notes.license().isBlank() ? "not stated." : Markdown.escape(notes.license())));
    card.paragraph(
        "Data: "
            + (notes.dataLicense().isBlank()
                ? "not stated."
                : Markdown.escape(notes.dataLicense())));
    data(card, manifest.provenance());
    development(card, best, epochs);
    card.section(SETTINGS).table(manifest.settings());
    Map<String, String> provenance = new TreeMap<>(manifest.provenance());
    provenance.keySet().removeIf(key -> key.startsWith(DATA));
    card.section("Provenance").table(provenance);
    return FrontMatter.of(notes, card.toString()).toString();
  }

  /** What of a text the tagger sees at once. */
  private static String reach(ModelManifest manifest) {
    int pieces = manifest.contextPieces();
    return pieces == 0
        ? "one sentence at a time"
        : "a sentence together with up to %s pieces of its document on each side; give it whole"
                .formatted(pieces)
            + " documents, in order, for it was trained with these neighbours";
  }

  private static void task(Markdown card, ModelManifest manifest, LabelSet labels) {
    card.section("Task");
    card.paragraph(
        "Finds %s in tokenized text%s."
            .formatted(
                labels.types().stream().map(Markdown::escape).collect(Collectors.joining(", ")),
                manifest.language().equals("und") ? "" : " (" + manifest.language() + ")"));
    card.paragraph(
        "Labels (%s): %s."
            .formatted(
                labels.scheme(),
                IntStream.range(0, labels.size())
                    .mapToObj(labels::label)
                    .map(Markdown::escape)
                    .collect(Collectors.joining(", "))));
    card.paragraph(
        "Use: `ner annotate --model FILE`; OpenNLP's `new TokenNameFinderModel(file)`; the UIMA"
            + " engine; or, unpacked by `ner export`, transformers'"
            + " `AlbertForTokenClassification.from_pretrained`.");
  }

  private static void data(Markdown card, Map<String, String> provenance) {
    Map<String, String> data = new LinkedHashMap<>();
    provenance.forEach(
        (key, value) -> {
          if (key.startsWith(DATA)) {
            data.put(key.substring(DATA.length()), value);
          }
        });
    card.section("Data").table(data);
  }

  private static void development(Markdown card, EpochMetrics best, List<EpochMetrics> epochs) {
    card.section(DEVELOPMENT_SCORES);
    card.paragraph(
        "Strict: an entity is correct if its first word, last word and type are all those of a"
            + " gold entity. Epochs were chosen by these, so they flatter; judge the model on"
            + " other data.");
    card.scores(best.types(), best.micro());
    List<List<String>> rows = new ArrayList<>();
    for (EpochMetrics epoch : epochs) {
      MatchCounts micro = epoch.micro();
      rows.add(
          List.of(
              epoch.epoch() + (epoch.epoch() == best.epoch() ? " (packaged)" : ""),
              Figures.count(epoch.step()),
              Figures.decimals(epoch.trainingLoss(), 4),
              Figures.decimals(epoch.validationLoss(), 4),
              Figures.percent(micro.precision()),
              Figures.percent(micro.recall()),
              Figures.percent(micro.f1())));
    }
    card.paragraph("Every epoch; losses in nats per word:");
    card.table(
        List.of(
            "epoch", "update", "training loss", "development loss", "precision", "recall", "F1"),
        rows);
  }

  /**
   * Returns a card with test scores, in place of those it had.
   *
   * @param card of any origin
   * @param raw whether they are for raw text, which stand beside those for given tokens
   * @param data what they are scores of: file names, with digests or without
   * @param scores as {@code ner evaluate} prints them, with intervals
   * @param types strict matches, by type
   */
  public static String withTestScores(
      String card, boolean raw, String data, String scores, SortedMap<String, MatchCounts> types) {
    MatchCounts micro = types.values().stream().reduce(MatchCounts.NONE, MatchCounts::plus);
    String title = raw ? RAW_SCORES : TEST_SCORES;
    Markdown section = new Markdown().section(title);
    section.paragraph("Data: " + Markdown.escape(data));
    section.paragraph("```\n" + scores.strip().replace("```", "'''") + "\n```");
    FrontMatter parts = FrontMatter.parse(card);
    FrontMatter scored =
        new FrontMatter(
            parts.lines(),
            CardSection.put(parts.body(), title, section.toString(), DEVELOPMENT_SCORES));
    return raw && parts.hasResults()
        ? scored.toString()
        : scored.withResults(DIGEST.matcher(data).replaceAll(""), micro).toString();
  }
}
