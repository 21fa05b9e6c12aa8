package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Precision;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.uima.fit.descriptor.ConfigurationParameter;
import org.junit.jupiter.api.Test;

class ParametersTest {
  private static String refusal(String name, Object value) {
    return assertThrows(IllegalArgumentException.class, () -> Cases.settings(name, value))
        .getMessage();
  }

  @Test
  void everyDeclaredParameterIsAStringOrAnArrayAndKnown() {
    List<String> declared = new ArrayList<>();
    for (Field field : NerParameters.class.getDeclaredFields()) {
      ConfigurationParameter parameter = field.getAnnotation(ConfigurationParameter.class);
      if (parameter != null) {
        declared.add(parameter.name());
        assertTrue(
            List.of(String.class, String[].class).contains(field.getType()), parameter.name());
        assertEquals(field.getName(), parameter.name());
        assertEquals(false, parameter.mandatory(), parameter.name());
        assertTrue(
            parameter.description().toLowerCase(Locale.ROOT).contains("default"),
            parameter.name() + " does not say its default");
      }
    }
    assertEquals(declared, NerParameters.NAMES);
  }

  @Test
  void anArrayAndOneStringWithCommasSayTheSame() {
    for (Object value :
        List.of(
            "person:a.Person, location:a.Place",
            new String[] {"person:a.Person", "location:a.Place"},
            new String[] {"person:a.Person,location:a.Place,"})) {
      assertEquals(
          Map.of("person", "a.Person", "location", "a.Place"),
          Cases.settings("typeMap", value).output().typeMap());
    }
    assertEquals(
        List.of("a", "b", "c"),
        Cases.settings("ignoredLabels", new String[] {" a ,b", "", "c"}).filter().ignored());
  }

  @Test
  void aMapThatCannotBeReadIsRefused() {
    assertEquals(
        "parameter typeMap: expected label:type.Name, found 'person'",
        refusal("typeMap", "person,location:a.Place"));
    assertTrue(refusal("typeMap", ":a.Place").contains("found ':a.Place'"));
    assertTrue(refusal("typeMap", "person:").contains("found 'person:'"));
    assertEquals(
        "parameter typeMap: expected each label once, found person twice",
        refusal("typeMap", "person:a.A,person:a.B"));
  }

  @Test
  void scoresAreOneForAllAndOneForEachLabel() {
    LabelFilter filter = Cases.settings("minimumScore", "0.25,person:0.75").filter();
    assertEquals(0.25, filter.minimumScore());
    assertEquals(Map.of("person", 0.75), filter.minimumScores());
    assertEquals(0, Cases.settings("minimumScore", "person:1").filter().minimumScore());
  }

  @Test
  void illegalScoresAreRefused() {
    for (String score : List.of("1.01", "-0.1", "NaN", "high", "person:", "person:x")) {
      assertEquals(
          "parameter minimumScore: expected a number from 0.0 to 1.0, or label:number, found '"
              + score
              + "'",
          refusal("minimumScore", score));
    }
    assertTrue(refusal("minimumScore", "0.5,0.6").contains("found '0.6' as well"));
    assertTrue(refusal("minimumScore", "x:0.5,x:0.6").contains("found 'x:0.6' as well"));
  }

  @Test
  void aWrongChoiceIsNamedWithTheNearest() {
    assertEquals(
        "parameter profile: expected one of [ctakes, dkpro, ner, opennlp], found 'ctake' (did you"
            + " mean ctakes?)",
        refusal("profile", "ctake"));
    assertEquals(
        "parameter onError: expected one of [fail, skip], found 'ignore'",
        refusal("onError", "ignore"));
    assertTrue(refusal("removeExisting", "maybe").startsWith("parameter removeExisting: expected"));
    assertEquals(true, Cases.settings("onError", "SKIP").skipsFailed());
  }

  @Test
  void aWrongLanguageIsRefused() {
    assertEquals(
        Optional.of(Locale.forLanguageTag("pt-BR")),
        Cases.settings("language", "pt-BR").language());
    assertEquals(
        "parameter language: expected a language tag such as en or pt-BR, found 'not a language'",
        refusal("language", "not a language"));
  }

  @Test
  void skippedTypesHaveAFeatureAndAValueOrNeither() {
    assertEquals(
        List.of(
            new InputNames.Skipped("a.Table", "", ""),
            new InputNames.Skipped("a.Segment", "id", "20104:b")),
        Cases.settings("skippedTypes", "a.Table,a.Segment:id:20104:b").input().skipped());
    assertTrue(refusal("skippedTypes", "a.Segment:id").contains("found 'a.Segment:id'"));
  }

  @Test
  void aMisspeltNameIsNamedWithTheNearestAndAForeignOneIsNot() {
    assertEquals(
        "there is no parameter sentenceTyp (did you mean sentenceType?); there are "
            + NerParameters.NAMES,
        assertThrows(
                IllegalArgumentException.class,
                () -> Parameters.refuseMisspelt(List.of("sentenceTyp"), NerParameters.NAMES))
            .getMessage());
    for (String misspelt : List.of("ModelLocation", "typemap", "minimunScore", "views")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> Parameters.refuseMisspelt(List.of(misspelt), NerParameters.NAMES),
          misspelt);
    }
    Parameters.refuseMisspelt(
        List.of("OutputDirectory", "windowAnnotations", "minimumSpan"), NerParameters.NAMES);
  }

  @Test
  void devicesAndPrecisionsAreNamedAsEverywhere() {
    assertEquals(DeviceChoice.AUTO, ModelOptions.of(new Parameters(name -> null)).device());
    assertEquals(
        DeviceChoice.CPU, ModelOptions.of(new Parameters(Map.of("device", "CPU")::get)).device());
    assertEquals(
        DeviceChoice.gpu(1),
        ModelOptions.of(new Parameters(Map.of("device", "gpu:1")::get)).device());
    assertEquals(
        "parameter device: expected auto, cpu, gpu or gpu:N (N from 0), found 'cuda:0'",
        assertThrows(
                IllegalArgumentException.class,
                () -> ModelOptions.of(new Parameters(Map.of("device", "cuda:0")::get)))
            .getMessage());
    assertEquals(
        Precision.F16,
        ModelOptions.of(new Parameters(Map.of("precision", "f16")::get)).precision());
    assertTrue(
        assertThrows(
                IllegalArgumentException.class,
                () -> ModelOptions.of(new Parameters(Map.of("precision", "f8")::get)))
            .getMessage()
            .startsWith(
                "parameter precision: expected one of [auto, bf16, f16, f32, int8], found 'f8'"));
  }
}
