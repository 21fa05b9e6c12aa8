package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training judges by what a user of the model gets from raw text. */
class RawTextTrainingTest {

  @TempDir private Path folder;

  /** Texts with one entity that is a token and one that is part of one. */
  private Path texts(String name, int number, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      String place = List.of("Rome", "Paris", "Berlin").get(random.nextInt(3));
      String unit = List.of("motor", "pump", "kettle").get(random.nextInt(3));
      lines.add(
          "{\"text\": \"%s has %shouses.\", \"entities\": [[0, %s, \"LOC\"], [%s, %s, \"UNIT\"]]}"
              .formatted(
                  place,
                  unit,
                  place.length(),
                  place.length() + 5,
                  place.length() + 5 + unit.length()));
    }
    return Files.write(folder.resolve(name), lines);
  }

  private static double f1(Path model, Path data, String tokens) {
    CommandRun run =
        CommandRun.of(
                "evaluate",
                "--model",
                model,
                "--data",
                data,
                "--precision",
                "f32",
                "--json",
                "--resamples",
                0,
                "--tokens",
                tokens)
            .exits(0);
    return JsonParser.parseString(run.out())
        .getAsJsonObject()
        .getAsJsonObject("modes")
        .getAsJsonObject("strict")
        .getAsJsonObject("micro")
        .get("f1")
        .getAsDouble();
  }

  @Test
  void developmentAndTestScoresAreThoseOfEvaluate() throws IOException {
    Path train = texts("train.jsonl", 160, 1);
    Path dev = texts("dev.jsonl", 30, 2);
    Path test = texts("test.jsonl", 30, 3);
    Path model = folder.resolve("my.bin");
    CommandRun run =
        CommandRun.train(train, model, "--dev", dev, "--test", test, "--epochs", 8).exits(0);
    double own = f1(model, dev, "own");
    assertTrue(own > 0 && own < f1(model, dev, "gold"), "own tokens: " + own);
    run.says(
        "160 words cut at the borders of entities; scores are for whole words",
        "  tokens: own (as ner annotate finds them)",
        "  30 of 60 entities have borders that no token has: counted as missed",
        String.format(Locale.ROOT, "development F1 %.2f", 100 * own));
    ModelPackage written = ModelPackage.read(model);
    assertEquals(f1(model, test, "own"), written.manifest().metrics().get("raw.f1"), 1e-9);
    assertTrue(
        written.card().contains("## Scores on raw text")
            && written.card().contains("30 of 60 entities have borders that no token has")
            && written.card().contains("| dev.tokens | tokens: own (as ner annotate finds them)"),
        written.card());
  }

  @Test
  void developmentDataWithoutAnEntityToFindAreRefused() throws IOException {
    Path train = texts("train.jsonl", 20, 1);
    Path dev =
        Files.writeString(
            folder.resolve("dev.jsonl"),
            "{\"text\": \"It has motorhouses.\", \"entities\": [[7, 12, \"UNIT\"]]}");
    Path model = folder.resolve("my.bin");
    CommandRun.train(train, model, "--dev", dev)
        .exits(2)
        .says("expected entities that begin and end where tokens do, found none of 1");
    CommandRun.of(
            "cross-validate",
            "--data",
            train,
            "--base-model",
            "random:tiny",
            "--epochs",
            1,
            "--folds",
            2,
            "--threads",
            1)
        .exits(0)
        .prints("20 of 40 entities have borders that no token has: counted as missed");
  }
}
