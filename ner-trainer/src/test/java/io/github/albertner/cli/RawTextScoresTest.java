package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code ner evaluate} says of texts is what a user of {@code ner annotate} gets. */
class RawTextScoresTest {

  private static final Path MODEL = Path.of("..", "models", "english.bin");
  private static final Path CASES = Path.of(System.getProperty("ner.shared", "../shared"), "cases");
  private static final Pattern MARKED = Pattern.compile("\\[(\\w+):([^\\]]+)\\]");

  /** An entity by UTF-16 units of its text. */
  private record Mention(int text, int begin, int end, String type) {}

  private record Counts(long gold, long predicted, long correct) {}

  @TempDir private Path folder;

  /** Takes marks out of texts: {@code [person:Ada] left}. */
  private static Set<Mention> unmark(List<String> marked, List<String> texts) {
    Set<Mention> mentions = new HashSet<>();
    for (String line : marked) {
      StringBuilder text = new StringBuilder();
      Matcher mark = MARKED.matcher(line);
      int from = 0;
      while (mark.find()) {
        text.append(line, from, mark.start());
        int begin = text.length();
        text.append(mark.group(2));
        mentions.add(new Mention(texts.size(), begin, text.length(), mark.group(1)));
        from = mark.end();
      }
      texts.add(text.append(line.substring(from)).toString());
    }
    return mentions;
  }

