package io.github.albertner.evaluate;

import io.github.albertner.label.EntitySpan;
import io.github.albertner.label.TagScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The test files of lines "word gold predicted", with an empty line after each sentence. */
final class TaggedFile {

  record Sentence(List<String> words, List<EntitySpan> gold, List<EntitySpan> predicted) {}

  private TaggedFile() {}

  static List<Sentence> read(String name) {
    return Stream.of(resource(name).split("\n\n")).map(TaggedFile::sentence).toList();
  }

  static String resource(String name) {
    try (InputStream in = TaggedFile.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Sentence sentence(String block) {
    List<String[]> rows = block.lines().map(line -> line.split(" ")).toList();
    return new Sentence(column(rows, 0), spans(rows, 1), spans(rows, 2));
  }

  private static List<String> column(List<String[]> rows, int column) {
    return rows.stream().map(row -> row[column]).toList();
  }

  private static List<EntitySpan> spans(List<String[]> rows, int column) {
    return TagScheme.BIO.decode(column(rows, column));
  }

  static EntityScores scores(List<Sentence> sentences) {
    EntityEvaluator evaluator = new EntityEvaluator();
    for (Sentence s : sentences) {
      evaluator.add(s.gold(), s.predicted(), s.words().size());
    }
    return evaluator.scores();
  }

  static Evaluation evaluation(List<Sentence> sentences, EvaluationOptions options) {
    return Evaluation.of(
        sentences(sentences), sentences.stream().map(Sentence::predicted).toList(), options);
  }

  /** As a corpus; each sentence is a document. */
  static List<io.github.albertner.corpus.Sentence> sentences(List<Sentence> sentences) {
    return sentences.stream()
        .map(s -> new io.github.albertner.corpus.Sentence(s.words(), s.gold(), true))
        .toList();
  }
}
