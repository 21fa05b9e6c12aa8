package io.github.albertner.text;

import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Reads, tags and writes, some passages at a time: as many as make good batches for the tagger, or
 * as are there when reading on would have to wait.
 *
 * <p>With document context, a passage is written when enough words after it are known, or its
 * document has ended: what is found does not depend on how the input arrives.
 */
public final class Annotator {

  private static final int BATCH_CHARACTERS = 1 << 15;

  private final Function<List<List<String>>, List<List<EntitySpan>>> tagger;
  private final int contextWords;
  private final Predicate<EntitySpan> wanted;

  /**
   * An annotator for sentences on their own.
   *
   * @param tagger the tokens of sentences in, the entities of each of them out, without overlaps
   * @param wanted which entities to write
   */
  public Annotator(
      Function<List<List<String>>, List<List<EntitySpan>>> tagger, Predicate<EntitySpan> wanted) {
    this(tagger, 0, wanted);
  }

  /**
   * An annotator.
   *
   * @param tagger the tokens of the sentences of a document in, the entities of each of them out,
   *     without overlaps
   * @param contextWords words around a sentence that the tagger may look at, on each side; 0 if it
   *     looks at none, whatever documents there are
   * @param wanted which entities to write
   */
  public Annotator(
      Function<List<List<String>>, List<List<EntitySpan>>> tagger,
      int contextWords,
      Predicate<EntitySpan> wanted) {
    this.tagger = tagger;
    this.contextWords = contextWords;
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

  /** Takes passages with their entities, one after the other. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes the name of the input that the next passages are from.
     *
     * @param source its name
     * @throws IOException if writing fails
     */
    default void startInput(String source) throws IOException {}

    /**
     * Takes the next passage of the input.
     *
     * @param passage text and entities
     * @throws IOException if writing fails, or the format cannot hold it
     */
    void write(AnnotatedPassage passage) throws IOException;

    /**
     * Sends on what has been written so far.
     *
     * @throws IOException if writing fails
     */
    default void flush() throws IOException {}
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
  public Tally annotate(PassageReader in, Sink out) throws IOException {
    out.startInput(in.source());
    Tally tally = new Tally(0, 0);
    Unwritten unwritten = new Unwritten(contextWords);
    boolean more = true;
    while (more) {
      Optional<Passage> passage = next(in, unwritten, out);
      more = passage.isPresent();
      passage.ifPresent(unwritten::add);
      boolean ended = !more || (in.blankEndsDocument() && passage.get().sentences().isEmpty());
      boolean full = unwritten.characters() >= BATCH_CHARACTERS;
      if (full || !more || (ended && contextWords > 0) || !in.ready()) {
        tally = tally.plus(write(unwritten.take(ended), out));
      }
    }
    return tally;
  }

  /** Reads on; where that fails, what was read before is not lost. */
  private Optional<Passage> next(PassageReader in, Unwritten unwritten, Sink out)
      throws IOException {
    try {
      return in.next();
    } catch (IOException e) {
      write(unwritten.take(true), out);
      throw e;
    }
  }

  private Tally write(Unwritten.Part part, Sink out) throws IOException {
    if (part.passages().isEmpty()) {
      return new Tally(0, 0);
    }
    List<List<EntitySpan>> found =
        tagger.apply(part.document()).stream()
            .map(spans -> spans.stream().filter(wanted).toList())
            .toList();
    int done = part.begin();
    long entities = 0;
    for (Passage passage : part.passages()) {
      int count = passage.sentences().size();
      List<List<EntitySpan>> own = found.subList(done, done + count);
      out.write(AnnotatedPassage.of(passage, own));
      entities += own.stream().mapToLong(List::size).sum();
      done += count;
    }
    out.flush();
    return new Tally(done - part.begin(), entities);
  }
}
