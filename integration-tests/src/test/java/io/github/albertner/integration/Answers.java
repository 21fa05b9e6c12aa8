package io.github.albertner.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.albertner.NerTagger;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.LabelScores;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was found in some sentences: by the tagger, or by a program that printed it. */
record Answers(List<Name> names, List<Token> tokens) {
  private static final double TOLERANCE = 1e-5;

  /** A name in a sentence, as a half-open range of its tokens. */
  record Name(int sentence, int begin, int end, String type, double probability) {}

  /** The probability of a token's label. */
  record Token(int sentence, int index, double probability) {}

  /** What a program printed under a title. */
  record Run(String title, Answers answers) {}

  private static Answers none() {
    return new Answers(new ArrayList<>(), new ArrayList<>());
  }

  /** Returns what the tagger finds in sentences, each given to it on its own. */
  static Answers ofTagger(Path model, List<List<String>> sentences) throws IOException {
    Answers answers = none();
    try (NerTagger tagger = NerTagger.load(model)) {
      for (int sentence = 0; sentence < sentences.size(); sentence++) {
        LabelScores scores = tagger.score(sentences.get(sentence));
        int[] labels = tagger.decoder().bestLabels(scores);
        for (EntitySpan entity : tagger.decoder().spans(labels, scores)) {
          answers.names.add(
              new Name(
                  sentence, entity.begin(), entity.end(), entity.type(), entity.probability()));
        }
        for (int token = 0; token < labels.length; token++) {
          answers.tokens.add(new Token(sentence, token, scores.probability(token, labels[token])));
        }
      }
    }
    return answers;
  }

  /**
   * Reads what a program printed: {@code run TITLE} before each part, then {@code name SENTENCE
   * BEGIN END TYPE PROBABILITY} and {@code token SENTENCE INDEX PROBABILITY}.
   */
  static List<Run> parse(String out) {
    List<Run> runs = new ArrayList<>();
    for (String line : out.lines().toList()) {
      String[] words = line.split(" ");
      switch (words[0]) {
        case "run" -> runs.add(new Run(words[1], none()));
        case "name" -> last(runs).names.add(name(words));
        case "token" ->
            last(runs)
                .tokens
                .add(
                    new Token(
                        Integer.parseInt(words[1]),
                        Integer.parseInt(words[2]),
                        Double.parseDouble(words[3])));
        default -> throw new AssertionError("not expected: " + line);
      }
    }
    return runs;
  }

  private static Answers last(List<Run> runs) {
    return runs.get(runs.size() - 1).answers;
  }

  private static Name name(String[] words) {
    return new Name(
        Integer.parseInt(words[1]),
        Integer.parseInt(words[2]),
        Integer.parseInt(words[3]),
        words[4],
        Double.parseDouble(words[5]));
  }

  /**
   * Returns the names with ranges of characters in place of tokens, all in sentence 0, in a text
   * with a sentence on each line and a blank between tokens.
   */
  Answers inText(List<List<String>> sentences) {
    return inTexts(sentences, sentences.size());
  }

  /**
   * As {@link #inText}, in several texts, whose numbers stand in place of the sentences'.
   *
   * @param length sentences in each text
   */
  Answers inTexts(List<List<String>> sentences, int length) {
    List<Integer> lineBegins = new ArrayList<>();
    int position = 0;
    for (List<String> tokens : sentences) {
      position = lineBegins.size() % length == 0 ? 0 : position;
      lineBegins.add(position);
      position += String.join(" ", tokens).length() + 1;
    }
    Answers answers = none();
    for (Name name : names) {
      List<String> tokens = sentences.get(name.sentence);
      int end = lineBegins.get(name.sentence) + width(tokens.subList(0, name.end));
      int begin = end - width(tokens.subList(name.begin, name.end));
      answers.names.add(new Name(name.sentence / length, begin, end, name.type, name.probability));
    }
    return answers;
  }

  private static int width(List<String> tokens) {
    return String.join(" ", tokens).length();
  }

  /** Fails unless these are as expected, with probabilities within the tolerance. */
  void assertAre(Answers expected, String where) {
    assertSameNames(expected, where);
    assertEquals(expected.tokens.size(), tokens.size(), where);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = expected.tokens.get(i);
      Token found = tokens.get(i);
      String which = where + ": " + token;
      assertEquals(token.sentence, found.sentence, which);
      assertEquals(token.index, found.index, which);
      assertEquals(token.probability, found.probability, TOLERANCE, which);
    }
  }

  /** As {@link #assertAre}, for hosts that do not ask for the probabilities of tokens. */
  void assertSameNames(Answers expected, String where) {
    assertEquals(expected.names.size(), names.size(), where);
    for (int i = 0; i < names.size(); i++) {
      Name name = expected.names.get(i);
      Name found = names.get(i);
      String which = where + ": " + name;
      assertEquals(
          name, new Name(found.sentence, found.begin, found.end, found.type, name.probability));
      assertEquals(name.probability, found.probability, TOLERANCE, which);
    }
  }

  /**
   * Writes sentences for a program: each count as an int, each token as Java's own UTF, which keeps
   * half surrogate pairs.
   *
   * @param articleLength sentences in each article
   */
  static void write(Path file, List<List<String>> sentences, int articleLength) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeInt((sentences.size() + articleLength - 1) / articleLength);
      for (int begin = 0; begin < sentences.size(); begin += articleLength) {
        int end = Math.min(sentences.size(), begin + articleLength);
        out.writeInt(end - begin);
        for (List<String> tokens : sentences.subList(begin, end)) {
          out.writeInt(tokens.size());
          for (String token : tokens) {
            out.writeUTF(token);
          }
        }
      }
    }
  }
}
