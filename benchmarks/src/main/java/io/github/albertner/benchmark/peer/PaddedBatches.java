package io.github.albertner.benchmark.peer;

import io.github.albertner.inference.Window;
import io.github.albertner.inference.Windower;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.tokenize.Encoding;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes batches of a fixed number of sentences, the longest first. */
final class PaddedBatches {
  private final SubwordTokenizer tokenizer;
  private final AlbertConfig config;
  private final Windower windower;
  private final int sentences;

  private record Job(Encoding encoding, Window window) {}

  PaddedBatches(SubwordTokenizer tokenizer, AlbertConfig config, int sentences) {
    this.tokenizer = tokenizer;
    this.config = config;
    this.sentences = sentences;
    windower = new Windower(config.maxPositions());
  }

  List<PaddedBatch> of(List<List<String>> words) {
    List<Job> jobs = new ArrayList<>();
    for (List<String> sentence : words) {
      Encoding encoding = tokenizer.encode(sentence);
      windower.windows(encoding).forEach(window -> jobs.add(new Job(encoding, window)));
    }
    if (sentences > 1) {
      jobs.sort(Comparator.comparingInt((Job job) -> job.window.length()).reversed());
    }
    List<PaddedBatch> batches = new ArrayList<>();
    for (int from = 0; from < jobs.size(); from += sentences) {
      batches.add(padded(jobs.subList(from, Math.min(from + sentences, jobs.size()))));
    }
    return batches;
  }

  private PaddedBatch padded(List<Job> jobs) {
    int length = jobs.stream().mapToInt(job -> job.window.length()).max().orElseThrow();
    LongBuffer pieces = LongBuffer.allocate(jobs.size() * length);
    LongBuffer mask = LongBuffer.allocate(jobs.size() * length);
    List<Integer> read = new ArrayList<>();
    for (int s = 0; s < jobs.size(); s++) {
      Job job = jobs.get(s);
      int[] ids = job.window.pieceIds(job.encoding, config.classId(), config.separatorId());
      for (int i = 0; i < length; i++) {
        pieces.put(s * length + i, i < ids.length ? ids[i] : config.padId());
        mask.put(s * length + i, i < ids.length ? 1 : 0);
      }
      for (int piece : job.window.firstPieces(job.encoding)) {
        read.add(s * length + piece);
      }
    }
    return new PaddedBatch(jobs.size(), length, pieces, mask, read);
  }
}
