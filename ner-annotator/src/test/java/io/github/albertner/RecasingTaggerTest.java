package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.casing.CasingTable;
import io.github.albertner.label.LabelScores;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sentences whose case says nothing are tagged as they are usually written, and no others. */
class RecasingTaggerTest {
  private static final List<String> CAPITALS = List.of("THE", "DOG", "VISITS", "PARIS", ".");
  private static final List<String> USUAL = List.of("The", "dog", "visits", "Paris", ".");

  private final ModelPackage plain = TinyModels.bio();
  private final ModelPackage recasing =
      plain.withCasing(
          Optional.of(CasingTable.parse("casing 1 107 75 276 154\ndog\nParis\nthe\nvisits\n")));
  private final TaggerOptions options = TaggerOptions.defaults().withThreads(1);

  @Test
  void aSentenceInCapitalsIsTaggedAsItIsUsuallyWritten() throws IOException {
    try (NerTagger tagger = NerTagger.of(recasing, options);
        NerTagger without = NerTagger.of(plain, options)) {
      List<Double> usual = numbers(without.score(USUAL));

      assertEquals(usual, numbers(tagger.score(USUAL)));
      assertEquals(usual, numbers(tagger.score(CAPITALS)));
      assertEquals(usual, numbers(tagger.score(List.of("the", "dog", "visits", "paris", "."))));
      assertNotEquals(usual, numbers(without.score(CAPITALS)));
    }
  }

  @Test
  void itCanBeSwitchedOff() throws IOException {
    try (NerTagger off = NerTagger.of(recasing, options.withRecasing(false));
        NerTagger without = NerTagger.of(plain, options)) {
      assertEquals(numbers(without.score(CAPITALS)), numbers(off.score(CAPITALS)));
    }
  }

  @Test
  void theSystemPropertySwitchesItOff() {
    System.setProperty(TaggerOptions.RECASE_PROPERTY, "off");
    try {
      assertFalse(TaggerOptions.defaults().recasing());
      System.setProperty(TaggerOptions.RECASE_PROPERTY, "no");
      assertThrows(IllegalArgumentException.class, TaggerOptions::defaults);
    } finally {
      System.clearProperty(TaggerOptions.RECASE_PROPERTY);
    }
    assertTrue(TaggerOptions.defaults().recasing());
  }

  @Test
  void neighboursAreRecasedForThemselves() throws IOException {
    List<List<String>> mixed = List.of(USUAL, CAPITALS, USUAL);
    List<List<String>> usual = List.of(USUAL, USUAL, USUAL);
    ModelPackage inContext = TinyModels.withContext(plain, 6);
    try (NerTagger tagger = NerTagger.of(inContext.withCasing(recasing.casing()), options);
        NerTagger without = NerTagger.of(inContext, options)) {
      assertEquals(
          without.scoreDocument(usual).stream().map(RecasingTaggerTest::numbers).toList(),
          tagger.scoreDocument(mixed).stream().map(RecasingTaggerTest::numbers).toList());
    }
  }

  private static List<Double> numbers(LabelScores scores) {
    List<Double> numbers = new ArrayList<>();
    for (int w = 0; w < scores.words(); w++) {
      for (int label = 0; label < scores.labels(); label++) {
        numbers.add(scores.logProbability(w, label));
      }
    }
    return numbers;
  }
}
