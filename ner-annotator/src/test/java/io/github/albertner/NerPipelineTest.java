package io.github.albertner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.modelpackage.ModelLocation;
import io.github.albertner.text.SplitterKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Raw text to entities, with the model in the jar. */
class NerPipelineTest {

  private static final String TEXT =
      "Tim Cook met members of the European Commission in Brussels.\r\n\r\n"
          + "\ud83d\ude00 Later J. K. Rowling spoke in St. Louis, in Paris\u2019s suburbs.";

  private static NerPipeline pipeline;

  @BeforeAll
  static void load() throws IOException {
    pipeline = NerPipeline.load(ModelLocation.BUNDLED);
  }

  @AfterAll
  static void close() {
    pipeline.close();
  }

  private static List<String> shown(List<NamedEntity> entities) {
    return entities.stream().map(entity -> entity.type() + " " + entity.text()).toList();
  }

  @Test
  void entitiesStandWhereTheySay() {
    List<NamedEntity> found = pipeline.find(TEXT);
    assertTrue(shown(found).contains("person Tim Cook"), () -> shown(found).toString());
    assertTrue(shown(found).contains("person J. K. Rowling"), () -> shown(found).toString());
    assertTrue(shown(found).contains("location Paris"), () -> shown(found).toString());
    for (NamedEntity entity : found) {
      assertEquals(entity.text(), TEXT.substring((int) entity.begin(), (int) entity.end()));
      assertTrue(TEXT.startsWith(entity.sentence(), (int) entity.sentenceBegin()));
      assertTrue(entity.probability() > 0 && entity.probability() <= 1);
    }
  }

  @Test
  void aPackageComesFromAPathAStreamOrBytes(@TempDir Path folder) throws IOException {
    byte[] bytes;
    try (InputStream in =
        NerPipeline.class.getResourceAsStream(ModelLocation.BUNDLED.replace("classpath:", "/"))) {
      bytes = in.readAllBytes();
    }
    Path file = Files.write(folder.resolve("my.bin"), bytes);
    List<NamedEntity> expected = pipeline.find(TEXT);
    try (NerPipeline ofPath = NerPipeline.load(file);
        NerPipeline ofLocation = NerPipeline.load(file.toString());
        NerPipeline ofStream = NerPipeline.load(new ByteArrayInputStream(bytes));
        NerPipeline ofBytes = NerPipeline.load(bytes)) {
      for (NerPipeline each : List.of(ofPath, ofLocation, ofStream, ofBytes)) {
        assertEquals(expected, each.find(TEXT));
      }
    }
    assertThrows(InvalidModelException.class, () -> NerPipeline.load(new byte[100]));
  }

  @Test
  void optionsDecideWhatIsReported() throws IOException {
    PipelineOptions persons =
        PipelineOptions.defaults().withTypes(List.of("person")).withMinProbability(0.5);
    try (NerPipeline some = NerPipeline.of(pipeline.tagger(), persons)) {
      List<NamedEntity> found = some.find(TEXT);
      assertFalse(found.isEmpty());
      assertEquals(
          pipeline.find(TEXT).stream()
              .filter(e -> e.type().equals("person") && e.probability() >= 0.5)
              .toList(),
          found);
    }
    // What was made of a tagger leaves it open.
    assertFalse(pipeline.find(TEXT).isEmpty());
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class,
            () -> NerPipeline.of(pipeline.tagger(), persons.withTypes(List.of("planet"))));
    assertEquals(
        "this model does not know the type 'planet'; its types are location, organization, person",
        unknown.getMessage().replaceAll("types are .*", "types are ")
            + pipeline.tagger().types().stream().sorted().collect(Collectors.joining(", ")));
    IOException noModels =
        assertThrows(
            IOException.class,
            () ->
                NerPipeline.of(
                    pipeline.tagger(),
                    PipelineOptions.defaults()
                        .withLanguage("fi")
                        .withSplitter(SplitterKind.OPENNLP)));
    assertTrue(noModels.getMessage().contains("opennlp-models-sentdetect-fi"));
  }

  @Test
  void optionsAndResultsTravel() throws IOException, ClassNotFoundException {
    PipelineOptions options = PipelineOptions.defaults().withTypes(List.of("person"));
    assertEquals(options, copy(options));
    NamedEntity entity = pipeline.find(TEXT).get(0);
    assertEquals(entity, copy(entity));
    String json = new Gson().toJson(entity);
    assertTrue(json.contains("\"type\":\"person\"") && json.contains("\"begin\":0"), json);
  }

  private static Object copy(Object value) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @Test
  void aStreamIsReadAsTheTextIs() throws IOException {
    String longText = (TEXT + "\n\n").repeat(300);
    List<NamedEntity> streamed = new ArrayList<>();
    Reader slow =
        new StringReader(longText) {
          @Override
          public int read(char[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(7, length));
          }
        };
    pipeline.find(slow, streamed::add);
    assertEquals(shown(pipeline.find(longText)), shown(streamed));
    NamedEntity last = streamed.get(streamed.size() - 1);
    assertEquals(last.text(), longText.substring((int) last.begin(), (int) last.end()));
  }

  @Test
  void manyThreadsFindTheSame() throws Exception {
    List<String> expected = shown(pipeline.find(TEXT));
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<String>>> found = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        found.add(threads.submit(() -> shown(pipeline.find(TEXT))));
      }
      for (Future<List<String>> each : found) {
        assertEquals(expected, each.get());
      }
    } finally {
      threads.shutdown();
    }
  }
}
