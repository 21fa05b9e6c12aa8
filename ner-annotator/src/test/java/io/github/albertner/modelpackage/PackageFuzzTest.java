package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.EntitySpan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Packages changed by chance, with lengths and checksums put right so that the parsers behind them
 * are reached: each is refused by an {@link InvalidModelException}, or can be written, read again
 * and run.
 *
 * <p>The long form takes {@code -Dner.fuzz.minutes}, 10 unless set, and starts from the clock; the
 * seed it names reproduces a failure: {@code -Dner.fuzz.seed}.
 */
class PackageFuzzTest {
  private static final List<String> WORDS =
      List.of("a", "b", "ab", "[CLS]", "", " ", "\u00e9\ufb01", "\ud800", "``", "a".repeat(300));

  private static final Forgery TINY = tiny();

  private static Forgery tiny() {
    try {
      return Forgery.of(TinyPackages.tiny());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Whether it was refused. */
  private static boolean isRefused(long seed) throws IOException {
    byte[] entry = new Mutator(seed).mutate(TINY).entry();
    ModelPackage read;
    try {
      read = ModelPackage.readEntry(new ByteArrayInputStream(entry));
    } catch (InvalidModelException e) {
      assertNotNull(e.getMessage());
      assertTrue(e.getMessage().length() < 5000, e.getMessage());
      return true;
    }
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    read.write(written);
    assertEquals(read, ModelPackage.readEntry(new ByteArrayInputStream(written.toByteArray())));
    return false;
  }

  /** Loads the network and tags, if the package was not refused. */
  private static boolean isRun(long seed) throws IOException {
    byte[] entry = new Mutator(seed).mutate(TINY).entry();
    try (NerTagger tagger =
        NerTagger.of(
            ModelPackage.readEntry(new ByteArrayInputStream(entry)),
            TaggerOptions.defaults().withThreads(1))) {
      List<EntitySpan> found = tagger.tag(WORDS);
      found.forEach(span -> assertTrue(span.end() <= WORDS.size()));
      return true;
    } catch (InvalidModelException e) {
      return false;
    } catch (ArithmeticException e) {
      // Weights that overflow are found out where they do.
      assertTrue(e.getMessage().contains("the network's weights are damaged"), e.getMessage());
      return true;
    }
  }

  @Property(tries = 3000, seed = "1")
  void isRefusedOrSound(@ForAll long seed) throws IOException {
    isRefused(seed);
  }

  @Property(tries = 60, seed = "2")
  void whatIsNotRefusedRuns(@ForAll long seed) throws IOException {
    isRun(seed);
  }

  @Test
  void someOfEachKindAreMet() throws IOException {
    int refused = 0;
    for (long seed = 0; seed < 500; seed++) {
      refused += isRefused(seed) ? 1 : 0;
    }
    assertTrue(refused > 100 && refused < 490, refused + " of 500");
  }

  @Test
  @Tag("slow")
  void forTenMinutes() throws IOException {
    Instant end = Instant.now().plus(Duration.ofMinutes(Long.getLong("ner.fuzz.minutes", 10)));
    long seed = Long.getLong("ner.fuzz.seed", System.currentTimeMillis() << 20);
    long tries = 0;
    long run = 0;
    for (; Instant.now().isBefore(end); seed++, tries++) {
      try {
        if (!isRefused(seed) && tries % 10 == 0) {
          run += isRun(seed) ? 1 : 0;
        }
      } catch (RuntimeException | IOException | Error e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    System.out.printf("%d packages up to seed %d, %d of them run%n", tries, seed - 1, run);
    assertTrue(tries > 0);
  }
}
