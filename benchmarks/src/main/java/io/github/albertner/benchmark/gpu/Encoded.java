package io.github.albertner.benchmark.gpu;

import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.inference.Batcher;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.network.PieceBatch;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A workload as pieces; what is longer than a window is cut off, here and for the peers.
 *
 * @param workload the words
 * @param windows pieces of each sentence, [CLS] and [SEP] included
 */
record Encoded(Workload workload, List<List<Integer>> windows) {

  static Encoded of(Workload workload, SubwordTokenizer tokenizer, AlbertConfig config) {
    List<List<Integer>> windows = new ArrayList<>();
    for (List<String> sentence : workload.sentences()) {
      Encoding encoding = tokenizer.encode(sentence);
      List<Integer> pieces = new ArrayList<>(List.of(config.classId()));
      for (int i = 0; i < Math.min(encoding.pieces(), config.maxPositions() - 2); i++) {
        pieces.add(encoding.pieceId(i));
      }
      pieces.add(config.separatorId());
      windows.add(pieces);
    }
    return new Encoded(workload, windows);
  }

  List<Integer> lengths() {
    return windows.stream().map(List::size).toList();
  }

  int pieces() {
    return windows.stream().mapToInt(List::size).sum();
  }

  /** The windows by length, in batches; all rows are read, as the peers compute all logits. */
  List<PieceBatch> batches(int mostPieces) {
    return new Batcher(mostPieces)
        .batches(windows, List::size).stream().map(Encoded::batch).toList();
  }

  static PieceBatch batch(List<List<Integer>> windows) {
    return PieceBatch.of(
        windows.stream().map(w -> w.stream().mapToInt(Integer::intValue).toArray()).toList(),
        windows.stream().map(w -> IntStream.range(0, w.size()).toArray()).toList());
  }
}
