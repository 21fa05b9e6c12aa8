package io.github.albertner.modelpackage;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.casing.CasingTable;
import io.github.albertner.network.AlbertConfig;
import io.github.albertner.weights.DataType;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a folder as Hugging Face's {@code from_pretrained} reads it. */
public final class HuggingFaceFiles {
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private HuggingFaceFiles() {}

  /**
   * The files of a language model.
   *
   * @param architecture the class as which transformers loads it, for instance {@code
   *     AlbertForMaskedLM}
   * @param weights the encoder's and the head's; the decoder's matrix left out, which is that of
   *     the word embeddings
   * @param casing how words are usually written, if it is known
   * @param card the README.md
   * @throws InvalidModelException if the tokenizer.json has another structure
   */
  public static List<ModelFile> ofLanguageModel(
      String architecture,
      AlbertConfig config,
      String tokenizerJson,
      Optional<CasingTable> casing,
      Map<String, WeightTensor> weights,
      DataType storage,
      String card)
      throws InvalidModelException {
    JsonObject json = ConfigJson.of(config, architecture, storage);
    List<ModelFile> files = new ArrayList<>();
    casing.ifPresent(table -> files.add(text(PackageLayout.CASING, table.text())));
    files.addAll(of(json, config, tokenizerJson, weights, card));
    return files;
  }

  /** The files in the order of {@link PackageLayout#LISTED}. */
  static List<ModelFile> of(
      JsonObject configJson,
      AlbertConfig config,
      String tokenizerJson,
      Map<String, WeightTensor> weights,
      String card)
      throws InvalidModelException {
    TokenizerJson tokenizer = new TokenizerJson(tokenizerJson, PackageLayout.TOKENIZER);
    return List.of(
        json(PackageLayout.CONFIG, configJson),
        text(PackageLayout.TOKENIZER, tokenizerJson),
        json(PackageLayout.TOKENIZER_CONFIG, tokenizer.tokenizerConfig(config)),
        json(PackageLayout.SPECIAL_TOKENS, tokenizer.specialTokensMap(config)),
        text(PackageLayout.CARD, card),
        weights(weights));
  }

  static ModelFile weights(Map<String, WeightTensor> weights) {
    return new ModelFile(
        PackageLayout.WEIGHTS,
        channel -> Safetensors.write(channel, weights.values(), Map.of("format", "pt")));
  }

  static ModelFile json(String name, JsonElement json) {
    return text(name, PRETTY.toJson(json) + "\n");
  }

  static ModelFile text(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ModelFile(
        name,
        channel -> {
          ByteBuffer buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        });
  }
}
