package io.github.albertner.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestNameTest {
  private static final List<String> KNOWN = List.of("org.a.Token", "org.a.Sentence", "org.b.Word");

  @Test
  void theSameNameInAnotherPackageIsNearest() {
    assertEquals(Optional.of("org.a.Token"), NearestName.of("com.elsewhere.type.token", KNOWN));
  }

  @Test
  void aFewWrongLettersAreForgiven() {
    assertEquals(Optional.of("org.a.Sentence"), NearestName.of("org.a.Sentense", KNOWN));
  }

  @Test
  void otherNamesAreNotGuessed() {
    assertEquals(Optional.empty(), NearestName.of("uima.tcas.DocumentAnnotation", KNOWN));
    assertEquals(Optional.empty(), NearestName.of("x", List.of()));
  }

  @Test
  void aNameThatOneBeginsWithIsNearHoweverLongTheOther() {
    assertEquals(Optional.of("column"), NearestName.of("col", List.of("opennlp", "column")));
    assertEquals(
        Optional.of("LearningRate"), NearestName.of("LearningRateOfAll", List.of("LearningRate")));
  }

  @Test
  void aSlipIsNearerThanAResemblance() {
    List<String> known = List.of("minimumScore", "view");
    assertEquals(Optional.of("minimumScore"), NearestName.slipOf("MinimunScor", known));
    assertEquals(Optional.of("view"), NearestName.slipOf("views", known));
    assertEquals(Optional.of("minimumScore"), NearestName.of("minimumSpan", known));
    assertEquals(Optional.empty(), NearestName.slipOf("minimumSpan", known));
    assertEquals(Optional.empty(), NearestName.slipOf("minimumScoreOfAll", known));
  }

  @Test
  void theHintIsReadyToFollowTheName() {
    assertEquals(" (did you mean Epochs?)", NearestName.hint("epoch", List.of("Epochs", "Seed")));
    assertEquals("", NearestName.hint("Cutoff", List.of("Epochs", "Seed")));
  }
}
