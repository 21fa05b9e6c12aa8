package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorTableTest {
  private static final String WORDS =
      "Ada flew from New York to Rome on a Boeing near Lake Como with Bob";

  private static final Sentence GOLD =
      new Sentence(
          List.of(WORDS.split(" ", -1)),
          List.of(
              span(0, 1, "person"),
              span(3, 5, "location"),
              span(6, 7, "location"),
              span(9, 10, "organization"),
              span(11, 13, "location")),
          true);

  private static final List<EntitySpan> FOUND =
      List.of(
          span(0, 1, "person"), // right
          span(2, 5, "location"), // a word too many
          span(6, 7, "person"), // another type
          span(12, 13, "person"), // another type, a word too few
          span(14, 15, "person")); // no entity

  private static EntitySpan span(int begin, int end, String type) {
    return new EntitySpan(begin, end, type);
  }

  private static ErrorAnalysis analysis(List<Sentence> gold, List<List<EntitySpan>> found) {
    return ErrorAnalysis.of(
        IntStream.range(0, gold.size())
            .mapToObj(i -> new JudgedSentence(gold.get(i), found.get(i), OptionalDouble.empty()))
            .toList());
  }

  private final ErrorAnalysis errors = analysis(List.of(GOLD), List.of(FOUND));

  @Test
  void theTableCountsAndShowsThemInTheirSentences() {
    assertEquals(
        """
        Errors by strict rules
          boundary                 1  the right type over other words
          type                     1  another type over the same words
          type and boundary        1  another type over other words
          missed                   1  a gold entity without a prediction
          spurious                 1  a prediction without a gold entity

        boundary
          sentence 1: gold location [New York], predicted location [from New York] | Ada flew from New York to Rome on a ...

        type
          sentence 1: gold location [Rome], predicted person [Rome] | ... from New York to Rome on a Boeing near ...

        type and boundary
          sentence 1: gold location [Lake Como], predicted person [Como] | ... on a Boeing near Lake Como with Bob

        missed
          sentence 1: gold organization [Boeing] | ... to Rome on a Boeing near Lake Como with ...

        spurious
          sentence 1: predicted person [Bob] | ... near Lake Como with Bob
        """,
        ErrorTable.render(errors, List.of(GOLD), 3));
  }

  @Test
  void noMoreExamplesThanAskedForAreShown() {
    List<Sentence> many = List.of(GOLD, GOLD, GOLD);
    ErrorAnalysis all = analysis(many, List.of(FOUND, FOUND, FOUND));
    String table = ErrorTable.render(all, many, 2);
    assertEquals(
        2, table.lines().filter(line -> line.contains(": predicted person [Bob]")).count());
    assertEquals(6, ErrorTable.render(all, many, 0).lines().count());
  }

  @Test
  void whatIsNotCorrectStandsInExactlyOneError() {
    List<TaggedFile.Sentence> sentences = TaggedFile.read("random.conll");
    ErrorAnalysis all =
        analysis(
            TaggedFile.sentences(sentences),
            sentences.stream().map(TaggedFile.Sentence::predicted).toList());
    MatchCounts micro = TaggedFile.scores(sentences).micro();
    List<EntityPair> wrong =
        ErrorTable.KINDS.stream().flatMap(kind -> all.of(kind).stream()).toList();
    assertEquals(
        micro.gold() - micro.correct(), wrong.stream().filter(e -> e.gold().isPresent()).count());
    assertEquals(
        micro.predicted() - micro.correct(),
        wrong.stream().filter(e -> e.predicted().isPresent()).count());
  }

  @Test
  void jsonHasCountsAndExamples() {
    JsonObject json = EvaluationJson.of(errors, List.of(GOLD), 1);
    assertEquals(1, json.getAsJsonObject("counts").get("typeAndBoundary").getAsLong());
    JsonObject missed =
        json.getAsJsonObject("examples").getAsJsonArray("missed").get(0).getAsJsonObject();
    assertEquals(15, missed.getAsJsonArray("words").size());
    assertEquals(
        "{\"begin\":9,\"end\":10,\"type\":\"organization\"}", missed.get("gold").toString());
    assertEquals(
        0,
        EvaluationJson.of(errors, List.of(GOLD), 0)
            .getAsJsonObject("examples")
            .getAsJsonArray("missed")
            .size());
  }
}
