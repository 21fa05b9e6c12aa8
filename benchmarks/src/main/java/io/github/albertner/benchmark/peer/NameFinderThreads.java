package io.github.albertner.benchmark.peer;

import io.github.albertner.benchmark.measure.Contender.Work;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;

/** An application's threads, each with a {@code NameFinderME} over one of our packages. */
public final class NameFinderThreads implements Peer {
  private final int threads;
  private final TokenNameFinderModel model;
  private final ExecutorService executor;

  private NameFinderThreads(int threads, TokenNameFinderModel model) {
    this.threads = threads;
    this.model = model;
    executor = Executors.newFixedThreadPool(threads);
  }

  /** Over a package of ours, read from a file as applications do; it runs with default options. */
  public static NameFinderThreads of(ModelPackage model, int threads) throws IOException {
    Path file = Files.createTempFile("benchmark", ".bin");
    try {
      model.write(file, true);
      return new NameFinderThreads(threads, new TokenNameFinderModel(file));
    } finally {
      Files.delete(file);
    }
  }

  @Override
  public Work tagging(List<List<String>> sentences) {
    List<String[]> tokens = sentences.stream().map(s -> s.toArray(String[]::new)).toList();
    return () -> {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        int first = thread;
        running.add(
            executor.submit(
                () -> {
                  NameFinderME finder = new NameFinderME(model);
                  IntStream.iterate(first, i -> i < tokens.size(), i -> i + threads)
                      .forEach(i -> finder.find(tokens.get(i)));
                }));
      }
      for (Future<?> thread : running) {
        thread.get();
      }
    };
  }

  @Override
  public void close() {
    executor.shutdown();
  }
}
