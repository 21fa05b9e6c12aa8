package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelLocation;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.cas.CAS;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.apache.uima.resource.ResourceInitializationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters of whole engines, as applications give them. */
class NerAnnotatorParametersTest {
  private static final Path ROOT = Path.of(System.getProperty("ner.root", ".."));

  @TempDir private static Path folder;

  private static Path model;

  @BeforeAll
  static void write() throws IOException {
    model = Engines.writeModel(folder);
  }

  private static String refusal(Object... parameters) {
    return Engines.causeMessage(
        assertThrows(ResourceInitializationException.class, () -> Engines.of(model, parameters)));
  }

  private static List<String> found(Object... parameters) throws UIMAException {
    CAS cas = Engines.document();
    Engines.process(cas, model, parameters);
    return Engines.found(cas);
  }

  @Test
  void anEngineWithoutAnyParameterHasTheModelOfTheJar() throws UIMAException {
    CAS cas = Cases.own();
    cas.setDocumentText("Barack Obama met Angela Merkel in Paris last week.");
    AnalysisEngine engine = AnalysisEngineFactory.createEngine(NerAnnotator.class);
    engine.process(cas);
    engine.destroy();
    List<String> labels =
        Cases.all(cas, NerTypes.NAMED_ENTITY).stream()
            .map(e -> e.getStringValue(e.getType().getFeatureByBaseName(NerTypes.LABEL)))
            .toList();
    assertTrue(labels.contains("person"), "found " + labels);
  }

  @Test
  void theModelOfTheJarIsTheProjects() throws IOException {
    String name = ModelLocation.BUNDLED.substring("classpath:".length());
    try (var in = NerAnnotator.class.getClassLoader().getResourceAsStream(name)) {
      assertEquals(
          -1,
          Files.mismatch(
              ROOT.resolve("models").resolve("english.bin"),
              Files.write(folder.resolve("bundled.bin"), in.readAllBytes())));
    }
  }

  @Test
  void uimaFitDeclaresMisspeltNamesAndTheEngineRefusesThem() {
    assertTrue(
        refusal("sentencetypes", "a.Sentence")
            .startsWith("there is no parameter sentencetypes (did you mean sentenceType?)"));
  }

  @Test
  void whatOtherEnginesOfAPipelineAreGivenIsNoError() throws UIMAException {
    assertEquals(found(), found("OutputDirectory", "out", "minimumSpan", 3));
  }

  @Test
  void uimaRefusesWhatADescriptorSetsWithoutDeclaringIt() throws UIMAException {
    AnalysisEngineDescription description =
        AnalysisEngineFactory.createEngineDescription(NerAnnotator.class);
    description
        .getAnalysisEngineMetaData()
        .getConfigurationParameterSettings()
        .setParameterValue("sentenceTyp", "a.Sentence");
    String message =
        assertThrows(
                ResourceInitializationException.class,
                () -> UIMAFramework.produceAnalysisEngine(description))
            .getCause()
            .getMessage();
    assertTrue(message.contains("sentenceTyp"), message);
  }

  @Test
  void labelsOfTheModelAreCheckedWhenTheEngineStarts() {
    assertEquals(
        "parameter ignoredLabels: expected labels of the model, which are [PER, LOC,"
            + " creative-work], found creative_work (did you mean creative-work?)",
        refusal("ignoredLabels", "creative_work"));
    assertTrue(
        refusal("typeMap", "PER:" + NerTypes.NAMED_ENTITY)
            .startsWith("the model's labels [LOC, creative-work] have no type"));
    assertTrue(refusal("minimumScore", "2").startsWith("parameter minimumScore: expected"));
  }

  @Test
  void entitiesOfIgnoredLabelsAndOfLowScoresAreLeftOut() throws UIMAException {
    List<String> all = found();
    List<String> places = all.stream().filter(line -> line.endsWith("LOC")).toList();
    assertTrue(!places.isEmpty() && places.size() < all.size(), "found " + all);
    assertEquals(places, found("ignoredLabels", "PER,creative-work"));
    assertEquals(places, found("minimumScore", "LOC:0.0,1.0"));
  }

  @Test
  void aScoreThatSomeEntitiesReachLeavesTheOthersOut() throws UIMAException {
    CAS cas = Engines.document();
    Engines.process(cas, model);
    List<Double> scores =
        Cases.all(cas, NerTypes.NAMED_ENTITY).stream()
            .map(e -> e.getDoubleValue(e.getType().getFeatureByBaseName(NerTypes.SCORE)))
            .sorted()
            .toList();
    double middle = (scores.get(0) + scores.get(scores.size() - 1)) / 2;
    long expected = scores.stream().filter(score -> score >= middle).count();
    assertTrue(expected > 0 && expected < scores.size(), "scores " + scores);
    assertEquals(expected, found("minimumScore", Double.toString(middle)).size());
  }

