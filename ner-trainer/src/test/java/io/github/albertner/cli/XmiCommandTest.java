package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.cas.CasFixture;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.train.Toy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From gold CASes to a model, its annotations as CASes, and their scores, by commands only. */
class XmiCommandTest {
  @TempDir private static Path shared;
  @TempDir private Path folder;

  private static Path gold;
  private static Path model;
  private static CommandRun training;

  @BeforeAll
  static void train() throws IOException {
    gold = Files.createDirectory(shared.resolve("gold"));
    List<Sentence> sentences = Toy.sentences(80, 1);
    for (int i = 0; i < 8; i++) {
      CasFixture.of(CasFixture.DKPRO, sentences.subList(10 * i, 10 * i + 10))
          .save(gold.resolve("d" + i + ".xmi"));
    }
    model = shared.resolve("toy.bin");
    training =
        CommandRun.train(gold, model, "--epochs", 6, "--batch-size", 8, "--learning-rate", 2e-3);
  }

  @Test
  void trainingLearnsFromAFolderOfCases() {
    training
        .exits(0)
        .says(
            "read 8 files, " + gold.resolve("d0.xmi") + " and others: xmi, sentences and tokens of",
            "80 sentences, 400 words, 160 entities {location=80, person=80}",
            "development F1 100.00");
    CommandRun.of("evaluate", "--model", model, "--data", gold, "--threads", 1, "--resamples", 0)
        .exits(0)
        .prints("micro        100.00    100.00    100.00       160       160       160");
  }

  @Test
  void casesAndColumnsGiveTheSameModel() throws IOException {
    Path columns = CommandRun.toyCorpus(folder.resolve("toy.conll"), 40, 3);
    List<Sentence> sentences = Toy.sentences(40, 3);
    for (int i = 0; i < 40; i++) {
      CasFixture.of(CasFixture.DKPRO, sentences.subList(i, i + 1))
          .save(folder.resolve(String.format(Locale.ROOT, "%02d.xmi", i)));
    }
    Path one = folder.resolve("one.bin");
    Path other = folder.resolve("other.bin");
    CommandRun a =
        CommandRun.train(columns, one, "--epochs", 4, "--batch-size", 4, "--learning-rate", 2e-3);
    CommandRun b =
        CommandRun.train(folder, other, "--epochs", 4, "--batch-size", 4, "--learning-rate", 2e-3);
    assertEquals(epochs(a.exits(0)), epochs(b.exits(0)));
  }

  /** The lines of scores without the speed. */
  private static List<String> epochs(CommandRun run) {
    List<String> lines =
        run.err()
            .lines()
            .filter(line -> line.contains(" pieces/s"))
            .map(line -> line.replaceFirst("[\\d,]+ pieces/s.*", ""))
            .toList();
    assertEquals(4, lines.size(), run.err());
    return lines;
  }

  @Test
  void annotationsReadBackAndAreAllRightAgainstThemselves() throws IOException {
    Path a = Files.writeString(folder.resolve("a.txt"), "Mr Wood sleeps in Rome\n");
    Path b =
        Files.writeString(folder.resolve("b.txt"), "Mr Baker \uD83D\uDE00 waits in Oslo \f\n\nx");
    Path cases = folder.resolve("cases");
    String[] annotate = {
      "annotate",
      "--model",
      model.toString(),
      "--output-format",
      "xmi",
      "--output-dir",
      cases.toString(),
      a.toString(),
      b.toString()
    };
    CommandRun.of((Object[]) annotate).exits(0);
    assertArrayEquals(
        Files.readAllBytes(Path.of("../descriptors/NerTypeSystem.xml")),
        Files.readAllBytes(cases.resolve("TypeSystem.xml")));
    CommandRun.of("evaluate", "--predictions", cases, "--data", cases)
        .exits(0)
        .says("a.txt.xmi: xmi, sentences and tokens of Albert NER")
        .prints("micro        100.00    100.00    100.00");
    CommandRun run =
        CommandRun.of("evaluate", "--model", model, "--data", cases, "--threads", 1).exits(0);
    run.prints("micro        100.00    100.00    100.00");
    assertTrue(run.out().contains("person "), run.out());
    CommandRun.of((Object[]) annotate).exits(1).says("a.txt.xmi: exists already", "--force");
  }

