package io.github.albertner.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.albertner.checkpoint.BaseModels;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorpusInspectionTest {
  private static final CorpusPart TRAIN =
      Parts.of(
          "train",
          "<START:person> Ada Lovelace <END> and <START:person> Bo <END> ran",
          "",
          "to <START:place> York <END>",
          "<START:person> Bo <END> <b> & co");
  private static final CorpusPart DEV =
      Parts.of(
          "dev", "<START:person> Bo <END> and <START:person> Cy <END>", "<START:place> Bo <END>");

  private static CorpusInspection inspection;

  @BeforeAll
  static void inspect() throws IOException {
    ModelPieces pieces =
        ModelPieces.of("tiny", BaseModels.resolve("random:tiny", Optional.empty(), 1));
    inspection = CorpusInspection.of(List.of(TRAIN, DEV), pieces);
    assertThrows(
        IllegalArgumentException.class, () -> CorpusInspection.of(List.of(TRAIN, TRAIN), pieces));
  }

  @Test
  void partsAreCounted() {
    PartSummary train = inspection.parts().get(0);
    assertEquals(2, train.documents());
    assertEquals(3, train.sentences());
    assertEquals(11, train.words());
    assertEquals(0, train.sentencesWithoutEntity());
    assertEquals(
        List.of(
            new TypeSummary("person", 3, 0.75, 2, 4 / 3.0, 2, 3),
            new TypeSummary("place", 1, 0.25, 1, 1, 1, 1)),
        train.types());
  }

  @Test
  void anEntityIsSeenIfTheFirstPartHasItsWordsWithItsType() {
    PartSummary dev = inspection.parts().get(1);
    assertEquals(1, dev.types().get(0).seen());
    assertEquals(0, dev.types().get(1).seen());
    assertEquals(1, dev.seenEntities());
  }

  @Test
  void theWorstFindingsComeFirst() {
    List<Severity> severities = inspection.findings().stream().map(Finding::severity).toList();
    assertEquals(severities.stream().sorted().toList(), severities);
    assertFalse(inspection.findings().isEmpty());
    assertFalse(inspection.hasErrors());
  }

  @Test
  void textHasTablesAHistogramAndFindings() {
    String text = InspectionText.render(inspection);
    assertTrue(text.startsWith("tiny: 16,000 pieces, windows of 510\n"), text);
    assertTrue(text.matches("(?s).*sentences +3 +2\n.*"), text);
    assertTrue(text.matches("(?s).*seen in train +100.0 % +33.3 %\n.*"), text);
    assertTrue(text.matches("(?s).*person +dev +2  66.7 % .*"), text);
    assertTrue(text.contains("sentences by length in pieces\n"), text);
    assertTrue(text.matches("(?s).*\u2588{20} +1\\b.*"), text);
    assertTrue(text.contains("warning: 2 types with less than 50 entities in train"), text);
    assertTrue(text.matches("(?s).*\n0 errors, \\d+ warnings, \\d+ notes?\n"), text);
  }

  @Test
  void jsonHasTheSame() {
    JsonObject json = InspectionJson.of(inspection);
    JsonObject train = json.getAsJsonArray("parts").get(0).getAsJsonObject();
    assertEquals(11, train.get("words").getAsInt());
    assertEquals(
        inspection.parts().get(0).lengths().longest(),
        train.getAsJsonObject("piecesASentence").get("1.0").getAsInt());
    assertEquals(inspection.findings().size(), json.getAsJsonArray("findings").size());
  }

  @Test
  void thePageHasAPlotForEachPartAndIsEscaped() {
    String page = InspectionHtml.render(inspection);
    assertEquals(3, page.split("<svg", -1).length);
    assertTrue(page.contains("Sentences of dev by length"), page);
    assertFalse(page.contains(" <b> "), "unescaped words of the corpus");
  }

  @Test
  void quantilesAreNearestRanksAndBinsHoldAllSentences() {
    LengthDistribution lengths = new LengthDistribution(List.of(9, 1, 2, 40, 3, 4, 5, 6, 7, 8));
    assertEquals(5, lengths.quantile(0.5));
    assertEquals(9, lengths.quantile(0.9));
    assertEquals(40, lengths.quantile(0.95));
    assertEquals(1, lengths.quantile(0));
    List<Integer> edges = LengthDistribution.edges(List.of(lengths), 6);
    assertEquals(List.of(0, 10, 20, 30, 40, 50), edges);
    assertEquals(List.of(9L, 0L, 0L, 0L, 1L, 0L), lengths.histogram(edges));
    assertEquals(List.of(1L, 9L), lengths.histogram(List.of(0, 2)));
    assertEquals(1, lengths.longerThan(9));
  }
}
