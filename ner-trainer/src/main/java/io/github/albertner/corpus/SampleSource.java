package io.github.albertner.corpus;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.ObjectStream;

/**
 * The samples of one of OpenNLP's readers. They do not say at which line they are, and after
 * something that they refuse they cannot go on.
 */
final class SampleSource implements SentenceSource {

  private final SampleFormat format;
  private final CorpusFile file;
  private final ObjectStream<NameSample> samples;
  private int count;

  SampleSource(SampleFormat format, CorpusFile file) throws IOException {
    this.format = format;
    this.file = file;
    samples = guarded(() -> format.reader().open(file));
  }

  /** Something of OpenNLP's. */
  @FunctionalInterface
  private interface Work<R> {
    R run() throws IOException;
  }

  private <R> R guarded(Work<R> work) throws IOException {
    try {
      return work.run();
    } catch (CorpusFormatException | NoSuchFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The readers let whatever a damaged file provokes through, in many kinds.
      CorpusFormatException refusal =
          file.bad(
              0,
              (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage())
                  + (count == 0 ? "" : " after " + count + " sentences"),
              "a file that OpenNLP reads as " + format.name());
      refusal.initCause(e);
      throw refusal;
    }
  }

  @Override
  public String format() {
    return format.name();
  }

  @Override
  public String layout() {
    return "by OpenNLP's reader";
  }

  @Override
  public Optional<Candidate> next() throws IOException {
    NameSample sample;
    while ((sample = guarded(samples::read)) != null) {
      if (sample.getSentence().length > 0) {
        NameSample read = sample;
        boolean starts = count == 0 || (read.isClearAdaptiveDataSet() && !format.onePerFile());
        count++;
        return Optional.of(
            Candidate.good(
                guarded(() -> NameSamples.toSentence(read).withStartsDocument(starts)), List.of()));
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    samples.close();
  }
}
