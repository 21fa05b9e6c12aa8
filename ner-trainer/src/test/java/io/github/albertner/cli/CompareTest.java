package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.AdaptiveData;
import io.github.albertner.evaluate.NameFinderBaseline;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ner evaluate --baseline}: a model beside the OpenNLP model it is to replace. */
class CompareTest {
  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path corpus;
  private static Path test;
  private static Path model;
  private static Path old;

  @BeforeAll
  static void train() throws IOException {
    corpus = CommandRun.toyCorpus(shared.resolve("train.conll"), 80, 1);
    test = CommandRun.toyCorpus(shared.resolve("test.conll"), 24, 2);
    model = shared.resolve("new.bin");
    CommandRun.train(corpus, model, "--epochs", 6, "--batch-size", 8, "--learning-rate", 2e-3)
        .exits(0);
    old = shared.resolve("old.bin");
    CommandRun.of(
            "baseline", "--train", corpus, "--data", test, "--iterations", 20, "--output", old)
        .exits(0)
        .says("wrote " + old);
  }

  private static CommandRun compare(Object baseline, Path data, Object... more) {
    Object[] arguments = new Object[8 + more.length];
    System.arraycopy(
        new Object[] {"evaluate", "--model", model, "--baseline", baseline, "--data", data},
        0,
        arguments,
        0,
        7);
    arguments[7] = "--threads=1";
    System.arraycopy(more, 0, arguments, 8, more.length);
    return CommandRun.of(arguments);
  }

  @Test
  void bothAreShownWithDifferenceAndInterval() {
    CommandRun run = compare(old, test).exits(0);
    run.prints(
        "strict: an entity is correct if",
        "micro          48 |   100.00   100.00   100.00 |   100.00   100.00   100.00 |"
            + "    +0.00 [  +0.00,   +0.00] |   0.0%",
        "10000 resamples of 24 documents, seed 1",
        "The baseline's adaptive data were cleared at the start of each document.");
    assertTrue(run.err().matches("(?s).*model: [0-9.]+ s, [0-9,]+ words/s\\R.*"), run.err());
    assertTrue(run.err().matches("(?s).*baseline: [0-9.]+ s, [0-9,]+ words/s\\R.*"), run.err());
    assertFalse(run.err().contains("note:"), run.err());
  }

