package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ner evaluate} on predictions that are there already. */
class EvaluateCommandTest {
  @TempDir private Path folder;

  private Path gold;
  private Path found;
  private Path training;

  @BeforeEach
  void write() throws IOException {
    gold =
        Files.writeString(
            folder.resolve("gold.conll"),
            """
            Ada B-PER
            Lovelace I-PER
            saw O
            Rome B-LOC

            Bob B-PER
            left O
            Oslo B-LOC

            """);
    found =
        Files.writeString(
            folder.resolve("found.conll"),
            """
            Ada B-PER
            Lovelace O
            saw O
            Rome B-ORG

            Bob B-PER
            left O
            Oslo O

            """);
    training =
        Files.writeString(folder.resolve("train.conll"), "Bob B-PER\nlikes O\nRome B-LOC\n\n");
  }

  private CommandRun evaluate(Object... more) {
    return CommandRun.of(
        Stream.concat(
                List.<Object>of("evaluate", "--data", gold, "--predictions", found).stream(),
                Arrays.stream(more))
            .toArray());
  }

  @Test
  void strictIsPrintedUnlessOthersAreAskedForByName() {
    CommandRun plain = evaluate("--resamples", 0).exits(0);
    plain.prints(
        "strict: an entity is correct if",
        "micro         33.33     25.00     28.57         4         3         1");
    assertFalse(plain.out().contains("partial"), plain.out());
    CommandRun all = evaluate("--mode", "all").exits(0);
    all.prints("strict: ", "conlleval: ", "FB1:  28.57", "partial: ", "type: ", "95% interval");
    CommandRun some = evaluate("--mode", "type,Partial").exits(0);
    assertFalse(some.out().contains("strict"), some.out());
    assertEquals(true, some.out().indexOf("type: ") < some.out().indexOf("partial: "), some.out());
    evaluate("--mode", "exact").exits(2).says("--mode: expected strict, conlleval, partial, type");
  }

  @Test
  void jsonHasAllModesWhateverIsShown() {
    JsonObject json =
        JsonParser.parseString(evaluate("--json", "--errors", 1).exits(0).out()).getAsJsonObject();
    JsonObject modes = json.getAsJsonObject("modes");
    assertEquals(
        1.0 / 3,
        modes.getAsJsonObject("strict").getAsJsonObject("micro").get("precision").getAsDouble());
    // Ada half, Rome and Bob whole.
    assertEquals(
        2.5,
        modes.getAsJsonObject("partial").getAsJsonObject("micro").get("goldCredit").getAsDouble());
    assertEquals(
        2, modes.getAsJsonObject("type").getAsJsonObject("micro").get("goldCredit").getAsDouble());
    JsonObject errors = json.getAsJsonObject("errors");
    assertEquals(1, errors.getAsJsonObject("counts").get("missed").getAsLong());
    assertEquals(1, errors.getAsJsonObject("examples").getAsJsonArray("missed").size());
    assertEquals("sentence", json.getAsJsonObject("bootstrap").get("unit").getAsString());
  }

  @Test
  void seenAndUnseenEntitiesAreApart() {
    evaluate("--train-data", training, "--resamples", 0)
        .exits(0)
        .says("read " + training)
        .prints(
            "seen         100.00     50.00     66.67         2         1         1",
            "unseen         0.00      0.00      0.00         2         2         0");
    // The types of the training data are renamed as those of the data are.
    evaluate("--train-data", training, "--resamples", 0, "--map", "PER=person")
        .exits(0)
        .prints("seen         100.00     50.00     66.67         2         1         1");
  }

  @Test
  void errorsAreListedByKind() {
    evaluate("--errors", 3)
        .exits(0)
        .prints(
            "  boundary                 1 ",
            "sentence 1: gold PER [Ada Lovelace], predicted PER [Ada] | Ada Lovelace saw Rome",
            "sentence 2: gold LOC [Oslo] | Bob left Oslo");
    evaluate("--errors", 0).exits(2).says("--errors: expected at least 1, found 0");
  }

  @Test
  void aPredictionsFileIsScoredTheSameByEitherWayOfReadingIt() throws IOException {
    Path both = folder.resolve("both.conll");
    String scores =
        evaluate("--output-predictions", both, "--mode", "all")
            .exits(0)
            .says("wrote " + both)
            .out();
    assertEquals(
        """
        Ada B-PER B-PER
        Lovelace I-PER O
        saw O O
        Rome B-LOC B-ORG

        Bob B-PER B-PER
        left O O
        Oslo B-LOC O

        """,
        Files.readString(both));
    assertEquals(
        scores, CommandRun.of("evaluate", "--tagged", both, "--mode", "all").exits(0).out());
    assertEquals(
        scores,
        CommandRun.of(
                "evaluate",
                "--data",
                both,
                "--tag-column",
                2,
                "--predictions",
                both,
                "--predicted-column",
                3,
                "--mode",
                "all")
            .exits(0)
            .out());
    evaluate("--output-predictions", both).exits(1).says("exists already", "--force");
    evaluate("--output-predictions", both, "--force", "--probabilities").exits(0);
    assertEquals(
        "Ada 1.0000 B-PER B-PER", Files.readString(both).lines().findFirst().orElseThrow());
    Path lines = folder.resolve("found.jsonl");
    evaluate("--output-predictions", lines).exits(0);
    assertEquals(2, Files.readString(lines).lines().count());
  }

  @Test
  void illegalTagsCountForConllevalOnlyAndAreNoted() throws IOException {
    Path tagged =
        Files.writeString(
            folder.resolve("t.conll"),
            "a B-PER B-PER\nb O O\nc B-PER I-PER\nd O O\ne B-LOC B-LOC\n\n");
    CommandRun.of("evaluate", "--tagged", tagged, "--mode", "strict,conlleval", "--resamples", 0)
        .exits(0)
        .says("gold tags BIO, predicted tags BIO", "0 gold and 1 predicted entities have illegal")
        .prints("micro        100.00     66.67     80.00         3         2         2")
        .prints("found: 3 phrases; correct: 3.", "accuracy:  80.00%");
  }

  @Test
  void contradictionsAreRefused() {
    evaluate("--tagged", found).exits(2).says("--tagged files hold data and predictions");
    evaluate("--baseline", found).exits(2).says("a baseline is compared with --model, found none");
    evaluate("--probabilities").exits(2).says("--probabilities goes with --output-predictions");
    CommandRun.of("evaluate", "--predictions", found)
        .exits(2)
        .says("Missing required option: '--data=FILE'");
    CommandRun.of("evaluate", "--tagged", found, "--map", "A=B")
        .exits(2)
        .says("--map applies to --data");
    CommandRun.of("evaluate", "--tagged", found).exits(1).says("found.conll:1: expected a word, a");
  }
}
