package io.github.albertner.checkpoint;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.github.albertner.modelpackage.ConfigJson;
import io.github.albertner.modelpackage.InvalidModelException;
import io.github.albertner.weights.InvalidWeightsException;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tensors of a checkpoint folder, from whichever weight files it has. */
final class WeightFiles {
  private static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";
  private static final String TORCH = "pytorch_model.bin";
  private static final String TORCH_INDEX = "pytorch_model.bin.index.json";

  private WeightFiles() {}

  /** Tensors by the names in the file, and the file for messages. */
  record Weights(Map<String, WeightTensor> tensors, Path file) {}

  static Weights read(Path folder) throws IOException {
    try {
      if (Files.exists(folder.resolve(SINGLE))) {
        Path file = folder.resolve(SINGLE);
        return new Weights(Safetensors.read(file), file);
      }
      if (Files.exists(folder.resolve(INDEX))) {
        Path index = folder.resolve(INDEX);
        return new Weights(readShards(folder, index), index);
      }
      if (Files.exists(folder.resolve(TORCH))) {
        Path file = folder.resolve(TORCH);
        return new Weights(TorchFile.read(file), file);
      }
    } catch (InvalidWeightsException e) {
      throw new InvalidModelException(e.getMessage(), e);
    }
    if (Files.exists(folder.resolve(TORCH_INDEX))) {
      throw new InvalidModelException(
          folder + ": a sharded " + TORCH + " is not read; save the checkpoint as safetensors");
    }
    throw new InvalidModelException(
        "%s: expected weights in %s, %s or %s, found none of these"
            .formatted(folder, SINGLE, INDEX, TORCH));
  }

  private static Map<String, WeightTensor> readShards(Path folder, Path index) throws IOException {
    Map<String, List<String>> namesByShard = shards(index);
    Map<String, WeightTensor> tensors = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (Map.Entry<String, List<String>> shard : namesByShard.entrySet()) {
      Map<String, WeightTensor> found = Safetensors.read(folder.resolve(shard.getKey()));
      for (String name : shard.getValue()) {
        if (found.containsKey(name)) {
          tensors.put(name, found.get(name));
        } else {
          missing.add(name + " in " + shard.getKey());
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidModelException(
          "%s names tensors that are not where it says: %s"
              .formatted(index, String.join(", ", missing)));
    }
    return tensors;
  }

  private static Map<String, List<String>> shards(Path index) throws IOException {
    JsonObject json = ConfigJson.parse(Files.readString(index), index.toString());
    Map<String, List<String>> shards = new TreeMap<>();
    try {
      for (Map.Entry<String, JsonElement> tensor : json.getAsJsonObject("weight_map").entrySet()) {
        String shard = tensor.getValue().getAsString();
        if (!shard.matches("[\\w.-]+") || shard.startsWith(".")) {
          throw new InvalidModelException(
              "%s: expected plain file names, found \"%s\"".formatted(index, shard));
        }
        shards.computeIfAbsent(shard, key -> new ArrayList<>()).add(tensor.getKey());
      }
    } catch (IllegalStateException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new InvalidModelException(
          index + ": expected weight_map from tensor names to file names", e);
    }
    return shards;
  }
}
