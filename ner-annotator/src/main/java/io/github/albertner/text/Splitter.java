package io.github.albertner.text;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Finds the sentences and tokens of raw text. Implementations are thread-safe.
 *
 * <p>Whatever the text: ranges are in order and do not overlap, no token is empty or blank, and no
 * token begins or ends inside a character as readers see it (a surrogate pair, a letter with its
 * combining marks, an emoji sequence).
 */
public interface Splitter {

  /** Returns the splitter of English text by our own rules. */
  static Splitter english() {
    return RuleSplitter.of("en");
  }

  /**
   * Returns the splitter of a language: {@link SplitterKind#AUTO}.
   *
   * @param language a language tag such as {@code en} or {@code pt-BR}, or a code of three letters
   *     such as {@code deu}; anything else, {@code x-unspecified} say, is taken for English
   * @throws IOException if a model of OpenNLP on the class path cannot be read
   */
  static Splitter of(String language) throws IOException {
    return of(language, SplitterKind.AUTO);
  }

  /**
   * Returns a splitter.
   *
   * @param language as above
   * @param kind how sentences and tokens are found
   * @throws IOException if OpenNLP or its models are asked for and not on the class path, or cannot
   *     be read
   */
  static Splitter of(String language, SplitterKind kind) throws IOException {
    String code = LanguageCode.of(language);
    boolean asked = kind == SplitterKind.OPENNLP;
    if (asked || (kind == SplitterKind.AUTO && !code.equals("en"))) {
      Optional<Splitter> models =
          OpenNlpModels.hasTools() ? OpenNlpSplitter.find(code) : Optional.empty();
      if (models.isPresent()) {
        return models.get();
      }
      if (asked) {
        throw new IOException(
            ("expected OpenNLP's sentence and token models for '%s' on the class path, found %s;"
                    + " add the artifacts org.apache.opennlp:opennlp-models-sentdetect-%s and"
                    + " opennlp-models-tokenizer-%s")
                .formatted(
                    code,
                    OpenNlpModels.hasTools() ? "none" : "not even opennlp-tools",
                    code,
                    code));
      }
    }
    return RuleSplitter.of(code);
  }

  /**
   * Finds the sentences of a text. A blank line ends a sentence.
   *
   * @param text any; several paragraphs, or a part of one
   * @return ranges without white space around them; none if the text is blank
   */
  List<CharRange> sentences(String text);

  /**
   * Finds the tokens of a sentence.
   *
   * @param text that holds the sentence
   * @param sentence where it is
   * @return ranges of the text, within the sentence; none if the sentence is blank
   */
  List<CharRange> tokens(String text, CharRange sentence);

  /**
   * Finds the words of each sentence, for those who need no offsets.
   *
   * @param text any
   * @return the words of the sentences that have one
   */
  default List<List<String>> words(String text) {
    return split(text).stream().map(sentence -> sentence.words(text)).toList();
  }

  /**
   * Finds sentences and their tokens.
   *
   * @param text any
   * @return the sentences that have a token
   */
  default List<SentenceRange> split(String text) {
    return sentences(text).stream()
        .map(sentence -> new SentenceRange(sentence, tokens(text, sentence)))
        .filter(sentence -> !sentence.tokens().isEmpty())
        .toList();
  }
}
