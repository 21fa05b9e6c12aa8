package io.github.albertner.plugin;

import io.github.albertner.corpus.NameSamples;
import io.github.albertner.corpus.Sentence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.ml.model.Sequence;
import opennlp.tools.ml.model.SequenceStream;
import opennlp.tools.namefind.NameSample;

/** Takes the sentences out of the stream that OpenNLP hands to a trainer. */
final class SampleReader {
  private SampleReader() {}

  /**
   * Reads the whole stream, once: OpenNLP counts what goes through it for its summary, and
   * resetting the stream would start the count anew.
   *
   * @return the sentences; those without a word are left out
   * @throws IOException if the stream cannot be read
   * @throws IllegalArgumentException if it holds something else than name samples, or a sample
   *     whose names overlap or leave the sentence
   */
  static List<Sentence> read(SequenceStream<?> stream) throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    boolean startsDocument = true;
    Sequence<?> sequence;
    while ((sequence = stream.read()) != null) {
      if (!(sequence.getSource() instanceof NameSample sample)) {
        throw new IllegalArgumentException(
            "AlbertTrainer finds names: expected a stream of name samples, found "
                + (sequence.getSource() == null
                    ? "sequences without a source"
                    : sequence.getSource().getClass().getName()));
      }
      startsDocument |= sample.isClearAdaptiveDataSet();
      if (sample.getSentence().length > 0) {
        sentences.add(NameSamples.toSentence(sample).withStartsDocument(startsDocument));
        startsDocument = false;
      }
    }
    return sentences;
  }
}
