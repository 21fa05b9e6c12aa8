package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.albertner.PipelineOptions;
import io.github.albertner.TaggerOptions;
import io.github.albertner.label.EntitySpan;
import io.github.albertner.network.Precision;
import io.github.albertner.text.Annotator;
import io.github.albertner.text.Splitter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command with a tagger that finds "Ada" (person, 0.9) and "Rome" (location, 0.4). */
class AnnotateCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private TaggerOptions options;
  private boolean released;

  private static List<List<EntitySpan>> tag(List<List<String>> sentences) {
    List<List<EntitySpan>> found = new ArrayList<>();
    for (List<String> words : sentences) {
      List<EntitySpan> spans = new ArrayList<>();
      for (int word = 0; word < words.size(); word++) {
        if (words.get(word).equals("Ada")) {
          spans.add(new EntitySpan(word, word + 1, "person", 0.9));
        } else if (words.get(word).equals("Rome")) {
          spans.add(new EntitySpan(word, word + 1, "location", 0.4));
        }
      }
      found.add(spans);
    }
    return found;
  }

  private AnnotationTagger load(Path model, PipelineOptions given) {
    options = given.tagger();
    return new AnnotationTagger(
        "en",
        Splitter.english(),
        new Annotator(AnnotateCommandTest::tag, given::keeps),
        () -> released = true);
  }

  private int run(OutputStream output, String input, String... arguments) throws Exception {
    AnnotateCommand command =
        new AnnotateCommand(
            new StandardStreams(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new StandardStreams.Output(output),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false),
            this::load);
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
    return command.call();
  }

  private String annotate(String input, String... arguments) throws Exception {
    out.reset();
    assertEquals(0, run(out, input, arguments));
    return out.toString(StandardCharsets.UTF_8);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @Test
  void annotatesStandardInputAsATable() throws Exception {
    assertEquals(
        """
           begin       end  type            prob  text
               0         3  person          0.90  Ada
              13        17  location        0.40  Rome
        """,
        annotate("Ada lived in\nRome.\n"));
    assertTrue(released);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void saysOnlyToPeopleThatNothingWasFound() throws Exception {
    assertEquals("", annotate("nothing. here.\n"));
    assertEquals("No entities in 2 sentences.\n", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void emptyInputGivesNothing() throws Exception {
    assertEquals("", annotate(""));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void readsFilesAndStandardInputInOrder() throws Exception {
    String a = file("a.txt", "Ada left");
    assertEquals(
        """
        <START:person> Ada <END> left

        <START:location> Rome <END>

        <START:person> Ada <END> left
        """,
        annotate("Rome", a, "-", a, "--tokenized", "--output-format", "opennlp"));
  }

  @Test
  void leavesOutTypesAndImprobableEntities() throws Exception {
    String all = "<START:person> Ada <END> <START:location> Rome <END>\n";
    String person = "<START:person> Ada <END> Rome\n";
    assertEquals(all, annotate("Ada Rome", "--output-format=opennlp"));
    assertEquals(all, annotate("Ada Rome", "--output-format=opennlp", "--types=location,person"));
    assertEquals(person, annotate("Ada Rome", "--output-format=opennlp", "--types", "person"));
    assertEquals(person, annotate("Ada Rome", "--output-format=opennlp", "--min-probability=0.5"));
  }

  @Test
  void passesOnHowToRun() throws Exception {
    annotate("", "--precision", "bf16", "--threads", "3");
    assertEquals(Precision.BF16, options.precision());
    assertEquals(3, options.threads());
  }

  @ParameterizedTest
  @CsvSource({
    "--min-probability, 1.5",
    "--min-probability, NaN",
    "--threads, 0",
    "--output-format, xml",
    "--encoding, utf-88",
    "--precision, f8"
  })
  void wrongValuesAreWrongUsage(String option, String value) {
    Exception e = assertThrows(Exception.class, () -> run(out, "Ada", option, value));
    assertTrue(
        e instanceof IllegalArgumentException || e instanceof ParameterException, e::toString);
  }

  /** The model is the shipped one: the pipeline knows its types. */
  @Test
  void anUnknownTypeIsAnsweredWithThoseThereAre() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                AnnotationTagger.load(
                    Path.of("..", "models", "english.bin"),
                    PipelineOptions.defaults().withTypes(List.of("person", "persn"))));
    assertTrue(
        e.getMessage().startsWith("this model does not know the type 'persn'; its types are "),
        e::getMessage);
  }

  @Test
  void inputsAreCheckedBeforeAnythingIsLoaded() throws Exception {
    String a = file("a.txt", "Ada");
    String missing = folder.resolve("b.txt").toString();
    Exception e = assertThrows(FileNotFoundException.class, () -> run(out, "", a, missing));
    assertEquals("there is no file " + missing, e.getMessage());
    assertThrows(FileNotFoundException.class, () -> run(out, "", folder.toString()));
    assertThrows(IllegalArgumentException.class, () -> run(out, "", "-", "-"));
    assertEquals(null, options);
  }

  @Test
  void textIsUtf8UnlessSaidOtherwise() throws Exception {
    Path latin = folder.resolve("latin.txt");
    Files.write(latin, "Ada \u00E9".getBytes(Charset.forName("windows-1252")));
    Exception e = assertThrows(IOException.class, () -> run(out, "", latin.toString()));
    assertTrue(e.getMessage().contains("0xE9 at offset 4"), e.getMessage());
    String[] read = {latin.toString(), "--output-format=opennlp", "--encoding=windows-1252"};
    assertEquals("<START:person> Ada <END> \u00E9\n", annotate("", read));
  }

  @Test
  void refusesToReplaceAFileUnlessForced() throws Exception {
    String output = file("out.txt", "precious, and longer than what will be written");
    String[] arguments = {"--output", output, "--output-format=opennlp"};
    assertThrows(FileAlreadyExistsException.class, () -> run(out, "Ada", arguments));
    assertEquals(
        "precious, and longer than what will be written", Files.readString(Path.of(output)));
    assertEquals("", annotate("Ada", "--force", arguments[0], arguments[1], arguments[2]));
    assertEquals("<START:person> Ada <END>\n", Files.readString(Path.of(output)));
  }

  @Test
  void neverWritesOverAnInput() throws Exception {
    String a = file("a.txt", "Ada");
    IOException e =
        assertThrows(IOException.class, () -> run(out, "", a, "--force", "--output", a));
    assertTrue(e.getMessage().contains("it is also an input"), e.getMessage());
    assertEquals("Ada", Files.readString(Path.of(a)));
  }

  @Test
  void keepsWhatWasFoundBeforeABadByte() throws Exception {
    Path bad = folder.resolve("bad.txt");
    Files.write(bad, new byte[] {'A', 'd', 'a', '\n', (byte) 0xFF});
    Path output = folder.resolve("out.txt");
    assertThrows(
        IOException.class, () -> run(out, "", bad.toString(), "--tokenized", "--output=" + output));
    assertTrue(Files.readString(output).contains("Ada"));
  }

  @Test
  void endsQuietlyWhenNobodyReads() throws Exception {
    assertEquals(0, run(new Failing("Broken pipe"), "Ada"));
    assertEquals("", err.toString(StandardCharsets.UTF_8));
    assertTrue(released);
  }

  @Test
  void aFullDiskIsAnError() {
    IOException e =
        assertThrows(IOException.class, () -> run(new Failing("No space left on device"), "Ada"));
    assertEquals("cannot write to standard output: No space left on device", e.getMessage());
  }

  @Test
  void helpTeachesWithExamples() {
    String help = new CommandLine(new AnnotateCommand()).getUsageMessage();
    for (String word : List.of("Examples:", "| ner annotate", "UTF-16", "--min-probability")) {
      assertTrue(help.contains(word), word);
    }
    assertFalse(help.lines().anyMatch(line -> line.length() > 80), help);
  }

  private static final class Failing extends OutputStream {
    private final String message;

    Failing(String message) {
      this.message = message;
    }

    @Override
    public void write(int b) throws IOException {
      throw new IOException(message);
    }
  }
}
