package io.github.albertner.corpus;

import static io.github.albertner.corpus.CorpusText.lines;
import static io.github.albertner.corpus.CorpusText.sentences;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import opennlp.tools.cmdline.StreamFactoryRegistry;
import opennlp.tools.namefind.NameSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorporaTest {

  @Test
  void everyFileIsReadInItsOwnFormat() throws IOException {
    Path columns = lines("Ann I-PER", "sings O").file();
    Path samples = lines("<START:loc> Rome <END> .").file();
    Corpus corpus = Corpora.read(List.of(columns, samples), CorpusOptions.DEFAULTS);

    assertEquals(
        sentences("¶ [PER Ann] sings", "¶ [loc Rome] ."),
        corpus.sentences().stream().map(CorpusText::show).toList());
    assertEquals(Set.of("PER", "loc"), corpus.types());
    assertEquals(Map.of("PER", 1L, "loc", 1L), corpus.statistics().entities());
    assertEquals(2, corpus.statistics().entityCount());
    assertEquals(4, corpus.statistics().words());
    assertEquals(
        List.of("conll", "opennlp"),
        corpus.statistics().files().stream().map(f -> f.format()).toList());
  }

  @Test
  void sentencesCanBeReadOneAtATime() throws IOException {
    Path file = lines("a\tB-X", "", "b\tO", "", "c d").file();
    try (CorpusReader reader = Corpora.open(List.of(file), CorpusOptions.DEFAULTS)) {
      assertEquals("¶ [X a]", CorpusText.show(reader.read().orElseThrow()));
      assertEquals("b", CorpusText.show(reader.read().orElseThrow()));
      assertEquals(2, reader.statistics().sentences());
      assertThrows(CorpusFormatException.class, reader::read);
      assertEquals(Optional.empty(), reader.read());
    }
  }

  @Test
  void aCorpusWithoutSentencesIsRefused() throws IOException {
    assertEquals(": expected at least one sentence, found none", lines("", " ", "").message());
    assertEquals(": expected at least one sentence, found none", lines("").as("opennlp").message());
    assertEquals(
        ": expected at least one sentence, found none",
        lines("# a", "", "# b").as("conll").message());
    CorpusText bad = lines("a <END>").skippingBadLines();
    String found = bad.message();
    assertTrue(
        found.startsWith(
            ": expected at least one sentence, found 1 bad lines only, of which the first is "
                + bad.file()
                + ":1: expected"),
        found);
    Path empty = lines("").file();
    String message =
        assertThrows(
                CorpusFormatException.class,
                () -> Corpora.read(List.of(empty, lines("").file()), CorpusOptions.DEFAULTS))
            .getMessage();
    assertTrue(message.endsWith("found none here and in 1 more files"), message);
  }

  @Test
  void anEmptyFileAmongOthersDoesNoHarm() throws IOException {
    Corpus corpus =
        Corpora.read(List.of(lines("").file(), lines("a\tB-X").file()), CorpusOptions.DEFAULTS);
    assertEquals(1, corpus.sentences().size());
  }

  @Test
  void textInNoFormatIsRefused() {
    String message = lines("Just some text.", "And more of it.").message();
    assertTrue(message.startsWith(":1: expected rows of columns with"), message);
    assertTrue(message.endsWith("found 'Just some text.'"), message);
    String binary = CorpusText.bytes(new byte[] {'P', 'K', 3, 4, -1, -2}).message();
    assertTrue(binary.endsWith("found a zip archive"), binary);
  }

  @Test
  void anUnknownFormatIsRefusedWithThoseThereAre() {
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Corpora.read(List.of(Path.of("x")), CorpusOptions.DEFAULTS.withFormat("conl")));
    assertEquals(
        "unknown corpus format 'conl' (did you mean conll?); known formats: "
            + String.join(", ", Corpora.formats().keySet())
            + " (and, for reading, auto)",
        unknown.getMessage());
  }

  /** Each name that OpenNLP's registry has for name samples is there, and means the same. */
  @Test
  void everyFormatOfOpenNlpIsThereByItsName() {
    Set<String> missing =
        new TreeSet<>(StreamFactoryRegistry.getFactories(NameSample.class).keySet());
    assertTrue(missing.contains("conll03"), missing.toString());
    missing.removeAll(
        Set.of(
            StreamFactoryRegistry.DEFAULT_FORMAT, // OpenNLP's name for opennlp
            "conllx")); // No names in it.
    missing.removeAll(Corpora.formats().keySet());
    assertEquals(Set.of(), missing);
  }

  @Test
  void columnSettingsNeedColumns() {
    assertThrows(
        IllegalArgumentException.class,
        () -> CorpusOptions.DEFAULTS.withTagColumn("2").withFormat("opennlp"));
    assertThrows(
        IllegalArgumentException.class,
        () -> CorpusOptions.DEFAULTS.withTagColumn("2").withTokenColumn("2"));
  }

  @Test
  void filesThatCannotBeReadAreNamed(@TempDir Path directory) {
    Path missing = directory.resolve("missing.txt");
    NoSuchFileException absent =
        assertThrows(
            NoSuchFileException.class,
            () -> Corpora.open(List.of(missing), CorpusOptions.DEFAULTS));
    assertEquals(missing + ": no such corpus file", absent.getMessage());
    FileSystemException folder =
        assertThrows(
            FileSystemException.class,
            () -> Corpora.open(List.of(directory), CorpusOptions.DEFAULTS));
    assertTrue(
        folder
            .getMessage()
            .endsWith(
                "found a directory without; name the files, also as a pattern such as '"
                    + directory.resolve("*.conll")
                    + "'"));
    assertThrows(
        IllegalArgumentException.class, () -> Corpora.open(List.of(), CorpusOptions.DEFAULTS));
  }
}
