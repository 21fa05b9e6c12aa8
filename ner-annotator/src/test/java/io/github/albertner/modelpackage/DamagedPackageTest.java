package io.github.albertner.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user reads when a package file is not what it should be. */
class DamagedPackageTest {
  @TempDir Path folder;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void writeOne() throws IOException {
    file = folder.resolve("model.bin");
    TinyPackages.tiny().write(file, false);
    whole = Files.readAllBytes(file);
  }

  @Test
  void absentFile() {
    assertEquals(
        folder.resolve("no.bin") + ": expected an Albert NER model package, found no such file",
        fault(folder.resolve("no.bin")));
  }

  @Test
  void folderInsteadOfFile() {
    assertTrue(
        fault(folder).contains("found a folder; if it is a Hugging Face checkpoint, import"));
  }

  @Test
  void emptyFile() throws IOException {
    Files.write(file, new byte[0]);
    assertTrue(fault(file).contains("found an empty file"), fault(file));
  }

  @Test
  void noZip() throws IOException {
    Files.writeString(file, "This is a text, not a zip.");
    assertTrue(fault(file).contains("found a file that is not a zip"), fault(file));
  }

  @Test
  void everyTruncationIsReported() throws IOException {
    for (int length = 4; length < whole.length; length += 97) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertTrue(fault(file).contains("found a truncated or damaged one"), fault(file));
    }
  }

  @Test
  void everyTruncationOfTheInnerStreamIsReported() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TinyPackages.tiny().write(bytes);
    byte[] inner = bytes.toByteArray();
    int weightsEnd = inner.length - 600; // the central directory behind is not read
    for (int length = 0; length < weightsEnd; length += 97) {
      byte[] cut = Arrays.copyOf(inner, length);
      InvalidModelException e =
          assertThrows(
              InvalidModelException.class,
              () -> ModelPackage.readEntry(new ByteArrayInputStream(cut)));
      assertTrue(e.getMessage().contains("truncated or damaged"), e.getMessage());
    }
  }

  @Test
  void aFlippedBitIsReportedOrDoesNotMatter() throws IOException {
    ModelPackage original = TinyPackages.tiny();
    int reported = 0;
    for (int at = 0; at < whole.length; at += 5) {
      byte[] flipped = whole.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      Files.write(file, flipped);
      try {
        assertEquals(original, ModelPackage.read(file), "byte " + at);
      } catch (InvalidModelException e) {
        reported++;
      }
    }
    assertTrue(reported > whole.length / 5 / 2, reported + " of " + whole.length / 5);
  }

  @Test
  void maxentModel() throws IOException {
    Files.write(
        file,
        Forgery.zip(
            Map.of(
                "manifest.properties",
                "Component-Name=NameFinderME\nLanguage=en\n".getBytes(StandardCharsets.UTF_8),
                "nameFinder.model",
                new byte[10])));
    assertEquals(
        file
            + ": this is an OpenNLP maxent or perceptron model (Component-Name=NameFinderME);"
            + " expected an Albert NER model package",
        fault(file));
  }

  @Test
  void someOtherZip() throws IOException {
    Files.write(file, Forgery.zip(Map.of("archive/data.pkl", new byte[10])));
    assertTrue(fault(file).endsWith("found a zip without manifest.properties"), fault(file));
  }

  @Test
  void laterFormatVersion() {
    assertTrue(
        faultAfter("ner.json", text -> text.replace("\"formatVersion\": 1", "\"formatVersion\": 2"))
            .endsWith(
                "ner.json: the package has format version 2, this library reads up to 1; update the"
                    + " library"));
  }

  @Test
  void checksumMismatchNamesTheInnerFile() {
    String fault = faultAfter("README.md", text -> text.replace("card", "cart"));
    assertTrue(fault.contains("README.md: damaged: expected SHA-256 "), fault);
  }

  @Test
  void changedWeightsAreNoticed() {
    String fault = faultAfter("model.safetensors", DamagedPackageTest::flipLastBit);
    assertTrue(fault.contains("model.safetensors: damaged: expected SHA-256 "), fault);
  }

  @Test
  void changedLengthNamesTheInnerFile() {
    String fault = faultAfter("tokenizer.json", text -> text + " ");
    assertTrue(fault.contains("tokenizer.json: truncated or damaged: expected "), fault);
  }

  @Test
  void fewerLabelsThanClassifierRows() {
    String fault =
        faultAfter(
            "config.json",
            text -> {
              JsonObject json = JsonParser.parseString(text).getAsJsonObject();
              json.getAsJsonObject("id2label").remove("4");
              json.getAsJsonObject("id2label").remove("3");
              return json.toString();
            },
            true);
    assertTrue(fault.contains("config.json has 3 labels, but classifier.weight has 5 rows"), fault);
  }

  @Test
  void sizesThatDoNotFitTheTensors() {
    String fault =
        faultAfter(
            "config.json",
            text -> text.replace("\"intermediate_size\": 4", "\"intermediate_size\": 6"),
            true);
    assertTrue(fault.contains("3 tensors of another shape: albert.encoder."), fault);
    assertTrue(fault.contains("ffn.weight expected [6, 4], found [4, 4]"), fault);
  }

  @Test
  void weightsBeyondWhatTheNetworkNeeds() {
    String fault =
        faultAfter(
            "model.safetensors",
            text -> text + "x".repeat((int) PackageLayout.maxWeightsOverhead(30) + 100_000),
            true);
    assertTrue(fault.contains("are more than the network of config.json can need"), fault);
  }

  @Test
  void absurdNumberOfGroups() {
    String fault =
        faultAfter(
            "config.json",
            text ->
                text.replace("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 2000000000")
                    .replace("\"num_hidden_groups\": 1", "\"num_hidden_groups\": 2000000000"),
            true);
    assertTrue(fault.contains("2000000000 layers, 2000000000 with parameters of their own"), fault);
  }

  @Test
  void noNetworkOfOurs() {
    String fault = faultAfter("config.json", text -> text.replace("\"albert\"", "\"bert\""), true);
    assertTrue(
        fault.endsWith("config.json: expected \"model_type\": \"albert\", found \"bert\""), fault);
  }

  @Test
  void unknownInnerFile() {
    String fault = faultAfter("README.md", "code.py", text -> text, false);
    assertTrue(fault.contains("code.py: unexpected or repeated inner file"), fault);
  }

  private static String flipLastBit(String bytes) {
    int last = bytes.length() - 1;
    return bytes.substring(0, last) + (char) (bytes.charAt(last) ^ 1);
  }

  private static String fault(Path file) {
    return assertThrows(InvalidModelException.class, () -> ModelPackage.read(file)).getMessage();
  }

  private String faultAfter(String name, UnaryOperator<String> change) {
    return faultAfter(name, name, change, false);
  }

  private String faultAfter(String name, UnaryOperator<String> change, boolean fixSums) {
    return faultAfter(name, name, change, fixSums);
  }

  /** Changes one inner file, as a careless or hostile hand would, and reads. */
  private String faultAfter(
      String name, String newName, UnaryOperator<String> change, boolean fixSums) {
    try {
      Forgery forgery = Forgery.of(TinyPackages.tiny()).change(name, newName, change);
      byte[] inner = (fixSums ? forgery.withSums() : forgery).entry();
      return assertThrows(
              InvalidModelException.class,
              () -> ModelPackage.readEntry(new ByteArrayInputStream(inner)))
          .getMessage();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
