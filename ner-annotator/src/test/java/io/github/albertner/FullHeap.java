package io.github.albertner;

import io.github.albertner.modelpackage.ModelPackage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Fills the heap up to so many bytes and tags words not met before; also loads a tagger then. Run
 * in a process of its own, with little memory. Prints a line for each outcome; any throwable but
 * OutOfMemoryError ends it.
 */
final class FullHeap {
  private static final int BLOCK = 16 * 1024;
  private static final int SMALL_BLOCK = 64;
  private static final int SENTENCES = 20;
  private static final int WORDS = 25;
  private static final TaggerOptions OPTIONS = TaggerOptions.defaults().withThreads(2);

  /** Taken from the heap before it is full. */
  private static final Deque<byte[]> filling = new ArrayDeque<>(1 << 20);

  private FullHeap() {}

  private interface Work {
    void run() throws Exception;
  }

  /** Arguments: a package, and the KiB to leave free, one level after the other. */
  public static void main(String[] arguments) throws Exception {
    ModelPackage model = ModelPackage.read(Path.of(arguments[0]));
    List<List<String>> fixed = sentences(new Random(0));
    Random random = new Random(1);
    try (NerTagger tagger = NerTagger.of(model, OPTIONS)) {
      String expected = tagger.tagAll(fixed).toString();
      for (String kib : List.of(arguments).subList(1, arguments.length)) {
        List<List<String>> unseen = sentences(random);
        List<String> endless = List.of("Ada", Integer.toString(random.nextInt()).repeat(200_000));
        report(kib, "tag", () -> tagger.tagAll(unseen));
        report(kib, "word", () -> tagger.tag(endless));
        report(kib, "load", () -> NerTagger.of(model, OPTIONS.withBatchPieces(1000)).close());
        if (!tagger.tagAll(fixed).toString().equals(expected)) {
          System.out.println(kib + " KiB: other entities than before");
        }
      }
    }
  }

  private static List<List<String>> sentences(Random random) {
    return Stream.generate(() -> sentence(random)).limit(SENTENCES).toList();
  }

  private static List<String> sentence(Random random) {
    return Stream.generate(() -> Long.toString(random.nextLong() >>> 20, 36)).limit(WORDS).toList();
  }

  private static void report(String kib, String what, Work work) throws Exception {
    boolean done = false;
    fill(Integer.parseInt(kib) * 1024);
    try {
      work.run();
      done = true;
    } catch (OutOfMemoryError e) {
      done = false;
    } finally {
      filling.clear();
    }
    System.out.println(kib + " KiB: " + what + ": " + (done ? "done" : "out of memory"));
  }

  private static void fill(int free) {
    add(BLOCK);
    add(SMALL_BLOCK); // no gaps are left between the large ones
    for (int freed = 0; freed < free; freed += BLOCK) {
      filling.remove();
    }
  }

  private static void add(int bytes) {
    try {
      while (true) {
        filling.add(new byte[bytes]);
      }
    } catch (OutOfMemoryError full) {
      // as wanted
    }
  }
}
