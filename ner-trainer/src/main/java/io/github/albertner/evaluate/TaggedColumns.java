package io.github.albertner.evaluate;

import io.github.albertner.corpus.Sentence;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sentences whose words have a gold and a predicted tag: what the conlleval script takes, judged as
 * it does and as others do.
 *
 * <p>The modes differ in illegal tags. {@link ScoringMode#CONLLEVAL} reads them as the script does,
 * and counts a tag as right if it is the gold one as it stands. In the other modes only those tags
 * make an entity that the column's scheme would write for it: an {@code I-} without beginning in
 * BIO is none.
 *
 * @param sentences in order
 * @param goldScheme what the gold tags are written in
 * @param predictedScheme what the predicted tags are written in
 * @param documentRows number of rows that are no words but begin a document; the script counts them
 *     as words, rightly tagged
 */
public record TaggedColumns(
    List<TaggedSentence> sentences,
    TagScheme goldScheme,
    TagScheme predictedScheme,
    int documentRows) {
  private static final String DOCUMENT_START = "-DOCSTART-";
  private static final String BOUNDARY = "-X-";

  /** Copies the list. */
  public TaggedColumns {
    sentences = List.copyOf(sentences);
  }

  /**
   * Reads files of a word a line, the gold tag in the last column but one and the predicted tag in
   * the last; between sentences is an empty line. Columns are separated by tabs if a line has one,
   * otherwise by spaces.
   *
   * @param files at least one
   * @return their sentences, and the schemes that the columns are written in
   * @throws IOException if a file cannot be read, or a line is something else; the message names it
   */
  public static TaggedColumns read(List<Path> files) throws IOException {
    List<TaggedSentence> sentences = new ArrayList<>();
    int documentRows = 0;
    for (Path file : files) {
      boolean startsDocument = true;
      List<List<String>> rows = new ArrayList<>();
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        List<String> cells = cells(line);
        boolean documentRow = cells.get(0).startsWith(DOCUMENT_START);
        if (line.isBlank() || documentRow || cells.get(0).equals(BOUNDARY)) {
          startsDocument = !end(rows, startsDocument, sentences) && startsDocument;
          startsDocument |= documentRow;
          documentRows += documentRow ? 1 : 0;
        } else {
          check(cells, file, number, line);
          rows.add(cells);
        }
      }
      end(rows, startsDocument, sentences);
    }
    if (sentences.isEmpty()) {
      throw new IOException(
          files.get(0) + ": expected rows of a word, a gold tag and a predicted tag, found none");
    }
    return new TaggedColumns(
        sentences,
        TagScheme.detect(sentences.stream().map(TaggedSentence::gold).toList()),
        TagScheme.detect(sentences.stream().map(TaggedSentence::predicted).toList()),
        documentRows);
  }

  private static List<String> cells(String line) {
    return List.of(line.strip().split(line.strip().indexOf('\t') >= 0 ? "\t" : " +", -1));
  }

  private static void check(List<String> cells, Path file, int number, String line)
      throws IOException {
    String problem = null;
    if (cells.size() < 3) {
      problem = "a word, a gold tag and a predicted tag";
    } else {
      try {
        TagScheme.BIO.decode(cells.subList(cells.size() - 2, cells.size()));
      } catch (IllegalArgumentException e) {
        problem = "tags in the last two columns (" + e.getMessage() + ")";
      }
    }
    if (problem != null) {
      throw new IOException(
          "%s:%s: expected %s, found '%s'".formatted(file, number, problem, line));
    }
  }

  /** Ends a sentence; says whether there was one. */
  private static boolean end(
      List<List<String>> rows, boolean startsDocument, List<TaggedSentence> sentences) {
    if (rows.isEmpty()) {
      return false;
    }
    sentences.add(
        new TaggedSentence(
            column(rows, cells -> cells.get(0)),
            column(rows, cells -> cells.get(cells.size() - 2)),
            column(rows, cells -> cells.get(cells.size() - 1)),
            startsDocument));
    rows.clear();
    return true;
  }

  private static List<String> column(
      List<List<String>> rows, Function<List<String>, String> column) {
    return rows.stream().map(column).toList();
  }

  /**
   * The sentences with the entities that legal gold tags mean.
   *
   * @return as many sentences
   */
  public List<Sentence> gold() {
    return sentences.stream()
        .map(s -> sentence(s, TaggedSentence.legal(s.gold(), goldScheme)))
        .toList();
  }

  /**
   * The entities that legal predicted tags mean.
   *
   * @return of each sentence
   */
  public List<List<EntitySpan>> predicted() {
    return sentences.stream()
        .map(s -> TaggedSentence.legal(s.predicted(), predictedScheme))
        .toList();
  }

  private static Sentence sentence(TaggedSentence tagged, List<EntitySpan> entities) {
    return new Sentence(tagged.words(), entities, tagged.startsDocument());
  }

  /**
   * The number of entities whose tags are illegal, which only conlleval scores count.
   *
   * @return gold ones, then predicted ones
   */
  public List<Long> illegal() {
    return List.of(
        count(TaggedSentence::gold, goldScheme::decode)
            - count(TaggedSentence::gold, tags -> TaggedSentence.legal(tags, goldScheme)),
        count(TaggedSentence::predicted, predictedScheme::decode)
            - count(
                TaggedSentence::predicted, tags -> TaggedSentence.legal(tags, predictedScheme)));
  }

  /**
   * The number of entities that the conlleval script does not tell from a neighbour of the same
   * type: it has no rule for {@code E-} before {@code B-}, nor for {@code S-}, {@code L-} and
   * {@code U-}.
   *
   * @return gold ones, then predicted ones
   */
  public List<Long> joinedByScript() {
    return List.of(
        count(TaggedSentence::gold, goldScheme::decode)
            - count(TaggedSentence::gold, ConllevalChunks::of),
        count(TaggedSentence::predicted, predictedScheme::decode)
            - count(TaggedSentence::predicted, ConllevalChunks::of));
  }

  private long count(
      Function<TaggedSentence, List<String>> side, Function<List<String>, List<EntitySpan>> read) {
    return sentences.stream().mapToLong(s -> read.apply(side.apply(s)).size()).sum();
  }

  /**
   * Judges the predictions in every mode.
   *
   * @param options intervals, and the training data's entities
   * @return scores; those of the conlleval script are {@link Evaluation#conlleval}
   */
  public Evaluation evaluate(EvaluationOptions options) {
    Evaluation legal = Evaluation.of(gold(), predicted(), options);
    Evaluation repaired =
        Evaluation.of(
            sentences.stream().map(s -> sentence(s, ConllevalChunks.of(s.gold()))).toList(),
            sentences.stream().map(s -> ConllevalChunks.of(s.predicted())).toList(),
            options);
    EntityEvaluator script = new EntityEvaluator();
    sentences.forEach(s -> script.addTagged(s.gold(), s.predicted()));
    for (int row = 0; row < documentRows; row++) {
      script.addTagged(List.of("O"), List.of("O"));
    }
    Map<ScoringMode, ModeScores> modes = new EnumMap<>(legal.modes());
    modes.put(ScoringMode.CONLLEVAL, repaired.in(ScoringMode.CONLLEVAL));
    return new Evaluation(
        legal.strict(), script.scores(), modes, legal.tokens(), legal.resampling());
  }
}
