package io.github.albertner.document;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads, tags and writes, some passages at a time: as many as make good batches for the tagger, or
 * as are there when reading on would have to wait.
 */
public final class Annotator {

  private static final int BATCH_CHARACTERS = 1 << 15;

  private final Function<List<List<String>>, List<List<EntitySpan>>> tagger;
  private final Predicate<EntitySpan> wanted;

  /**
   * An annotator.
   *
   * @param tagger the tokens of sentences in, the entities of each of them out, without overlaps
   * @param wanted which entities to write
   */
  public Annotator(
      Function<List<List<String>>, List<List<EntitySpan>>> tagger, Predicate<EntitySpan> wanted) {
    this.tagger = tagger;
    this.wanted = wanted;
  }

  /**
   * What was written.
   *
   * @param sentences how many
   * @param entities in them
   */
  public record Tally(long sentences, long entities) {

    /**
     * Both together.
     *
     * @param other what else was written
     * @return the sums
     */
    public Tally plus(Tally other) {
      return new Tally(sentences + other.sentences, entities + other.entities);
    }
  }

  /**
   * Annotates an input from beginning to end.
   *
   * @param in the input
   * @param out where to write; flushed after each batch, not closed
   * @return what was written
   * @throws MalformedTextException if the input is not text as expected
   * @throws IOException if reading or writing fails; what was found before has been written
   */
  public Tally annotate(PassageReader in, AnnotationWriter out) throws IOException {
    out.startInput(in.source());
    Tally tally = new Tally(0, 0);
    List<Passage> batch = new ArrayList<>();
    int characters = 0;
    boolean more = true;
    while (more) {
      Optional<Passage> passage = next(in, batch, out);
      more = passage.isPresent();
      if (more) {
        batch.add(passage.get());
        characters += passage.get().text().length();
      }
      if (!more || characters >= BATCH_CHARACTERS || !in.ready()) {
        tally = tally.plus(write(batch, out));
        batch.clear();
        characters = 0;
      }
    }
    return tally;
  }

  /** Reads on; where that fails, what was read before is not lost. */
  private Optional<Passage> next(PassageReader in, List<Passage> batch, AnnotationWriter out)
      throws IOException {
    try {
      return in.next();
    } catch (IOException e) {
      write(batch, out);
      throw e;
    }
  }

  private Tally write(List<Passage> batch, AnnotationWriter out) throws IOException {
    if (batch.isEmpty()) {
      return new Tally(0, 0);
    }
    List<List<String>> sentences = new ArrayList<>();
    for (Passage passage : batch) {
      passage.sentences().forEach(sentence -> sentences.add(sentence.words(passage.text())));
    }
    List<List<EntitySpan>> found =
        tagger.apply(sentences).stream()
            .map(spans -> spans.stream().filter(wanted).toList())
            .toList();
    int done = 0;
    for (Passage passage : batch) {
      int count = passage.sentences().size();
      out.write(AnnotatedPassage.of(passage, found.subList(done, done + count)));
      done += count;
    }
    out.flush();
    return new Tally(sentences.size(), found.stream().mapToLong(List::size).sum());
  }
}
