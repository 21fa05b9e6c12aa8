package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as the conlleval script takes them, with tags that may be illegal. */
class TaggedColumnsTest {
  private static final JsonObject GOLDEN =
      JsonParser.parseString(TaggedFile.resource("conlleval-golden.json"))
          .getAsJsonObject()
          .getAsJsonObject("files");
  private static final EvaluationOptions PLAIN = EvaluationOptions.DEFAULTS.withoutIntervals();

  @TempDir private Path folder;

  private TaggedColumns columns(String text) throws IOException {
    return TaggedColumns.read(List.of(Files.writeString(folder.resolve("f.conll"), text)));
  }

  static Set<String> files() {
    assertEquals(9, GOLDEN.size());
    return GOLDEN.keySet();
  }

  /** Figures of conlleval-golden.json, which reference/conlleval_reference.py made. */
  @ParameterizedTest
  @MethodSource("files")
  void conllevalScoresAreTheScriptsToTheLastDigit(String file) throws IOException {
    JsonObject expected = GOLDEN.getAsJsonObject(file);
    Evaluation evaluation = columns(TaggedFile.resource(file)).evaluate(PLAIN);
    EntityScores script = evaluation.conlleval();
    assertEquals(expected.get("words").getAsLong(), script.words());
    assertEquals(expected.get("accuracy").getAsDouble(), 100 * script.tokenAccuracy(), 0.00501);
    JsonObject overall = expected.getAsJsonObject("overall");
    MatchCounts micro = script.micro();
    assertEquals(
        List.of(
            overall.get("gold").getAsLong(),
            overall.get("predicted").getAsLong(),
            overall.get("correct").getAsLong()),
        List.of(micro.gold(), micro.predicted(), micro.correct()));
    assertEquals(overall.get("f1").getAsDouble(), 100 * micro.f1(), 0.00501);
    assertEquals(expected.getAsJsonObject("types").keySet(), script.types().keySet());
    CreditCounts mode = evaluation.in(ScoringMode.CONLLEVAL).micro();
    assertEquals(
        new CreditCounts(micro.gold(), micro.predicted(), micro.correct(), micro.correct()), mode);
  }

  @Test
  void entitiesOfIllegalTagsCountInConllevalScoresOnly() throws IOException {
    TaggedColumns columns =
        columns(
            """
            a O O
            b B-PER I-PER
            c I-PER I-PER
            d B-LOC B-LOC
            e B-ORG I-LOC

            f B-PER B-PER
            g I-PER I-ORG

            h O B-LOC
            i O O
            j O B-LOC
            """);
    assertEquals(TagScheme.BIO, columns.predictedScheme());
    Evaluation evaluation = columns.evaluate(PLAIN);
    // Legal are d to e, h and j as LOC, f as PER; the script also reads b to c as PER and g as ORG.
    assertEquals(new CreditCounts(4, 4, 0, 0), evaluation.in(ScoringMode.STRICT).micro());
    assertEquals(new CreditCounts(4, 6, 1, 1), evaluation.in(ScoringMode.CONLLEVAL).micro());
    assertEquals(new CreditCounts(4, 4, 1, 1), evaluation.in(ScoringMode.PARTIAL).micro());
    assertEquals(new CreditCounts(4, 4, 2, 2), evaluation.in(ScoringMode.TYPE).micro());
    assertEquals(List.of(0L, 2L), columns.illegal());
  }

  @Test
  void eachColumnHasASchemeOfItsOwn() throws IOException {
    TaggedColumns columns =
        columns(
            """
            a S-PER B-PER
            b B-LOC B-LOC
            c E-LOC I-LOC
            d B-ORG O
            """);
    assertEquals(TagScheme.BIOES, columns.goldScheme());
    assertEquals(TagScheme.BIO, columns.predictedScheme());
    // B-ORG that nothing ends is no entity in BIOES.
    assertEquals(List.of(1L, 0L), columns.illegal());
    assertEquals(
        new CreditCounts(2, 2, 2, 2), columns.evaluate(PLAIN).in(ScoringMode.STRICT).micro());
  }

  /** The script's tables have no E- before B-, and no S-: it joins such neighbours of one type. */
  @Test
  void conllevalScoresJoinWhatTheScriptJoins() throws IOException {
    TaggedColumns columns =
        columns(
            """
            a B-PER B-PER
            b E-PER E-PER
            c B-PER S-PER
            d E-PER S-PER

            e S-LOC S-LOC
            f S-LOC O
            g S-PER S-PER
            """);
    assertEquals(List.of(0L, 0L), columns.illegal());
    assertEquals(List.of(2L, 2L), columns.joinedByScript());
    Evaluation evaluation = columns.evaluate(PLAIN);
    assertEquals(new CreditCounts(5, 5, 3, 3), evaluation.in(ScoringMode.STRICT).micro());
    // a to d is one PER on both sides; e to f one LOC, found as e only; g is right.
    assertEquals(new CreditCounts(3, 3, 2, 2), evaluation.in(ScoringMode.CONLLEVAL).micro());
  }

  @Test
  void documentsTabsAndBoundariesAreRead() throws IOException {
    TaggedColumns columns =
        columns(
            """
            -DOCSTART- -X- O O

            New York\tNN\tB-LOC\tB-LOC
            -X- - -

            ,\t,\tO\tO

            -DOCSTART- -X- O O
            x y O O
            """);
    List<Sentence> gold = columns.gold();
    assertEquals(
        List.of(List.of("New York"), List.of(","), List.of("x")),
        gold.stream().map(Sentence::words).toList());
    assertEquals(List.of(true, false, true), gold.stream().map(Sentence::startsDocument).toList());
    Evaluation evaluation = columns.evaluate(PLAIN);
    assertEquals(3, evaluation.strict().words());
    assertEquals(5, evaluation.conlleval().words(), "the script counts -DOCSTART- as a word");
  }

  @Test
  void badLinesAreNamed() {
    IOException few = assertThrows(IOException.class, () -> columns("a O O\nb O\n"));
    assertEquals(
        folder.resolve("f.conll")
            + ":2: expected a word, a gold tag and a predicted tag, found 'b O'",
        few.getMessage());
    IOException odd = assertThrows(IOException.class, () -> columns("a B-PER NN\n"));
    assertEquals(
        true,
        odd.getMessage().contains(":1: expected tags in the last two columns"),
        odd.getMessage());
    IOException none = assertThrows(IOException.class, () -> columns("\n\n"));
    assertEquals(true, none.getMessage().contains("found none"), none.getMessage());
  }
}
