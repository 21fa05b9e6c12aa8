package io.github.albertner.inference;

import io.github.albertner.casing.Recaser;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a network is given for a sentence, in training and in use: its words, recased where their
 * case says nothing, as pieces. Thread-safe.
 *
 * @param tokenizer of the network; belongs to the caller
 * @param recaser for sentences that are all in capitals, all small or headlines, if there is one
 */
public record SentenceEncoder(SubwordTokenizer tokenizer, Optional<Recaser> recaser) {
  private static final Set<String> STOPS = Set.of(".", "?", "!");

  /** Checks that nothing is null. */
  public SentenceEncoder {
    Objects.requireNonNull(tokenizer, "tokenizer");
    Objects.requireNonNull(recaser, "recaser");
  }

  /** An encoder that leaves words as they are. */
  public SentenceEncoder(SubwordTokenizer tokenizer) {
    this(tokenizer, Optional.empty());
  }

  /**
   * Encodes a sentence with the words around it, which are recased for themselves, from one full
   * stop to the next.
   *
   * @return an encoding of as many words as there are, in their order
   */
  public Encoding encode(SentenceInContext sentence) {
    return tokenizer.encode(recaser.map(r -> recased(sentence, r)).orElse(sentence.words()));
  }

  private static List<String> recased(SentenceInContext sentence, Recaser recaser) {
    List<String> words = sentence.words();
    List<String> own = recaser.recase(words.subList(sentence.begin(), sentence.end()));
    if (sentence.size() == words.size()) {
      return own;
    }
    List<String> all = new ArrayList<>(words.size());
    addParts(words.subList(0, sentence.begin()), recaser, all);
    all.addAll(own);
    addParts(words.subList(sentence.end(), words.size()), recaser, all);
    return all;
  }

  private static void addParts(List<String> words, Recaser recaser, List<String> all) {
    int begin = 0;
    for (int w = 0; w < words.size(); w++) {
      if (STOPS.contains(words.get(w)) || w == words.size() - 1) {
        all.addAll(recaser.recase(words.subList(begin, w + 1)));
        begin = w + 1;
      }
    }
  }
}
