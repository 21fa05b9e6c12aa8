package io.github.albertner.checkpoint;

import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.network.Activation;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.suggest.NearestName;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.List;

/**
 * Sizes of an encoder with random weights: those of a {@link RandomCheckpoint}, or some of them
 * changed.
 *
 * @param label as a user gives it, without the prefix: {@code small,layers=6}
 * @param embeddingSize E
 * @param hiddenSize H
 * @param layers applied, which share their weights
 * @param heads A
 * @param intermediateSize F
 * @param dropout of hidden values and attention probabilities
 * @param neighbours whether attention starts as {@link NeighbourAttention} has it
 */
record RandomSizes(
    String label,
    int embeddingSize,
    int hiddenSize,
    int layers,
    int heads,
    int intermediateSize,
    double dropout,
    boolean neighbours) {
  private static final String ATTENTION = "attention";
  private static final List<String> NAMES =
      List.of("embedding", "hidden", "layers", "heads", "feed-forward", ATTENTION);
  private static final List<String> ATTENTIONS = List.of("random", "neighbours");

  /**
   * Reads sizes.
   *
   * @param label {@code tiny}, {@code small} or {@code base}, and behind it what differs: {@code
   *     ,NAME=NUMBER} with the names embedding, hidden, layers, heads, feed-forward, and {@code
   *     ,attention=random} or {@code ,attention=neighbours}
   * @throws InvalidModelException if it says something else
   */
  static RandomSizes parse(String label) throws InvalidModelException {
    String[] parts = label.split(",", -1);
    RandomSizes sizes =
        RandomCheckpoint.named(parts[0])
            .map(RandomCheckpoint::sizes)
            .orElseThrow(() -> new InvalidModelException("no such size"));
    for (String change : List.of(parts).subList(1, parts.length)) {
      sizes = sizes.with(change);
    }
    if (sizes.hiddenSize % sizes.heads != 0) {
      throw new InvalidModelException(
          "hidden size %s, which is no multiple of %s heads"
              .formatted(sizes.hiddenSize, sizes.heads));
    }
    if (sizes.neighbours && sizes.embeddingSize < NeighbourAttention.NARROWEST) {
      throw new InvalidModelException(
          "attention=neighbours with an embedding size of %s; it needs at least %s"
              .formatted(sizes.embeddingSize, NeighbourAttention.NARROWEST));
    }
    if (sizes.neighbours && sizes.hiddenSize < sizes.embeddingSize) {
      throw new InvalidModelException(
          "attention=neighbours with a hidden size of %s, which is less than the embedding size, %s"
              .formatted(sizes.hiddenSize, sizes.embeddingSize));
    }
    return new RandomSizes(
        label,
        sizes.embeddingSize,
        sizes.hiddenSize,
        sizes.layers,
        sizes.heads,
        sizes.intermediateSize,
        sizes.dropout,
        sizes.neighbours);
  }

  private RandomSizes with(String change) throws InvalidModelException {
    int equals = change.indexOf('=');
    String name = equals < 0 ? change : change.substring(0, equals);
    if (!NAMES.contains(name)) {
      throw new InvalidModelException(
          "\"%s\"%s; what can be given is %s"
              .formatted(change, NearestName.hint(name, NAMES), String.join(", ", NAMES)));
    }
    if (name.equals(ATTENTION)) {
      return withAttention(change.substring(Math.min(change.length(), name.length() + 1)));
    }
    int value;
    try {
      value = Integer.parseInt(change.substring(equals + 1));
    } catch (NumberFormatException e) {
      value = 0; // refused below, with what was found
    }
    if (equals < 0 || value < 1) {
      throw new InvalidModelException(
          "\"%s\"; expected %s=NUMBER, with a number of at least 1".formatted(change, name));
    }
    return new RandomSizes(
        label,
        name.equals("embedding") ? value : embeddingSize,
        name.equals("hidden") ? value : hiddenSize,
        name.equals("layers") ? value : layers,
        name.equals("heads") ? value : heads,
        name.equals("feed-forward") ? value : intermediateSize,
        dropout,
        neighbours);
  }

  private RandomSizes withAttention(String value) throws InvalidModelException {
    if (!ATTENTIONS.contains(value)) {
      throw new InvalidModelException(
          "attention=\"%s\"%s; expected one of %s"
              .formatted(
                  value, NearestName.hint(value, ATTENTIONS), String.join(", ", ATTENTIONS)));
    }
    return new RandomSizes(
        label,
        embeddingSize,
        hiddenSize,
        layers,
        heads,
        intermediateSize,
        dropout,
        value.equals(ATTENTIONS.get(1)));
  }

  /** The configuration of an encoder over a vocabulary. */
  AlbertConfig config(SubwordTokenizer tokenizer) {
    return new AlbertConfig(
        tokenizer.vocabularySize(),
        embeddingSize,
        hiddenSize,
        layers,
        1,
        1,
        heads,
        intermediateSize,
        Activation.GELU_NEW,
        1e-12,
        2,
        512,
        dropout,
        dropout,
        0.1,
        tokenizer.padId(),
        tokenizer.classId(),
        tokenizer.separatorId(),
        0.02);
  }
}
