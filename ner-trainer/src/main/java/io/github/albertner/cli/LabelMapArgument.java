package io.github.albertner.cli;

import io.github.albertner.corpus.LabelMap;
import io.github.albertner.corpus.Sentence;
import java.util.List;
import picocli.CommandLine.Option;

/** Renames or drops entity types as a corpus is read. */
final class LabelMapArgument {
  @Option(
      names = "--map",
      paramLabel = "A=B,...",
      defaultValue = "",
      description =
          "Rename entity types of the data: PER=person,ORG=organization. Nothing after = drops the"
              + " type.")
  private String map;

  /** The map as written. */
  String text() {
    return map;
  }

  /** The map as given. */
  LabelMap labels() {
    return LabelMap.parse(map);
  }

  /**
   * Renames; a type that the map names must occur in some of the sentences.
   *
   * @param sets sentences of the same corpora
   * @return the sets with renamed types
   */
  List<List<Sentence>> apply(List<List<Sentence>> sets) {
    LabelMap labels = labels();
    labels.apply(sets.stream().flatMap(List::stream).toList());
    return sets.stream().map(set -> set.stream().map(labels::apply).toList()).toList();
  }
}
