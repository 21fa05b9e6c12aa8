package io.github.albertner.benchmark.cases;

import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that loads a package, uses it, and tells its resident memory.
 *
 * @param main takes a package file, a precision, a batch budget, threads, a number of sentences and
 *     the pieces of each (0 for clinical notes); writes the MiB resident when loaded, resident when
 *     used, and at most, a line each
 * @param model the package file
 */
record MemoryProgram(Class<?> main, Path model) {

  /**
   * MiB of a process.
   *
   * @param loaded resident when the network was loaded
   * @param used resident when it had been used
   * @param most the most that was resident
   */
  record Resident(double loaded, double used, double most) {}

  /** A heap as small as the program needs: how large it grows is the application's choice. */
  private static final String[] HEAP = {"-Xms16m", "-Xmx256m"};

  Resident run(TaggerOptions options, int sentences, int pieces)
      throws IOException, InterruptedException {
    List<Double> mib =
        new ChildJvm(HEAP)
                .run(
                    main,
                    model.toString(),
                    options.precision().name(),
                    Integer.toString(options.batchPieces()),
                    Integer.toString(options.threads()),
                    Integer.toString(sentences),
                    Integer.toString(pieces))
                .lines()
                .stream()
                .map(Double::valueOf)
                .toList();
    return new Resident(mib.get(0), mib.get(1), mib.get(2));
  }
}
