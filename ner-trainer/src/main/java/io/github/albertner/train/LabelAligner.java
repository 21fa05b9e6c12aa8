package io.github.albertner.train;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.inference.SentenceEncoder;
import io.github.albertner.inference.SentenceInContext;
import io.github.albertner.inference.Window;
import io.github.albertner.inference.Windower;
import io.github.albertner.label.LabelSet;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;

/** Turns sentences into labelled windows: encodes, cuts, and puts labels on pieces. */
public final class LabelAligner {
  private final SentenceEncoder encoder;
  private final AlbertConfig config;
  private final LabelSet labels;
  private final Windower windower;

  /** An aligner for a network's sizes, vocabulary and labels, of words as they are. */
  public LabelAligner(SubwordTokenizer tokenizer, AlbertConfig config, LabelSet labels) {
    this(new SentenceEncoder(tokenizer), config, labels);
  }

  /** An aligner for a network's sizes, vocabulary and labels. */
  public LabelAligner(SentenceEncoder encoder, AlbertConfig config, LabelSet labels) {
    this.encoder = encoder;
    this.config = config;
    this.labels = labels;
    windower = new Windower(config.maxPositions());
  }

  /**
   * Returns the windows of a sentence without neighbours.
   *
   * @throws IllegalArgumentException if an entity's type is not among the labels, naming it
   */
  public List<LabelledWindow> windows(Sentence sentence) {
    return windows(sentence, SentenceInContext.alone(sentence.words()));
  }

  /**
   * Returns the windows of a sentence among its neighbours, whose pieces carry no label.
   *
   * @param inContext the words of the sentence, with those around it
   * @throws IllegalArgumentException if an entity's type is not among the labels, naming it
   */
  public List<LabelledWindow> windows(Sentence sentence, SentenceInContext inContext) {
    Encoding encoding = encoder.encode(inContext);
    int[] wordLabels = new int[encoding.words()];
    System.arraycopy(wordLabels(sentence), 0, wordLabels, inContext.begin(), inContext.size());
    List<LabelledWindow> windows = new ArrayList<>();
    for (Window window :
        windower.windows(encoding, inContext.begin(), inContext.end(), inContext.contextPieces())) {
      windows.add(
          new LabelledWindow(encoding, window, config.classId(), config.separatorId(), wordLabels));
    }
    return windows;
  }

  /**
   * Returns the label index of each word.
   *
   * @throws IllegalArgumentException if an entity's type is not among the labels, naming it
   */
  public int[] wordLabels(Sentence sentence) {
    return labels.scheme().encode(sentence.entities(), sentence.words().size()).stream()
        .mapToInt(labels::index)
        .toArray();
  }
}
