package io.github.albertner.corpus;

import io.github.albertner.label.EntitySpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a tagger is given of a corpus, and the way back: own sentences of own tokens where the
 * {@linkplain WordOrigin words} are pieces of them, the others as they are.
 */
public final class OwnSentences {

  private final List<Sentence> sentences = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final int corpusSize;

  /**
   * Where a sentence is in the corpus.
   *
   * @param sentence number of the corpus sentence that it is, or is part of
   * @param starts its word there that each token begins with, and the one after the last token
   * @param undecided tokens that a gold entity overlaps which tokens cannot express
   */
  private record Part(int sentence, List<Integer> starts, BitSet undecided) {}

  private OwnSentences(int corpusSize) {
    this.corpusSize = corpusSize;
  }

  /**
   * Makes a tagger's sentences.
   *
   * @param corpus in the order of its documents
   * @return at least as many
   */
  public static OwnSentences of(List<Sentence> corpus) {
    OwnSentences own = new OwnSentences(corpus.size());
    for (int i = 0; i < corpus.size(); i++) {
      own.add(i, corpus.get(i));
    }
    return own;
  }

  private void add(int index, Sentence sentence) {
    if (!sentence.origin().isOwn()) {
      sentences.add(sentence);
      parts.add(
          new Part(
              index,
              IntStream.rangeClosed(0, sentence.words().size()).boxed().toList(),
              new BitSet()));
      return;
    }
    int at = 0;
    for (List<Integer> tokens : sentence.origin().tokens()) {
      List<Integer> starts = new ArrayList<>(List.of(at));
      List<String> words = new ArrayList<>();
      for (int length : tokens) {
        words.add(String.join("", sentence.words().subList(at, at + length)));
        at += length;
        starts.add(at);
      }
      boolean startsDocument = starts.get(0) == 0 && sentence.startsDocument();
      add(new Part(index, List.copyOf(starts), new BitSet()), words, startsDocument, sentence);
    }
  }

  /** Adds an own sentence with the entities of the corpus sentence that are in it. */
  private void add(Part part, List<String> tokens, boolean startsDocument, Sentence of) {
    List<EntitySpan> entities = new ArrayList<>();
    for (EntitySpan entity : of.entities()) {
      List<Integer> covered =
          IntStream.range(0, tokens.size())
              .filter(
                  token ->
                      part.starts().get(token) < entity.end()
                          && part.starts().get(token + 1) > entity.begin())
              .boxed()
              .toList();
      if (covered.isEmpty()) {
        continue;
      }
      int begin = covered.get(0);
      int end = covered.get(covered.size() - 1) + 1;
      if (of.origin().fit(entity) == WordOrigin.Fit.WHOLE) {
        entities.add(new EntitySpan(begin, end, entity.type(), entity.probability()));
      } else {
        part.undecided().set(begin, end);
      }
    }
    sentences.add(new Sentence(tokens, entities, startsDocument));
    parts.add(part);
  }

  /**
   * What a tagger is given.
   *
   * @return sentences of tokens, with the gold entities that tokens can express
   */
  public List<Sentence> sentences() {
    return List.copyOf(sentences);
  }

  /**
   * The corpus sentence that a tagger's sentence is of.
   *
   * @param sentence number of the tagger's sentence
   * @return number of the one in the corpus
   */
  public int inCorpus(int sentence) {
    return parts.get(sentence).sentence();
  }

  /**
   * Whether a token has no label that is right, as a gold entity overlaps it that tokens cannot
   * express.
   *
   * @param sentence number of the tagger's sentence
   * @param token which of its words
   * @return false for all tokens of sentences that are not own
   */
  public boolean isUndecided(int sentence, int token) {
    return parts.get(sentence).undecided().get(token);
  }

  /**
   * What a tagger found, as entities of the corpus.
   *
   * @param found in each of {@link #sentences}
   * @return of each sentence of the corpus, over its words
   * @throws IllegalArgumentException if there are not as many lists as sentences
   */
  public List<List<EntitySpan>> inWords(List<List<EntitySpan>> found) {
    if (found.size() != parts.size()) {
      throw new IllegalArgumentException(
          "expected entities for each of %s sentences, found %s"
              .formatted(parts.size(), found.size()));
    }
    List<List<EntitySpan>> inWords = new ArrayList<>();
    for (int i = 0; i < corpusSize; i++) {
      inWords.add(new ArrayList<>());
    }
    for (int i = 0; i < found.size(); i++) {
      List<Integer> starts = parts.get(i).starts();
      List<EntitySpan> ofSentence = inWords.get(parts.get(i).sentence());
      for (EntitySpan entity : found.get(i)) {
        ofSentence.add(
            new EntitySpan(
                starts.get(entity.begin()),
                starts.get(entity.end()),
                entity.type(),
                entity.probability()));
      }
    }
    return inWords.stream().map(List::copyOf).toList();
  }
}
