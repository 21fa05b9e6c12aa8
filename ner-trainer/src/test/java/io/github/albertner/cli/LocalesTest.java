package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the machine's locale writes other digits, other separators, or another small I. */
class LocalesTest {
  /** Digits that are not ASCII's, Arabic separators and signs, Turkish letters. */
  private static final Pattern LOCAL =
      Pattern.compile("[\\p{Nd}&&[^0-9]]|[\u066a-\u066c\u061c\u200e\u200f\u2212\u0130\u0131]");

  private final Locale before = Locale.getDefault();

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  private String trained(String name) throws IOException {
    Path corpus = CommandRun.toyCorpus(folder.resolve(name + ".conll"), 40, 1);
    Path model = folder.resolve(name + ".bin");
    Stream<CommandRun> runs =
        Stream.of(
            CommandRun.train(corpus, model, "--epochs", 4, "--batch-size", 8),
            CommandRun.of("evaluate", "--model", model, "--data", corpus, "--resamples", 100),
            CommandRun.of("annotate", "--model", model, "--tokenized", corpus),
            CommandRun.of("inspect", "--train", corpus, "--model", model),
            CommandRun.of("package", "show", "--model", model, "--card"));
    for (CommandRun run : runs.toList()) {
      run.exits(0);
      for (String text : List.of(run.out(), run.err())) {
        assertFalse(LOCAL.matcher(text).find(), () -> name + ": " + text);
      }
    }
    return ModelPackage.read(model).weightsDigest();
  }

  @Test
  void theMachinesLocaleDoesNotMatter() throws IOException {
    Locale.setDefault(Locale.ROOT);
    String expected = trained("root");
    for (String tag : List.of("fa-IR", "tr-TR", "ar-EG")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertEquals(expected, trained(tag), tag);
    }
  }
}
