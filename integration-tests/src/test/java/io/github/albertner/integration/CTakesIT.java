package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelSet;
import io.github.albertner.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine in cTAKES' own pipelines, which it reads from piper files. */
class CTakesIT {
  private static final String TYPES = "org.apache.ctakes.typesystem.type.textsem.";

  /**
   * What cTAKES' consumers expect, by the model's labels; typeID is a number of its class CONST.
   */
  private static final Map<String, ListedNote.Mention> MENTIONS =
      Map.of(
          "disease", mention("DiseaseDisorderMention", 2),
          "drug", mention("MedicationMention", 1),
          "anatomy", mention("AnatomicalSiteMention", 6),
          "procedure", mention("ProcedureMention", 5),
          "finding", mention("SignSymptomMention", 3));

  @TempDir private static Path models;
  @TempDir private Path folder;

  private static Path model;

  @BeforeAll
  static void writeModel() throws IOException {
    model = models.resolve("clinical.bin");
    TinyModels.of(LabelSet.bioOf(MENTIONS.keySet().stream().sorted().toList()), 6)
        .write(model, false);
  }

  private CTakes cTakes(String version) throws Exception {
    return new CTakes(version, folder, Hosts.ours());
  }

  private static ListedNote.Mention mention(EntitySpan entity) {
    return MENTIONS.get(entity.type());
  }

  private static ListedNote.Mention mention(String type, int number) {
    return new ListedNote.Mention(
        new ListedNote.Range(0, 0),
        type,
        0,
        "typeID=%s discoveryTechnique=3 subject=patient polarity=0 segments=[SIMPLE_SEGMENT]"
            .formatted(number));
  }

  /** Returns the commands that load the pipeline of our jar. */
  private static String load(String version) {
    // cTAKES 4 loads no file from a jar.
    Path file = Path.of(System.getProperty("ner.root"), "descriptors/AlbertNerClinical.piper");
    return "set modelLocation=%s\n".formatted(model)
        + (version.startsWith("4.")
            ? "load " + file + "\n"
            : "package io.github.albertner.uima\nload AlbertNerClinical\n");
  }

  private static void assertTagged(
      Map<String, ListedNote> notes, Function<EntitySpan, ListedNote.Mention> mention)
      throws IOException {
    try (NerTagger tagger = NerTagger.load(model)) {
      notes.forEach((name, note) -> note.assertTagged(tagger, mention, name));
    }
    long mentions = notes.values().stream().mapToLong(note -> note.mentions().size()).sum();
    assertTrue(mentions > notes.size(), mentions + " mentions");
  }

  @ParameterizedTest(name = "cTAKES {0}")
  @ValueSource(strings = {"4.0.0.1", "6.0.0"})
  void theMentionsOfALoadedPipelineAreTheTaggersInCTakesOwnTypes(String version) throws Exception {
    CTakes cTakes = cTakes(version);
    Map<String, ListedNote> notes =
        cTakes.lists(cTakes.reader(1) + load(version) + cTakes.writers());
    assertTagged(notes, CTakesIT::mention);
    for (ListedNote.Mention mention : MENTIONS.values()) {
      assertTrue(types(notes).contains(mention.type()), mention + " in " + types(notes));
    }
    assertPrinted(cTakes, notes);
  }

  private static Set<String> types(Map<String, ListedNote> notes) {
    return notes.values().stream()
        .flatMap(note -> note.mentions().stream())
        .map(ListedNote.Mention::type)
        .collect(Collectors.toSet());
  }

  /** cTAKES' writer draws {@code |===|} or the like under each mention. */
  private static void assertPrinted(CTakes cTakes, Map<String, ListedNote> notes) throws Exception {
    String printed = cTakes.pretty("admission");
    long drawn = Pattern.compile("\\|=*\\|").matcher(printed).results().count();
    assertEquals(notes.get("admission-0").mentions().size(), drawn, printed);
  }

