package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarLineTest {

  /** Keeps the last line drawn. */
  private static final class Kept implements ProgressBarConsumer {
    private volatile String line = "";

    @Override
    public int getMaxRenderedLength() {
      return 79;
    }

    @Override
    public void accept(String drawn) {
      line = drawn;
    }

    @Override
    public void close() {}
  }

  private static String drawn(long done, long total, String message) {
    Kept kept = new Kept();
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setInitialMax(total)
            .setTaskName("train")
            .setRenderer(BarLine::line)
            .setConsumer(kept)
            .build()) {
      bar.setExtraMessage(message);
      bar.stepTo(done);
      bar.refresh();
    }
    return kept.line;
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 'train [>                           ]   0% ', ''",
    "5, 10, 'train [==============>             ]  50% ', ' left, loss 0.5'",
    "10, 10, 'train [============================] 100% ', ', loss 0.5'",
    "12, 10, 'train [============================] 100% ', ', loss 0.5'",
    "0, 0, 'train [============================] 100% ', ', loss 0.5'",
  })
  void aThirdOfTheLineIsTheBar(long done, long total, String begin, String end) {
    String line = drawn(done, total, "loss 0.5");
    assertEquals(begin, line.substring(0, begin.length()));
    assertTrue(line.endsWith(end), line);
  }

  @ParameterizedTest
  @CsvSource({"1, 3", "2, 3"})
  void aLongMessageIsCutAndNotTheBar(long done, long total) {
    String line = drawn(done, total, "loss 0.1234, ".repeat(10));
    assertEquals(79, line.length());
    assertTrue(line.matches("train \\[=+> +\\].*"), line);
  }
}
