package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.Misaligned;
import io.github.albertner.corpus.TokenChoice;
import io.github.albertner.standoff.FittedText;
import io.github.albertner.standoff.TextEntity;
import io.github.albertner.standoff.TextSegmenter;
import io.github.albertner.text.CharRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.TypeSystem;
import org.apache.uima.cas.text.AnnotationFS;

/**
 * Sentences and tokens of CASes: those annotated, and where there are none, those that {@code ner
 * annotate} finds.
 */
final class CasSegmenter {

  private final Optional<String> sentenceType;
  private final Optional<String> tokenType;
  private final Optional<TokenChoice> tokens;
  private final Optional<Misaligned> misaligned;
  private final Map<String, TextSegmenter> segmenters = new HashMap<>();

  CasSegmenter(CasOptions options) {
    sentenceType = options.sentenceType();
    tokenType = options.tokenType();
    tokens = options.tokens();
    misaligned = options.misaligned();
  }

  /**
   * Finds the sentences of a view.
   *
   * @param entities of the view, to which sentences and tokens give way that are found
   * @return its layout says whose sentences and tokens they are
   * @throws CorpusFormatException if a sentence or token lies outside the text
   * @throws IllegalArgumentException if a type that was named is not there
   * @throws IOException if OpenNLP's models are needed and not there
   */
  FittedText segment(Path file, CAS view, List<TextEntity> entities) throws IOException {
    TypeSystem types = view.getTypeSystem();
    Type sentence = chosen(types, sentenceType, "sentences");
    Type token = chosen(types, tokenType, "tokens");
    String owner = "the types named";
    for (CasTypes.Segmentation known : CasTypes.SEGMENTATIONS) {
      if (sentence == null && token == null && occurs(view, known.token(), known.sentence())) {
        sentence = types.getType(known.sentence());
        token = types.getType(known.token());
        owner = known.owner();
      }
    }
    FittedText fitted =
        FittedText.of(
            segmenter(view),
            tokens,
            misaligned,
            file.toString(),
            view.getDocumentText(),
            sentence == null ? List.of() : ranges(file, view, sentence),
            token == null ? List.of() : ranges(file, view, token),
            entities);
    return new FittedText(
        fitted.sentences(),
        fitted.origins(),
        fitted.entities(),
        fitted.layout().replace("{}", owner),
        fitted.changes());
  }

  /** In the document's language, as the UIMA engine does. */
  private TextSegmenter segmenter(CAS view) throws IOException {
    String tag = view.getDocumentLanguage();
    TextSegmenter known = segmenters.get(tag);
    if (known == null) {
      known = new TextSegmenter(false, tag == null ? "" : tag);
      segmenters.put(tag, known);
    }
    return known;
  }

  private static Type chosen(TypeSystem types, Optional<String> name, String what) {
    return name.isEmpty() ? null : CasTypes.annotation(types, name.get(), what);
  }

  /** Whether both types are there, and annotations of one of them. */
  private static boolean occurs(CAS view, String first, String second) {
    Type one = view.getTypeSystem().getType(first);
    Type other = view.getTypeSystem().getType(second);
    return one != null
        && other != null
        && (view.getAnnotationIndex(one).size() > 0 || view.getAnnotationIndex(other).size() > 0);
  }

  /** All different ranges but blank ones: what covers no character is nothing to be tagged. */
  private static List<CharRange> ranges(Path file, CAS view, Type type)
      throws CorpusFormatException {
    String text = view.getDocumentText();
    List<CharRange> ranges = new ArrayList<>();
    for (AnnotationFS annotation : view.getAnnotationIndex(type)) {
      int begin = annotation.getBegin();
      int end = annotation.getEnd();
      if (begin < 0 || end < begin || end > text.length()) {
        throw new CorpusFormatException(
            file,
            0,
            type.getShortName() + " at characters " + begin + " to " + end,
            "sentences and tokens within the text of " + text.length() + " characters");
      }
      // cTAKES has tokens for line ends.
      if (!text.substring(begin, end).isBlank()) {
        CharRange range = new CharRange(begin, end);
        if (ranges.isEmpty() || !ranges.get(ranges.size() - 1).equals(range)) {
          ranges.add(range);
        }
      }
    }
    return ranges;
  }
}
