package io.github.albertner.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command writes; journeys import it again. */
class ExportCommandTest {
  @TempDir private Path folder;

  private Path model;

  @BeforeEach
  void write() throws IOException {
    model = CommandRun.untrained(folder.resolve("tiny.bin"));
  }

  @Test
  void aTorchScriptFileIsAZipWithTheNetworksSource() throws IOException {
    Path file = folder.resolve("tiny.pt");
    CommandRun.of("export", "--model", model, "--torchscript", file).exits(0).says("wrote " + file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertNotNull(zip.getEntry("tagger/code/__torch__.py"));
    }
    CommandRun.of("export", "--model", model, "--torchscript", file)
        .exits(1)
        .says("exists already");
    CommandRun.of("export", "--model", model, "--torchscript", file, "--force").exits(0);
  }

  @Test
  void anOnnxFileHasTheInputsOfOptimum() throws Exception {
    Path file = folder.resolve("tiny.onnx");
    CommandRun.of("export", "--model", model, "--onnx", file).exits(0).says("wrote " + file);
    try (OrtSession session =
        OrtEnvironment.getEnvironment()
            .createSession(file.toString(), new OrtSession.SessionOptions())) {
      assertEquals(
          Set.of("input_ids", "attention_mask", "token_type_ids"), session.getInputNames());
      assertEquals(Set.of("logits"), session.getOutputNames());
    }
    CommandRun.of("export", "--model", model, "--onnx", file).exits(1).says("exists already");
  }

  @Test
  void oneOfFolderAndFileIsWritten() {
    Path made = folder.resolve("made");
    CommandRun.of("export", "--model", model, "--output", made).exits(0);
    assertTrue(Files.exists(made.resolve("config.json")));
    CommandRun.of("export", "--model", model).exits(2);
    CommandRun.of("export", "--model", model, "--output", made, "--torchscript", made).exits(2);
  }
}
