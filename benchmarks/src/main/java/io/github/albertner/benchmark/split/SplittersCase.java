package io.github.albertner.benchmark.split;

import io.github.albertner.NerPipeline;
import io.github.albertner.benchmark.measure.Contender;
import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Rounds;
import io.github.albertner.benchmark.measure.Spread;
import io.github.albertner.benchmark.measure.Target;
import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.text.Splitter;
import io.github.albertner.text.SplitterKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our splitter beside others, on texts with gold sentences, tokens and names. */
public final class SplittersCase {
  private static final String OURS = "ours";
  private static final double MOST_PERCENT = 5;
  private static final double PERCENT = 100;
  private static final int TWO = 2;

  private final List<GoldText> texts;
  private final Map<String, Splitter> splitters = new LinkedHashMap<>();

  /**
   * A case.
   *
   * @param file JSON Lines of texts, as {@code GoldText} says
   * @throws IOException if it, or OpenNLP's models, cannot be read
   */
  public SplittersCase(Path file) throws IOException {
    texts = GoldText.read(file);
    splitters.put(OURS, Splitter.english());
    splitters.put("OpenNLP's English models", Splitter.of("en", SplitterKind.OPENNLP));
    splitters.put("ICU4J with CLDR's abbreviations", new IcuSplitter());
    splitters.put("java.text.BreakIterator", new BreakIteratorSplitter());
  }

  /** Returns a table of scores: the first half, which the rules were tuned on, the other, all. */
  public MarkdownTable scores() {
    MarkdownTable table =
        new MarkdownTable(
            "splitter", "documents", "tokens, F1", "sentence ends, F1", "names lost", "of them");
    int half = texts.size() / TWO;
    splitters.forEach(
        (name, splitter) -> {
          row(table, name, "first " + half, splitter, texts.subList(0, half));
          row(table, name, "the others", splitter, texts.subList(half, texts.size()));
          row(table, name, "all", splitter, texts);
        });
    return table;
  }

  private static void row(
      MarkdownTable table, String name, String which, Splitter splitter, List<GoldText> texts) {
    SplitScore score = SplitScore.of(splitter, texts);
    table.row(
        name,
        which,
        shown(score.tokens()),
        shown(score.sentences()),
        shown(score.lostNames()) + " %",
        score.lostNamesCounted());
  }

  private static String shown(double value) {
    return Spread.of(value).shown(TWO);
  }

  /** What splitting takes of finding entities with a model, and beside other splitters. */
  public record Times(MarkdownTable table, Target share) {}

  /**
   * Times splitting.
   *
   * @param pipeline whose share is judged
   * @param rounds how often each takes its turn
   * @throws Exception what a splitter throws
   */
  public Times times(NerPipeline pipeline, Rounds rounds) throws Exception {
    String whole = "text to entities";
    List<Contender> contenders = new ArrayList<>();
    contenders.add(new Contender(whole, () -> texts.forEach(text -> pipeline.find(text.text()))));
    splitters.forEach(
        (name, splitter) ->
            contenders.add(
                new Contender(name, () -> texts.forEach(text -> splitter.split(text.text())))));
    Timings timings = rounds.run(contenders);
    MarkdownTable table = new MarkdownTable("", "share of text to entities", "spread");
    for (String name : splitters.keySet()) {
      Spread share = timings.ratio(name, whole).times(PERCENT);
      table.row(name, share.shown(TWO) + " %", share.range(TWO));
    }
    Spread ours = timings.ratio(OURS, whole).times(PERCENT);
    return new Times(
        table, Target.atMost("splitting, of text to entities", MOST_PERCENT, "%", ours));
  }
}
