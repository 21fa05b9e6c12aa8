package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.LabelSet;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.cas.CAS;
import org.apache.uima.resource.ResourceConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
  @TempDir private static Path folder;

  private static Path model;
  private static Path other;

  @BeforeAll
  static void write() throws IOException {
    model = Engines.writeModel(folder);
    other = folder.resolve("other.bin");
    TinyModels.of(LabelSet.bioOf(List.of("ORG", "LOC")), 7).write(other, false);
  }

  private static List<String> found(AnalysisEngine engine) throws UIMAException {
    CAS cas = Engines.document();
    engine.process(cas);
    return Engines.found(cas);
  }

  @Test
  void reconfigurationReadsTheParametersAgain() throws UIMAException {
    AnalysisEngine engine = Engines.of(model);
    List<String> all = found(engine);
    engine.setConfigParameterValue("ignoredLabels", new String[] {"LOC"});
    assertEquals(all, found(engine), "not before reconfiguration");
    engine.reconfigure();
    List<String> some = all.stream().filter(line -> !line.endsWith("LOC")).toList();
    assertNotEquals(all, some);
    assertEquals(some, found(engine));
    engine.destroy();
  }

  @Test
  void reconfigurationLoadsAnotherModel() throws UIMAException {
    AnalysisEngine expected = Engines.of(other);
    AnalysisEngine engine = Engines.of(model);
    List<String> before = found(engine);
    engine.setConfigParameterValue("modelLocation", other.toString());
    engine.reconfigure();
    assertEquals(found(expected), found(engine));
    assertNotEquals(before, found(engine));
    expected.destroy();
    engine.destroy();
  }

  @Test
  void typesChangedByReconfigurationAreLookedUpInTheTypeSystemOfTheLastDocument()
      throws UIMAException {
    AnalysisEngine engine = Engines.of(model);
    CAS cas = Cases.other();
    Engines.fill(cas, Cases.OTHER_SENTENCE, Cases.OTHER_TOKEN);
    engine.setConfigParameterValue("entityType", Cases.OTHER_ENTITY);
    engine.setConfigParameterValue("sentenceType", Cases.OTHER_SENTENCE);
    engine.setConfigParameterValue("labelFeature", "value");
    engine.setConfigParameterValue("scoreFeature", "");
    engine.reconfigure();
    engine.process(cas);
    int found = Cases.all(cas, Cases.OTHER_ENTITY).size();
    assertTrue(found > 0, "entities of the type");
    engine.setConfigParameterValue("entityType", Cases.OTHER_WORK);
    engine.setConfigParameterValue("labelFeature", "");
    engine.reconfigure();
    engine.process(cas);
    assertEquals(found, Cases.all(cas, Cases.OTHER_WORK).size());
    engine.destroy();
  }

  @Test
  void anEngineWorksAsBeforeIfReconfigurationFails() throws UIMAException {
    AnalysisEngine engine = Engines.of(model);
    List<String> before = found(engine);
    for (List<String> wrong :
        List.of(
            List.of("modelLocation", "no/such.bin", model.toString()),
            List.of("entityType", "a.Name", NerTypes.NAMED_ENTITY),
            List.of("onError", "maybe", "fail"))) {
      engine.setConfigParameterValue(wrong.get(0), wrong.get(1));
      assertTrue(
          Engines.causeMessage(
                  assertThrows(ResourceConfigurationException.class, engine::reconfigure))
              .contains(wrong.get(1)));
      assertEquals(before, found(engine));
      engine.setConfigParameterValue(wrong.get(0), wrong.get(2));
      engine.reconfigure();
      assertEquals(before, found(engine));
    }
    engine.destroy();
  }

  @Test
  void theAnnotatorMayBeInitializedAgain() throws UIMAException {
    AnalysisEngine engine = Engines.of(model);
    NerAnnotator annotator = new NerAnnotator();
    CAS cas = Engines.document();
    for (int round = 0; round < 2; round++) {
      annotator.initialize(engine.getUimaContextAdmin());
      annotator.initialize(engine.getUimaContextAdmin());
      annotator.process(cas);
      annotator.collectionProcessComplete();
      annotator.process(cas);
      annotator.destroy();
      annotator.destroy();
    }
    assertEquals(found(engine), Engines.found(cas));
    engine.destroy();
  }
}
