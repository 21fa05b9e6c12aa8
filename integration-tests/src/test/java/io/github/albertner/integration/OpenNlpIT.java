package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.opennlp.AlbertNameFinder;
import io.github.albertner.testing.Sentences;
import io.github.albertner.testing.TinyModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinder;
import opennlp.tools.namefind.TokenNameFinderEvaluator;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package file in an application that knows nothing but OpenNLP. */
class OpenNlpIT {
  private static final double TOLERANCE = 1e-5;

  private static final List<String[]> SENTENCES =
      Sentences.of(40).stream().map(words -> words.toArray(String[]::new)).toList();

  @TempDir private static Path folder;

  private static Path file;
  private static List<List<EntitySpan>> expected;

  @BeforeAll
  static void writeAndTag() throws IOException {
    file = folder.resolve("en-ner.bin");
    TinyModels.bio().write(file, false);
    try (NerTagger tagger = NerTagger.load(file)) {
      expected = tagger.tagAll(Sentences.of(40));
    }
    assertTrue(expected.stream().mapToInt(List::size).sum() > 100, "many entities");
  }

  private static void assertFindsAll(TokenNameFinder finder) {
    for (int i = 0; i < SENTENCES.size(); i++) {
      assertEntities(expected.get(i), finder.find(SENTENCES.get(i)), "sentence " + i);
    }
  }

  private static void assertEntities(List<EntitySpan> entities, Span[] spans, String where) {
    assertEquals(entities.size(), spans.length, where);
    for (int i = 0; i < spans.length; i++) {
      EntitySpan entity = entities.get(i);
      assertEquals(new Span(entity.begin(), entity.end(), entity.type()), spans[i], where);
      assertEquals(entity.probability(), spans[i].getProb(), TOLERANCE, where);
    }
  }

  @Test
  void anUnmodifiedNameFinderFindsWhatTheTaggerFinds() throws IOException {
    assertFindsAll(new NameFinderME(new TokenNameFinderModel(file)));
    assertFindsAll(new NameFinderME(new TokenNameFinderModel(file.toFile())));
    assertFindsAll(new NameFinderME(new TokenNameFinderModel(file.toUri().toURL())));
    try (InputStream in = Files.newInputStream(file)) {
      assertFindsAll(new NameFinderME(new TokenNameFinderModel(in)));
    }
  }

  @Test
  void ourNameFinderFindsTheSameAloneAndInABatch() throws IOException {
    try (AlbertNameFinder finder = AlbertNameFinder.load(file)) {
      assertFindsAll(finder);
      List<Span[]> batch = finder.find(SENTENCES);
      for (int i = 0; i < batch.size(); i++) {
        assertEntities(expected.get(i), batch.get(i), "sentence " + i);
      }
    }
  }

  @Test
  void bothNameFindersGiveTheSameProbabilities() throws IOException {
    NameFinderME theirs = new NameFinderME(new TokenNameFinderModel(file));
    try (AlbertNameFinder ours = AlbertNameFinder.load(file)) {
      for (String[] tokens : SENTENCES) {
        Span[] spans = theirs.find(tokens);
        ours.find(tokens);
        assertEquals(tokens.length, theirs.probs().length);
        assertArrayEquals(theirs.probs(), ours.probs(), TOLERANCE);
        assertArrayEquals(theirs.probs(spans), ours.probs(spans), TOLERANCE);
      }
    }
  }

  @Test
  void aModelThatWasUsedIsWrittenAndReadAgain() throws IOException {
    TokenNameFinderModel model = new TokenNameFinderModel(file);
    assertFindsAll(new NameFinderME(model));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    model.serialize(out);
    TokenNameFinderModel again =
        new TokenNameFinderModel(new ByteArrayInputStream(out.toByteArray()));
    assertFindsAll(new NameFinderME(again));
    assertEquals("en", again.getLanguage());
  }

  @Test
  void theirEvaluatorGivesFullMarksForTheTaggersOwnAnswers() throws IOException {
    TokenNameFinderEvaluator evaluator =
        new TokenNameFinderEvaluator(new NameFinderME(new TokenNameFinderModel(file)));
    for (int i = 1; i < SENTENCES.size(); i++) {
      Span[] gold =
          expected.get(i).stream()
              .map(entity -> new Span(entity.begin(), entity.end(), entity.type()))
              .toArray(Span[]::new);
      evaluator.evaluateSample(new NameSample(SENTENCES.get(i), gold, false));
    }
    assertEquals(1, evaluator.getFMeasure().getFMeasure());
  }

  @Test
  void eightThreadsShareAModel() throws Exception {
    TokenNameFinderModel model = new TokenNameFinderModel(file);
    try (AlbertNameFinder shared = AlbertNameFinder.load(file)) {
      ExecutorService threads = Executors.newFixedThreadPool(8);
      try {
        List<Future<?>> runs = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
          TokenNameFinder finder = thread % 2 == 0 ? new NameFinderME(model) : shared;
          runs.add(threads.submit(() -> assertFindsAll(finder)));
        }
        for (Future<?> run : runs) {
          run.get();
        }
      } finally {
        threads.shutdown();
      }
    }
  }

  @Test
  void aDamagedPackageIsRefusedWithAReason() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] flipped = bytes.clone();
    flipped[bytes.length - 5000] ^= 1; // in the last weights
    for (byte[] damaged : List.of(flipped, Arrays.copyOf(bytes, bytes.length / 2))) {
      String message = assertThrows(InvalidModelException.class, () -> read(damaged)).getMessage();
      assertTrue(
          message.startsWith("nameFinder.model: the package is truncated or damaged"), message);
    }
  }

  private static TokenNameFinderModel read(byte[] bytes) throws IOException {
    return new TokenNameFinderModel(new ByteArrayInputStream(bytes));
  }

  @Test
  void aModelOfOpenNlpsOwnIsNamedByOurNameFinder() throws IOException {
    Path other = folder.resolve("maxent.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(other))) {
      zip.putNextEntry(new ZipEntry("manifest.properties"));
      zip.write("Component-Name=NameFinderME\n".getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    InvalidModelException e =
        assertThrows(InvalidModelException.class, () -> AlbertNameFinder.load(other));
    assertEquals(
        other
            + ": this is an OpenNLP maxent or perceptron model (Component-Name=NameFinderME);"
            + " expected an Albert NER model package",
        e.getMessage());
  }
}
