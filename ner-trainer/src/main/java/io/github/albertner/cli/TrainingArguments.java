package io.github.albertner.cli;

import io.github.albertner.train.TrainingDefaults;
import io.github.albertner.train.TrainingSettings;
import io.github.albertner.weights.DataType;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The settings of a training run; each replaces a documented default. */
final class TrainingArguments {
  @Option(
      names = "--settings",
      paramLabel = "FILE",
      description =
          "Settings as NAME=VALUE lines, by the names of the options below; options given here"
              + " win.")
  private Path file;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the training sentences. Default: 5; random weights 20.")
  private String epochs;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Sentences that one update learns from. Default: 16; random weights 32.")
  private String batchSize;

  @Option(
      names = "--accumulation",
      paramLabel = "N",
      description = "Parts that a batch is cut into to save memory. Default: 1.")
  private String accumulation;

  @Option(
      names = "--learning-rate",
      paramLabel = "R",
      description = "Highest learning rate. Default: 3e-5; random weights 7e-4.")
  private String learningRate;

  @Option(
      names = "--warmup",
      paramLabel = "SHARE",
      description = "Share of updates during which the rate rises. Default: 0.1.")
  private String warmup;

  @Option(
      names = "--weight-decay",
      paramLabel = "D",
      description = "AdamW's decay; biases and LayerNorms have none. Default: 0.01.")
  private String weightDecay;

  @Option(
      names = "--max-gradient-norm",
      paramLabel = "G",
      description = "Gradients are scaled down to this global norm. Default: 1.")
  private String maxGradientNorm;

  @Option(
      names = "--dropout",
      paramLabel = "SHARE",
      description =
          "Share of hidden values dropped at each update. Default: config, the rates of the base"
              + " model's config.json.")
  private String dropout;

  @Option(
      names = "--word-dropout",
      paramLabel = "SHARE",
      description =
          "Share of words hidden from the network at each update. Default: 0; random weights 0.1.")
  private String wordDropout;

  @Option(
      names = "--precision",
      paramLabel = "TYPE",
      description = "f32, or bf16: faster where the processor has it. Default: f32.")
  private String precision;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Processor threads. Default: all processors.")
  private String threads;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of split, random weights, order, dropout. Default: 1.")
  private String seed;

  @Option(
      names = "--storage",
      paramLabel = "TYPE",
      defaultValue = "f32",
      description = "Store the package's weights as f32, or as f16: half the size. Default: f32.")
  private DataType storage;

  /**
   * Resolves the settings.
   *
   * @param baseModel decides the defaults: those for random weights or for pretrained ones
   * @throws IOException if the settings file cannot be read
   * @throws IllegalArgumentException if a setting is unknown, malformed or out of range
   */
  TrainingSettings settings(String baseModel) throws IOException {
    Map<String, String> chosen = new TreeMap<>();
    if (file != null) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
        properties.load(reader);
      }
      properties.forEach((name, value) -> chosen.put((String) name, (String) value));
    }
    put(chosen, "epochs", epochs);
    put(chosen, "batch-size", batchSize);
    put(chosen, "accumulation", accumulation);
    put(chosen, "learning-rate", learningRate);
    put(chosen, "warmup", warmup);
    put(chosen, "weight-decay", weightDecay);
    put(chosen, "max-gradient-norm", maxGradientNorm);
    put(chosen, "dropout", dropout);
    put(chosen, "word-dropout", wordDropout);
    put(chosen, "precision", precision);
    put(chosen, "threads", threads);
    put(chosen, "seed", seed);
    return TrainingDefaults.forBaseModel(baseModel).with(chosen);
  }

  /** Returns the type that the package's weights are stored as. */
  DataType storage() {
    return storage;
  }

  private static void put(Map<String, String> chosen, String name, String value) {
    if (value != null) {
      chosen.put(name, value);
    }
  }
}
