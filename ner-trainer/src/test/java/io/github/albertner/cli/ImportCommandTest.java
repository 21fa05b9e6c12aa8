package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.NerPipeline;
import io.github.albertner.label.TagScheme;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classifiers as others publish them. */
class ImportCommandTest {
  private static final Path MODEL = Path.of("..", "models", "english.bin");

  @TempDir private Path folder;
  private Path checkpoint;
  private Path imported;
  private Path text;

  @BeforeEach
  void export() throws IOException {
    checkpoint = folder.resolve("checkpoint");
    imported = folder.resolve("imported.bin");
    text = Files.writeString(folder.resolve("text"), "She went to Paris, London and Tokyo.\n");
    CommandRun.of("export", "--model", MODEL, "--output", checkpoint).exits(0);
  }

  @Test
  void rowsAreCalledWhatTheUserSays() throws IOException {
    JsonObject labels = new JsonObject();
    for (int row = 0; row < 7; row++) {
      labels.addProperty("" + row, "LABEL_" + row);
    }
    change("id2label", labels);
    CommandRun.of("import", "--checkpoint", checkpoint, "--output", imported)
        .exits(1)
        .says("label 0 is not a named-entity tag", "--labels");
    String given = "O,B-LOC,I-LOC,B-ORG,I-ORG,B-PER,I-PER";
    CommandRun.of("import", "--checkpoint", checkpoint, "--output", imported, "--labels", given)
        .exits(0)
        .says("types LOC, ORG, PER, scheme BIO");
    assertEquals(List.of("LOC Paris", "LOC London", "LOC Tokyo"), found());
  }

  /** With B- and I- exchanged, the network begins each name with the label I-. */
  @Test
  void theSchemeIsFoundOutFromWhatTheClassifierTags() throws IOException {
    assertEquals(TagScheme.BIO, schemeFoundOut());
    JsonObject labels =
        JsonParser.parseString(Files.readString(checkpoint.resolve("config.json")))
            .getAsJsonObject()
            .getAsJsonObject("id2label");
    for (String row : labels.deepCopy().keySet()) {
      String label = labels.get(row).getAsString();
      String exchanged = label.replaceFirst("^[BI]-", label.startsWith("B") ? "I-" : "B-");
      labels.addProperty(row, exchanged);
    }
    change("id2label", labels);
    assertEquals(TagScheme.IOB1, schemeFoundOut());
    assertEquals(List.of("location Paris", "location London", "location Tokyo"), found());
    CommandRun.of(
            "import",
            "--checkpoint",
            checkpoint,
            "--output",
            imported,
            "--force",
            "--scheme",
            "BIOES")
        .exits(2)
        .says("expected labels of BIOES, found those of BIO");
  }

  private TagScheme schemeFoundOut() throws IOException {
    CommandRun.of(
            "import",
            "--checkpoint",
            checkpoint,
            "--output",
            imported,
            "--force",
            "--scheme-from",
            text)
        .exits(0);
    return ModelPackage.read(imported).labels().scheme();
  }

  private List<String> found() throws IOException {
    try (NerPipeline pipeline = NerPipeline.load(imported)) {
      return pipeline.find(Files.readString(text)).stream()
          .map(entity -> entity.type() + " " + entity.text())
          .toList();
    }
  }

  private void change(String member, JsonObject value) throws IOException {
    Path file = checkpoint.resolve("config.json");
    JsonObject config = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    config.add(member, value);
    Files.writeString(file, config.toString());
  }
}
