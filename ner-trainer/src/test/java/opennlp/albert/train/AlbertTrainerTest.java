package opennlp.albert.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.opennlp.AlbertSequenceModel;
import io.github.albertner.plugin.TrainerException;
import io.github.albertner.train.Toy;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.zip.ZipFile;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.FilterObjectStream;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.Span;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlbertTrainerTest {
  @TempDir private Path folder;

  private static ModelPackage packageOf(TokenNameFinderModel model) {
    return assertInstanceOf(AlbertSequenceModel.class, model.getNameFinderSequenceModel()).model();
  }

  private static String refusal(ObjectStream<NameSample> samples, TrainingParameters parameters) {
    return assertThrows(TrainerException.class, () -> ToySamples.train(samples, parameters))
        .getMessage();
  }

  private static String refusal(String key, String value) {
    TrainingParameters parameters = ToySamples.parameters();
    parameters.put(key, value);
    return refusal(ToySamples.stream(30), parameters);
  }

  private Path dev(List<String> lines) throws IOException {
    return Files.write(folder.resolve("dev.conll"), lines);
  }

  @Test
  void openNlpTakesTheClassForASequenceTrainer() {
    assertEquals(
        TrainerFactory.TrainerType.SEQUENCE_TRAINER,
        TrainerFactory.getTrainerType(ToySamples.parameters()));
    assertTrue(TrainerFactory.isValid(ToySamples.parameters()));
  }

  @Test
  void whatOpenNlpTrainsAndSavesIsAPackageThatFindsNames() throws IOException {
    TokenNameFinderModel trained = ToySamples.train(ToySamples.stream(60), ToySamples.parameters());
    Path file = folder.resolve("m.bin");
    trained.serialize(file);
    Span[] names =
        new NameFinderME(new TokenNameFinderModel(file))
            .find(new String[] {"Mr", "Baker", "sleeps", "in", "Oslo"});
    assertArrayEquals(new Span[] {new Span(1, 2, "person"), new Span(4, 5, "location")}, names);

    ModelPackage read = ModelPackage.read(file);
    assertEquals(packageOf(trained), read);
    assertEquals(List.of("location", "person"), read.labels().types());
    assertEquals("4", read.manifest().settings().get("epochs"));
    assertEquals(1, read.manifest().metrics().get("dev.f1"));
    assertTrue(read.manifest().provenance().get("base-model").contains("random:tiny"));
    String data = read.manifest().provenance().get("data.train");
    assertTrue(data.matches("60 sentences from OpenNLP, sha256:[0-9a-f]{64}"), data);
    assertTrue(read.card().contains("## Scores on the development data"), read.card());
    assertFalse(read.manifest().activationRanges().isEmpty(), "int8 needs them");
    assertEquals(1, read.manifest().metrics().get("precision.f32.f1"));
  }

  @Test
  void theManifestOfTheFileTellsOfTheRun() throws IOException {
    Path file = folder.resolve("m.bin");
    ToySamples.train(ToySamples.stream(60), ToySamples.parameters()).serialize(file);
    Properties manifest = new Properties();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      manifest.load(zip.getInputStream(zip.getEntry("manifest.properties")));
    }
    assertEquals(
        60,
        Integer.parseInt(manifest.getProperty("Albert-NER-Training-Sentences"))
            + Integer.parseInt(manifest.getProperty("Albert-NER-Dev-Sentences")));
    assertEquals("1.0000", manifest.getProperty("Albert-NER-Dev-F1"));
    assertEquals("1", manifest.getProperty("Albert-NER-Seed"));
    assertTrue(manifest.getProperty("Albert-NER-Best-Epoch").endsWith(" of 4"));
  }

  @Test
  void theSameParametersGiveTheSameWeights() throws IOException {
    TrainingParameters parameters = ToySamples.parameters();
    parameters.put("Epochs", 2);
    ModelPackage one = packageOf(ToySamples.train(ToySamples.stream(40), parameters));
    ModelPackage other = packageOf(ToySamples.train(ToySamples.stream(40), parameters));
    assertEquals(one.weights(), other.weights());
    parameters.put("Seed", 2);
    assertNotEquals(
        one.weights(), packageOf(ToySamples.train(ToySamples.stream(40), parameters)).weights());
  }

  @Test
  void theStreamIsReadOnceAndNeverReset() throws IOException {
    int[] read = new int[1];
    ObjectStream<NameSample> counting =
        new FilterObjectStream<>(ToySamples.stream(40)) {
          @Override
          public NameSample read() throws IOException {
            NameSample sample = samples.read();
            read[0] += sample == null ? 0 : 1;
            return sample;
          }

          @Override
          public void reset() {
            throw new AssertionError("reset");
          }
        };
    ToySamples.train(counting, ToySamples.parameters());
    assertEquals(40, read[0]);
  }

  @Test
  void developmentDataOfAFileAreUsedWholeAndNamedInThePackage() throws IOException {
    Path dev = folder.resolve("dev.conll");
    try (CorpusWriter writer = Corpora.writer("conll", Files.newBufferedWriter(dev))) {
      for (var sentence : Toy.sentences(7, 5)) {
        writer.write(sentence);
      }
    }
    TrainingParameters parameters = ToySamples.parameters();
    parameters.put("DevData", dev.toString());
    parameters.put("Storage", "f16");
    parameters.put("Language", "en");
    ModelPackage trained = packageOf(ToySamples.train(ToySamples.stream(40), parameters));
    assertTrue(trained.manifest().provenance().get("data.dev").startsWith("dev.conll sha256:"));
    assertTrue(trained.weights().values().stream().allMatch(w -> w.dataType() == DataType.F16));
    assertEquals("en", trained.manifest().language());
    assertTrue(trained.card().contains("entities"), trained.card());
  }

  @Test
  void developmentDataMayCallTheTypesOtherwiseIfAMapSaysSo() throws IOException {
    Path dev = dev(List.of("Mr O", "Wood B-PER", "waits O", "in O", "Rome B-LOC", "now B-TIME"));
    TrainingParameters parameters = ToySamples.parameters();
    parameters.put("DevData", dev.toString());
    String message = refusal(ToySamples.stream(30), parameters);
    assertTrue(
        message.contains(
            "entity types LOC, PER, TIME are not in the training data, which have location,"
                + " person; rename them with DevMap, for example DevMap=LOC=location, or leave them"
                + " out with DevMap=LOC="),
        message);
    parameters.put("DevMap", "PER=person,LOC=location,TIME=");
    ModelPackage trained = packageOf(ToySamples.train(ToySamples.stream(30), parameters));
    assertEquals(List.of("location", "person"), trained.labels().types());
  }

  @Test
  void sentencesWithoutWordsAreLeftOutAndUntypedNamesAreDefault() throws IOException {
    List<NameSample> samples = new ArrayList<>();
    for (Sentence sentence : Toy.sentences(30, 1)) {
      String[] words = sentence.words().toArray(String[]::new);
      samples.add(new NameSample(words, new Span[] {new Span(1, 2)}, false));
      samples.add(new NameSample(new String[0], new Span[0], false));
    }
    ModelPackage trained =
        packageOf(ToySamples.train(new CollectionObjectStream<>(samples), ToySamples.parameters()));
    assertEquals(List.of("default"), trained.labels().types());
    String data = trained.manifest().provenance().get("data.train");
    assertTrue(data.startsWith("30 sentences from OpenNLP"), data);
  }

  @Test
  void whatCannotBeTrainedIsOneLineWithoutATrace() {
    TrainerException e =
        assertThrows(
            TrainerException.class,
            () -> {
              TrainingParameters parameters = ToySamples.parameters();
              parameters.put("Epochz", "3");
              ToySamples.train(ToySamples.stream(30), parameters);
            });
    assertTrue(e.getMessage().startsWith("unknown parameter Epochz (did you mean Epochs?)"));
    assertEquals(0, e.getStackTrace().length);
    assertNull(e.getCause());
  }

  @Test
  void inputsThatDoNotDoAreSaidByName() throws IOException {
    assertTrue(refusal("BaseModel", "nowhere").startsWith("base model nowhere: expected a folder"));
    assertEquals("none.conll: no such corpus file", refusal("DevData", "none.conll"));
    assertTrue(refusal("LearningRate", "1e-12").contains("Raise Warmup (it is 0.1)"));
    assertTrue(
        refusal(new CollectionObjectStream<>(List.of()), ToySamples.parameters())
            .startsWith("the training data hold no sentence"));
    Path dev = dev(List.of("Mr O", "Wood B-person oops"));
    String bad = refusal("DevData", dev.toString());
    assertTrue(bad.startsWith(dev + ":2:"), bad);
  }

  @Test
  void trainingBeforeInitIsRefused() {
    assertThrows(IllegalStateException.class, () -> new AlbertTrainer().train(null));
  }
}
