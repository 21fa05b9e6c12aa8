package io.github.albertner.uima;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the sentences and tokens of a CAS; where it has none of a kind, {@link TextSplitter} makes
 * them, which the log says once. They are not added to the CAS.
 */
final class SentenceReader {
  private static final Logger LOG = LoggerFactory.getLogger(SentenceReader.class);
  private static final String UNKNOWN_LANGUAGE = "x-unspecified";

  private final String modelLanguage;
  private boolean saidSentences;
  private boolean saidTokens;

  /**
   * A reader.
   *
   * @param modelLanguage language tag for documents that do not say theirs
   */
  SentenceReader(String modelLanguage) {
    this.modelLanguage = modelLanguage;
  }

  /**
   * Returns the sentences in the order of the annotation index, those without tokens left out.
   *
   * <p>A sentence that was found in the CAS has the tokens that lie inside it; a token may be in
   * several overlapping sentences. A sentence made here has the tokens that begin inside it. Blank
   * tokens are left out, and so is a token that begins before the end of the one before.
   */
  List<TokenizedSentence> sentences(CAS cas, CasTypes types) {
    String text = cas.getDocumentText();
    List<CharRange> given = ranges(cas, types.sentence());
    List<CharRange> tokens = ranges(cas, types.token());
    Locale locale = locale(cas);
    boolean makesSentences = given.isEmpty();
    if (makesSentences) {
      saidSentences = say(saidSentences, "sentences", types.sentence(), NerTypes.SENTENCE);
    }
    if (tokens.isEmpty()) {
      saidTokens = say(saidTokens, "tokens", types.token(), NerTypes.TOKEN);
    }
    List<CharRange> sentences = makesSentences ? TextSplitter.sentences(text, locale) : given;
    List<TokenizedSentence> tokenized = new ArrayList<>(sentences.size());
    for (CharRange sentence : sentences) {
      List<CharRange> inside =
          tokens.isEmpty()
              ? TextSplitter.tokens(text, sentence, locale)
              : inside(sentence, tokens, text, makesSentences);
      if (!inside.isEmpty()) {
        tokenized.add(TokenizedSentence.of(text, inside));
      }
    }
    return tokenized;
  }

  private static List<CharRange> ranges(CAS cas, Optional<Type> type) {
    List<CharRange> ranges = new ArrayList<>();
    if (type.isPresent()) {
      for (AnnotationFS annotation : cas.getAnnotationIndex(type.get())) {
        ranges.add(new CharRange(annotation.getBegin(), annotation.getEnd()));
      }
    }
    return ranges;
  }

  private static List<CharRange> inside(
      CharRange sentence, List<CharRange> tokens, String text, boolean mayEndAfter) {
    int found =
        Collections.binarySearch(
            tokens, new CharRange(sentence.begin(), Integer.MAX_VALUE), CharRange.ORDER);
    List<CharRange> inside = new ArrayList<>();
    int end = sentence.begin();
    for (int i = found < 0 ? -found - 1 : found; i < tokens.size(); i++) {
      CharRange token = tokens.get(i);
      if (token.begin() >= sentence.end()) {
        break;
      }
      boolean fits = mayEndAfter || token.end() <= sentence.end();
      if (fits && token.begin() >= end && !token.isBlankIn(text)) {
        inside.add(token);
        end = token.end();
      }
    }
    return inside;
  }

  private Locale locale(CAS cas) {
    String language = cas.getDocumentLanguage();
    boolean known = language != null && !language.equals(UNKNOWN_LANGUAGE);
    return Locale.forLanguageTag(known ? language : modelLanguage);
  }

  private static boolean say(boolean said, String kind, Optional<Type> type, String ownName) {
    if (!said) {
      LOG.info(
          "A document has no {} of type {}; its text is split by built-in rules. If another engine"
              + " makes them, put it before this one and set its type",
          kind,
          type.map(Type::getName).orElse(ownName));
    }
    return true;
  }
}
