package io.github.albertner.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.testing.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AnnotatorTest {

  /** Keeps what it is given, and how many passages there were at each flush. */
  private static final class Kept implements Annotator.Sink {
    private final List<AnnotatedPassage> passages = new ArrayList<>();
    private final List<Integer> flushes = new ArrayList<>();

    @Override
    public void write(AnnotatedPassage passage) {
      passages.add(passage);
    }

    @Override
    public void flush() {
      flushes.add(passages.size());
    }

    List<Entity> entities() {
      return passages.stream()
          .flatMap(p -> p.sentences().stream())
          .flatMap(s -> s.entities().stream())
          .toList();
    }
  }

  private static Annotator annotator() {
    return new Annotator(Texts::tagCapitals, entity -> true);
  }

  @Test
  void placesEntitiesInTheInput() throws IOException {
    Kept kept = new Kept();
    Annotator.Tally tally =
        annotator()
            .annotate(
                new TokenizedReader(Texts.input("\uD83D\uDE00 it\nwas  Ada\tByron .", 9)), kept);
    assertEquals(new Annotator.Tally(2, 1), tally);
    assertEquals(
        List.of(
            new Entity(
                "person",
                0.98765,
                1,
                3,
                new TextOffset(11, 10),
                new TextOffset(20, 19),
                "Ada\tByron")),
        kept.entities());
  }

  @Test
  void leavesOutWhatIsNotWanted() throws IOException {
    Kept kept = new Kept();
    new Annotator(Texts::tagCapitals, entity -> entity.begin() > 0)
        .annotate(new TokenizedReader(Texts.input("Ada met Bob", 9)), kept);
    assertEquals(List.of("Bob"), kept.entities().stream().map(Entity::text).toList());
  }

  @Test
  void writesLargeInputsInParts() throws IOException {
    Kept kept = new Kept();
    annotator().annotate(new TokenizedReader(Texts.input("Ada left\n".repeat(20_000), 8192)), kept);
    assertEquals(20_000, kept.passages.size());
    assertTrue(kept.flushes.size() >= 5 && kept.flushes.size() < 100, kept.flushes::toString);
  }

  @Test
  void showsWhatIsFoundWhenReadingOnWouldWait() throws IOException {
    Kept kept = new Kept();
    PipedOutputStream typed = new PipedOutputStream();
    TextInput text =
        new TextInput(
            "typed", new PipedInputStream(typed), StandardCharsets.UTF_8, CodingErrorAction.REPORT);
    typed.write("Ada left\n".getBytes(StandardCharsets.UTF_8));
    PassageReader in = new TokenizedReader(text);
    PassageReader watched =
        new PassageReader() {
          @Override
          public String source() {
            return in.source();
          }

          @Override
          public java.util.Optional<Passage> next() throws IOException {
            if (!in.ready()) {
              assertEquals(List.of("Ada"), kept.entities().stream().map(Entity::text).toList());
              typed.close();
            }
            return in.next();
          }

          @Override
          public boolean ready() throws IOException {
            return in.ready();
          }

          @Override
          public void close() throws IOException {
            in.close();
          }
        };
    annotator().annotate(watched, kept);
    assertEquals(1, kept.entities().size());
  }

  /** Marks the first word of each sentence with what lies up to so many words around it. */
  private static List<List<EntitySpan>> tagNeighbours(List<List<String>> document, int words) {
    List<String> all = document.stream().flatMap(List::stream).toList();
    List<List<EntitySpan>> found = new ArrayList<>();
    int begin = 0;
    for (List<String> sentence : document) {
      int end = begin + sentence.size();
      List<String> seen =
          all.subList(Math.max(0, begin - words), Math.min(all.size(), end + words));
      found.add(List.of(new EntitySpan(0, 1, String.join(" ", seen))));
      begin = end;
    }
    return found;
  }

  private static List<String> types(int contextWords, String text, int bytesAtOnce)
      throws IOException {
    Kept kept = new Kept();
    Annotator annotator =
        new Annotator(d -> tagNeighbours(d, contextWords), contextWords, entity -> true);
    try (TokenizedReader in = new TokenizedReader(Texts.input(text, bytesAtOnce))) {
      annotator.annotate(in, kept);
    }
    return kept.entities().stream().map(Entity::type).toList();
  }

  @Property(tries = 200)
  void neighboursAreThoseOfTheDocumentHoweverTheInputArrives(
      @ForAll @Size(min = 1, max = 4)
          List<@Size(min = 1, max = 6) List<@IntRange(min = 1, max = 4) Integer>> documents,
      @ForAll @IntRange(max = 9) int contextWords,
      @ForAll @IntRange(min = 1, max = 50) int bytesAtOnce)
      throws IOException {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    int word = 0;
    for (List<Integer> lengths : documents) {
      List<List<String>> document = new ArrayList<>();
      for (int length : lengths) {
        List<String> sentence = new ArrayList<>();
        for (int w = 0; w < length; w++) {
          sentence.add("w" + word++);
        }
        document.add(sentence);
        text.append(String.join(" ", sentence)).append('\n');
      }
      text.append('\n');
      tagNeighbours(document, contextWords).forEach(spans -> expected.add(spans.get(0).type()));
    }
    assertEquals(expected, types(contextWords, text.toString(), bytesAtOnce));
  }

  @Test
  void withContextLargeInputsAreWrittenInPartsToo() throws IOException {
    Kept kept = new Kept();
    List<Integer> tagged = new ArrayList<>();
    Annotator annotator =
        new Annotator(
            document -> {
              tagged.add(document.size());
              return tagNeighbours(document, 6);
            },
            6,
            entity -> true);
    int lines = 20_000;
    annotator.annotate(new TokenizedReader(Texts.input("Ada left\n".repeat(lines), 8192)), kept);
    assertEquals(lines, kept.passages.size());
    assertTrue(kept.flushes.size() >= 5 && kept.flushes.size() < 100, kept.flushes::toString);
    // Three sentences of two words on each side of a part are tagged for the sake of others.
    int all = tagged.stream().mapToInt(Integer::intValue).sum();
    assertEquals(lines + 6 * (tagged.size() - 1), all);
  }

  @Test
  void writesWhatWasReadBeforeAnError() {
    Kept kept = new Kept();
    byte[] bytes = "Ada left\n?".getBytes(StandardCharsets.UTF_8);
    bytes[bytes.length - 1] = (byte) 0xFF;
    TextInput text =
        new TextInput(
            "a.txt",
            new ByteArrayInputStream(bytes),
            StandardCharsets.UTF_8,
            CodingErrorAction.REPORT);
    assertThrows(
        MalformedTextException.class, () -> annotator().annotate(new TokenizedReader(text), kept));
    assertEquals(1, kept.entities().size());
  }

  @Test
  void aTaggerThatLosesSentencesIsFoundOut() {
    Annotator broken = new Annotator(sentences -> List.of(), entity -> true);
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> broken.annotate(new TokenizedReader(Texts.input("a", 9)), new Kept()));
  }

  @Test
  void entitiesMustNotOverlap() {
    List<EntitySpan> spans = List.of(new EntitySpan(0, 2, "a"), new EntitySpan(1, 2, "b"));
    Annotator broken = new Annotator(sentences -> List.of(spans), entity -> true);
    assertThrows(
        IllegalArgumentException.class,
        () -> broken.annotate(new TokenizedReader(Texts.input("a b", 9)), new Kept()));
  }

  @Property(tries = 200)
  void entitiesAreTheTextBetweenTheirOffsets(@ForAll("texts") String text) throws IOException {
    Kept kept = new Kept();
    new Annotator(Texts::tag, entity -> true)
        .annotate(new RawTextReader(Texts.input(text, 99), Texts.SPLITTER), kept);
    for (Entity entity : kept.entities()) {
      int begin = (int) entity.begin().characters();
      int end = (int) entity.end().characters();
      assertEquals(text.substring(begin, end), entity.text());
      assertEquals(text.codePointCount(0, begin), entity.begin().codePoints());
      assertEquals(text.codePointCount(0, end), entity.end().codePoints());
      int from = text.offsetByCodePoints(0, (int) entity.begin().codePoints());
      assertEquals(begin, from, "code point offsets lead back");
    }
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }
}
