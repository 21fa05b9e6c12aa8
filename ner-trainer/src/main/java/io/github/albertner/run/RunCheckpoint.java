package io.github.albertner.run;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.albertner.optimize.NetworkState;
import io.github.albertner.train.TrainingState;
import io.github.albertner.weights.Safetensors;
import io.github.albertner.weights.WeightTensor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Where a run stood, in one file: a zip of {@code state.json} and of safetensors with weights,
 * first and second moments, and the best epoch's weights. The zip's checksums tell a damaged file.
 *
 * @param identity of the run
 * @param state of its loop
 */
record RunCheckpoint(RunIdentity identity, TrainingState state) {
  private static final int FORMAT = 1;
  private static final String STATE = "state.json";
  private static final String WEIGHTS = "weights.safetensors";
  private static final String FIRST_MOMENTS = "first-moments.safetensors";
  private static final String SECOND_MOMENTS = "second-moments.safetensors";
  private static final String STEPS = "steps.safetensors";
  private static final String BEST = "best.safetensors";

  /** Writes all of it; the stream stays open. */
  void writeTo(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    zip.putNextEntry(new ZipEntry(STATE));
    zip.write(json().toString().getBytes(StandardCharsets.UTF_8));
    NetworkState network = state.network();
    tensors(zip, WEIGHTS, network.weights().values());
    tensors(zip, FIRST_MOMENTS, network.firstMoments().values());
    tensors(zip, SECOND_MOMENTS, network.secondMoments().values());
    tensors(zip, STEPS, List.of(network.steps()));
    if (state.best().isPresent()) {
      tensors(zip, BEST, state.best().get().weights().values());
    }
    zip.finish();
    zip.flush();
  }

  private static void tensors(ZipOutputStream zip, String name, Collection<WeightTensor> tensors)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    Safetensors.write(Channels.newChannel(zip), tensors, Map.of());
    zip.closeEntry();
  }

  private JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("format", FORMAT);
    JsonObject facts = new JsonObject();
    identity.facts().forEach(facts::addProperty);
    json.add("identity", facts);
    json.addProperty("step", state.step());
    json.addProperty("epochLoss", state.epochLoss());
    json.addProperty("epochWeight", state.epochWeight());
    json.addProperty("seconds", state.seconds());
    state
        .best()
        .ifPresent(
            kept -> {
              JsonObject best = new JsonObject();
              best.addProperty("epoch", kept.epoch());
              best.addProperty("step", kept.step());
              best.addProperty("trainingLoss", kept.trainingLoss());
              best.addProperty("validationLoss", kept.validationLoss());
              json.add("best", best);
            });
    return json;
  }

  /**
   * Reads a checkpoint.
   *
   * @throws IOException if it cannot be read, or is damaged; the message names the file
   */
  static RunCheckpoint read(Path file) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (InputStream in = Files.newInputStream(file);
        ZipInputStream zip = new ZipInputStream(in)) {
      ZipEntry entry;
      while ((entry = zip.getNextEntry()) != null) {
        entries.put(entry.getName(), zip.readAllBytes());
      }
    } catch (ZipException | EOFException e) {
      throw damaged(file, e);
    }
    try {
      JsonObject json =
          JsonParser.parseString(new String(entries.get(STATE), StandardCharsets.UTF_8))
              .getAsJsonObject();
      if (json.get("format").getAsInt() != FORMAT) {
        throw new IOException(
            "%s: expected a checkpoint of format %d, found %s: it is another version's"
                .formatted(file, FORMAT, json.get("format")));
      }
      return new RunCheckpoint(identity(json), state(json, entries, file));
    } catch (JsonParseException
        | NullPointerException
        | IllegalStateException
        | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static IOException damaged(Path file, Exception e) {
    return new IOException(
        "%s: damaged (%s); remove it to start the run anew".formatted(file, e.getMessage()), e);
  }

  private static RunIdentity identity(JsonObject json) {
    SortedMap<String, String> facts = new TreeMap<>();
    json.getAsJsonObject("identity")
        .entrySet()
        .forEach(fact -> facts.put(fact.getKey(), fact.getValue().getAsString()));
    return new RunIdentity(facts);
  }

  private static TrainingState state(JsonObject json, Map<String, byte[]> entries, Path file)
      throws IOException {
    Optional<TrainingState.Best> best = Optional.empty();
    if (json.has("best")) {
      JsonObject kept = json.getAsJsonObject("best");
      best =
          Optional.of(
              new TrainingState.Best(
                  kept.get("epoch").getAsInt(),
                  kept.get("step").getAsLong(),
                  kept.get("trainingLoss").getAsDouble(),
                  kept.get("validationLoss").getAsDouble(),
                  tensors(entries, BEST, file)));
    }
    return new TrainingState(
        json.get("step").getAsLong(),
        json.get("epochLoss").getAsDouble(),
        json.get("epochWeight").getAsDouble(),
        json.get("seconds").getAsDouble(),
        new NetworkState(
            tensors(entries, WEIGHTS, file),
            tensors(entries, FIRST_MOMENTS, file),
            tensors(entries, SECOND_MOMENTS, file),
            tensors(entries, STEPS, file).values().iterator().next()),
        best);
  }

  private static Map<String, WeightTensor> tensors(
      Map<String, byte[]> entries, String name, Path file) throws IOException {
    return Safetensors.read(ByteBuffer.wrap(entries.get(name)), file + " " + name);
  }
}