  @Test
  void labelsHaveTypesOfTheirOwnWithTheDefaultFeaturesWhereTheyHaveThem() throws UIMAException {
    CAS cas = Cases.other();
    Engines.fill(cas, Cases.OTHER_SENTENCE, Cases.OTHER_TOKEN);
    Engines.process(
        cas,
        model,
        "sentenceType",
        Cases.OTHER_SENTENCE,
        "tokenType",
        Cases.OTHER_TOKEN,
        "typeMap",
        new String[] {"LOC:" + Cases.OTHER_ENTITY},
        "entityType",
        Cases.OTHER_WORK,
        "labelFeature",
        "",
        "scoreFeature",
        "");
    List<String> expected =
        found().stream()
            .map(line -> line.replaceAll("NamedEntity (PER|creative-work)", "Work"))
            .map(line -> line.replace(" LOC", ""))
            .toList();
    List<String> found = new ArrayList<>(Engines.found(cas, Cases.OTHER_ENTITY));
    found.addAll(Engines.found(cas, Cases.OTHER_WORK));
    assertEquals(expected.stream().sorted().toList(), found.stream().sorted().toList());
  }

  @Test
  void aSecondRunAddsNothing() throws UIMAException {
    CAS cas = Engines.document();
    Engines.process(cas, model);
    List<String> first = Engines.found(cas);
    Engines.process(cas, model);
    assertEquals(first, Engines.found(cas));
    Engines.process(cas, model, "labelFeature", "");
    assertEquals(first, Engines.found(cas), "ranges alone are known too");
  }

  @Test
  void existingAnnotationsAreRemovedWhereThatIsWanted() throws UIMAException {
    CAS cas = Engines.document();
    Cases.add(cas, NerTypes.NAMED_ENTITY, 1, 3);
    Engines.process(cas, model);
    assertTrue(Engines.found(cas).contains("1-3 NamedEntity null"));
    Engines.process(cas, model, "removeExisting", "yes");
    assertEquals(found(), Engines.found(cas));
  }

  @Test
  void aViewIsReadAndWritten() throws UIMAException {
    CAS cas = Cases.own();
    cas.setDocumentText("Nothing here .");
    CAS view = cas.createView("translation");
    Engines.fill(view, NerTypes.SENTENCE, NerTypes.TOKEN);
    Engines.process(cas, model, "view", "translation");
    assertEquals(found(), Engines.found(view));
    assertEquals(List.of(), Engines.found(cas));
  }

  @Test
  void bfloatFindsAboutTheSame() throws UIMAException {
    assertTrue(found("precision", "bf16", "device", "cpu").stream().anyMatch(found()::contains));
  }

  @Test
  void sentencesAreSeenAmongTheirNeighboursWhereTheModelWasTrainedSoOrTheParameterSaysSo()
      throws UIMAException, IOException {
    int border = Engines.TEXT.indexOf('.') + 1;
    List<List<String>> words =
        List.of(
            List.of(Engines.TEXT.substring(0, border).split("\\s+")),
            List.of(Engines.TEXT.substring(border).strip().split("\\s+")));
    Path trainedSo = folder.resolve("context.bin");
    TinyModels.withContext(ModelPackage.read(model), 2).write(trainedSo, true);
    try (NerTagger tagger = NerTagger.load(model)) {
      List<Double> alone = scores(tagger.tagAll(words));
      List<Double> near = scores(tagger.tagDocument(words, 2));
      List<Double> far = scores(tagger.tagDocument(words, 64));
      assertNotEquals(alone, near);
      assertNotEquals(near, far);
      assertEquals(alone, scores(model));
      assertEquals(alone, scores(model, "context", "off"));
      assertEquals(far, scores(model, "context", "on"));
      assertEquals(near, scores(trainedSo));
      assertEquals(near, scores(trainedSo, "context", "model"));
      assertEquals(near, scores(trainedSo, "context", "on"));
      assertEquals(alone, scores(trainedSo, "context", "off"));
    }
    assertEquals(
        "parameter context: expected one of [model, off, on], found 'maybe'",
        refusal("context", "maybe"));
  }

  private static List<Double> scores(List<List<EntitySpan>> found) {
    return found.stream().flatMap(List::stream).map(EntitySpan::probability).toList();
  }

  private static List<Double> scores(Path ofModel, Object... parameters) throws UIMAException {
    CAS cas = Engines.document();
    Engines.process(cas, ofModel, parameters);
    return Cases.all(cas, NerTypes.NAMED_ENTITY).stream()
        .map(e -> e.getDoubleValue(e.getType().getFeatureByBaseName(NerTypes.SCORE)))
        .toList();
  }
}
