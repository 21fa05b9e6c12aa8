package io.github.albertner.cli;

import io.github.albertner.pretrain.PretrainingDefaults;
import io.github.albertner.pretrain.PretrainingSettings;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The settings of pretraining. Each option has the name of its setting and replaces a documented
 * default.
 */
final class PretrainingOptions {
  @ArgGroup(validate = false, heading = "%nHow long (one of the three), and in what batches:%n")
  Amounts amounts;

  @ArgGroup(validate = false, heading = "%nWhat is guessed:%n")
  Masking masking;

  @ArgGroup(validate = false, heading = "%nLearning:%n")
  Learning learning;

  @ArgGroup(validate = false, heading = "%nComputation:%n")
  Computation computation;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** How long, and in what batches. */
  static final class Amounts {
    @Option(names = "--steps", paramLabel = "N", description = "Updates of the run.")
    String steps;

    @Option(
        names = "--epochs",
        paramLabel = "N",
        description = "Passes over the text, counted in pieces; may be a fraction.")
    String epochs;

    @Option(
        names = "--minutes",
        paramLabel = "M",
        description =
            "Minutes that the run should take. A few updates are timed first, which gives the number"
                + " of updates; from then on that number counts, and the rate ends at 0.")
    String minutes;

    @Option(
        names = "--batch-size",
        paramLabel = "N",
        description =
            "Windows that one update learns from, at their greatest length; of shorter ones more, so"
                + " that an update always sees as many pieces. Default: 256.")
    String batchSize;

    @Option(
        names = "--accumulation",
        paramLabel = "N",
        description =
            "Parts that a batch is cut into to save memory; 0: of 4,096 pieces each. Default: 0.")
    String accumulation;

    @Option(
        names = "--windows",
        paramLabel = "T|T:SHARE,...",
        description =
            "Length of the windows in pieces; with shares of the run, short ones first:"
                + " 64:0.7,128:0.3. Default: 128.")
    String windows;

    @Option(
        names = "--grow-layers",
        paramLabel = "N:SHARE,...",
        description =
            "Layers over the run, which share their weights: 2:0.3,4:0.7. Default: config, the"
                + " model's own number all the time.")
    String growLayers;

    @Option(
        names = "--evaluate-steps",
        paramLabel = "N",
        description = "Updates after which held-out text is guessed. Default: 500.")
    String evaluateSteps;
  }

  /** What is guessed. */
  static final class Masking {
    @Option(
        names = "--mask-share",
        paramLabel = "SHARE",
        description = "Share of the pieces that are hidden, in whole words. Default: 0.15.")
    String maskShare;

    @Option(
        names = "--mask-ngram",
        paramLabel = "N",
        description = "Most words in a row hidden together; n of them with p(n) ~ 1/n. Default: 3.")
    String maskNgram;
  }

  /** What an update does. */
  static final class Learning {
    @Option(
        names = "--learning-rate",
        paramLabel = "R",
        description =
            "Highest learning rate. Default: 1e-4, encoders narrower than 512 5e-4; random weights"
                + " 1e-3, of base size 3e-4.")
    String learningRate;

    @Option(
        names = "--schedule",
        paramLabel = "NAME",
        description =
            "What follows warm-up: linear, cosine (both down to 0), constant, polynomial. Default:"
                + " linear.")
    String schedule;

    @Option(
        names = "--polynomial-power",
        paramLabel = "P",
        description = "Power of the polynomial schedule. Default: 1.")
    String polynomialPower;

    @Option(
        names = "--warmup",
        paramLabel = "SHARE|N",
        description =
            "Share (below 1) or number of updates during which the rate rises. Default: 0.06.")
    String warmup;

    @Option(
        names = "--weight-decay",
        paramLabel = "D",
        description = "AdamW's decay; biases and LayerNorms have none. Default: 0.01.")
    String weightDecay;

    @Option(
        names = "--max-gradient-norm",
        paramLabel = "G",
        description = "Gradients are scaled down to this global norm. Default: 1.")
    String maxGradientNorm;

    @Option(
        names = "--dropout",
        paramLabel = "SHARE",
        description = "Share of hidden values dropped at each update. Default: 0.")
    String dropout;
  }

  /** Numbers, threads and chance. */
  static final class Computation {
    @Option(
        names = "--device",
        paramLabel = "DEVICE",
        description =
            "auto: a GPU if one works, else the processor; or cpu, gpu, gpu:N. Default: auto.")
    String device;

    @Option(
        names = "--precision",
        paramLabel = "TYPE",
        description =
            "auto: bf16 where the processor multiplies it, and on a GPU; or f32, bf16. Default: auto.")
    String precision;

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "Processor threads. Default: all processors.")
    String threads;

    @Option(
        names = "--seed",
        paramLabel = "N",
        description = "Seed of random weights, order, masking, dropout. Default: 1.")
    String seed;
  }

  /**
   * Resolves the settings.
   *
   * @param baseModel decides the defaults
   * @throws IllegalArgumentException if a setting is malformed or out of range, or two contradict
   *     each other
   */
  PretrainingSettings settings(String baseModel) {
    Map<String, String> chosen = new TreeMap<>();
    ParseResult given = command.commandLine().getParseResult();
    for (String name : PretrainingSettings.names()) {
      String value = given.matchedOptionValue("--" + name, (String) null);
      if (value != null) {
        chosen.put(name, value);
      }
    }
    return PretrainingDefaults.forBaseModel(baseModel).with(chosen);
  }
}
