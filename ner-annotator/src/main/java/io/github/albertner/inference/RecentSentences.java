package io.github.albertner.inference;

import io.github.albertner.label.LabelScores;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * Remembers the scores of sentences that were asked for lately or are being computed, so that
 * several taggers that read different things from the same scores cause one computation.
 *
 * <p>Made for applications with a name finder for each entity type, which ask for the same sentence
 * as often as they have types: at once, one after the other, or a whole document for one type and
 * then again for the next. What is remembered is bounded in words; the sentences longest not asked
 * for are forgotten first. Thread-safe.
 */
public final class RecentSentences {
  /** Neighbouring words that take as much memory as a word with its scores, at least. */
  private static final int NEIGHBOURS_PER_WORD = 16;

  private final int maxWords;
  private final Map<SentenceInContext, CompletableFuture<LabelScores>> known =
      new LinkedHashMap<>(16, 0.75f, true);
  private int words;

  /**
   * An empty memory.
   *
   * @param maxWords words of all sentences remembered
   */
  public RecentSentences(int maxWords) {
    this.maxWords = maxWords;
  }

  /**
   * Returns the scores of sentences, computing those that nobody has and waiting for those that
   * another thread is computing.
   *
   * @param sentences each with its neighbours: among others it is another sentence
   * @param compute scores of sentences that are not known, called at most once; what it throws
   *     reaches everybody who waits for one of its sentences, and is not remembered
   */
  public List<LabelScores> score(
      List<SentenceInContext> sentences,
      Function<List<SentenceInContext>, List<LabelScores>> compute) {
    List<CompletableFuture<LabelScores>> all = new ArrayList<>(sentences.size());
    Map<SentenceInContext, CompletableFuture<LabelScores>> own = new LinkedHashMap<>();
    synchronized (known) {
      for (SentenceInContext sentence : sentences) {
        CompletableFuture<LabelScores> scores = known.get(sentence);
        if (scores == null) {
          scores = new CompletableFuture<>();
          own.put(sentence, scores);
          known.put(sentence, scores);
          words += size(sentence);
        }
        all.add(scores);
      }
    }
    if (!own.isEmpty()) {
      complete(own, compute);
    }
    return all.stream().map(RecentSentences::await).toList();
  }

  private void complete(
      Map<SentenceInContext, CompletableFuture<LabelScores>> own,
      Function<List<SentenceInContext>, List<LabelScores>> compute) {
    try {
      Iterator<LabelScores> scores = compute.apply(List.copyOf(own.keySet())).iterator();
      own.values().forEach(future -> future.complete(scores.next()));
      forgetOldest();
    } catch (RuntimeException | Error e) {
      forget(own);
      own.values().forEach(future -> future.completeExceptionally(e));
      throw e;
    }
  }

  private void forgetOldest() {
    synchronized (known) {
      Iterator<Map.Entry<SentenceInContext, CompletableFuture<LabelScores>>> oldest =
          known.entrySet().iterator();
      while (words > maxWords && oldest.hasNext()) {
        Map.Entry<SentenceInContext, CompletableFuture<LabelScores>> entry = oldest.next();
        if (entry.getValue().isDone()) {
          words -= size(entry.getKey());
          oldest.remove();
        }
      }
    }
  }

  private void forget(Map<SentenceInContext, CompletableFuture<LabelScores>> own) {
    synchronized (known) {
      own.forEach(
          (sentence, scores) -> {
            if (known.remove(sentence, scores)) {
              words -= size(sentence);
            }
          });
    }
  }

  /**
   * Words to count for a sentence. An empty one counts too, so that their number is bounded; a
   * neighbouring word is a reference, where one of the sentence has a score for each label.
   */
  private static int size(SentenceInContext sentence) {
    int neighbours = sentence.words().size() - sentence.size();
    return Math.max(1, sentence.size()) + neighbours / NEIGHBOURS_PER_WORD;
  }

  private static LabelScores await(CompletableFuture<LabelScores> scores) {
    try {
      return scores.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
