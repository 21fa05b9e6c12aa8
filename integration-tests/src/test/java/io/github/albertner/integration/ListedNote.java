package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What the consumer {@code ListMentions} wrote of a note: cTAKES' own sentences and tokens, and the
 * mentions.
 */
record ListedNote(String text, List<Range> sentences, List<Range> tokens, List<Mention> mentions) {
  private static final double TOLERANCE = 1e-5;

  /** UTF-16 units of the text, half-open. */
  record Range(int begin, int end) {
    boolean isIn(Range other) {
      return begin >= other.begin && end <= other.end;
    }
  }

  /** A mention; the features are those that consumers read, as they were printed. */
  record Mention(Range range, String type, double confidence, String features) {
    static final Comparator<Mention> ORDER =
        Comparator.comparingInt((Mention mention) -> mention.range.begin)
            .thenComparingInt(mention -> mention.range.end)
            .thenComparing(Mention::type);
  }

  static ListedNote read(Path list) throws IOException {
    Path text = list.resolveSibling(list.getFileName() + ".text");
    List<Range> sentences = new ArrayList<>();
    List<Range> tokens = new ArrayList<>();
    List<Mention> mentions = new ArrayList<>();
    for (String line : Files.readAllLines(list)) {
      String[] words = line.split(" ", 5);
      Range range = new Range(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
      switch (words[0]) {
        case "sentence" -> sentences.add(range);
        case "token" -> tokens.add(range);
        default ->
            mentions.add(new Mention(range, words[0], Double.parseDouble(words[3]), words[4]));
      }
    }
    mentions.sort(Mention.ORDER);
    return new ListedNote(Files.readString(text), sentences, tokens, mentions);
  }

  /** Returns the text of a range. */
  String covered(Range range) {
    return text.substring(range.begin, range.end);
  }

  /** Returns what the tagger finds in cTAKES' sentences and tokens. */
  private List<Mention> expected(NerTagger tagger, Function<EntitySpan, Mention> mention) {
    List<Mention> expected = new ArrayList<>();
    for (Range sentence : sentences) {
      List<Range> inside =
          tokens.stream()
              .filter(token -> token.isIn(sentence) && !covered(token).isBlank())
              .toList();
      for (EntitySpan entity : tagger.tag(inside.stream().map(this::covered).toList())) {
        Range range = new Range(inside.get(entity.begin()).begin, inside.get(entity.end() - 1).end);
        Mention wanted = mention.apply(entity);
        if (wanted != null) {
          expected.add(new Mention(range, wanted.type, entity.probability(), wanted.features));
        }
      }
    }
    expected.sort(Mention.ORDER);
    return expected;
  }

  /**
   * Fails unless the mentions are what the tagger finds in the same sentences and tokens.
   *
   * @param mention gives type and features for what the tagger finds, or null for what is not to be
   *     written; its range and confidence do not matter
   */
  void assertTagged(NerTagger tagger, Function<EntitySpan, Mention> mention, String where) {
    List<Mention> expected = expected(tagger, mention);
    assertEquals(expected.size(), mentions.size(), where + ": " + mentions);
    for (int i = 0; i < mentions.size(); i++) {
      Mention found = mentions.get(i);
      Mention wanted = expected.get(i);
      assertEquals(wanted.confidence, found.confidence, TOLERANCE, where + ": " + wanted);
      assertEquals(
          wanted, new Mention(found.range, found.type, wanted.confidence, found.features), where);
    }
  }
}