  @Test
  void aModelBesideItselfDiffersByExactlyNothing() throws IOException {
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.conll"),
            Files.readString(test).replace("Oslo\tB-location", "Oslo\tO"));
    JsonObject json =
        JsonParser.parseString(compare(model, wrong, "--json").exits(0).out()).getAsJsonObject();
    assertEquals(json.get("baseline"), json.get("model"));
    assertTrue(
        json.getAsJsonObject("model")
                .getAsJsonObject("modes")
                .getAsJsonObject("strict")
                .getAsJsonObject("micro")
                .get("f1")
                .getAsDouble()
            < 1);
    JsonObject none =
        JsonParser.parseString("{\"f1\":0.0,\"low\":0.0,\"high\":0.0,\"modelBetter\":0.0}")
            .getAsJsonObject();
    JsonObject difference = json.getAsJsonObject("differences").getAsJsonObject("strict");
    assertEquals(none, difference.get("micro"));
    assertEquals(none, difference.getAsJsonObject("types").get("location"));
    assertEquals("document", json.get("adaptiveDataCleared").getAsString());
  }

  @Test
  void typesAreRenamedOnEitherSideAndOddOnesNoted() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.conll"), Files.readString(corpus).replace("-person", "-PER"));
    Path oldNames = folder.resolve("old-names.bin");
    CommandRun.of(
            "baseline", "--train", other, "--data", other, "--iterations", 20, "--output", oldNames)
        .exits(0);
    String full = "micro          48 |   100.00   100.00   100.00 |   100.00";

    CommandRun plain = compare(oldNames, test).exits(0);
    plain.says(
        "note: the baseline finds [PER], which the data do not have: all of these count as wrong;"
            + " --baseline-map renames types or leaves them out (PER=)",
        "note: the baseline cannot find [person], it finds [PER, location]");
    plain.prints("PER             0 |     0.00");
    compare(oldNames, test, "--baseline-map", "PER=person").exits(0).prints(full);
    assertFalse(
        compare(oldNames, test, "--baseline-map", "PER=").exits(0).out().contains("\nPER "));
    compare(old, test, "--baseline-map", "PRE=person")
        .exits(0)
        .says("note: --baseline-map names [PRE], but the baseline finds [location, person]");

    // What is said of the data holds for a baseline trained on such data too.
    Path data =
        Files.writeString(
            folder.resolve("data.conll"), Files.readString(test).replace("-person", "-PER"));
    compare(oldNames, data, "--map", "PER=person").exits(0).prints(full);
    compare(old, data, "--map", "PER=person").exits(0).prints(full);
  }

  @Test
  void dataWithoutDocumentsClearAtEachSentenceUnlessToldOtherwise() throws IOException {
    Path unmarked =
        Files.writeString(
            folder.resolve("unmarked.conll"),
            Files.readString(test).replaceAll("-DOCSTART-.*\\R\\R?", ""));
    String cleared = "adaptive data were cleared at the start of each ";
    compare(old, unmarked).exits(0).prints(cleared + "sentence", "of 24 sentences");
    compare(old, unmarked, "--baseline-clear", "document").exits(0).prints(cleared + "document");
    compare(old, test, "--baseline-clear", "sentence").exits(0).prints(cleared + "sentence");
  }

  @Test
  void seedsAndResamplesAreSettings() {
    compare(old, test, "--resamples", 500, "--resample-seed", 7)
        .exits(0)
        .prints("500 resamples of 24 documents, seed 7");
    compare(old, test, "--resamples", 5)
        .exits(2)
        .says("expected 100 to 1000000 resamples, found 5");
    compare(old, test, "--resamples", 0)
        .exits(2)
        .says("--baseline: expected --resamples of 100 or more, found 0");
  }

  @Test
  void otherModesAreComparedByName() {
    compare(old, test, "--mode", "partial,type", "--train-data", corpus)
        .exits(0)
        .prints("partial: boundaries only", "type: 1 for sharing a word", "seen ", "unseen ");
  }

  /** What applications call, sentence by sentence, and the batches of an evaluation. */
  @Test
  void aPackageIsTaggedInBatchesWithWhatNameFinderFindsOneByOne() throws IOException {
    List<Sentence> sentences = Corpora.read(List.of(test), CorpusOptions.DEFAULTS).sentences();
    NameFinderME finder = new NameFinderME(new TokenNameFinderModel(model));
    List<List<EntitySpan>> found =
        NameFinderBaseline.load(List.of(model)).findAll(sentences, AdaptiveData.DOCUMENT);
    int entities = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Span[] spans = finder.find(sentences.get(i).words().toArray(String[]::new));
      entities += spans.length;
      assertEquals(spans.length, found.get(i).size());
      for (int e = 0; e < spans.length; e++) {
        EntitySpan entity = found.get(i).get(e);
        assertEquals(spans[e], new Span(entity.begin(), entity.end(), entity.type()));
        assertEquals(spans[e].getProb(), entity.probability(), 1e-5);
      }
    }
    assertEquals(48, entities);
  }

  @Test
  void aBaselineThatIsNoneIsNamedBeforeAnythingIsRead() throws IOException {
    CommandRun run = compare(corpus, test).exits(1);
    run.says(corpus + ": expected a name finder model of OpenNLP, which says: ");
    assertEquals(1, run.err().lines().count(), run.err());
    compare(folder.resolve("none.bin"), test).exits(1).says("none.bin: no such file");
  }

  @Test
  void aSavedBaselineIsNotOverwrittenUnasked() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious.bin"), "precious");
    CommandRun run =
        CommandRun.of("baseline", "--train", corpus, "--data", test, "--output", precious).exits(1);
    run.says("exists already", "--force");
    assertFalse(run.err().contains("read "), run.err());
    assertEquals("precious", Files.readString(precious));
  }
}
