package io.github.albertner.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is written reads back as the same; what would not is refused. */
class CorpusRoundTripTest {

  @Property(tries = 300)
  void columns(@ForAll("corpora") List<Sentence> corpus) {
    List<Sentence> kept = new ArrayList<>();
    String text = written("conll", corpus, kept);
    Assume.that(!kept.isEmpty());
    assertEquals(kept, read("conll", text));
    assertEquals(kept, read("auto", text));
    assertEquals(kept, read("conll", "\uFEFF" + text.replace("\n", "\r\n")));
  }

  @Property(tries = 300)
  void nameSamples(@ForAll("corpora") List<Sentence> corpus) {
    List<Sentence> kept = new ArrayList<>();
    String text = written("opennlp", corpus, kept);
    Assume.that(!kept.isEmpty());
    assertEquals(kept, read("opennlp", text));
    assertEquals(kept, read("opennlp", "\uFEFF" + text.replace("\n", "\r\n")));
  }

  private static List<Sentence> read(String format, String text) {
    CorpusText file = CorpusText.text(text).as(format);
    List<Sentence> sentences = file.corpus().sentences();
    assertTrue(file.file().toFile().delete());
    return sentences;
  }

  /** Writes what can be written, and says what it should read as. */
  private static String written(String format, List<Sentence> corpus, List<Sentence> kept) {
    StringWriter out = new StringWriter();
    try (CorpusWriter writer = Corpora.writer(format, out)) {
      for (Sentence sentence : corpus) {
        try {
          writer.write(sentence);
          kept.add(kept.isEmpty() ? sentence.withStartsDocument(true) : sentence);
        } catch (UnwritableSentenceException e) {
          // Refused, so nothing to read back.
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toString();
  }

  @Provide
  Arbitrary<List<Sentence>> corpora() {
    return sentences().list().ofMinSize(1).ofMaxSize(6);
  }

  private static Arbitrary<Sentence> sentences() {
    Arbitrary<String> tricky =
        Arbitraries.of(
            "#",
            "#x",
            "# x",
            "# newdoc",
            "O",
            "B-X",
            "I-X",
            "-DOCSTART-",
            "1",
            "2",
            "<START>",
            "<END>",
            "<START:x>",
            "<END>,",
            "\u00a0",
            "\u2028",
            "\u0085",
            "\uFEFF",
            "New York",
            "a\rb",
            "# global.columns = a b");
    Arbitrary<String> any =
        Arbitraries.strings()
            .all()
            .ofMinLength(1)
            .ofMaxLength(5)
            .filter(s -> StandardCharsets.UTF_8.newEncoder().canEncode(s));
    Arbitrary<String> plain = Arbitraries.of("a", "b", "Rome", "\ud83d\ude02", "O");
    Arbitrary<List<String>> words =
        Arbitraries.frequencyOf(Tuple.of(4, plain), Tuple.of(2, tricky), Tuple.of(1, any))
            .list()
            .ofMinSize(1)
            .ofMaxSize(6);
    return Combinators.combine(
            words, Arbitraries.randomValue(Random::nextLong), Arbitraries.of(true, false))
        .as((w, seed, starts) -> new Sentence(w, entities(w.size(), new Random(seed)), starts));
  }

  private static List<EntitySpan> entities(int words, Random random) {
    List<EntitySpan> entities = new ArrayList<>();
    List<String> types = List.of("X", "Y-Z", "default", "creative-work");
    int word = 0;
    while (word < words) {
      int end = Math.min(words, word + 1 + random.nextInt(3));
      if (random.nextInt(3) == 0) {
        entities.add(new EntitySpan(word, end, types.get(random.nextInt(types.size()))));
      }
      word = end;
    }
    return entities;
  }
}
