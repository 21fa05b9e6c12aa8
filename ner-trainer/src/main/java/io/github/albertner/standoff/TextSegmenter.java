package io.github.albertner.standoff;

import io.github.albertner.text.CharRange;
import io.github.albertner.text.Passage;
import io.github.albertner.text.PassageReader;
import io.github.albertner.text.RawTextReader;
import io.github.albertner.text.SentenceRange;
import io.github.albertner.text.Splitter;
import io.github.albertner.text.TokenizedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sentences and tokens of texts: those that are given, and where there are none, those that {@code
 * ner annotate} finds. Not for use by several threads.
 */
public final class TextSegmenter {

  private final boolean lines;
  private final Splitter splitter;

  /**
   * Finds what is not given as chosen.
   *
   * @param lines take a line as a sentence, and what stands between white space as tokens, instead
   *     of finding them
   * @param language of the texts, a tag such as {@code de}
   * @throws IOException if a model of OpenNLP on the class path cannot be read
   */
  public TextSegmenter(boolean lines, String language) throws IOException {
    this.lines = lines;
    splitter = Splitter.of(language);
  }

  /**
   * The sentences of a text.
   *
   * @param sentences in order
   * @param origin where sentences and tokens come from, for people; {@code {}} stands for who gave
   *     them
   */
  public record Segmented(List<TextSentence> sentences, String origin) {}

  /**
   * Finds what is not given.
   *
   * @param text all of it
   * @param sentences those given, in order; none if they are to be found
   * @param tokens those given, in order; none if they are to be found
   * @return the sentences of the text that hold tokens, and bad ones
   * @throws IOException if the text cannot be read, which does not happen
   */
  public Segmented segment(String text, List<CharRange> sentences, List<CharRange> tokens)
      throws IOException {
    if (sentences.isEmpty() && tokens.isEmpty()) {
      return new Segmented(
          split(text),
          lines
              ? "a sentence a line, words between white space"
              : "no sentences and tokens, split as ner annotate does");
    }
    if (sentences.isEmpty()) {
      return new Segmented(
          distribute(text, uncut(spans(split(text)), tokens), tokens),
          "tokens of {}, sentences as ner annotate finds them");
    }
    if (tokens.isEmpty()) {
      return new Segmented(
          tokenize(text, sentences), "sentences of {}, tokens as ner annotate finds them");
    }
    return new Segmented(distribute(text, sentences, tokens), "sentences and tokens of {}");
  }

  /** Gives each sentence the tokens that begin in it. */
  private static List<TextSentence> distribute(
      String text, List<CharRange> sentences, List<CharRange> tokens) {
    List<TextSentence> distributed = new ArrayList<>();
    int next = 0;
    int free = 0;
    for (CharRange sentence : sentences) {
      while (next < tokens.size() && tokens.get(next).begin() < sentence.begin()) {
        next++;
      }
      List<CharRange> inside = new ArrayList<>();
      String problem = sentence.begin() < free ? "overlaps the one before" : null;
      while (next < tokens.size() && tokens.get(next).begin() < sentence.end()) {
        CharRange token = tokens.get(next);
        if (!inside.isEmpty() && token.begin() < inside.get(inside.size() - 1).end()) {
          problem = problem(text, token, "overlaps the one before");
        } else if (token.end() > sentence.end()) {
          problem = problem(text, token, "ends after the sentence");
        }
        inside.add(token);
        next++;
      }
      free = Math.max(free, sentence.end());
      if (problem != null) {
        distributed.add(TextSentence.bad(sentence.begin(), sentence.end(), problem));
      } else if (!inside.isEmpty()) {
        distributed.add(TextSentence.good(sentence.begin(), sentence.end(), inside));
      }
    }
    return distributed;
  }

  private static String problem(String text, CharRange token, String what) {
    return "its token " + EntityAligner.show(text, token.begin(), token.end()) + " " + what;
  }

  /** Moves ends of sentences that lie in a token behind it. */
  private static List<CharRange> uncut(List<CharRange> sentences, List<CharRange> tokens) {
    List<CharRange> moved = new ArrayList<>();
    int begin = 0;
    int next = 0;
    for (CharRange sentence : sentences) {
      int end = sentence.end();
      while (next < tokens.size() && tokens.get(next).begin() < end) {
        end = Math.max(end, tokens.get(next).end());
        next++;
      }
      begin = Math.max(begin, sentence.begin());
      if (begin < end) {
        moved.add(new CharRange(begin, end));
        begin = end;
      }
    }
    return moved;
  }

  private List<TextSentence> tokenize(String text, List<CharRange> sentences) throws IOException {
    List<TextSentence> tokenized = new ArrayList<>();
    int free = 0;
    for (CharRange sentence : sentences) {
      tokenized.add(
          sentence.begin() < free
              ? TextSentence.bad(sentence.begin(), sentence.end(), "overlaps the one before")
              : TextSentence.good(
                  sentence.begin(), sentence.end(), splitter.tokens(text, sentence)));
      free = Math.max(free, sentence.end());
    }
    return tokenized;
  }

  private static List<CharRange> spans(List<TextSentence> sentences) {
    return sentences.stream().map(s -> new CharRange(s.begin(), s.end())).toList();
  }

  private List<TextSentence> split(String text) throws IOException {
    List<SentenceRange> sentences = lines ? lines(text) : RawTextReader.split(text, splitter);
    return sentences.stream()
        .map(s -> TextSentence.good(s.characters().begin(), s.characters().end(), s.tokens()))
        .toList();
  }

  private static List<SentenceRange> lines(String text) throws IOException {
    List<SentenceRange> sentences = new ArrayList<>();
    try (PassageReader reader = new TokenizedReader("text", new StringReader(text))) {
      for (Optional<Passage> next = reader.next(); next.isPresent(); next = reader.next()) {
        int offset = (int) next.get().begin().characters();
        next.get().sentences().forEach(sentence -> sentences.add(sentence.shifted(offset)));
      }
    }
    return sentences;
  }
}
