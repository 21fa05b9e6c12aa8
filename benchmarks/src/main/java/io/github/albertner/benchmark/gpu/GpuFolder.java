package io.github.albertner.benchmark.gpu;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.github.albertner.NerTagger;
import io.github.albertner.TaggerOptions;
import io.github.albertner.benchmark.work.Size;
import io.github.albertner.benchmark.work.Workload;
import io.github.albertner.benchmark.work.Workloads;
import io.github.albertner.checkpoint.HuggingFaceDirectory;
import io.github.albertner.checkpoint.TorchScriptFile;
import io.github.albertner.modelpackage.ModelPackage;
import io.github.albertner.network.DeviceChoice;
import io.github.albertner.network.Devices;
import io.github.albertner.network.EngineFacts;
import io.github.albertner.network.Precision;
import io.github.albertner.network.TaggerNetwork;
import io.github.albertner.tokenize.SubwordTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the folder, and measures ours into it. */
public final class GpuFolder {
  private static final List<Integer> LENGTHS = List.of(16, 32, 64, 128, 256, 512);

  /** Pieces of a workload of one length: enough for several full batches. */
  private static final int UNIFORM_PIECES = 1 << 18;

  private static final int CHECKED_SENTENCES = 3;
  private static final double NANOS = 1e9;

  private final Path folder;
  private final ModelPackage model;
  private final List<Encoded> workloads = new ArrayList<>();

  /**
   * A folder for a size of network.
   *
   * @param folder made if need be
   * @param source sentences
   * @param sentences of each workload of mixed lengths; those of one length have as many pieces as
   *     2048 sentences of 128 at most
   */
  public GpuFolder(Path folder, Size size, Workloads source, int sentences) throws IOException {
    this.folder = folder;
    model = size.model();
    SubwordTokenizer tokenizer = SubwordTokenizer.ofJson(model.tokenizerJson());
    List<Workload> all = new ArrayList<>(source.mixed(sentences));
    for (int length : LENGTHS) {
      int count = Math.min(sentences, UNIFORM_PIECES / length);
      all.add(Workloads.uniform(tokenizer, count, length));
    }
    for (Workload workload : all) {
      workloads.add(Encoded.of(workload, tokenizer, model.config()));
    }
  }

  /**
   * Writes the package, its Hugging Face folder, its TorchScript file, and the sentences with the
   * operations that they take and, for a check, the logits of some.
   */
  public void write() throws IOException {
    Files.createDirectories(folder);
    model.write(folder.resolve("model.bin"), true);
    HuggingFaceDirectory.write(model, folder.resolve("huggingface"), true);
    TorchScriptFile.write(model, folder.resolve("model.pt"), true);
    JsonArray array = new JsonArray();
    for (Encoded encoded : workloads) {
      JsonObject json = new JsonObject();
      json.addProperty("name", encoded.workload().name());
      json.addProperty(
          "operations", Size.operations(model.config(), model.labels().size(), encoded.lengths()));
      json.add("words", new Gson().toJsonTree(encoded.workload().sentences()));
      json.add("pieces", new Gson().toJsonTree(encoded.windows()));
      json.add("logits", new Gson().toJsonTree(logits(encoded)));
      array.add(json);
    }
    Files.writeString(folder.resolve("sentences.json"), array.toString());
  }

  private List<float[]> logits(Encoded encoded) {
    List<float[]> logits = new ArrayList<>();
    try (TaggerNetwork network = load(Precision.F32, DeviceChoice.CPU)) {
      encoded.windows().stream()
          .limit(CHECKED_SENTENCES)
          .forEach(window -> logits.add(network.logits(Encoded.batch(List.of(window)))));
    }
    return logits;
  }

  /**
   * Measures ours: the network on batches that are ready, and the tagger from words to entities.
   * Each gets one turn to warm up and then the best of so many.
   */
  public void measure(DeviceChoice choice, int turns) throws IOException {
    DeviceChoice device = Devices.resolve(choice);
    JsonArray rows = new JsonArray();
    for (Precision precision : EngineFacts.precisions(device)) {
      if (precision == Precision.INT8) {
        continue; // random weights have no activation ranges
      }
      try (TaggerNetwork network = load(precision, device)) {
        int budget = network.suitablePieces();
        for (Encoded encoded : workloads) {
          var batches = encoded.batches(budget);
          rows.add(
              row(
                  "network",
                  precision,
                  encoded,
                  best(turns, () -> batches.forEach(network::logits))));
        }
      }
      TaggerOptions options = TaggerOptions.defaults().withDevice(device).withPrecision(precision);
      try (NerTagger tagger = NerTagger.of(model, options)) {
        for (Encoded encoded : workloads) {
          List<List<String>> sentences = encoded.workload().sentences();
          rows.add(
              row("tagger", precision, encoded, best(turns, () -> tagger.scoreAll(sentences))));
        }
      }
    }
    JsonObject json = new JsonObject();
    json.addProperty("device", device.label());
    json.addProperty("libtorch", EngineFacts.load().libtorch());
    json.add("rows", rows);
    Files.writeString(folder.resolve("ours.json"), json.toString());
  }

  private TaggerNetwork load(Precision precision, DeviceChoice device) {
    return TaggerNetwork.load(
        model.config(),
        model.labels().size(),
        model.weights(),
        precision,
        Devices.device(device),
        Runtime.getRuntime().availableProcessors());
  }

  private static double best(int turns, Runnable work) {
    work.run();
    double best = Double.POSITIVE_INFINITY;
    for (int turn = 0; turn < turns; turn++) {
      long begin = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - begin) / NANOS);
    }
    return best;
  }

  private static JsonObject row(String what, Precision precision, Encoded encoded, double seconds) {
    JsonObject json = new JsonObject();
    json.addProperty("what", what);
    json.addProperty("precision", precision.name().toLowerCase(Locale.ROOT));
    json.addProperty("workload", encoded.workload().name());
    json.addProperty("piecesPerSecond", encoded.pieces() / seconds);
    return json;
  }
}
