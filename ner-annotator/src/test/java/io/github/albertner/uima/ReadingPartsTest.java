package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.text.SplitterKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.uima.UIMAException;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows and skipped text, with cTAKES' segments. */
class ReadingPartsTest {
  private static final String SEGMENT = PipelineTypes.CTAKES + "textspan.Segment";
  private static final String SENTENCE = PipelineTypes.CTAKES + "textspan.Sentence";
  private static final String TOKEN = PipelineTypes.CTAKES + "syntax.WordToken";

  private CAS cas;

  @BeforeEach
  void makeCas() throws UIMAException {
    cas = PipelineTypes.cTakes();
  }

  private void segment(String id, int begin, int end) {
    Type type = cas.getTypeSystem().getType(SEGMENT);
    AnnotationFS segment = cas.createAnnotation(type, begin, end);
    segment.setStringValue(type.getFeatureByBaseName("id"), id);
    cas.addFsToIndexes(segment);
  }

  private List<String> sentences(String parameter, String value) {
    return Cases.reader()
        .sentences(cas, Cases.inputs(cas, "profile", "ctakes", parameter, value))
        .stream()
        .map(sentence -> String.join(" ", sentence.words(cas.getDocumentText())))
        .toList();
  }

  private void twoSentences() {
    cas.setDocumentText("one two . three four .");
    Cases.addSentence(cas, SENTENCE, TOKEN, 0, 9);
    Cases.addSentence(cas, SENTENCE, TOKEN, 10, 22);
  }

  @Test
  void onlySentencesInsideAWindowAreRead() {
    twoSentences();
    segment("a", 0, 15); // cuts the second
    assertEquals(List.of("one two ."), sentences("windowType", SEGMENT));
    segment("b", 10, 22);
    assertEquals(List.of("one two .", "three four ."), sentences("windowType", SEGMENT));
  }

  @Test
  void withoutAWindowNothingIsRead() {
    twoSentences();
    assertEquals(List.of(), sentences("windowType", SEGMENT));
  }

  @Test
  void aTextWithoutSentencesIsSplitWindowByWindow() {
    cas.setDocumentText("Secret. We stay here. It rains");
    segment("a", 8, 15);
    segment("b", 22, 30);
    assertEquals(List.of("We stay", "It rains"), sentences("windowType", SEGMENT));
  }

  @Test
  void skippedTextIsNotReadAndParts() {
    twoSentences();
    segment("a", 4, 7);
    segment("a", 9, 13); // ends inside a token
    assertEquals(List.of("one", ".", "four ."), sentences("skippedTypes", SEGMENT));
  }

  @Test
  void onlyAnnotationsWithTheValueAreSkipped() {
    twoSentences();
    segment("20104", 0, 9);
    segment("20105", 10, 22);
    assertEquals(List.of("three four ."), sentences("skippedTypes", SEGMENT + ":id:20104"));
    assertEquals(
        List.of("one two .", "three four ."), sentences("skippedTypes", SEGMENT + ":id:x"));
  }

  @Test
  void tokensWithoutSentencesDoNotReachIntoSkippedText() {
    cas.setDocumentText("It rains. We stay here.");
    Cases.add(cas, TOKEN, 0, 2);
    Cases.add(cas, TOKEN, 3, 12);
    Cases.add(cas, TOKEN, 13, 17);
    segment("a", 10, 13);
    assertEquals(List.of("It", "stay"), sentences("skippedTypes", SEGMENT));
  }

  @Test
  void aTypeOrFeatureToSkipThatIsNotThereIsNamed() {
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> sentences("skippedTypes", SEGMENT + ":idd:20104"))
            .getMessage()
            .startsWith(
                "parameter skippedTypes: expected a feature of "
                    + SEGMENT
                    + ", found idd; it has [sofa, begin, end, id]"));
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> sentences("windowType", "x.Segment"))
            .getMessage()
            .contains("(did you mean " + SEGMENT + "?)"));
  }

  @Test
  void theLanguageOfTheParameterSplitsInsteadOfTheDocuments() {
    cas.setDocumentText("Er kam am 3. Mai nach Bonn. Dr. Meier blieb.");
    cas.setDocumentLanguage("en");
    InputTypes types = Cases.inputs(cas, "profile", "ctakes");
    int english = rules(Optional.empty()).sentences(cas, types).size();
    cas.setDocumentLanguage("de");
    int document = rules(Optional.empty()).sentences(cas, types).size();
    cas.setDocumentLanguage("en");
    int parameter = rules(Optional.of(Locale.GERMAN)).sentences(cas, types).size();
    assertEquals(List.of(3, 2, 2), List.of(english, document, parameter));
  }

  private static SentenceReader rules(Optional<Locale> language) {
    return new SentenceReader("en", language, SplitterKind.RULES);
  }
}
