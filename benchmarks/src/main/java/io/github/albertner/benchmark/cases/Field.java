package io.github.albertner.benchmark.cases;

import io.github.albertner.benchmark.measure.Contender;
import io.github.albertner.benchmark.measure.MarkdownTable;
import io.github.albertner.benchmark.measure.Timings;
import io.github.albertner.benchmark.peer.Peer;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The taggers that are lined up for a case. Closes them all. */
final class Field implements AutoCloseable {
  private final Map<String, Peer> peers = new LinkedHashMap<>();

  Field add(String name, Peer peer) {
    peers.put(name, peer);
    return this;
  }

  List<Contender> on(Workload workload) throws Exception {
    List<Contender> contenders = new ArrayList<>();
    for (Map.Entry<String, Peer> peer : peers.entrySet()) {
      contenders.add(new Contender(peer.getKey(), peer.getValue().tagging(workload.sentences())));
    }
    return contenders;
  }

  /**
   * Returns what each tagger reached on a workload.
   *
   * @param reference whose time is divided by each one's
   */
  static String table(
      Timings timings, Workload workload, SubwordTokenizer tokenizer, String reference) {
    MarkdownTable table =
        new MarkdownTable("", "words/s", "pieces/s", "times " + reference, "spread");
    for (String name : timings.contenders()) {
      table.row(
          name,
          timings.seconds(name).under(workload.words()).shown(0),
          timings.seconds(name).under(workload.pieces(tokenizer)).shown(0),
          timings.ratio(reference, name).shown(2),
          timings.ratio(reference, name).range(2));
    }
    return table.render();
  }

  @Override
  public void close() throws IOException {
    for (Peer peer : peers.values()) {
      peer.close();
    }
  }
}
