package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.corpus.Spacing;
import io.github.albertner.corpus.UnwritableSentenceException;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.text.CharRange;
import io.github.albertner.text.SentenceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text that grows by sentences. Where the text around words is not known, there is a space
 * between words and a line end between sentences.
 */
public final class WrittenText {

  private final StringBuilder text = new StringBuilder();
  private final List<SentenceRange> sentences = new ArrayList<>();
  private final List<Sentence> contents = new ArrayList<>();

  /**
   * An entity of the text.
   *
   * @param range where it is
   * @param type what it is
   */
  public record Mention(CharRange range, String type) {}

  /**
   * Adds a sentence.
   *
   * @param sentence its words and entities
   * @param spacing what stands around the words, if that is known
   */
  public void add(Sentence sentence, Optional<Spacing> spacing) {
    List<CharRange> tokens = new ArrayList<>();
    for (int word = 0; word < sentence.words().size(); word++) {
      int index = word;
      text.append(spacing.map(s -> s.gaps().get(index)).orElseGet(() -> gap(index)));
      int begin = text.length();
      text.append(sentence.words().get(word));
      tokens.add(new CharRange(begin, text.length()));
    }
    sentences.add(
        new SentenceRange(
            new CharRange(tokens.get(0).begin(), tokens.get(tokens.size() - 1).end()), tokens));
    spacing.ifPresent(s -> text.append(s.gaps().get(s.gaps().size() - 1)));
    contents.add(sentence);
  }

  /**
   * Checks that a sentence can be found again in a text.
   *
   * @param sentence which
   * @throws UnwritableSentenceException if a word or type has white space at its ends, which does
   *     not belong to entities of texts
   */
  public void check(Sentence sentence) throws UnwritableSentenceException {
    for (String word : sentence.words()) {
      if (!word.strip().equals(word)) {
        throw new UnwritableSentenceException(
            "the word "
                + CorpusFormatException.quote(word)
                + " of its document's sentence "
                + (sentences.size() + 1)
                + " begins or ends with white space, which does not count as part of a word in a"
                + " text; change the word, or write hf-jsonl");
      }
    }
    for (EntitySpan entity : sentence.entities()) {
      if (!entity.type().strip().equals(entity.type())) {
        throw new UnwritableSentenceException(
            "the type "
                + CorpusFormatException.quote(entity.type())
                + " of its document's sentence "
                + (sentences.size() + 1)
                + " begins or ends with white space, which is lost; rename it (--map on the command"
                + " line)");
      }
    }
  }

  private String gap(int word) {
    if (word > 0) {
      return " ";
    }
    return text.isEmpty() ? "" : "\n";
  }

  /**
   * Whether nothing was added.
   *
   * @return true at first
   */
  public boolean isEmpty() {
    return sentences.isEmpty();
  }

  /**
   * The text.
   *
   * @return all so far
   */
  public String text() {
    return text.toString();
  }

  /**
   * Where sentences and their words are.
   *
   * @return in order
   */
  public List<SentenceRange> sentences() {
    return List.copyOf(sentences);
  }

  /**
   * What was added.
   *
   * @return as many as there are sentences
   */
  public List<Sentence> contents() {
    return List.copyOf(contents);
  }

  /**
   * The entities.
   *
   * @return in order
   */
  public List<Mention> mentions() {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      List<CharRange> tokens = sentences.get(i).tokens();
      for (EntitySpan entity : contents.get(i).entities()) {
        mentions.add(
            new Mention(
                new CharRange(
                    tokens.get(entity.begin()).begin(), tokens.get(entity.end() - 1).end()),
                entity.type()));
      }
    }
    return mentions;
  }
}
