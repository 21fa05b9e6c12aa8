package io.github.albertner.standoff;

import io.github.albertner.corpus.CorpusFormatException;
import io.github.albertner.corpus.EntityChange;
import io.github.albertner.text.CharRange;
import java.nio.file.Path;
import java.util.List;

/**
 * A text and what is annotated in it.
 *
 * @param file where it is
 * @param line where it begins there, from 1; 0 for the file as a whole
 * @param text all of it
 * @param sentences those given, in order; none if they are to be found
 * @param tokens those given, in order; none if they are to be found
 * @param entities in any order
 * @param startsDocument whether it is not the continuation of the text before
 * @param problems why it cannot be used; empty if it can
 * @param changes what was left out
 */
record TextDocument(
    Path file,
    int line,
    String text,
    List<CharRange> sentences,
    List<CharRange> tokens,
    List<TextEntity> entities,
    boolean startsDocument,
    List<CorpusFormatException> problems,
    List<EntityChange> changes) {

  /** Copies the lists. */
  TextDocument {
    sentences = List.copyOf(sentences);
    tokens = List.copyOf(tokens);
    entities = List.copyOf(entities);
    problems = List.copyOf(problems);
    changes = List.copyOf(changes);
  }

  /** One that cannot be used. */
  static TextDocument bad(
      Path file, int line, boolean startsDocument, List<CorpusFormatException> problems) {
    return new TextDocument(
        file, line, "", List.of(), List.of(), List.of(), startsDocument, problems, List.of());
  }

  /** One that is left out. */
  static TextDocument leftOut(Path file, int line, boolean startsDocument, EntityChange why) {
    return new TextDocument(
        file, line, "", List.of(), List.of(), List.of(), startsDocument, List.of(), List.of(why));
  }

  /** Where it is, for messages. */
  String place() {
    return line > 0 ? file + ":" + line : file.toString();
  }
}
