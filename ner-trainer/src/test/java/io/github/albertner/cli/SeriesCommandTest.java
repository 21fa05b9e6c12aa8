package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that train several models: {@code cross-validate}, and {@code train --seeds}. */
class SeriesCommandTest {
  @TempDir private Path folder;

  private CommandRun crossValidate(Path corpus, Object... more) {
    Object[] arguments = {
      "cross-validate",
      "--data",
      corpus,
      "--base-model",
      "random:tiny",
      "--threads",
      1,
      "--batch-size",
      8,
      "--learning-rate",
      "2e-3"
    };
    Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CommandRun.of(all);
  }

  @Test
  void crossValidationTellsOfFoldsAndOfAllSentences() throws IOException {
    Path corpus = CommandRun.toyCorpus(folder.resolve("toy.conll"), 60, 1);
    Path found = folder.resolve("found.conll");
    CommandRun run =
        crossValidate(
                corpus, "--folds", 2, "--epochs", 5, "--output-predictions", found, "--errors", 1)
            .exits(0);
    run.says(
        "2 folds by document, seed 1",
        "fold 1 of 2: ",
        "fold 2 of 2: ",
        " to choose the epoch by, ",
        "epoch     step train loss");
    run.prints(
        "strict scores by fold",
        "\nmean ",
        "\ndeviation ",
        "\nall sentences together\n",
        "strict: an entity is correct",
        "10000 resamples of 60 documents",
        "Errors by strict rules");
    assertEquals(
        60, Files.readAllLines(found).stream().filter(line -> line.startsWith("Mr ")).count());
    CommandRun.of("evaluate", "--tagged", found)
        .exits(0)
        .prints(run.out().lines().filter(line -> line.startsWith("micro ")).findFirst().get());
  }

  @Test
  void crossValidationAsJson() throws IOException {
    Path corpus = CommandRun.toyCorpus(folder.resolve("toy.conll"), 40, 1);
    CommandRun run = crossValidate(corpus, "--folds", 2, "--epochs", 4, "--json").exits(0);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(2, json.getAsJsonArray("folds").size());
    assertEquals(40, json.getAsJsonObject("pooled").get("sentences").getAsInt());
    assertTrue(json.getAsJsonObject("overFolds").has("partial"));
  }

  @Test
  void wrongNumbersAreRefusedBeforeAnythingIsTrained() throws IOException {
    Path corpus = CommandRun.toyCorpus(folder.resolve("toy.conll"), 12, 1);
    crossValidate(corpus, "--folds", 1).exits(2).says("expected at least 2 folds, found 1");
    crossValidate(corpus, "--folds", 2, "--dev-share", 1).exits(2).says("two positive ratios");
    crossValidate(corpus, "--epocs", 1).exits(2).says("--epocs");
    CommandRun.train(corpus, folder.resolve("no.bin"), "--seeds", 0)
        .exits(2)
        .says("--seeds: expected 1 to 1000, found 0");
    assertFalse(Files.exists(folder.resolve("no.run")));
  }

  @Test
  void seedsGiveMeanDeviationAndTheBestModel() throws IOException {
    Path corpus = CommandRun.toyCorpus(folder.resolve("train.conll"), 40, 1);
    Path dev = CommandRun.toyCorpus(folder.resolve("dev.conll"), 12, 2);
    Path test = CommandRun.toyCorpus(folder.resolve("test.conll"), 12, 3);
    Path model = folder.resolve("best.bin");
    Object[] settings = {
      "--dev",
      dev,
      "--test",
      test,
      "--seeds",
      2,
      "--seed",
      4,
      "--epochs",
      3,
      "--batch-size",
      8,
      "--learning-rate",
      "2e-3"
    };
    CommandRun run = CommandRun.train(corpus, model, settings).exits(0);
    run.prints(
        "strict scores by seed",
        "seed       epoch   dev F1  test F1",
        "\n4 ",
        "\n5 ",
        "  best\n",
        "\nmean ",
        "\ndeviation ",
        "test data\n\nstrict: ",
        "10000 resamples of 12 sentences");
    String best =
        run.out().lines().filter(line -> line.endsWith("  best")).findFirst().orElseThrow();
    Path kept = folder.resolve("best.run").resolve("seed-" + best.charAt(0));
    ModelPackage ofSeed = ModelPackage.read(kept.resolve("best.bin"));
    ModelPackage packaged = ModelPackage.read(model);
    assertEquals(ofSeed.weights().keySet(), packaged.weights().keySet());
    assertEquals(
        String.valueOf(best.charAt(0)), packaged.manifest().settings().get("seed"), "its seed");
    assertTrue(packaged.manifest().metrics().containsKey("test.f1"), "scores in the package");
    assertTrue(packaged.card().contains("Scores on test data"), packaged.card());
    for (String name : new String[] {"seed-4", "seed-5"}) {
      assertTrue(Files.exists(folder.resolve("best.run").resolve(name).resolve("report.html")));
    }

    // A series that was killed goes on with what there is: here, with all of it.
    byte[] bytes = Files.readAllBytes(kept.resolve("last.ckpt"));
    CommandRun again =
        CommandRun.of("train", "--resume", folder.resolve("best.run"), "--force").exits(0);
    again.says("seed 4, in ", "resumed after update ");
    assertEquals(run.out(), again.out());
    assertArrayEquals(bytes, Files.readAllBytes(kept.resolve("last.ckpt")));
    CommandRun.of("train", "--resume", folder.resolve("best.run"), "--seeds", 3)
        .exits(2)
        .says("--seeds cannot be given with --resume");
    CommandRun.train(corpus, folder.resolve("other.bin"), settings[0], dev, "--test", "none.conll")
        .exits(1)
        .says("none.conll");
  }
}
