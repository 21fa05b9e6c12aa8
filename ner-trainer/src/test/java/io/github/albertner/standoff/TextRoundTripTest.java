package io.github.albertner.standoff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.corpus.Content;
import io.github.albertner.corpus.Corpora;
import io.github.albertner.corpus.CorpusFormat;
import io.github.albertner.corpus.CorpusOptions;
import io.github.albertner.corpus.CorpusReader;
import io.github.albertner.corpus.CorpusWriter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.Spacing;
import io.github.albertner.corpus.UnwritableSentenceException;
import io.github.albertner.corpus.WritingStyle;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is written reads back as the same words, entities, documents and text. */
class TextRoundTripTest {

  /** A sentence and its text. */
  private record Written(Sentence sentence, Optional<Spacing> spacing) {}

  @Property(tries = 150)
  void jsonOfAllTools(
      @ForAll("formats") String format,
      @ForAll WritingStyle.Unit unit,
      @ForAll boolean spaced,
      @ForAll("corpora") List<Written> corpus)
      throws IOException {
    check(format, unit, CorpusOptions.DEFAULTS.withFormat(format), corpus, spaced);
  }

  @Property(tries = 60)
  void foldersOfTexts(@ForAll boolean spaced, @ForAll("corpora") List<Written> corpus)
      throws IOException {
    check("xmi", WritingStyle.Unit.DOCUMENT, CorpusOptions.DEFAULTS, corpus, spaced);
  }

  /** brat has no words: lines and white space tell them where there are no spaces in words. */
  @Property(tries = 60)
  void brat(@ForAll("corpora") List<Written> corpus) throws IOException {
    List<Written> simple =
        corpus.stream()
            .filter(
                w ->
                    w.sentence().words().stream().noneMatch(word -> word.matches(".*[ \\u00a0].*")))
            .toList();
    Assume.that(!simple.isEmpty());
    check(
        "brat",
        WritingStyle.Unit.DOCUMENT,
        CorpusOptions.DEFAULTS.withTokenized(true),
        simple,
        false);
  }

  private static void check(
      String name,
      WritingStyle.Unit unit,
      CorpusOptions options,
      List<Written> corpus,
      boolean spaced)
      throws IOException {
    CorpusFormat format = Corpora.format(name);
    Path folder = Files.createTempDirectory("round");
    try {
      Path target = folder.resolve("out");
      List<Sentence> kept = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      try (CorpusWriter writer = format.writer(target, new WritingStyle(Optional.empty(), unit))) {
        for (Written written : corpus) {
          Sentence sentence = written.sentence();
          Optional<Spacing> spacing = spaced ? written.spacing() : Optional.empty();
          try {
            writer.write(sentence, spacing);
          } catch (UnwritableSentenceException e) {
            continue; // Refused, so nothing to read back.
          }
          kept.add(kept.isEmpty() ? sentence.withStartsDocument(true) : sentence);
          text.append(text(sentence, spacing));
        }
      }
      Assume.that(!kept.isEmpty());
      List<Sentence> read = new ArrayList<>();
      StringBuilder again = new StringBuilder();
      try (CorpusReader reader = Corpora.open(List.of(target), options)) {
        for (Optional<Sentence> next = reader.read(); next.isPresent(); next = reader.read()) {
          read.add(next.get());
          again.append(text(next.get(), reader.spacing()));
        }
        assertEquals(0, reader.statistics().changes().size());
      }
      assertEquals(kept, read);
      if (spaced && unit == WritingStyle.Unit.DOCUMENT && format.holds().contains(Content.TEXT)) {
        assertEquals(text.toString(), again.toString());
      }
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  private static String text(Sentence sentence, Optional<Spacing> spacing) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentence.words().size(); i++) {
      text.append(spacing.isPresent() ? spacing.get().gaps().get(i) : " ");
      text.append(sentence.words().get(i));
    }
    spacing.ifPresent(s -> text.append(s.gaps().get(s.gaps().size() - 1)));
    return text.toString();
  }

  @Provide
  Arbitrary<String> formats() {
    return Arbitraries.of("spacy", "prodigy", "doccano", "labelstudio", "hf-jsonl");
  }

  @Provide
  Arbitrary<List<Written>> corpora() {
    Arbitrary<String> words =
        Arbitraries.frequencyOf(
            Tuple.of(
                4, Arbitraries.of("a", "Rome", ".", "\ud83d\ude02", "e\u0301", "\"", "\\", "{")),
            Tuple.of(1, Arbitraries.of("New York", "\u00a0", "\\n", "O", "\u00e9\ud83d\ude80")));
    return Combinators.combine(
            words.list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.randomValue(Random::nextLong),
            Arbitraries.of(true, false))
        .as((w, seed, starts) -> written(w, new Random(seed), starts))
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Written written(List<String> words, Random random, boolean starts) {
    List<EntitySpan> entities = new ArrayList<>();
    for (int word = 0; word < words.size(); ) {
      int end = Math.min(words.size(), word + 1 + random.nextInt(3));
      if (random.nextInt(3) == 0) {
        entities.add(new EntitySpan(word, end, random.nextBoolean() ? "PER" : "creative-work"));
      }
      word = end;
    }
    List<String> gaps = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      gaps.add(List.of("", " ", "\n", "\r\n ", "  ").get(random.nextInt(5)));
    }
    gaps.add("");
    return new Written(new Sentence(words, entities, starts), Optional.of(new Spacing(gaps)));
  }
}
