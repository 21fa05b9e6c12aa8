package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.uima.UIMAException;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.analysis_engine.AnalysisEngineProcessException;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonedDocumentsTest {
  private static final int LENGTH = Engines.TEXT.length();

  @TempDir private static Path folder;

  private static Path model;

  @BeforeAll
  static void write() throws IOException {
    model = Engines.writeModel(folder);
  }

  private static CAS poisoned(Consumer<CAS> poison) throws UIMAException {
    CAS cas = Engines.document();
    poison.accept(cas);
    return cas;
  }

  private static List<CAS> poisoned() throws UIMAException {
    return List.of(
        poisoned(cas -> Cases.add(cas, NerTypes.SENTENCE, 0, LENGTH + 1)),
        poisoned(cas -> Cases.add(cas, NerTypes.SENTENCE, -1, 5)),
        poisoned(cas -> Cases.add(cas, NerTypes.TOKEN, LENGTH, LENGTH + 7)),
        poisoned(cas -> Cases.add(cas, NerTypes.TOKEN, Integer.MAX_VALUE, Integer.MAX_VALUE)),
        poisoned(cas -> Cases.add(cas, NerTypes.TOKEN, 5, 2)));
  }

  @Test
  void aPoisonedDocumentFailsTheRunWithWhatIsWrong() throws UIMAException {
    AnalysisEngine engine = Engines.of(model);
    int number = 0;
    for (CAS cas : poisoned()) {
      String message =
          assertThrows(AnalysisEngineProcessException.class, () -> engine.process(cas))
              .getMessage();
      number++;
      assertTrue(
          message.matches(
              "document without id \\(number "
                  + number
                  + " of this engine\\): expected annotations inside the text of "
                  + LENGTH
                  + " characters, found a io\\.github\\.albertner\\.uima\\.type\\.\\w+ from"
                  + " -?\\d+ to \\d+"),
          message);
    }
    engine.destroy();
  }

  @Test
  void aPoisonedDocumentIsSkippedAndTheNextTagged() throws UIMAException {
    CAS good = Engines.document();
    Engines.process(good, model);
    AnalysisEngine engine = Engines.of(model, "onError", "skip");
    for (CAS cas : poisoned()) {
      engine.process(cas);
      assertEquals(List.of(), Engines.found(cas));
      CAS next = Engines.document();
      engine.process(next);
      assertEquals(Engines.found(good), Engines.found(next));
    }
    engine.destroy();
  }

  @Test
  void aWrongTypeFailsTheRunEvenWhereDocumentsAreSkipped() throws UIMAException {
    AnalysisEngine engine = Engines.of(model, "onError", "skip", "entityType", "a.Name");
    CAS cas = Engines.document();
    String message =
        Engines.causeMessage(
            assertThrows(AnalysisEngineProcessException.class, () -> engine.process(cas)));
    assertTrue(message.startsWith("parameter entityType: expected a type"), message);
    engine.destroy();
  }

  @Test
  void aMissingViewIsAnErrorOfTheDocument() throws UIMAException {
    AnalysisEngine engine = Engines.of(model, "view", "translation");
    CAS cas = Engines.document();
    String message =
        assertThrows(AnalysisEngineProcessException.class, () -> engine.process(cas)).getMessage();
    assertTrue(message.contains("translation"), message);
    engine.destroy();
    Engines.process(cas, model, "view", "translation", "onError", "skip");
  }

  @Test
  void theMessageHasTheDocumentsId() throws UIMAException {
    CAS cTakes = PipelineTypes.cTakes();
    cTakes.setDocumentText("Denies pain .");
    FeatureStructure id =
        cTakes.createFS(
            cTakes.getTypeSystem().getType(PipelineTypes.CTAKES + "structured.DocumentID"));
    id.setStringValue(id.getType().getFeatureByBaseName("documentID"), "note-17");
    cTakes.addFsToIndexes(id);
    Cases.add(cTakes, PipelineTypes.CTAKES + "textspan.Sentence", 0, 99);
    String typeMap = "PER:" + PipelineTypes.MENTION + "EventMention";
    AnalysisEngine engine =
        Engines.of(
            model, "profile", "ctakes", "typeMap", typeMap, "ignoredLabels", "LOC,creative-work");
    String message =
        assertThrows(AnalysisEngineProcessException.class, () -> engine.process(cTakes))
            .getMessage();
    assertTrue(message.startsWith("document note-17 (number 1 of this engine): "), message);
    engine.destroy();
  }

  @Test
  void idsOfDkproAndUimasExamplesAreFound() throws UIMAException {
    CAS cas = PipelineTypes.dkpro();
    cas.setDocumentText("text");
    Type type = cas.getTypeSystem().getType(PipelineTypes.DKPRO + "metadata.type.DocumentMetaData");
    AnnotationFS metadata = cas.createAnnotation(type, 0, 4);
    metadata.setStringValue(type.getFeatureByBaseName("documentUri"), "file:/a.txt");
    cas.addFsToIndexes(metadata);
    assertEquals("file:/a.txt", DocumentId.of(cas).orElseThrow());
    metadata.setStringValue(type.getFeatureByBaseName("documentId"), "a.txt");
    CAS view = cas.createView("other");
    assertEquals("a.txt", DocumentId.of(view).orElseThrow(), "found in another view");
    assertTrue(DocumentId.of(Cases.own()).isEmpty());

    CAS example = PipelineTypes.openNlp();
    example.setDocumentText("text");
    Type source = example.getTypeSystem().getType(PipelineTypes.SOURCE);
    AnnotationFS information = example.createAnnotation(source, 0, 4);
    information.setStringValue(source.getFeatureByBaseName("uri"), "file:/b.txt");
    example.addFsToIndexes(information);
    assertEquals("file:/b.txt", DocumentId.of(example).orElseThrow());
  }

  @Test
  void fiveMegabytesInOneLineAreTagged() throws UIMAException {
    CAS cas = Cases.own();
    String words = "Barack Obama visited Paris and ";
    cas.setDocumentText(words.repeat(5_000_000 / words.length()));
    Engines.process(cas, model);
    List<AnnotationFS> entities = Cases.all(cas, NerTypes.NAMED_ENTITY);
    assertTrue(entities.get(entities.size() - 1).getEnd() > 4_900_000, "the end is tagged too");
  }

  @Test
  @Tag("slow")
  void aWordOfFiveMegabytesIsTagged() throws UIMAException {
    CAS cas = Cases.own();
    cas.setDocumentText("Barack Obama visited " + "x".repeat(5_000_000) + " and Paris");
    Engines.process(cas, model);
    assertTrue(Cases.all(cas, NerTypes.NAMED_ENTITY).size() > 0);
  }
}
