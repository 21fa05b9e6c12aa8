package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.testing.TinyModels;
import io.github.albertner.uima.NerAnnotator;
import io.github.albertner.uima.NerTypes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.uima.UIMAException;
import org.apache.uima.UIMAFramework;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineDescription;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.fit.factory.AggregateBuilder;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.apache.uima.util.XMLInputSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine in the ways that UIMA applications make one. */
class UimaIT {
  private static final List<String> WORDS =
      List.of(
          ("Angela Merkel visited Paris with \ud83d\ude00 Barack Obama of Washington , who was in"
                  + " London and \ud840\udc00 with Google on Monday .")
              .split(" "));

  private static final String TEXT = String.join(" ", WORDS);

  @TempDir private static Path folder;

  private static String model;
  private static List<String> expected;

  @BeforeAll
  static void writeAndTag() throws IOException {
    Path file = folder.resolve("model.bin");
    TinyModels.bio().write(file, false);
    model = file.toString();
    expected = new ArrayList<>();
    try (NerTagger tagger = NerTagger.load(file)) {
      for (EntitySpan entity : tagger.tag(WORDS)) {
        String covered = String.join(" ", WORDS.subList(entity.begin(), entity.end()));
        expected.add(
            String.format(Locale.ROOT, "%s %s %.4f", entity.type(), covered, entity.probability()));
      }
    }
    assertTrue(expected.size() > 1, "several entities: " + expected);
  }

  private static void fill(CAS cas) {
    cas.setDocumentText(TEXT);
    add(cas, NerTypes.SENTENCE, 0, TEXT.length());
    int begin = 0;
    for (String word : WORDS) {
      add(cas, NerTypes.TOKEN, begin, begin + word.length());
      begin += word.length() + 1;
    }
  }

  private static void add(CAS cas, String type, int begin, int end) {
    Type found = cas.getTypeSystem().getType(type);
    cas.addFsToIndexes(cas.createAnnotation(found, begin, end));
  }

  private static List<String> found(CAS cas) {
    Type type = cas.getTypeSystem().getType(NerTypes.NAMED_ENTITY);
    List<String> found = new ArrayList<>();
    for (AnnotationFS entity : cas.getAnnotationIndex(type)) {
      found.add(
          String.format(
              Locale.ROOT,
              "%s %s %.4f",
              entity.getStringValue(type.getFeatureByBaseName(NerTypes.LABEL)),
              entity.getCoveredText(),
              entity.getDoubleValue(type.getFeatureByBaseName(NerTypes.SCORE))));
    }
    return found;
  }

  private static void assertFinds(AnalysisEngine engine) throws UIMAException {
    CAS cas = engine.newCAS();
    fill(cas);
    engine.process(cas);
    assertEquals(expected, found(cas));
    cas.release();
  }

  private static void assertWorks(AnalysisEngineDescription description) throws UIMAException {
    AnalysisEngine engine = UIMAFramework.produceAnalysisEngine(description);
    assertFinds(engine);
    engine.collectionProcessComplete();
    assertFinds(engine);
    engine.destroy();
  }

  private static AnalysisEngineDescription fromUimaFit() throws UIMAException {
    return AnalysisEngineFactory.createEngineDescription(
        NerAnnotator.class, NerAnnotator.PARAM_MODEL_LOCATION, model);
  }

  @Test
  void fromUimaFitsFactory() throws UIMAException {
    assertWorks(fromUimaFit());
  }

  @Test
  void fromItsXmlDescriptor() throws UIMAException, IOException {
    Path file = Path.of(System.getProperty("ner.root")).resolve("descriptors/NerAnnotator.xml");
    AnalysisEngineDescription description =
        UIMAFramework.getXMLParser()
            .parseAnalysisEngineDescription(new XMLInputSource(file.toFile()));
    description
        .getAnalysisEngineMetaData()
        .getConfigurationParameterSettings()
        .setParameterValue(NerAnnotator.PARAM_MODEL_LOCATION, model);
    assertWorks(description);
  }

  @Test
  void fromItsXmlDescriptorImportedByName() throws UIMAException, IOException {
    AnalysisEngineDescription description =
        AnalysisEngineFactory.createEngineDescription(
            "io.github.albertner.uima.NerAnnotator", NerAnnotator.PARAM_MODEL_LOCATION, model);
    assertWorks(description);
  }

  @Test
  void insideAnAggregateWithAViewMapped() throws UIMAException {
    AggregateBuilder builder = new AggregateBuilder();
    builder.add(fromUimaFit(), CAS.NAME_DEFAULT_SOFA, "translation");
    AnalysisEngine engine = builder.createAggregate();
    CAS cas = engine.newCAS();
    cas.setDocumentText("the original");
    CAS view = cas.createView("translation");
    fill(view);
    engine.process(cas);
    assertEquals(expected, found(view));
    assertEquals(List.of(), found(cas));
    engine.destroy();
  }

  @Test
  void eightThreadsWithAnEngineEachAndOneThatMovesBetweenThem() throws Exception {
    AnalysisEngine moving = UIMAFramework.produceAnalysisEngine(fromUimaFit());
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> runs = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        AnalysisEngine own = UIMAFramework.produceAnalysisEngine(fromUimaFit());
        runs.add(
            threads.submit(
                () -> {
                  for (int document = 0; document < 10; document++) {
                    assertFinds(own);
                    synchronized (moving) {
                      assertFinds(moving);
                    }
                  }
                  own.destroy();
                  return null;
                }));
      }
      for (Future<?> run : runs) {
        run.get();
      }
    } finally {
      threads.shutdown();
      moving.destroy();
    }
  }
}
