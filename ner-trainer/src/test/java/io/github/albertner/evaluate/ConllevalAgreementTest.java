package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Expected figures from conlleval-golden.json, which reference/conlleval_reference.py made. */
class ConllevalAgreementTest {

  private static final JsonObject GOLDEN =
      JsonParser.parseString(TaggedFile.resource("conlleval-golden.json"))
          .getAsJsonObject()
          .getAsJsonObject("files");

  /** All but that with tags of schemes that the script does not know: it joins entities there. */
  static Set<String> files() {
    Set<String> files = new TreeSet<>(GOLDEN.keySet());
    assertTrue(files.remove("random-all-prefixes.conll"));
    assertEquals(8, files.size());
    return files;
  }

  @ParameterizedTest
  @MethodSource("files")
  void givesConllevalsFigures(String file) {
    JsonObject expected = GOLDEN.getAsJsonObject(file);
    EntityScores scores = TaggedFile.scores(TaggedFile.read(file));

    assertEquals(expected.get("words").getAsLong(), scores.words());
    assertEquals(
        expected.get("accuracy_iob2").getAsDouble(), 100 * scores.tokenAccuracy(), 0.00501);
    assertMatches(expected.getAsJsonObject("overall"), scores.micro());
    JsonObject types = expected.getAsJsonObject("types");
    assertEquals(types.keySet(), scores.types().keySet());
    scores.types().forEach((type, counts) -> assertMatches(types.getAsJsonObject(type), counts));
  }

  private static void assertMatches(JsonObject expected, MatchCounts counts) {
    assertEquals(expected.get("gold").getAsLong(), counts.gold());
    assertEquals(expected.get("predicted").getAsLong(), counts.predicted());
    assertEquals(expected.get("correct").getAsLong(), counts.correct());
    assertEquals(expected.get("precision").getAsDouble(), 100 * counts.precision(), 0.00501);
    assertEquals(expected.get("recall").getAsDouble(), 100 * counts.recall(), 0.00501);
    assertEquals(expected.get("f1").getAsDouble(), 100 * counts.f1(), 0.00501);
  }
}
