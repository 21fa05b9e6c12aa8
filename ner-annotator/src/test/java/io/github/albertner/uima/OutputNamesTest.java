package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutputNamesTest {
  private static final List<String> LABELS = List.of("person", "location", "creative-work");

  private static Map<String, String> types(List<String> labels, Object... parameters) {
    Map<String, String> names = new TreeMap<>();
    Cases.settings(parameters)
        .typesOf(labels)
        .forEach((label, type) -> names.put(label, type.name()));
    return names;
  }

  private static String refusal(Object... parameters) {
    return assertThrows(IllegalArgumentException.class, () -> types(LABELS, parameters))
        .getMessage();
  }

  @Test
  void withoutAMapAllLabelsHaveTheEntityType() {
    assertEquals(
        Map.of("person", NerTypes.NAMED_ENTITY, "x", NerTypes.NAMED_ENTITY),
        types(List.of("person", "x")));
    assertEquals(Map.of("x", "a.Name"), types(List.of("x"), "entityType", "a.Name"));
  }

  @Test
  void aMapNeedsAllLabelsUnlessTheEntityTypeIsGiven() {
    assertEquals(
        "the model's labels [creative-work] have no type: add them to typeMap or ignoredLabels, or"
            + " give entityType for all",
        refusal("typeMap", "person:a.Person,location:a.Place"));
    assertEquals(
        Map.of("person", "a.Person", "location", "a.Name", "creative-work", "a.Name"),
        types(LABELS, "typeMap", "person:a.Person", "entityType", "a.Name"));
    assertEquals(
        Map.of("person", "a.Person"),
        types(LABELS, "typeMap", "person:a.Person", "ignoredLabels", "location,creative-work"));
  }

  @Test
  void aLabelThatTheModelDoesNotHaveIsNamedWithTheNearest() {
    assertEquals(
        "parameter typeMap: expected labels of the model, which are [person, location,"
            + " creative-work], found persn (did you mean person?)",
        refusal("typeMap", "persn:a.Person"));
    assertTrue(
        refusal("minimumScore", "Location:0.5").startsWith("parameter minimumScore: expected"));
    assertTrue(refusal("ignoredLabels", "locations").endsWith("(did you mean location?)"));
  }

  @Test
  void openNlpHasATypeForEachName() {
    assertEquals(
        Map.of(
            "PER", "opennlp.uima.Person",
            "Organisation", "opennlp.uima.Organization",
            "money", "opennlp.uima.Money"),
        types(List.of("PER", "Organisation", "money"), "profile", "opennlp"));
    assertTrue(refusal("profile", "opennlp").contains("labels [creative-work] have no type"));
  }

  @Test
  void aMapCompletesTheProfiles() {
    assertEquals(
        Map.of(
            "person", "a.Author",
            "location", "opennlp.uima.Location",
            "creative-work", "a.Work"),
        types(LABELS, "profile", "opennlp", "typeMap", "creative-work:a.Work,person:a.Author"));
  }

  @Test
  void dkproHasOneTypeForAll() {
    String type = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity";
    assertEquals(
        Map.of("person", type, "location", type, "creative-work", type),
        types(LABELS, "profile", "dkpro"));
  }

  @Test
  void cTakesHasMentionsWhateverTheSpelling() {
    String mentions = "org.apache.ctakes.typesystem.type.textsem.";
    assertEquals(
        Map.of(
            "Disease", mentions + "DiseaseDisorderMention",
            "Sign/Symptom", mentions + "SignSymptomMention",
            "CHEMICAL", mentions + "MedicationMention",
            "anatomical_site", mentions + "AnatomicalSiteMention",
            "Procedure", mentions + "ProcedureMention"),
        types(
            List.of("Disease", "Sign/Symptom", "CHEMICAL", "anatomical_site", "Procedure"),
            "profile",
            "ctakes"));
  }
}
