package io.github.albertner.augment;

import io.github.albertner.corpus.Sentence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes whole sentences in lower case, as queries and messages are, in upper case, as headings
 * are, or with every word in title case; one of those that differ from the sentence, as likely as
 * each other. Whole sentences, because that is how it happens in text: a few words of other case in
 * every sentence would say that case means nothing.
 *
 * @param probability of each sentence
 */
record LetterCase(double probability) implements Method {

  @Override
  public Outcome apply(Sentence sentence, Random random) {
    if (random.nextDouble() >= probability) {
      return new Outcome(sentence, 0);
    }
    Set<List<String>> written = new LinkedHashSet<>();
    written.add(each(sentence, word -> word.toLowerCase(Locale.ROOT)));
    written.add(each(sentence, word -> word.toUpperCase(Locale.ROOT)));
    written.add(each(sentence, LetterCase::titleCase));
    written.remove(sentence.words());
    if (written.isEmpty()) {
      return new Outcome(sentence, 0);
    }
    List<String> words = List.copyOf(written).get(random.nextInt(written.size()));
    return new Outcome(new Sentence(words, sentence.entities(), sentence.startsDocument()), 1);
  }

  private static List<String> each(Sentence sentence, UnaryOperator<String> change) {
    return sentence.words().stream().map(change).toList();
  }

  private static String titleCase(String word) {
    int first = word.codePointAt(0);
    return Character.toString(Character.toTitleCase(first))
        + word.substring(Character.charCount(first)).toLowerCase(Locale.ROOT);
  }
}
