package io.github.albertner.cas;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.document.CharRange;
import io.github.albertner.document.Passage;
import io.github.albertner.document.RawTextReader;
import io.github.albertner.document.RawTextSplitter;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
  private RawTextSplitter splitter;

  CasSegmenter(CasOptions options) {
    sentenceType = options.sentenceType();
    tokenType = options.tokenType();
  }

  /**
   * The sentences of a document.
   *
   * @param sentences in order
   * @param origin where sentences and tokens come from, for people
   */
  record Segmented(List<CasSentence> sentences, String origin) {}

  /**
   * Finds the sentences of a view.
   *
   * @throws CorpusFormatException if a sentence or token lies outside the text
   * @throws IllegalArgumentException if a type that was named is not there
   * @throws IOException if OpenNLP's models are needed and not there
   */
  Segmented segment(Path file, CAS view) throws IOException {
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
    List<CharRange> tokens = token == null ? List.of() : ranges(file, view, token);
    List<CharRange> sentences = sentence == null ? List.of() : ranges(file, view, sentence);
    String text = view.getDocumentText();
    if (sentences.isEmpty() && tokens.isEmpty()) {
      return new Segmented(split(text), "no sentences and tokens, split as ner annotate does");
    }
    if (sentences.isEmpty()) {
      List<CasSentence> joined = distribute(text, uncut(spans(split(text)), tokens), tokens);
      return new Segmented(joined, "tokens of " + owner + ", sentences as ner annotate finds them");
    }
    if (tokens.isEmpty()) {
      return new Segmented(
          tokenize(text, sentences),
          "sentences of " + owner + ", tokens as ner annotate finds them");
    }
    return new Segmented(distribute(text, sentences, tokens), "sentences and tokens of " + owner);
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

  /** Gives each sentence the tokens that begin in it. */
  private static List<CasSentence> distribute(
      String text, List<CharRange> sentences, List<CharRange> tokens) {
    List<CasSentence> distributed = new ArrayList<>();
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
        distributed.add(CasSentence.bad(sentence.begin(), sentence.end(), problem));
      } else if (!inside.isEmpty()) {
        distributed.add(CasSentence.good(sentence.begin(), sentence.end(), inside));
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

  private List<CasSentence> tokenize(String text, List<CharRange> sentences) throws IOException {
    List<CasSentence> tokenized = new ArrayList<>();
    int free = 0;
    for (CharRange sentence : sentences) {
      tokenized.add(
          sentence.begin() < free
              ? CasSentence.bad(sentence.begin(), sentence.end(), "overlaps the one before")
              : CasSentence.good(
                  sentence.begin(), sentence.end(), splitter().tokens(text, sentence)));
      free = Math.max(free, sentence.end());
    }
    return tokenized;
  }

  private static List<CharRange> spans(List<CasSentence> sentences) {
    return sentences.stream().map(s -> new CharRange(s.begin(), s.end())).toList();
  }

  private List<CasSentence> split(String text) throws IOException {
    List<CasSentence> sentences = new ArrayList<>();
    try (RawTextReader reader = new RawTextReader("text", new StringReader(text), splitter())) {
      for (Optional<Passage> next = reader.next(); next.isPresent(); next = reader.next()) {
        int offset = (int) next.get().begin().characters();
        next.get()
            .sentences()
            .forEach(
                sentence ->
                    sentences.add(
                        CasSentence.good(
                            sentence.characters().begin() + offset,
                            sentence.characters().end() + offset,
                            sentence.tokens().stream()
                                .map(t -> new CharRange(t.begin() + offset, t.end() + offset))
                                .toList())));
      }
    }
    return sentences;
  }

  private RawTextSplitter splitter() throws IOException {
    if (splitter == null) {
      splitter = RawTextSplitter.english();
    }
    return splitter;
  }
}
