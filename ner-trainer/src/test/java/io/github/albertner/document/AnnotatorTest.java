package io.github.albertner.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
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
import org.junit.jupiter.api.Test;

class AnnotatorTest {

  /** Keeps what it is given, and how many passages there were at each flush. */
  private static final class Kept implements AnnotationWriter {
    private final List<AnnotatedPassage> passages = new ArrayList<>();
    private final List<Integer> flushes = new ArrayList<>();

    @Override
    public void startInput(String source) {}

    @Override
    public void write(AnnotatedPassage passage) {
      passages.add(passage);
    }

    @Override
    public void flush() {
      flushes.add(passages.size());
    }

    @Override
    public void close() {}

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
