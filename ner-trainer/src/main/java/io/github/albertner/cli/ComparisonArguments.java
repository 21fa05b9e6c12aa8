package io.github.albertner.cli;

import io.github.albertner.TaggerOptions;
import io.github.albertner.corpus.LabelMap;
import io.github.albertner.corpus.Sentence;
import io.github.albertner.evaluate.AdaptiveData;
import io.github.albertner.evaluate.NameFinderBaseline;
import io.github.albertner.label.EntitySpan;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** What a model is compared with, and how: the options of {@code evaluate} that go together. */
final class ComparisonArguments {
  @Option(
      names = "--baseline",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Compare with another package, or with the OpenNLP models in use now: any that"
              + " TokenNameFinderModel reads. Of several files, one per type, overlapping names are"
              + " dropped as OpenNLP's dropOverlappingSpans does.")
  private List<Path> files;

  @Option(
      names = "--baseline-map",
      paramLabel = "A=B,...",
      description =
          "Rename the types that the baseline finds; nothing after = leaves them out. Default: what"
              + " --map says of the data.")
  private String map;

  @Option(
      names = "--baseline-clear",
      paramLabel = "WHEN",
      description =
          "When the baseline forgets earlier sentences (clearAdaptiveData): document or sentence."
              + " Default: document where the data mark documents, otherwise sentence.")
  private AdaptiveData clear;

  /** Loads the models; packages of ours run as the model does that they are compared with. */
  NameFinderBaseline load(TaggerOptions options) throws IOException {
    return NameFinderBaseline.load(files, options);
  }

  /** When the baseline forgets, for data that mark documents or not. */
  AdaptiveData clearing(boolean marksDocuments) {
    if (clear != null) {
      return clear;
    }
    return marksDocuments ? AdaptiveData.DOCUMENT : AdaptiveData.SENTENCE;
  }

  /** How the baseline's types are renamed, when the data's are renamed thus. */
  LabelMap labels(LabelMap ofData) {
    return map == null ? ofData : LabelMap.parse(map);
  }

  /** Renames what the baseline found. */
  static List<List<EntitySpan>> renamed(
      List<Sentence> sentences, List<List<EntitySpan>> found, LabelMap labels) {
    List<List<EntitySpan>> renamed = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      renamed.add(labels.apply(sentences.get(i).withEntities(found.get(i))).entities());
    }
    return renamed;
  }

  /** Says what types only one side has: they cost it points, or the other. */
  void warn(Set<String> known, LabelMap labels, Collection<String> data, PrintWriter err) {
    if (map != null) {
      Set<String> absent = new TreeSet<>(labels.sources());
      absent.removeAll(known);
      if (!absent.isEmpty()) {
        err.printf("note: --baseline-map names %s, but the baseline finds %s%n", absent, known);
      }
    }
    Set<String> found = new TreeSet<>();
    known.forEach(type -> labels.target(type).ifPresent(found::add));
    Set<String> surplus = new TreeSet<>(found);
    surplus.removeAll(data);
    if (!surplus.isEmpty()) {
      err.printf(
          "note: the baseline finds %s, which the data do not have: all of these count as wrong;"
              + " --baseline-map renames types or leaves them out (%s=)%n",
          surplus, surplus.iterator().next());
    }
    Set<String> missing = new TreeSet<>(data);
    missing.removeAll(found);
    if (!missing.isEmpty()) {
      err.printf("note: the baseline cannot find %s, it finds %s%n", missing, found);
    }
  }
}
