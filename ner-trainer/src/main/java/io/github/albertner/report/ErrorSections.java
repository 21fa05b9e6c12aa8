package io.github.albertner.report;

import io.github.albertner.evaluate.Calibration;
import io.github.albertner.evaluate.EntityPair;
import io.github.albertner.evaluate.EntityPair.Kind;
import io.github.albertner.evaluate.ErrorAnalysis;
import io.github.albertner.evaluate.JudgedSentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.page.Charts;
import io.github.albertner.page.HtmlPage;
import io.github.albertner.page.HtmlTable;
import io.github.albertner.page.Markup;
import io.github.albertner.page.Point;
import io.github.albertner.page.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sections of a page that show a tagger's errors: confusion between labels, boundary errors,
 * calibration, the worst sentences.
 */
public final class ErrorSections {
  private static final int BOUNDARY_EXAMPLES = 12;
  private static final int WORST = 25;

  /** Words shown on each side of an example. */
  private static final int AROUND = 6;

  private static final String NONE = "none";

  private final List<JudgedSentence> sentences;
  private final ErrorAnalysis analysis;
  private final MarkedSentence marks;

  private ErrorSections(List<JudgedSentence> sentences) {
    this.sentences = sentences;
    analysis = ErrorAnalysis.of(sentences);
    marks = new MarkedSentence(analysis.types());
  }

  /** Adds the sections to a page. */
  public static void add(HtmlPage page, List<JudgedSentence> sentences) {
    ErrorSections sections = new ErrorSections(sentences);
    sections.confusion(page);
    sections.boundaries(page);
    sections.calibration(page);
    sections.worst(page);
  }

  private void confusion(HtmlPage page) {
    List<String> names = Stream.concat(analysis.types().stream(), Stream.of(NONE)).toList();
    Map<Kind, Long> kinds = analysis.kinds();
    page.section("Confusion between labels")
        .paragraph(
            "Each gold entity is paired with at most one prediction: of the same words, else the"
                + " one that shares most words with it. Rows: what is there; columns: what was"
                + " found, whatever the boundaries. Shades: share of the row.")
        .add(Charts.matrix("gold \\ found", names, names, analysis.confusion()))
        .table(
            HtmlTable.of("what happened", "entities")
                .row("right: same words, same type", Figures.count(kinds.get(Kind.RIGHT)))
                .row("same words, another type", Figures.count(kinds.get(Kind.TYPE)))
                .row("same type, other words", Figures.count(kinds.get(Kind.BOUNDARY)))
                .row("another type, other words", Figures.count(kinds.get(Kind.TYPE_AND_BOUNDARY)))
                .row("missed: there, and nothing found", Figures.count(kinds.get(Kind.MISSED)))
                .row(
                    "spurious: found, and nothing there", Figures.count(kinds.get(Kind.SPURIOUS))));
  }

  private void boundaries(HtmlPage page) {
    page.section("Boundary errors")
        .paragraph(
            "Predictions beside the gold entity they are paired with, whatever the type. Rows: the"
                + " beginning; columns: the end.")
        .add(
            Charts.matrix(
                "begin \\ end",
                List.of("too late: words missing", "right", "too early: words too many"),
                List.of("too early: words missing", "right", "too late: words too many"),
                analysis.edges()));
    List<EntityPair> examples =
        analysis.pairs().stream()
            .filter(pair -> pair.kind() == Kind.BOUNDARY || pair.kind() == Kind.TYPE_AND_BOUNDARY)
            .toList();
    if (!examples.isEmpty()) {
      HtmlTable table = HtmlTable.of("sentence", "gold", "found");
      spread(examples, BOUNDARY_EXAMPLES).forEach(pair -> example(table, pair));
      page.heading("Examples").table(table);
    }
  }

  private void example(HtmlTable table, EntityPair pair) {
    JudgedSentence sentence = sentences.get(pair.sentence());
    EntitySpan gold = pair.gold().orElseThrow();
    EntitySpan found = pair.predicted().orElseThrow();
    int begin = Math.max(0, Math.min(gold.begin(), found.begin()) - AROUND);
    int end = Math.min(sentence.gold().words().size(), Math.max(gold.end(), found.end()) + AROUND);
    table.row(
        Integer.toString(pair.sentence() + 1),
        marks.gold(sentence, begin, end),
        marks.found(sentence, begin, end));
  }

  /** Some of the examples, from all over the data. */
  private static <T> List<T> spread(List<T> all, int most) {
    int number = Math.min(most, all.size());
    return IntStream.range(0, number)
        .mapToObj(i -> all.get((int) ((long) i * all.size() / number)))
        .toList();
  }

  private void calibration(HtmlPage page) {
    Calibration calibration = Calibration.of(sentences, Calibration.USUAL_BINS);
    page.section("Calibration");
    if (calibration.predictions() == 0) {
      page.paragraph("No entity was found.");
      return;
    }
    List<Point> points = new ArrayList<>();
    HtmlTable table = HtmlTable.of("probability", "found", "mean probability", "share right");
    for (Calibration.Bin bin : calibration.bins()) {
      if (bin.count() > 0) {
        points.add(new Point(bin.meanProbability(), bin.shareRight()));
        table.row(
            Figures.share(bin.from()) + " to " + Figures.share(bin.to()),
            Figures.count(bin.count()),
            Figures.decimals(bin.meanProbability(), 3),
            Figures.decimals(bin.shareRight(), 3));
      }
    }
    page.paragraph(
            ("Whether probabilities of entities can be believed: points below the diagonal are too"
                    + " sure. Expected calibration error %s over %s entities found; right means"
                    + " strictly right.")
                .formatted(
                    Figures.decimals(calibration.error(), 3),
                    Figures.count(calibration.predictions())))
        .figure(
            "Share of right entities by the probability they were found with",
            Charts.reliability("probability", "share right", new Series("entities found", points)))
        .table(table);
  }

  private void worst(HtmlPage page) {
    boolean losses = sentences.stream().allMatch(sentence -> sentence.loss().isPresent());
    Comparator<Integer> order =
        Comparator.comparingDouble(
            index ->
                losses
                    ? -sentences.get(index).loss().orElseThrow()
                    : -sentences.get(index).errors());
    List<Integer> worst =
        IntStream.range(0, sentences.size())
            .boxed()
            .filter(index -> losses || sentences.get(index).errors() > 0)
            .sorted(order)
            .limit(WORST)
            .toList();
    page.section("Worst sentences")
        .paragraph(
            "The %s of %s sentences with the %s. Underlined: gold entities not found as they are, and entities found that are not there."
                .formatted(
                    worst.size(),
                    Figures.count(sentences.size()),
                    losses ? "highest loss per word" : "most errors"));
    for (int index : worst) {
      JudgedSentence sentence = sentences.get(index);
      String loss =
          losses
              ? "loss %s nats per word, "
                  .formatted(Figures.decimals(sentence.loss().orElseThrow(), 3))
              : "";
      page.add(
          Markup.styled(
              "div",
              "sentence",
              Markup.styled(
                  "p",
                  "faint",
                  Markup.text(
                      "Sentence %s: %s%s"
                          .formatted(
                              Figures.count(index + 1),
                              loss,
                              Figures.plural(sentence.errors(), "error", "errors")))),
              marks.twice(sentence)));
    }
  }
}
