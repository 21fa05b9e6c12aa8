package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.text.CharRange;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.uima.UIMAException;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.text.AnnotationFS;
import org.junit.jupiter.api.Test;

/** What the profiles write into CASes that have the types of the pipelines they are for. */
class ProfilesTest {
  private static final String TEXT = "Denies\nchest pain .";

  /** One entity of each label, the first on the first token and so on. */
  private static void write(CAS cas, List<String> labels, Object... parameters) {
    List<CharRange> tokens =
        List.of(new CharRange(0, 6), new CharRange(7, 12), new CharRange(13, 17));
    EntityWriter writer = new EntityWriter();
    for (int i = 0; i < labels.size(); i++) {
      CharRange token = tokens.get(i);
      writer.add(Cases.entity(labels.get(i), token.begin(), token.end(), 0.5));
    }
    writer.write(cas, Cases.targets(cas, labels, parameters), false);
  }

  private static Map<String, String> features(AnnotationFS annotation, String... names) {
    Map<String, String> features = new TreeMap<>();
    for (String name : names) {
      features.put(
          name,
          annotation.getFeatureValueAsString(annotation.getType().getFeatureByBaseName(name)));
    }
    return features;
  }

  private static AnnotationFS only(CAS cas, String type) {
    List<AnnotationFS> all = Cases.all(cas, type);
    assertEquals(1, all.size(), type);
    return all.get(0);
  }

  @Test
  void openNlpGetsATypeForEachLabel() throws UIMAException {
    CAS cas = PipelineTypes.openNlp();
    cas.setDocumentText(TEXT);
    write(cas, List.of("person", "LOC", "Organization"), "profile", "opennlp");
    assertEquals("Denies", only(cas, "opennlp.uima.Person").getCoveredText());
    assertEquals("chest", only(cas, "opennlp.uima.Location").getCoveredText());
    assertEquals("pain", only(cas, "opennlp.uima.Organization").getCoveredText());
  }

  @Test
  void dkproGetsTheLabelAsItsValue() throws UIMAException {
    CAS cas = PipelineTypes.dkpro();
    cas.setDocumentText(TEXT);
    write(cas, List.of("creative-work"), "profile", "dkpro");
    AnnotationFS entity = only(cas, PipelineTypes.DKPRO + "ner.type.NamedEntity");
    assertEquals(Map.of("value", "creative-work"), features(entity, "value"));
  }

  @Test
  void cTakesGetsWhatItsConsumersExpect() throws UIMAException {
    CAS cas = PipelineTypes.cTakes();
    cas.setDocumentText(TEXT);
    write(
        cas,
        List.of("drug", "Disease", "anatomy"),
        "profile",
        "ctakes",
        "typeMap",
        "Disease:org.example.Tumour");
    Map<String, String> common =
        Map.of("subject", "patient", "discoveryTechnique", "3", "confidence", "0.5");
    Map<String, String> ids =
        Map.of(
            PipelineTypes.MENTION + "MedicationMention",
            "1",
            "org.example.Tumour",
            "2",
            PipelineTypes.MENTION + "AnatomicalSiteMention",
            "6");
    ids.forEach(
        (type, id) -> {
          AnnotationFS mention = only(cas, type);
          assertEquals(
              common, features(mention, "subject", "discoveryTechnique", "confidence"), type);
          assertEquals(
              Map.of("typeID", id, "polarity", "0"), features(mention, "typeID", "polarity"), type);
        });
    assertEquals(3, Cases.all(cas, PipelineTypes.MENTION + "IdentifiedAnnotation").size());
  }

  @Test
  void cTakesTokensAreReadWithoutLineBreaks() throws UIMAException {
    CAS cas = PipelineTypes.cTakes();
    cas.setDocumentText(TEXT);
    Cases.add(cas, PipelineTypes.CTAKES + "textspan.Sentence", 0, TEXT.length());
    String token = PipelineTypes.CTAKES + "syntax.";
    Cases.add(cas, token + "WordToken", 0, 6);
    Cases.add(cas, token + "NewlineToken", 6, 7);
    Cases.add(cas, token + "WordToken", 7, 12);
    Cases.add(cas, token + "WordToken", 13, 17);
    assertEquals(
        List.of(List.of("Denies", "chest", "pain")),
        Cases.reader().sentences(cas, Cases.inputs(cas, "profile", "ctakes")).stream()
            .map(sentence -> sentence.words(TEXT))
            .toList());
  }

  @Test
  void noProfileHasALabelOrATypeThatCannotBeMeant() {
    for (String name : Profile.NAMES) {
      Profile profile = Profile.of(name);
      assertFalse(profile.sentenceType().isBlank(), name);
      assertFalse(profile.tokenType().isBlank(), name);
      profile
          .types()
          .forEach(
              (label, type) -> {
                assertEquals(Profile.simplified(label), label, "could never be found");
                assertTrue(type.matches("[a-z.]+\\.[A-Z][A-Za-z]+"), type);
              });
    }
  }
}