  @Test
  void whatAPipelineFoundIsScoredAgainstGold() throws IOException {
    Path right = Files.createDirectory(folder.resolve("right"));
    Path found = Files.createDirectory(folder.resolve("found"));
    CasFixture.of(CasFixture.CTAKES, "Lung cancer and flu")
        .sentences("Lung cancer and flu")
        .tokens("Lung", "cancer", "and", "flu")
        .entity("Lung cancer", null)
        .entity("flu", null)
        .save(right.resolve("a.xmi"));
    CasFixture.of(CasFixture.DKPRO, "Lung cancer and flu")
        .entity("cancer", "disease")
        .entity("flu", "disease")
        .save(found.resolve("a.xmi"));
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--format",
            "xmi",
            "--type-system",
            right.resolve("TypeSystem.xml"),
            found.resolve("TypeSystem.xml"),
            "--entity-types",
            CasFixture.CTAKES.entity() + ":disease",
            "--predicted-types",
            CasFixture.DKPRO.entity(),
            "--data",
            right,
            "--predictions",
            found,
            "--resamples",
            0);
    run.exits(0).prints("micro         50.00     50.00     50.00         2         2         1");
  }

  @Test
  void predictionsInColumnsMustHaveTheSameWords() throws IOException {
    Path right = Files.writeString(folder.resolve("a.conll"), "Ada\tB-P\nleft\tO\n\n");
    Path found = Files.writeString(folder.resolve("b.conll"), "Ada\tO\nleft\tB-P\n\n");
    Path other = Files.writeString(folder.resolve("c.conll"), "Bob\tO\nleft\tB-P\n\n");
    CommandRun.of("evaluate", "--data", right, "--predictions", found, "--resamples", 0)
        .exits(0)
        .prints("micro          0.00      0.00      0.00         1         1         0");
    CommandRun.of("evaluate", "--data", right, "--predictions", other)
        .exits(1)
        .says("found in sentence 1 the words [Bob, left], there [Ada, left]");
    CommandRun.of("evaluate", "--data", right, "--predictions", found, "--model", model)
        .exits(2)
        .says("expected either --model=FILE or --predictions=FILE, found both");
    CommandRun.of("evaluate", "--data", right).exits(2).says("found neither");
  }

  @Test
  void splitAndBaselineReadCases() throws IOException {
    Path parts = folder.resolve("parts");
    CommandRun.of("split", "--data", gold, "--output-dir", parts).exits(0).says("wrote");
    assertTrue(Files.readString(parts.resolve("train.conll")).contains("\tB-person"));
    CommandRun.of("baseline", "--train", gold, "--data", gold, "--iterations", 20)
        .exits(0)
        .prints("micro        100.00");
  }

  @Test
  void misalignedEntitiesStopOrAreCounted() throws IOException {
    CasFixture.of(CasFixture.DKPRO, "Mr Wood sleeps")
        .sentences("Mr Wood sleeps")
        .tokens("Mr", "Wood", "sleeps")
        .entity("Woo", "person")
        .save(folder.resolve("a.xmi"));
    CommandRun.of("evaluate", "--model", model, "--data", folder, "--threads", 1)
        .exits(1)
        .says(
            "a.xmi: expected entities that are whole tokens",
            "found NamedEntity 'Woo' at characters 3 to 6",
            "--misaligned skip or snap");
    CommandRun.of(
            "evaluate", "--model", model, "--data", folder, "--threads", 1, "--misaligned", "snap")
        .exits(0)
        .says("1 entities moved to token borders", "'Woo' at characters 3 to 6");
  }

  @Test
  void wrongUsageIsExplained() {
    CommandRun.of("split", "--data", gold, "--output-dir", folder, "--format", "xml")
        .exits(2)
        .says("unknown corpus format 'xml' (did you mean xmi?); known formats: conll, opennlp");
    CommandRun.of(
            "split", "--data", gold, "--output-dir", folder, "--format", "conll", "--view", "x")
        .exits(2)
        .says("options for CAS files apply to the format xmi");
    CommandRun.of("split", "--data", gold, "--output-dir", folder, "--entity-types", "a.Persn:x")
        .exits(2)
        .says("found 'a.Persn'");
    CommandRun.of("annotate", "--output-format", "xmi", "--output", "a", "--output-dir", "b")
        .exits(2)
        .says("found both");
    CommandRun.of("annotate", "--output-format", "xmi", gold.resolve("d0.xmi"), "-")
        .exits(2)
        .says("xmi holds one text, found 2", "--output-dir");
  }
}
