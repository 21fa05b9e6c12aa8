package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.LabelScores;
import io.github.albertner.opennlp.AlbertNameFinder;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import opennlp.tools.util.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Words that no tokenizer should have made are tagged like any others. */
class HostileWordsTest {
  private static final TaggerOptions OPTIONS = TaggerOptions.defaults().withThreads(1);

  static Stream<List<String>> sentences() {
    return Stream.of(
        List.of("\ud83d", "Ada"),
        List.of("\ude00\ud83d", "A\udfffda", "\ud800"),
        List.of("\u0000", "\u0001\u001b[31m", "A\u0000da", "\u007f", "\u0085", "\u2028"),
        List.of("", " ", "\t", "\n", "\u00a0", "\u200b", "\ufeff"),
        List.of("[CLS]", "[SEP]", "[MASK]", "<pad>", "<unk>", "\u2581"),
        List.of("\u0301\u0301\u0301", "\u202eadA", "\uffff", "\udbff\udfff"),
        List.of("Ada", "x".repeat(100_000), "Babbage"),
        List.of("\ud83d\ude00".repeat(20_000), "\u0301".repeat(20_000), "Ada"),
        Collections.nCopies(100_000, "Ada"));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void everyWordGetsProbabilitiesAndEveryEntityIsOfItsWords(List<String> words) throws IOException {
    try (NerTagger tagger = NerTagger.of(TinyModels.bio(), OPTIONS);
        AlbertNameFinder finder = AlbertNameFinder.of(tagger)) {
      LabelScores scores = tagger.score(words);
      assertEquals(words.size(), scores.words());
      for (int w = 0; w < words.size(); w++) {
        double sum = 0;
        for (int l = 0; l < scores.labels(); l++) {
          sum += scores.probability(w, l);
        }
        assertEquals(1, sum, 1e-5, "word " + w);
      }
      Span[] spans = finder.find(words.toArray(String[]::new));
      assertEquals(tagger.tag(words).size(), spans.length);
      for (Span span : spans) {
        assertTrue(span.getEnd() <= words.size() && span.getProb() > 0, span.toString());
      }
      assertEquals(words.size(), finder.probs().length);
    }
  }
}
