package io.github.albertner.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.albertner.label.LabelSet;
import io.github.albertner.modelpackage.ModelPackage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What transformers asks of a folder, by its source; reference/open_with_transformers.py asks
 * transformers itself.
 */
class TransformersExportTest {
  @TempDir private static Path parent;
  private static Path folder;

  @BeforeAll
  static void export() throws IOException {
    ModelPackage model =
        BaseModels.resolve("random:tiny", Optional.empty(), 1)
            .withNewHead(LabelSet.bioOf(List.of("place")), 1)
            .toPackage("en", Instant.EPOCH);
    folder = parent.resolve("model");
    HuggingFaceDirectory.write(model, folder, false);
  }

  private static JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(name))).getAsJsonObject();
  }

  private static JsonObject weightsHeader() throws IOException {
    ByteBuffer file =
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("model.safetensors")))
            .order(ByteOrder.LITTLE_ENDIAN);
    byte[] header = new byte[(int) file.getLong()];
    file.get(header);
    return JsonParser.parseString(new String(header, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  /** modeling_utils.py, load_state_dict: the format must be pt, tf, flax or mlx. */
  @Test
  void theWeightsSayThatTheyArePyTorchs() throws IOException {
    assertEquals("pt", weightsHeader().getAsJsonObject("__metadata__").get("format").getAsString());
  }

  /**
   * modeling_albert.py, AlbertForTokenClassification: an AlbertModel without pooler called albert,
   * and a linear layer called classifier; buffers are not persistent. Written from the modules
   * there.
   */
  @Test
  void theWeightsAreThoseOfTheModulesAndNoOthers() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String table : List.of("word", "position", "token_type")) {
      expected.add("albert.embeddings." + table + "_embeddings.weight");
    }
    String layer = "albert.encoder.albert_layer_groups.0.albert_layers.0.";
    for (String module :
        List.of(
            "albert.embeddings.LayerNorm",
            "albert.encoder.embedding_hidden_mapping_in",
            layer + "full_layer_layer_norm",
            layer + "attention.query",
            layer + "attention.key",
            layer + "attention.value",
            layer + "attention.dense",
            layer + "attention.LayerNorm",
            layer + "ffn",
            layer + "ffn_output",
            "classifier")) {
      expected.add(module + ".weight");
      expected.add(module + ".bias");
    }
    Set<String> found = new TreeSet<>(weightsHeader().keySet());
    found.remove("__metadata__");
    assertEquals(expected, found);
  }

  /** configuration_utils.py: num_labels is the length of id2label, whose keys are made numbers. */
  @Test
  void theConfigurationNamesModelAndLabels() throws IOException {
    JsonObject config = json("config.json");
    assertEquals("albert", config.get("model_type").getAsString());
    assertEquals("[\"AlbertForTokenClassification\"]", config.get("architectures").toString());
    assertEquals("float32", config.get("torch_dtype").getAsString());
    assertEquals(
        "{\"0\":\"O\",\"1\":\"B-place\",\"2\":\"I-place\"}", config.get("id2label").toString());
    assertEquals("{\"O\":0,\"B-place\":1,\"I-place\":2}", config.get("label2id").toString());
    long rows =
        weightsHeader()
            .getAsJsonObject("classifier.bias")
            .getAsJsonArray("shape")
            .get(0)
            .getAsLong();
    assertEquals(3, rows);
  }

  /**
   * tokenization_utils_fast.py and its successor tokenization_utils_tokenizers.py:
   * PreTrainedTokenizerFast takes tokenizer.json as it is. Special tokens by name must be those
   * added there, and their ids those of config.json.
   */
  @Test
  void theTokenizerIsTakenAsItIs() throws IOException {
    JsonObject tokenizer = json("tokenizer_config.json");
    assertEquals("PreTrainedTokenizerFast", tokenizer.get("tokenizer_class").getAsString());
    assertEquals(512, tokenizer.get("model_max_length").getAsInt());
    JsonObject special = json("special_tokens_map.json");
    JsonObject config = json("config.json");
    assertEquals(id(special.get("cls_token")), config.get("bos_token_id").getAsInt());
    assertEquals(id(special.get("sep_token")), config.get("eos_token_id").getAsInt());
    assertEquals(id(special.get("pad_token")), config.get("pad_token_id").getAsInt());
    for (String role : special.keySet()) {
      assertEquals(special.get(role), tokenizer.get(role), role);
      id(special.get(role));
    }
  }

  private static int id(JsonElement content) throws IOException {
    for (JsonElement added : json("tokenizer.json").getAsJsonArray("added_tokens")) {
      if (added.getAsJsonObject().get("content").equals(content)) {
        return added.getAsJsonObject().get("id").getAsInt();
      }
    }
    throw new AssertionError(content + " is not among the added tokens");
  }
}
