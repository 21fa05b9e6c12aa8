package io.github.albertner.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Finds the sentences and tokens of raw text with OpenNLP's models. Not thread-safe: one for each
 * thread.
 *
 * <p>Two things are done around OpenNLP. Its tokenizer decides between UTF-16 units and may cut
 * through a character; such tokens are put together again ({@link Characters}). And its time grows
 * with the square of a run without white space, so a run longer than {@value #LONGEST_RUN}
 * characters (a data URL, a line of dots, text in a script without spaces) is taken as a sentence
 * of its own and tokenised in parts.
 */
public final class RawTextSplitter {

  private static final int LONGEST_RUN = 500;

  private final SentenceDetectorME sentences;
  private final TokenizerME tokens;

  private RawTextSplitter(SentenceDetectorME sentences, TokenizerME tokens) {
    this.sentences = sentences;
    this.tokens = tokens;
  }

  /**
   * A splitter of English text.
   *
   * @return a new one, with models from the class path
   * @throws IOException if OpenNLP's models are not on the class path
   */
  public static RawTextSplitter english() throws IOException {
    try (InputStream sentences = TextModels.open("en", "sentence", "opennlp-models-sentdetect-en");
        InputStream tokens = TextModels.open("en", "tokens", "opennlp-models-tokenizer-en")) {
      return new RawTextSplitter(
          new SentenceDetectorME(new SentenceModel(sentences)),
          new TokenizerME(new TokenizerModel(tokens)));
    }
  }

  /**
   * Splits a paragraph. Line breaks in it do not by themselves end a sentence.
   *
   * @param paragraph any text
   * @return its sentences; none if it is blank
   */
  List<SentenceRange> split(String paragraph) {
    return sentences(paragraph).stream()
        .map(sentence -> new SentenceRange(sentence, tokens(paragraph, sentence)))
        .toList();
  }

  /**
   * Finds the sentences of a paragraph, and not their tokens. Line breaks in it do not by
   * themselves end a sentence.
   *
   * @param paragraph any text
   * @return ranges of it, in order, without white space around them; none if it is blank
   */
  public List<CharRange> sentences(String paragraph) {
    List<CharRange> found = new ArrayList<>();
    int from = 0;
    for (CharRange run : Characters.runs(paragraph, LONGEST_RUN)) {
      detect(paragraph, from, run.begin(), found);
      found.add(run);
      from = run.end();
    }
    detect(paragraph, from, paragraph.length(), found);
    return found;
  }

  /** White space around the text is left off: OpenNLP's detector answers differently with it. */
  private void detect(String text, int from, int to, List<CharRange> found) {
    int begin = from;
    int end = to;
    while (begin < end && Characters.isBlank(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && Characters.isBlank(text.charAt(end - 1))) {
      end--;
    }
    for (Span span : sentences.sentPosDetect(text.substring(begin, end))) {
      found.add(new CharRange(begin + span.getStart(), begin + span.getEnd()));
    }
  }

  /**
   * Finds the tokens of a sentence.
   *
   * @param text that the sentence is part of
   * @param sentence where it is
   * @return ranges of the text; none if the sentence is blank
   */
  public List<CharRange> tokens(String text, CharRange sentence) {
    List<CharRange> found = new ArrayList<>();
    int from = 0;
    String part = sentence.of(text);
    for (CharRange run : Characters.runs(part, LONGEST_RUN)) {
      found.addAll(tokenizeBetween(part, from, run.begin()));
      found.addAll(tokenizeRun(part, run));
      from = run.end();
    }
    found.addAll(tokenizeBetween(part, from, part.length()));
    return found.stream().map(token -> token.shifted(sentence.begin())).toList();
  }

  private List<CharRange> tokenizeBetween(String text, int begin, int end) {
    return begin < end ? tokenize(text, new CharRange(begin, end)) : List.of();
  }

  private List<CharRange> tokenizeRun(String text, CharRange run) {
    List<CharRange> found = new ArrayList<>();
    int begin = run.begin();
    while (begin < run.end()) {
      int end = Characters.boundary(text, begin, Math.min(begin + LONGEST_RUN, run.end()));
      found.addAll(tokenize(text, new CharRange(begin, end)));
      begin = end;
    }
    return found;
  }

  private List<CharRange> tokenize(String text, CharRange range) {
    List<CharRange> found =
        Arrays.stream(tokens.tokenizePos(range.of(text)))
            .map(span -> new CharRange(span.getStart(), span.getEnd()).shifted(range.begin()))
            .toList();
    return Characters.mend(text, found);
  }
}
