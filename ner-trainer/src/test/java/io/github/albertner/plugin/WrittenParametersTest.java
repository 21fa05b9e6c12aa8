package io.github.albertner.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;

class WrittenParametersTest {

  private static String refusal(Map<String, Object> parameters) {
    return assertThrows(
            IllegalArgumentException.class, () -> WrittenParameters.ours(parameters), "refused")
        .getMessage();
  }

  @Test
  void whatOpenNlpPutsInIsPassedOver() {
    TrainingParameters defaults = TrainingParameters.defaultParams();
    assertEquals(Map.of(), WrittenParameters.ours(defaults.getObjectSettings()));
    assertEquals(
        Map.of("Epochs", "3"),
        WrittenParameters.ours(
            Map.of("Algorithm", "x.Y", "Cutoff", 0, "Iterations", 300, "Epochs", "3")));
  }

  @Test
  void whatTheUserWroteForOpenNlpsTrainersIsRefusedEvenIfItIsTheDefault() {
    String iterations = "Iterations is for OpenNLP's own trainers; use Epochs";
    assertEquals(iterations, refusal(Map.of("Iterations", "300")));
    assertEquals(iterations, refusal(Map.of("Iterations", 50)));
    assertEquals(
        "Cutoff is for OpenNLP's own trainers; leave it out", refusal(Map.of("Cutoff", "5")));
    assertTrue(refusal(Map.of("iterations", "5")).endsWith("use Epochs"));
    assertTrue(refusal(Map.of("BeamSize", "3")).endsWith("leave it out"));
  }

  @Test
  void anUnknownNameIsRefusedWithTheNearestAndAll() {
    String message = refusal(Map.of("LearningRat", "1"));
    assertTrue(
        message.startsWith("unknown parameter LearningRat (did you mean LearningRate?); "),
        message);
    assertTrue(message.contains("the parameters are BaseModel, "), message);
    assertTrue(message.contains(", Epochs, BatchSize, "), message);
    assertTrue(refusal(Map.of("learning-rate", "1")).contains("did you mean LearningRate?"));
  }

  @Test
  void caseDoesNotMatterAsInOpenNlp2AndNumbersMayBeNumbers() {
    assertEquals(
        Map.of("Epochs", "3", "LearningRate", "0.01"),
        WrittenParameters.ours(Map.of("epochs", 3, "LEARNINGRATE", 0.01)));
  }

  @Test
  void theSameNameInTwoWaysOfWritingIsRefused() {
    assertEquals(
        "Epochs is there twice, written in two ways",
        refusal(Map.of("epochs", "3", "Epochs", "4")));
  }
}
