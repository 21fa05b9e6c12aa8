package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.NameSamples;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.BaselineSettings.Algorithm;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.train.Toy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import opennlp.tools.namefind.BilouCodec;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of OpenNLP as applications have them: in files, of one type each or of several. */
class LoadedBaselineTest {
  private static final BaselineSettings QUICK = new BaselineSettings(Algorithm.PERCEPTRON, 20, 0);
  private static final List<Sentence> TEST = Toy.sentences(20, 2);

  @TempDir private Path folder;

  private Path saved(String name, NameFinderBaseline baseline) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      baseline.write(out);
    }
    return file;
  }

  /** A model of the toy corpus that knows only one of its types, perhaps by another name. */
  private Path ofOneType(String type, String called) throws IOException {
    List<Sentence> sentences =
        Toy.sentences(60, 1).stream()
            .map(
                s ->
                    s.withEntities(
                        s.entities().stream()
                            .filter(e -> e.type().equals(type))
                            .map(e -> new EntitySpan(e.begin(), e.end(), called))
                            .toList()))
            .toList();
    return saved(called + ".bin", NameFinderBaseline.train(sentences, QUICK, "en"));
  }

  @Test
  void aSavedModelFindsWhatItFoundBefore() throws IOException {
    NameFinderBaseline trained = NameFinderBaseline.train(Toy.sentences(60, 1), QUICK, "en");
    NameFinderBaseline loaded = NameFinderBaseline.load(List.of(saved("all.bin", trained)));
    assertEquals(Set.of("location", "person"), loaded.types());
    assertEquals(trained.evaluate(TEST), loaded.evaluate(TEST));
    assertEquals(1, loaded.evaluate(TEST).micro().f1());
  }

  @Test
  void filesOfOneTypeEachActAsOneFinder() throws IOException {
    NameFinderBaseline loaded =
        NameFinderBaseline.load(
            List.of(ofOneType("person", "person"), ofOneType("location", "location")));
    assertEquals(Set.of("location", "person"), loaded.types());
    assertEquals(1, loaded.evaluate(TEST).micro().f1());
    assertThrows(IllegalStateException.class, () -> loaded.write(OutputStream.nullOutputStream()));
  }

  @Test
  void ofNamesThatOverlapOneIsKept() throws IOException {
    NameFinderBaseline loaded =
        NameFinderBaseline.load(
            List.of(ofOneType("person", "person"), ofOneType("person", "agent")));
    for (Sentence sentence : TEST) {
      assertEquals(1, loaded.find(sentence.words()).size(), sentence.toString());
    }
  }

  @Test
  void typesOfBilouModelsAndOfNamesWithoutTypeAreKnown() throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 20);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    List<NameSample> samples = new ArrayList<>();
    for (Sentence sentence : Toy.sentences(60, 1)) {
      String[] words = sentence.words().toArray(String[]::new);
      samples.add(new NameSample(words, new Span[] {new Span(1, 2), new Span(2, 5, "a-b")}, true));
    }
    Path file = folder.resolve("bilou.bin");
    NameFinderME.train(
            "en",
            null,
            ObjectStreamUtils.createObjectStream(samples),
            parameters,
            new TokenNameFinderFactory(null, null, new BilouCodec()))
        .serialize(file);
    NameFinderBaseline loaded = NameFinderBaseline.load(List.of(file));
    assertEquals(Set.of("a-b", "default"), loaded.types());
    List<EntitySpan> found = loaded.find(TEST.get(0).words());
    assertEquals(List.of("default", "a-b"), found.stream().map(EntitySpan::type).toList());
  }

  @Test
  void whatWasFoundBeforeMattersUntilItIsForgotten() throws IOException {
    // "Wood" is a name if it was one in the sentence before, as the model has learned.
    List<Sentence> training = new ArrayList<>();
    EntitySpan person = new EntitySpan(1, 2, "person");
    EntitySpan again = new EntitySpan(0, 1, "person");
    for (String word : List.of("Wood", "Ash", "Oak", "Elm", "Birch", "Beech", "Larch", "Maple")) {
      for (int i = 0; i < 4; i++) {
        training.add(new Sentence(List.of("Mr", word, "came"), List.of(person), true));
        training.add(new Sentence(List.of(word, "grew"), List.of(again), false));
        training.add(new Sentence(List.of("no", word, "came"), List.of(), true));
        training.add(new Sentence(List.of(word, "grew"), List.of(), false));
      }
    }
    Path file = folder.resolve("adaptive.bin");
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 100);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    NameFinderME.train(
            "en",
            null,
            ObjectStreamUtils.createObjectStream(
                training.stream().map(NameSamples::toNameSample).toList()),
            parameters,
            new TokenNameFinderFactory())
        .serialize(file);
    NameFinderBaseline loaded = NameFinderBaseline.load(List.of(file));
    List<Sentence> together =
        List.of(
            new Sentence(List.of("Mr", "Wood", "came"), List.of(), true),
            new Sentence(List.of("Wood", "grew"), List.of(), false));
    List<Sentence> apart = together.stream().map(s -> s.withStartsDocument(true)).toList();

    List<List<EntitySpan>> remembered = loaded.findAll(together, AdaptiveData.DOCUMENT);
    List<List<EntitySpan>> forgotten = loaded.findAll(together, AdaptiveData.SENTENCE);

    assertEquals(1, remembered.get(1).size(), "remembered: " + remembered);
    assertEquals(0, forgotten.get(1).size(), "forgotten: " + forgotten);
    assertEquals(forgotten, loaded.findAll(apart, AdaptiveData.DOCUMENT));
    assertEquals(remembered, loaded.findAll(together, AdaptiveData.DOCUMENT), "and once more");
  }

  @Test
  void filesThatAreNoNameFinderModelsAreNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("text.bin"), "no model");
    Path tagger = folder.resolve("pos.bin");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(tagger))) {
      zip.putNextEntry(new ZipEntry("manifest.properties"));
      zip.write(
          "Manifest-Version=1.0\nLanguage=en\nOpenNLP-Version=2.5.11\nComponent-Name=POSTaggerME\n"
              .getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    Path cut = ofOneType("person", "person");
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    for (Path file : List.of(text, tagger, cut, Files.createFile(folder.resolve("empty.bin")))) {
      InvalidBaselineException e =
          assertThrows(
              InvalidBaselineException.class, () -> NameFinderBaseline.load(List.of(file)));
      assertTrue(
          e.getMessage().startsWith(file + ": expected a name finder model of OpenNLP, which says"),
          e.getMessage());
      assertFalse(e.getMessage().contains("invoke"), e.getMessage());
    }
    assertThrows(
        NoSuchFileException.class,
        () -> NameFinderBaseline.load(List.of(folder.resolve("absent.bin"))));
    assertThrows(IllegalArgumentException.class, () -> NameFinderBaseline.load(List.of()));
  }
}
