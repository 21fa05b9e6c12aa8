package io.github.albertner.opennlp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlbertNameFinderTest {
  private static final String[] SENTENCE = {"Angela", "Merkel", "visited", "Paris", "."};

  private static NerTagger tagger;

  @BeforeAll
  static void load() throws IOException {
    tagger = NerTagger.of(TinyModels.bio(), TaggerOptions.defaults());
  }

  @AfterAll
  static void close() {
    tagger.close();
  }

  @Test
  void spansAreTheTaggersWithTypeAndProbability() {
    AlbertNameFinder finder = AlbertNameFinder.of(tagger);
    int found = 0;
    for (List<String> words : Sentences.of(40)) {
      List<EntitySpan> entities = tagger.tag(words);
      Span[] spans = finder.find(words.toArray(String[]::new));
      assertEquals(entities, Arrays.stream(spans).map(AlbertNameFinderTest::entity).toList());
      found += spans.length;
    }
    assertTrue(found > 100, "the model should find many entities, found " + found);
  }

  private static EntitySpan entity(Span span) {
    return new EntitySpan(span.getStart(), span.getEnd(), span.getType(), span.getProb());
  }

  @Test
  void thereIsOneProbabilityForEachTokenAndTheirMeanForEachSpan() {
    AlbertNameFinder finder = AlbertNameFinder.of(tagger);
    for (List<String> words : Sentences.of(40)) {
      Span[] spans = finder.find(words.toArray(String[]::new));
      double[] tokens = finder.probs();
      assertEquals(words.size(), tokens.length);
      double[] probabilities = finder.probs(spans);
      for (int i = 0; i < spans.length; i++) {
        double mean =
            Arrays.stream(tokens, spans[i].getStart(), spans[i].getEnd()).average().orElseThrow();
        assertEquals(mean, probabilities[i], 1e-12);
        assertEquals(spans[i].getProb(), probabilities[i], 1e-12);
      }
    }
  }

  @Test
  void theSentencesOfADocumentAreSeenAmongTheirNeighboursIfTheModelWasTrainedSo()
      throws IOException {
    List<List<String>> document = Sentences.of(12);
    List<String[]> tokens = document.stream().map(w -> w.toArray(String[]::new)).toList();
    try (NerTagger trainedSo =
        NerTagger.of(TinyModels.withContext(TinyModels.bio(), 6), TaggerOptions.defaults())) {
      AlbertNameFinder finder = AlbertNameFinder.of(trainedSo);
      List<List<EntitySpan>> found =
          finder.findDocument(tokens).stream()
              .map(spans -> Arrays.stream(spans).map(AlbertNameFinderTest::entity).toList())
              .toList();
      assertEquals(trainedSo.tagDocument(document), found);
      assertEquals(document.get(11).size(), finder.probs().length);
      assertNotEquals(trainedSo.tagAll(document), found);
      assertArrayEquals(finder.find(tokens).get(5), finder.find(tokens.get(5)));
    }
    assertEquals(
        AlbertNameFinder.of(tagger).find(tokens).stream().map(List::of).toList(),
        AlbertNameFinder.of(tagger).findDocument(tokens).stream().map(List::of).toList(),
        "other models see each sentence alone");
  }

  @Test
  void aBatchFindsWhatSingleCallsFind() {
    AlbertNameFinder finder = AlbertNameFinder.of(tagger);
    List<String[]> sentences =
        Sentences.of(40).stream().map(words -> words.toArray(String[]::new)).toList();
    List<Span[]> batch = finder.find(sentences);
    double[] probabilities = finder.probs();
    assertEquals(sentences.size(), batch.size());
    for (int i = 0; i < batch.size(); i++) {
      Span[] single = finder.find(sentences.get(i));
      assertArrayEquals(single, batch.get(i));
      for (int s = 0; s < single.length; s++) {
        assertEquals(single[s].getProb(), batch.get(i)[s].getProb(), 1e-5);
      }
    }
    assertArrayEquals(finder.probs(), probabilities, 1e-5);
    assertEquals(List.of(), finder.find(List.<String[]>of()));
  }

  @Test
  void earlierSentencesChangeNothing() {
    AlbertNameFinder finder = AlbertNameFinder.of(tagger);
    Span[] first = finder.find(SENTENCE);
    finder.find(new String[] {"Merkel", "Merkel", "Merkel"});
    assertArrayEquals(first, finder.find(SENTENCE));
    finder.clearAdaptiveData();
    assertArrayEquals(first, finder.find(SENTENCE));
  }

  @Test
  void anEmptySentenceHasNoSpansAndNoProbabilities() {
    AlbertNameFinder finder = AlbertNameFinder.of(tagger);
    assertEquals(0, finder.find(new String[0]).length);
    assertEquals(0, finder.probs().length);
  }

  @Test
  void probabilitiesNeedASentenceFoundBefore() {
    AlbertNameFinder finder = AlbertNameFinder.of(tagger);
    assertEquals(
        "no sentence was found yet; call find first",
        assertThrows(IllegalStateException.class, finder::probs).getMessage());
    finder.find(SENTENCE);
    Span beyond = new Span(4, 6, "PER");
    String message =
        assertThrows(IllegalArgumentException.class, () -> finder.probs(new Span[] {beyond}))
            .getMessage();
    assertEquals(
        "expected a span of tokens of the last sentence, which has 5, found [4..6) PER", message);
  }

  @Test
  void nullsAreNamed() {
    AlbertNameFinder finder = AlbertNameFinder.of(tagger);
    assertEquals(
        "expected a string as token 1 of 2, found null",
        assertThrows(IllegalArgumentException.class, () -> finder.find(new String[] {"a", null}))
            .getMessage());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> finder.find(Arrays.asList(SENTENCE, (String[]) null)))
            .getMessage()
            .startsWith("sentence 1: expected an array of tokens, found null"));
  }

  @Test
  void aFinderOfAFileClosesItsShareAndOneOfATaggerDoesNot(@TempDir Path folder) throws IOException {
    ModelPackage model = TinyModels.bio();
    Path file = folder.resolve("model.bin");
    model.write(file, false);
    Span[] expected = AlbertNameFinder.of(tagger).find(SENTENCE);
    try (AlbertNameFinder finder = AlbertNameFinder.load(file)) {
      assertArrayEquals(expected, finder.find(SENTENCE));
    }
    try (AlbertNameFinder finder = AlbertNameFinder.of(model, TaggerOptions.defaults())) {
      assertArrayEquals(expected, finder.find(SENTENCE));
    }
    AlbertNameFinder.of(tagger).close();
    assertArrayEquals(expected, AlbertNameFinder.of(tagger).find(SENTENCE));
  }
}
