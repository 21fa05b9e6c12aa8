package io.github.albertner.uima;

import io.github.albertner.text.CharRange;
import io.github.albertner.text.RawTextReader;
import io.github.albertner.text.SentenceRange;
import io.github.albertner.text.Splitter;
import io.github.albertner.text.SplitterKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.text.AnnotationFS;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the sentences and tokens of a CAS; where it has none of a kind, a {@link Splitter} makes
 * them, which the log says once. They are not added to the CAS.
 */
final class SentenceReader {
  private static final Logger LOG = LoggerFactory.getLogger(SentenceReader.class);
  private static final String UNKNOWN_LANGUAGE = "x-unspecified";

  private final String modelLanguage;
  private final Optional<Locale> language;
  private final SplitterKind kind;
  private final Map<String, Splitter> splitters = new HashMap<>();
  private boolean saidSentences;
  private boolean saidTokens;

  /**
   * A reader.
   *
   * @param modelLanguage language tag for documents that do not say theirs
   * @param language of all documents, whatever they say
   * @param kind of splitter
   */
  SentenceReader(String modelLanguage, Optional<Locale> language, SplitterKind kind) {
    this.kind = kind;
    this.modelLanguage = modelLanguage;
    this.language = language;
  }

  /**
   * Returns the sentences in the order of the annotation index, those without tokens left out.
   *
   * <p>A sentence that was found in the CAS has the tokens that lie inside it; a token may be in
   * several overlapping sentences. A sentence made here has the tokens that begin inside it. Blank
   * tokens are left out, and so is a token that begins before the end of the one before. Where
   * skipped text cuts a sentence, its parts are sentences.
   *
   * @throws IllegalStateException if an annotation does not lie in the text, or the splitter that
   *     was asked for is not there
   */
  List<SentenceRange> sentences(CAS cas, InputTypes types) {
    String text = cas.getDocumentText();
    Optional<RangeSet> windows = types.window().map(type -> new RangeSet(ranges(cas, type)));
    RangeSet skipped = skipped(cas, types);
    List<CharRange> given = ranges(cas, types.sentence());
    List<CharRange> tokens = ranges(cas, types.token());
    Splitter splitter =
        splitter(language.map(Locale::toLanguageTag).orElseGet(() -> language(cas)));
    if (given.isEmpty()) {
      saidSentences = say(saidSentences, "sentences", types.sentence(), NerTypes.SENTENCE);
    }
    if (tokens.isEmpty()) {
      saidTokens = say(saidTokens, "tokens", types.token(), NerTypes.TOKEN);
    }
    boolean splitsTokens = tokens.isEmpty();
    List<CharRange> readable = readable(tokens, windows, skipped);
    List<SentenceRange> tokenized = new ArrayList<>();
    sentences(text, given, windows, skipped, splitter)
        .forEach(
            sentence -> {
              List<CharRange> inside =
                  splitsTokens
                      ? splitter.tokens(text, sentence)
                      : inside(sentence, readable, text, given.isEmpty());
              if (!inside.isEmpty()) {
                int end = Math.max(sentence.end(), inside.get(inside.size() - 1).end());
                tokenized.add(new SentenceRange(new CharRange(sentence.begin(), end), inside));
              }
            });
    return tokenized;
  }

  private static Stream<CharRange> sentences(
      String text,
      List<CharRange> given,
      Optional<RangeSet> windows,
      RangeSet skipped,
      Splitter splitter) {
    if (given.isEmpty()) {
      List<CharRange> parts =
          windows.map(RangeSet::parts).orElse(List.of(new CharRange(0, text.length())));
      return parts.stream()
          .flatMap(part -> skipped.cutFrom(part).stream())
          .flatMap(
              part ->
                  RawTextReader.split(part.of(text), splitter).stream()
                      .map(sentence -> sentence.characters().shifted(part.begin())));
    }
    return given.stream()
        .filter(sentence -> windows.map(set -> set.contains(sentence)).orElse(true))
        .flatMap(sentence -> skipped.cutFrom(sentence).stream());
  }

  private static List<CharRange> readable(
      List<CharRange> tokens, Optional<RangeSet> windows, RangeSet skipped) {
    return tokens.stream()
        .filter(token -> windows.map(set -> set.contains(token)).orElse(true))
        .filter(token -> !skipped.overlaps(token))
        .toList();
  }

  private static RangeSet skipped(CAS cas, InputTypes types) {
    List<CharRange> ranges = new ArrayList<>();
    for (InputTypes.Skipped skipped : types.skipped()) {
      for (AnnotationFS annotation : cas.getAnnotationIndex(skipped.type())) {
        if (skipped.matches(annotation)) {
          ranges.add(range(annotation, cas.getDocumentText()));
        }
      }
    }
    return new RangeSet(ranges);
  }

  private static List<CharRange> ranges(CAS cas, Optional<Type> type) {
    return type.map(present -> ranges(cas, present)).orElse(List.of());
  }

  private static List<CharRange> ranges(CAS cas, Type type) {
    List<CharRange> ranges = new ArrayList<>();
    for (AnnotationFS annotation : cas.getAnnotationIndex(type)) {
      ranges.add(range(annotation, cas.getDocumentText()));
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
      if (fits && token.begin() >= end && !token.of(text).isBlank()) {
        inside.add(token);
        end = token.end();
      }
    }
    return inside;
  }

  private static CharRange range(AnnotationFS annotation, String text) {
    int begin = annotation.getBegin();
    int end = annotation.getEnd();
    if (begin < 0 || end < begin || end > text.length()) {
      throw new IllegalStateException(
          "expected annotations inside the text of %s characters, found a %s from %s to %s"
              .formatted(text.length(), annotation.getType().getName(), begin, end));
    }
    return new CharRange(begin, end);
  }

  private String language(CAS cas) {
    String tag = cas.getDocumentLanguage();
    boolean known = tag != null && !tag.equals(UNKNOWN_LANGUAGE);
    return known ? tag : modelLanguage;
  }

  private Splitter splitter(String language) {
    return splitters.computeIfAbsent(
        language,
        tag -> {
          try {
            return Splitter.of(tag, kind);
          } catch (IOException e) {
            throw new IllegalStateException(
                "parameter " + NerParameters.PARAM_SPLITTER + ": " + e.getMessage(), e);
          }
        });
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
