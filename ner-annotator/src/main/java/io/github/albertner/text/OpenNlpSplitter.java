package io.github.albertner.text;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Splits with OpenNLP's models.
 *
 * <p>Three things are done around OpenNLP. Line breaks are dealt with as {@link Lines} says. Its
 * tokenizer decides between UTF-16 units and may cut through a character; such tokens are put
 * together again. And its time grows with the square of a run without white space, so a run longer
 * than {@value #LONGEST_RUN} characters is a sentence of its own and is tokenised in parts.
 */
final class OpenNlpSplitter implements Splitter {

  private static final int LONGEST_RUN = 500;

  private final Lines lines;
  private final ThreadLocal<SentenceDetectorME> detector;
  private final ThreadLocal<TokenizerME> tokenizer;

  private OpenNlpSplitter(LanguageRules language, SentenceModel sentences, TokenizerModel tokens) {
    lines = new Lines(language);
    detector = ThreadLocal.withInitial(() -> new SentenceDetectorME(sentences));
    tokenizer = ThreadLocal.withInitial(() -> new TokenizerME(tokens));
  }

  /**
   * Returns a splitter with the models on the class path, or nothing if one is missing.
   *
   * @param language two letters, such as {@code de}
   * @throws IOException if a model cannot be read
   */
  static Optional<Splitter> find(String language) throws IOException {
    Optional<URL> sentences = OpenNlpModels.find(language, "sentence");
    Optional<URL> tokens = OpenNlpModels.find(language, "tokens");
    if (sentences.isEmpty() || tokens.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream sentenceModel = sentences.get().openStream();
        InputStream tokenModel = tokens.get().openStream()) {
      return Optional.of(
          new OpenNlpSplitter(
              LanguageRules.of(language),
              new SentenceModel(sentenceModel),
              new TokenizerModel(tokenModel)));
    }
  }

  @Override
  public List<CharRange> sentences(String text) {
    VisibleView visible = VisibleView.of(text);
    List<CharRange> found = new ArrayList<>();
    lines.stretches(visible.text(), (begin, end) -> sentences(visible.text(), begin, end, found));
    return visible.inOriginal(found);
  }

  private void sentences(String text, int begin, int end, List<CharRange> found) {
    int from = begin;
    for (CharRange run : Characters.runs(text, new CharRange(begin, end), LONGEST_RUN)) {
      detect(text, from, run.begin(), found);
      found.add(run);
      from = run.end();
    }
    detect(text, from, end, found);
  }

  /** White space around the text is left off: OpenNLP's detector answers differently with it. */
  private void detect(String text, int from, int to, List<CharRange> found) {
    CharRange part = Characters.strip(text, new CharRange(from, to));
    for (Span span : detector.get().sentPosDetect(part.of(text))) {
      CharRange sentence = new CharRange(span.getStart(), span.getEnd());
      found.add(sentence.shifted(part.begin()));
    }
  }

  @Override
  public List<CharRange> tokens(String text, CharRange sentence) {
    VisibleView visible = VisibleView.of(text, sentence);
    CharRange range = visible.range();
    List<CharRange> found = new ArrayList<>();
    int from = range.begin();
    for (CharRange run : Characters.runs(visible.text(), range, LONGEST_RUN)) {
      tokenize(visible.text(), from, run.begin(), found);
      for (int begin = run.begin(); begin < run.end(); ) {
        int wanted = Math.min(begin + LONGEST_RUN, run.end());
        int end = Characters.boundary(visible.text(), begin, wanted);
        tokenize(visible.text(), begin, end, found);
        begin = end;
      }
      from = run.end();
    }
    tokenize(visible.text(), from, range.end(), found);
    return visible.inOriginal(Characters.mend(visible.text(), found));
  }

  private void tokenize(String text, int begin, int end, List<CharRange> found) {
    Arrays.stream(tokenizer.get().tokenizePos(text.substring(begin, end)))
        .map(span -> new CharRange(span.getStart(), span.getEnd()).shifted(begin))
        .forEach(found::add);
  }
}
