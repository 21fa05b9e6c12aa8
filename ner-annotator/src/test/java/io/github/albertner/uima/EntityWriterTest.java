package io.github.albertner.uima;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.apache.uima.UIMAException;
import org.apache.uima.cas.CAS;
import org.junit.jupiter.api.Test;

class EntityWriterTest {
  @Test
  void theSameEntityIsWrittenOnceWithItsBestScoreAndOneOfAnotherLabelBesideIt()
      throws UIMAException {
    CAS cas = Cases.own();
    cas.setDocumentText("in Paris");
    EntityWriter writer = new EntityWriter();
    writer.add(Cases.entity("LOC", 3, 8, 0.5));
    writer.add(Cases.entity("LOC", 3, 8, 0.75));
    writer.add(Cases.entity("PER", 3, 8, 0.25));
    writer.write(cas, Cases.targets(cas, List.of("LOC", "PER")), false);
    assertEquals(
        List.of("Paris LOC 0.75", "Paris PER 0.25"),
        Cases.all(cas, NerTypes.NAMED_ENTITY).stream()
            .map(
                entity ->
                    "%s %s %s"
                        .formatted(
                            entity.getCoveredText(),
                            entity.getFeatureValueAsString(
                                entity.getType().getFeatureByBaseName("label")),
                            entity.getFeatureValueAsString(
                                entity.getType().getFeatureByBaseName("score"))))
            .sorted()
            .toList());
  }
}
