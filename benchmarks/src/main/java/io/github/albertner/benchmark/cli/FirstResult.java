package io.github.albertner.benchmark.cli;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.network.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The smallest program over the library: loads a package, tags a sentence, says that it has. */
final class FirstResult {
  private FirstResult() {}

  /**
   * Runs it.
   *
   * @param arguments package file, precision
   */
  public static void main(String[] arguments) throws IOException {
    TaggerOptions options = TaggerOptions.defaults().withPrecision(Precision.valueOf(arguments[1]));
    try (NerTagger tagger = NerTagger.load(Path.of(arguments[0]), options)) {
      System.out.println(
          tagger.tag(List.of("Metformin", "was", "given", "in", "Boston", ".")).size());
    }
  }
}