  @ParameterizedTest(name = "cTAKES {0}")
  @ValueSource(strings = {"4.0.0.1", "6.0.0"})
  void parametersOfAPiperFileChooseTypesLabelsAndScores(String version) throws Exception {
    CTakes cTakes = cTakes(version);
    String add =
        """
        add SimpleSegmentAnnotator
        add SentenceDetector
        add TokenizerAnnotatorPTB
        package io.github.albertner.uima
        add NerAnnotator modelLocation=%s profile=ctakes \
        typeMap=disease:org.example.clinic.Allergy,anatomy:%sLabMention \
        ignoredLabels=drug,procedure minimumScore=0.3,disease:0.45
        """
            .formatted(model, TYPES);
    Map<String, ListedNote> notes = cTakes.lists(cTakes.reader(1) + add + cTakes.writers());
    assertTagged(notes, CTakesIT::chosen);
    assertTrue(types(notes).contains("Allergy"), types(notes).toString());
  }

  private static ListedNote.Mention chosen(EntitySpan entity) {
    double least = entity.type().equals("disease") ? 0.45 : 0.3;
    if (entity.probability() < least) {
      return null;
    }
    return switch (entity.type()) {
      case "disease" -> mention("Allergy", 3); // inherited from SignSymptomMention
      case "finding" -> mention("SignSymptomMention", 3);
      case "anatomy" -> mention("LabMention", 9);
      default -> null;
    };
  }

  /** The runner's instances of the engine move between its threads. cTAKES 4 has no threads. */
  @Test
  void twoThreadsFindWhatOneDoes() throws Exception {
    CTakes cTakes = cTakes("6.0.0");
    String piper = "threads 2\n" + cTakes.reader(8) + load("6.0.0") + cTakes.writers();
    assertTagged(cTakes.lists(piper), CTakesIT::mention);
  }

  @ParameterizedTest(name = "cTAKES {0}")
  @ValueSource(strings = {"4.0.0.1", "6.0.0"})
  void theOneJarOfTheProfileDropInIsEnough(String version) throws Exception {
    String jar = System.getProperty("ner.dropIn");
    assumeTrue(jar != null, "the jar is made, and this test runs, with mvn -Pdrop-in verify");
    List<Path> ours = new ArrayList<>(List.of(Path.of(jar)));
    if (version.startsWith("4.")) {
      // Of its own it has Log4j 1 only.
      Hosts.openNlp("2.3.3").stream()
          .filter(file -> file.getFileName().toString().startsWith("slf4j-api"))
          .forEach(ours::add);
      assertEquals(2, ours.size(), ours.toString());
    }
    CTakes cTakes = new CTakes(version, folder, ours);
    assertTagged(
        cTakes.lists(cTakes.reader(1) + load(version) + cTakes.writers()), CTakesIT::mention);
  }

  @ParameterizedTest(name = "cTAKES {0}")
  @ValueSource(strings = {"4.0.0.1", "6.0.0"})
  void aMisspeltTypeIsToldWithTheNearestName(String version) throws Exception {
    CTakes cTakes = cTakes(version);
    JavaProcess.Ended ended =
        cTakes.run(
            cTakes.reader(1)
                + "add SimpleSegmentAnnotator\n"
                + "add io.github.albertner.uima.NerAnnotator modelLocation=%s profile=ctakes"
                    .formatted(model)
                + " typeMap=disease:%sDiseaseDisorderMentoin\n".formatted(TYPES)
                + cTakes.writers());
    String log = ended.out() + ended.err();
    assertTrue(log.contains("did you mean " + TYPES + "DiseaseDisorderMention"), log);
  }

  @ParameterizedTest(name = "cTAKES {0}")
  @ValueSource(strings = {"4.0.0.1", "6.0.0"})
  void whyAnEngineCannotBeMadeIsSaidWhereCTakesItselfIsSilent(String version) throws Exception {
    CTakes cTakes = cTakes(version);
    JavaProcess.Ended ended =
        cTakes.run(
            cTakes.reader(1)
                + "add SimpleSegmentAnnotator\n"
                + "add io.github.albertner.uima.NerAnnotator modelLocation=%s profile=ctakes"
                    .formatted(model)
                + " ignoredLabels=dissease\n"
                + cTakes.writers());
    String log = ended.out() + ended.err();
    assertTrue(log.contains("did you mean disease"), log);
  }
}
