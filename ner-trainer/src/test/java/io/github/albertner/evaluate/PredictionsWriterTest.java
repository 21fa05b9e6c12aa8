package io.github.albertner.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsWriterTest {
  private static final List<Sentence> GOLD =
      List.of(
          new Sentence(
              List.of("Ada", "in", "New", "York"),
              List.of(span(0, 1, "person", 1), span(2, 4, "location", 1)),
              true),
          new Sentence(List.of("Bob"), List.of(span(0, 1, "person", 1)), false),
          new Sentence(List.of("Eve"), List.of(), true));
  private static final List<List<EntitySpan>> FOUND =
      List.of(
          List.of(span(3, 4, "location", 0.5), span(0, 1, "person", 0.98765)),
          List.of(),
          List.of(span(0, 1, "person", 1)));

  private static EntitySpan span(int begin, int end, String type, double probability) {
    return new EntitySpan(begin, end, type, probability);
  }

  private static String written(
      PredictionsWriter format, List<Sentence> gold, boolean probabilities) throws IOException {
    StringWriter out = new StringWriter();
    format.write(out, gold, FOUND.subList(0, gold.size()), probabilities);
    return out.toString();
  }

  @Test
  void columnsAreThoseOfConlleval() throws IOException {
    assertEquals(
        """
        Ada B-person B-person
        in O O
        New B-location O
        York I-location B-location

        Bob B-person O

        -DOCSTART- O O

        Eve O B-person

        """,
        written(PredictionsWriter.COLUMNS, GOLD, false));
  }

  @Test
  void theProbabilityStandsBeforeTheTags() throws IOException {
    assertTrue(
        written(PredictionsWriter.COLUMNS, GOLD, true)
            .startsWith("Ada 0.9877 B-person B-person\nin - O O\nNew - B-location O\n"));
  }

  @Test
  void bothSidesReadBackAsTheyWere(@TempDir Path folder) throws IOException {
    for (boolean probabilities : List.of(false, true)) {
      Path file =
          Files.writeString(
              folder.resolve("p.conll"), written(PredictionsWriter.COLUMNS, GOLD, probabilities));
      int column = probabilities ? 3 : 2;
      CorpusOptions options = CorpusOptions.DEFAULTS.withTokenColumn("1");
      assertEquals(
          GOLD, Corpora.read(List.of(file), options.withTagColumn("" + column)).sentences());
      List<Sentence> found =
          Corpora.read(List.of(file), options.withTagColumn("" + (column + 1))).sentences();
      for (int i = 0; i < GOLD.size(); i++) {
        assertEquals(
            List.copyOf(EntityMatcher.ordered(FOUND.get(i))).stream()
                .map(e -> new EntitySpan(e.begin(), e.end(), e.type()))
                .toList(),
            found.get(i).entities());
      }
    }
  }

  @Test
  void wordsWithSpacesAreSeparatedByTabs() throws IOException {
    List<Sentence> gold = List.of(new Sentence(List.of("3 1/2", "a", "b", "c"), List.of(), true));
    assertTrue(
        written(PredictionsWriter.COLUMNS, gold, false)
            .startsWith("3 1/2\tO\tB-person\na\tO\tO\n"));
  }

  @Test
  void whatColumnsCannotHoldIsRefused() {
    List<Sentence> gold = List.of(new Sentence(List.of("x y", "a\tb", "b", "c"), List.of(), true));
    IOException e =
        assertThrows(IOException.class, () -> written(PredictionsWriter.COLUMNS, gold, false));
    assertEquals(
        "the word 'a\tb' or its type holds a tab or a line end, which columns cannot; name the file"
            + " .jsonl",
        e.getMessage());
  }

  @Test
  void jsonLinesHoldEverything() throws IOException {
    assertEquals(PredictionsWriter.JSON_LINES, PredictionsWriter.forName("x/found.JSONL"));
    assertEquals(PredictionsWriter.COLUMNS, PredictionsWriter.forName("found.json.txt"));
    assertEquals(
        """
        {"words":["Ada","in","New","York"],"gold":[{"begin":0,"end":1,"type":"person"},\
        {"begin":2,"end":4,"type":"location"}],"predicted":[{"begin":0,"end":1,"type":"person",\
        "probability":0.98765},{"begin":3,"end":4,"type":"location","probability":0.5}],\
        "startsDocument":true}
        {"words":["Bob"],"gold":[{"begin":0,"end":1,"type":"person"}],"predicted":[],\
        "startsDocument":false}
        """,
        written(PredictionsWriter.JSON_LINES, GOLD.subList(0, 2), false));
  }
}
