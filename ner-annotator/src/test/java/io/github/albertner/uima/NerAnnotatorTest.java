package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.uima.UIMAException;
import org.apache.uima.analysis_engine.AnalysisEngine;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.fit.factory.AnalysisEngineFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NerAnnotatorTest {
  private static final String TEXT =
      "Angela Merkel visited\nParis with \ud83d\ude00 Barack Obama of Washington . \ud840\udc00 was"
          + " in London .";
  private static final int BORDER = TEXT.indexOf('.') + 1;

  private static final ModelPackage MODEL = TinyModels.bio();

  @TempDir private static Path folder;

  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    file = folder.resolve("model.bin");
    MODEL.write(file, false);
  }

  private static AnalysisEngine engine(Object... parameters) throws UIMAException {
    List<Object> all = new ArrayList<>(List.of(parameters));
    all.addAll(List.of(NerAnnotator.PARAM_MODEL_LOCATION, file.toString()));
    return AnalysisEngineFactory.createEngine(NerAnnotator.class, all.toArray());
  }

  private static void process(CAS cas, Object... parameters) throws UIMAException {
    AnalysisEngine engine = engine(parameters);
    engine.process(cas);
    engine.collectionProcessComplete();
    engine.destroy();
  }

  /** What the tagger finds in the two sentences of the text, as UIMA would print it. */
  private static List<String> expected() throws IOException {
    List<String> lines = new ArrayList<>();
    try (NerTagger tagger = NerTagger.of(MODEL, TaggerOptions.defaults())) {
      for (String sentence : List.of(TEXT.substring(0, BORDER), TEXT.substring(BORDER + 1))) {
        int offset = TEXT.indexOf(sentence);
        List<String> words = List.of(sentence.split("\\s"));
        for (EntitySpan span : tagger.tag(words)) {
          int begin = offset + start(words, span.begin());
          int end = offset + start(words, span.end()) - 1;
          lines.add(line(begin, end, span.type(), span.probability()));
        }
      }
    }
    assertTrue(lines.size() > 3, "the model should find several entities: " + lines);
    return lines;
  }

  private static int start(List<String> words, int word) {
    return words.subList(0, word).stream().mapToInt(w -> w.length() + 1).sum();
  }

  private static String line(int begin, int end, String label, double score) {
    return String.format(
        Locale.ROOT, "%d-%d %s %s %.4f", begin, end, TEXT.substring(begin, end), label, score);
  }

  private static List<String> found(CAS cas, String type, String label, String score) {
    return Cases.all(cas, type).stream()
        .map(
            entity ->
                line(
                    entity.getBegin(),
                    entity.getEnd(),
                    entity.getFeatureValueAsString(entity.getType().getFeatureByBaseName(label)),
                    Double.parseDouble(
                        entity.getFeatureValueAsString(
                            entity.getType().getFeatureByBaseName(score)))))
        .toList();
  }

  private static List<String> found(CAS cas) {
    return found(cas, NerTypes.NAMED_ENTITY, NerTypes.LABEL, NerTypes.SCORE);
  }

  private static CAS document() throws UIMAException {
    CAS cas = Cases.own();
    cas.setDocumentText(TEXT);
    Cases.addSentence(cas, NerTypes.SENTENCE, NerTypes.TOKEN, 0, BORDER);
    Cases.addSentence(cas, NerTypes.SENTENCE, NerTypes.TOKEN, BORDER + 1, TEXT.length());
    return cas;
  }

  @Test
  void entitiesAreTheTaggersWithOffsetsIntoTheText() throws UIMAException, IOException {
    CAS cas = document();
    process(cas);
    assertEquals(expected(), found(cas));
  }

  @Test
  void typesAndFeaturesMayBeThePipelinesOwn() throws UIMAException, IOException {
    CAS cas = Cases.other();
    cas.setDocumentText(TEXT);
    Cases.addSentence(cas, Cases.OTHER_SENTENCE, Cases.OTHER_TOKEN, 0, BORDER);
    Cases.addSentence(cas, Cases.OTHER_SENTENCE, Cases.OTHER_TOKEN, BORDER + 1, TEXT.length());
    process(
        cas,
        NerAnnotator.PARAM_SENTENCE_TYPE,
        Cases.OTHER_SENTENCE,
        NerAnnotator.PARAM_TOKEN_TYPE,
        Cases.OTHER_TOKEN,
        NerAnnotator.PARAM_ENTITY_TYPE,
        Cases.OTHER_ENTITY,
        NerAnnotator.PARAM_LABEL_FEATURE,
        "value",
        NerAnnotator.PARAM_SCORE_FEATURE,
        "confidence");
    assertEquals(expected(), found(cas, Cases.OTHER_ENTITY, "value", "confidence"));
  }

  @Test
  void featuresThatAreNotWantedStayEmpty() throws UIMAException, IOException {
    CAS cas = document();
    process(cas, NerAnnotator.PARAM_LABEL_FEATURE, "", NerAnnotator.PARAM_SCORE_FEATURE, "");
    List<AnnotationFS> entities = Cases.all(cas, NerTypes.NAMED_ENTITY);
    assertEquals(expected().size(), entities.size());
    for (AnnotationFS entity : entities) {
      assertEquals(
          null, entity.getStringValue(entity.getType().getFeatureByBaseName(NerTypes.LABEL)));
    }
  }

  @Test
  void anEntityOfOverlappingSentencesIsWrittenOnce() throws UIMAException, IOException {
    CAS cas = document();
    Cases.add(cas, NerTypes.SENTENCE, 0, BORDER);
    process(cas);
    assertEquals(expected(), found(cas));
  }

  @Test
  void aTextAloneGetsEntitiesInsideIt() throws UIMAException {
    CAS cas = Cases.own();
    cas.setDocumentText(TEXT);
    process(cas);
    assertTrue(found(cas).size() > 3, "found " + found(cas));
  }

  @Test
  void documentsWithoutTextAreLeftAlone() throws UIMAException {
    AnalysisEngine engine = engine();
    CAS cas = Cases.own();
    engine.process(cas);
    cas.setDocumentText("");
    engine.process(cas);
    cas.reset();
    cas.setDocumentText(" \n ");
    Cases.add(cas, NerTypes.SENTENCE, 0, 3);
    engine.process(cas);
    assertEquals(List.of(), Cases.all(cas, NerTypes.NAMED_ENTITY));
    engine.destroy();
  }

  @Test
  void anEngineGoesOnAfterACollectionAndAfterReconfiguration() throws UIMAException, IOException {
    AnalysisEngine engine = engine();
    for (int round = 0; round < 3; round++) {
      CAS cas = document();
      engine.process(cas);
      assertEquals(expected(), found(cas));
      engine.collectionProcessComplete();
      if (round == 1) {
        engine.reconfigure();
      }
    }
    engine.destroy();
    engine.destroy();
  }

  @Test
  void oneEngineServesDocumentsOfDifferentTypeSystems() throws UIMAException, IOException {
    AnalysisEngine engine = engine();
    for (int round = 0; round < 2; round++) {
      CAS cas = document(); // each with a type system of its own
      engine.process(cas);
      assertEquals(expected(), found(cas));
    }
    engine.destroy();
  }
}
