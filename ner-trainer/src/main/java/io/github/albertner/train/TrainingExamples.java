package io.github.albertner.train;

import io.github.albertner.augment.AugmentationTally;
import io.github.albertner.augment.Augmenter;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.inference.SentenceInContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a run learns from: the windows of its sentences, each drawn once in an epoch, and changed
 * afresh each time if augmentation is on.
 *
 * <p>The neighbours of a changed sentence stay as they are. A sentence of several windows is never
 * changed, and a change that would make several of one is not made, so that an epoch always has the
 * same number of examples.
 */
final class TrainingExamples {
  private final LabelAligner aligner;
  private final Augmenter augmenter;
  private final List<Example> examples = new ArrayList<>();

  /**
   * A window, with the sentence that it is made of.
   *
   * @param window of the sentence as it is
   * @param sentence if this is its only window, otherwise null
   * @param inContext the words of the sentence, with those around it
   */
  private record Example(LabelledWindow window, Sentence sentence, SentenceInContext inContext) {}

  /**
   * Encodes sentences.
   *
   * @param sentences all there are, neighbours of each other
   * @param drawn indices of those to learn from, ascending
   */
  TrainingExamples(
      List<Sentence> sentences,
      List<Integer> drawn,
      int contextPieces,
      LabelAligner aligner,
      Augmenter augmenter) {
    this.aligner = aligner;
    this.augmenter = augmenter;
    List<SentenceInContext> inContext = DocumentContext.of(sentences, contextPieces);
    for (int s : drawn) {
      List<LabelledWindow> windows = aligner.windows(sentences.get(s), inContext.get(s));
      Sentence whole = windows.size() == 1 && !augmenter.isOff() ? sentences.get(s) : null;
      for (LabelledWindow window : windows) {
        examples.add(new Example(window, whole, whole == null ? null : inContext.get(s)));
      }
    }
  }

  /** Returns the number of windows of all sentences as they are. */
  int size() {
    return examples.size();
  }

  /** Returns the windows of all sentences as they are. */
  List<LabelledWindow> windows() {
    return examples.stream().map(Example::window).toList();
  }

  /**
   * Windows to learn from.
   *
   * @param windows one for each example drawn
   * @param tally what augmentation changed in them
   */
  record Drawn(List<LabelledWindow> windows, AugmentationTally tally) {}

  /**
   * Draws examples.
   *
   * @param indices of the examples, from 0
   * @param random decides how sentences are changed
   */
  Drawn draw(List<Integer> indices, Random random) {
    List<LabelledWindow> windows = new ArrayList<>(indices.size());
    AugmentationTally tally = AugmentationTally.NONE;
    for (int index : indices) {
      Example example = examples.get(index);
      LabelledWindow window = example.window;
      if (example.sentence != null) {
        Augmenter.Augmented augmented = augmenter.augment(example.sentence, random);
        Sentence changed = augmented.sentence();
        List<LabelledWindow> fresh =
            augmented.tally().changed() == 0
                ? List.of(window)
                : aligner.windows(changed, example.inContext.withSentence(changed.words()));
        if (fresh.size() == 1) {
          window = fresh.get(0);
          tally = tally.plus(augmented.tally());
        }
      }
      windows.add(window);
    }
    return new Drawn(windows, tally);
  }
}