  private Path write(List<String> texts, Set<Mention> gold) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      JsonObject record = new JsonObject();
      record.addProperty("text", text);
      JsonArray entities = new JsonArray();
      for (Mention mention : gold) {
        if (mention.text() == i) {
          JsonArray entity = new JsonArray();
          entity.add(text.codePointCount(0, mention.begin()));
          entity.add(text.codePointCount(0, mention.end()));
          entity.add(mention.type());
          entities.add(entity);
        }
      }
      record.add("entities", entities);
      lines.add(record.toString());
    }
    return Files.write(folder.resolve("texts.jsonl"), lines);
  }

  /** What annotate finds in each text by itself. */
  private Set<Mention> annotated(List<String> texts) throws IOException {
    Path output = folder.resolve("found");
    List<Object> arguments = new ArrayList<>(List.of("annotate", "--model", MODEL));
    arguments.addAll(List.of("--output-format", "json", "--output-dir", output));
    for (int i = 0; i < texts.size(); i++) {
      arguments.add(Files.writeString(folder.resolve(i + ".txt"), texts.get(i)));
    }
    CommandRun.of(arguments.toArray()).exits(0);
    Set<Mention> found = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      for (String line : Files.readAllLines(output.resolve(i + ".txt.jsonl"))) {
        JsonObject sentence = JsonParser.parseString(line).getAsJsonObject();
        for (JsonElement element : sentence.getAsJsonArray("entities")) {
          JsonObject entity = element.getAsJsonObject();
          int begin = entity.get("begin").getAsInt();
          int end = entity.get("end").getAsInt();
          found.add(new Mention(i, begin, end, entity.get("type").getAsString()));
        }
      }
    }
    return found;
  }

  private static Counts compared(Set<Mention> gold, Set<Mention> found) {
    Set<Mention> right = new HashSet<>(gold);
    right.retainAll(found);
    return new Counts(gold.size(), found.size(), right.size());
  }

  private static JsonObject evaluated(Path data, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of("evaluate", "--model", MODEL, "--data", data, "--json", "--resamples", 0));
    arguments.addAll(List.of(more));
    String out = CommandRun.of(arguments.toArray()).exits(0).out();
    return JsonParser.parseString(out).getAsJsonObject();
  }

  private static Counts strict(JsonObject evaluation) {
    JsonObject micro =
        evaluation.getAsJsonObject("modes").getAsJsonObject("strict").getAsJsonObject("micro");
    Counts counts =
        new Counts(
            micro.get("gold").getAsLong(),
            micro.get("predicted").getAsLong(),
            Math.round(micro.get("goldCredit").getAsDouble()));
    double sum = counts.gold() + counts.predicted();
    assertEquals(2 * counts.correct() / sum, micro.get("f1").getAsDouble(), 1e-9);
    return counts;
  }

  @Test
  void areThoseOfWhatAnnotateFinds() throws IOException {
    List<String> texts = new ArrayList<>();
    Set<Mention> gold =
        unmark(
            List.of(
                "Then [person:Harry S. Truman] met [person:J. R. R. Tolkien] in [location:St. Paul].",
                "The [person:Obama]-era rule hit [organization:AT&T]'s rivals in [location:Paris].",
                "\ud83d\ude80\ud83d\ude80 [person:Ada Lovelace] left [location:London]-based"
                    + " [organization:Acme Corp.] She went home.",
                "[person:李娜]喜欢[location:广州]。",
                "Nobody came.\n\n[person:Bob Smith] wrote to\n[location:New\nYork] from [location:Rome].",
                "Un[person:Smith]ed words, in[location:Berlin], and [person:Mr. Jones."
                    + " He left]."),
            texts);
    Path data = write(texts, gold);
    JsonObject evaluation = evaluated(data);
    Counts counts = strict(evaluation);
    assertEquals(compared(gold, annotated(texts)), counts);
    assertTrue(counts.correct() > 3, counts.toString());
    JsonObject tokens = evaluation.getAsJsonObject("tokenization");
    assertEquals("own", tokens.get("tokens").getAsString());
    assertTrue(tokens.get("withinTokens").getAsLong() >= 1, tokens.toString());
    assertTrue(tokens.get("acrossSentences").getAsLong() >= 1, tokens.toString());

    JsonObject cut = evaluated(data, "--tokens", "gold");
    assertEquals("gold", cut.getAsJsonObject("tokenization").get("tokens").getAsString());
    assertEquals(gold.size(), strict(cut).gold());
    assertTrue(strict(cut).correct() >= counts.correct(), "gold borders flatter: " + strict(cut));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "initials.jsonl",
        "hyphens-and-clitics.jsonl",
        "inside-words.test.jsonl",
        "chinese.test.jsonl"
      })
  void areThoseOfWhatAnnotateFindsInReportedTexts(String name) throws IOException {
    Path file = CASES.resolve(name);
    assumeTrue(Files.exists(file), () -> "no " + file + "; set -Dner.shared=DIR");
    List<String> texts = new ArrayList<>();
    Set<Mention> gold = new HashSet<>();
    for (String line : Files.readAllLines(file)) {
      JsonObject record = JsonParser.parseString(line).getAsJsonObject();
      for (JsonElement element :
          record.getAsJsonArray(record.has("entities") ? "entities" : "label")) {
        JsonArray entity = element.getAsJsonArray();
        gold.add(
            new Mention(
                texts.size(),
                entity.get(0).getAsInt(),
                entity.get(1).getAsInt(),
                entity.get(2).getAsString()));
      }
      texts.add(record.get("text").getAsString());
    }
    Path data = write(texts, gold);
    assertEquals(compared(gold, annotated(texts)), strict(evaluated(data)));
  }

  @Test
  void predictionsThatAreWrittenScoreTheSame() throws IOException {
    List<String> texts = new ArrayList<>();
    Set<Mention> gold =
        unmark(
            List.of(
                "The [person:Obama]-era rule hit [organization:AT&T]'s rivals in [location:Paris].",
                "Then [person:Harry S. Truman] met [person:Ada] in [location:St. Paul]."),
            texts);
    Path found = folder.resolve("found.conll");
    JsonObject scores = evaluated(write(texts, gold), "--output-predictions", found);
    CommandRun run =
        CommandRun.of("evaluate", "--tagged", found, "--json", "--resamples", 0).exits(0);
    assertEquals(strict(scores), strict(JsonParser.parseString(run.out()).getAsJsonObject()));
  }

  @Test
  void predictionsOfTextsAreComparedByCharacters() throws IOException {
    List<String> texts = new ArrayList<>();
    List<String> same = new ArrayList<>();
    Set<Mention> gold =
        unmark(
            List.of(
                "un[person:Obama]like [person:Harry S. Truman] left [location:Paris].",
                "[person:Ada] met Bob. He left."),
            texts);
    Set<Mention> predicted =
        unmark(
            List.of(
                "unO[person:bama]like [person:Harry S. Truman] left [location:Paris].",
                "[person:Ada] met [person:Bob. He] left."),
            same);
    assertEquals(texts, same);
    Path found = Files.move(write(texts, predicted), folder.resolve("found.jsonl"));
    Path data = write(texts, gold);
    CommandRun run =
        CommandRun.of(
                "evaluate", "--data", data, "--predictions", found, "--json", "--resamples", 0)
            .exits(0);
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertEquals(compared(gold, predicted), strict(json));
    assertEquals(new Counts(4, 5, 3), strict(json));
    assertEquals("paired", json.getAsJsonObject("tokenization").get("tokens").getAsString());

    Files.writeString(found, Files.readString(found).replace("left", "sold"));
    CommandRun.of("evaluate", "--data", data, "--predictions", found)
        .exits(1)
        .says("expected predictions for the words of the data, found in sentence 1 the words [");
  }

  @Test
  void ownTokensAreRefusedWhereThereIsNoText() throws IOException {
    Path columns = CommandRun.toyCorpus(folder.resolve("a.conll"), 3, 1);
    CommandRun.of("evaluate", "--model", MODEL, "--data", columns, "--tokens", "own")
        .exits(2)
        .says("--tokens own: expected texts with annotations by offset, found words without");
  }

  @Test
  void bothSidesOfAComparisonAreGivenOwnTokens() throws IOException {
    List<String> texts = new ArrayList<>();
    Set<Mention> gold =
        unmark(List.of("The un[person:Obama]like rule hit [location:Paris]. Bob left."), texts);
    CommandRun run =
        CommandRun.of(
                "evaluate", "--model", MODEL, "--baseline", MODEL, "--data", write(texts, gold))
            .exits(0);
    String micro = run.out().lines().filter(l -> l.startsWith("micro  ")).findFirst().orElseThrow();
    String[] sides = micro.split("\\|", -1);
    assertEquals(sides[1], sides[2]);
    run.prints("tokens: own", "1 of 2 entities have borders that no token has: counted as missed");
  }
}
