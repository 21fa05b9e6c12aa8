package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusWritingTest {

  private static final Sentence FIRST =
      new Sentence(
          List.of("Ann", "Lee", "Bob", "sing"),
          List.of(new EntitySpan(0, 2, "person", 0.5), new EntitySpan(2, 3, "person")),
          true);
  private static final Sentence SECOND = new Sentence(List.of("#", "!"), List.of(), false);
  private static final Sentence THIRD =
      new Sentence(List.of("Rome"), List.of(new EntitySpan(0, 1, "location")), true);

  static String written(String format, Sentence... sentences) throws IOException {
    StringWriter out = new StringWriter();
    try (CorpusWriter writer = Corpora.writer(format, out)) {
      for (Sentence sentence : sentences) {
        writer.write(sentence);
      }
    }
    return out.toString();
  }

  @Test
  void nameSamplesHaveALineForEachSentence() throws IOException {
    assertEquals(
        """
        <START:person> Ann Lee <END> <START:person> Bob <END> sing
        # !

        <START:location> Rome <END>
        """,
        written("opennlp", FIRST, SECOND, THIRD));
  }

  @Test
  void columnsAreWordTabTag() throws IOException {
    assertEquals(
        """
        Ann\tB-person
        Lee\tI-person
        Bob\tB-person
        sing\tO

        #\tO
        !\tO

        -DOCSTART-\tO

        Rome\tB-location

        """,
        written("conll", FIRST, SECOND, THIRD));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<END>",
        "<START>",
        "<START:x>",
        "<END>,",
        "x<START>",
        "a b",
        "a\u00a0b",
        "\t",
        "a\n",
        "\uFEFFa"
      })
  void nameSamplesRefuseWordsThatWouldNotReadBack(String word) {
    assertRefused("opennlp", new Sentence(List.of(word), List.of(), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-DOCSTART-", "-DOCSTART- x", "a\tb", "a\nb", "a\r", " a", "a ", " ", "\uFEFFa"})
  void columnsRefuseWordsThatWouldNotReadBack(String word) {
    assertRefused("conll", new Sentence(List.of(word), List.of(), true));
  }

  @Test
  void typesThatWouldNotReadBackAreRefused() {
    for (String type : List.of("a b", "a:b", "a>b", "a\tb")) {
      assertRefused(
          "opennlp", new Sentence(List.of("w"), List.of(new EntitySpan(0, 1, type)), true));
    }
    for (String type : List.of("a ", "a\tb", "a\nb")) {
      assertRefused("conll", new Sentence(List.of("w"), List.of(new EntitySpan(0, 1, type)), true));
    }
  }

  @Test
  void theRefusalSaysWhereAndWhatToDo() throws IOException {
    StringWriter out = new StringWriter();
    try (CorpusWriter writer = Corpora.writer("opennlp", out)) {
      writer.write(SECOND);
      UnwritableSentenceException refused =
          assertThrows(
              UnwritableSentenceException.class,
              () -> writer.write(new Sentence(List.of("a", "<END>"), List.of(), false)));
      assertEquals(
          "word 2 of sentence 2, '<END>', would be read back as a tag; name samples have no"
              + " escapes: change the word, or write conll",
          refused.getMessage());
      writer.write(THIRD);
    }
    assertTrue(out.toString().startsWith("# !\n\n<START:location>"), out.toString());
  }

  private static void assertRefused(String format, Sentence sentence) {
    assertThrows(UnwritableSentenceException.class, () -> written(format, sentence));
  }
}
