package io.github.albertner.cli;

import picocli.CommandLine.Option;

/**
 * The options of the training settings, in groups for the help. Each has the name of its setting;
 * {@link TrainingArguments} reads them by name and leaves their checks to the settings.
 */
final class SettingOptions {
  private SettingOptions() {}

  /** Passes, batches, and what ends a run. */
  static final class Amounts {
    @Option(
        names = "--epochs",
        paramLabel = "N",
        description = "Passes over the training sentences. Default: 5; random weights 20.")
    String epochs;

    @Option(
        names = "--batch-size",
        paramLabel = "N",
        description =
            "Sentences that one update learns from. Default: 16; small and large encoders and random"
                + " weights 32.")
    String batchSize;

    @Option(
        names = "--accumulation",
        paramLabel = "N",
        description =
            "Parts that a batch is cut into to save memory. Default: 1; xlarge encoders 4.")
    String accumulation;

    @Option(
        names = "--max-samples",
        paramLabel = "N",
        description = "Training sentences to learn from, drawn by the seed. Default: 0, all.")
    String maxSamples;

    @Option(
        names = "--max-minutes",
        paramLabel = "M",
        description =
            "Minutes of training after which the run ends and keeps its best epoch. Default: 0, no limit.")
    String maxMinutes;

    @Option(
        names = "--patience",
        paramLabel = "N",
        description = "Epochs without a better one after which the run ends. Default: 0, never.")
    String patience;
  }

  /** The learning rate over the run. */
  static final class Rate {
    @Option(
        names = "--learning-rate",
        paramLabel = "R",
        description =
            "Highest learning rate. Default: 3e-5, encoders narrower than 512 3e-4, large ones 1e-5,"
                + " xlarge 5e-6; random weights 7e-4, of base size 1e-4.")
    String learningRate;

    @Option(
        names = "--schedule",
        paramLabel = "NAME",
        description =
            "What follows warm-up: linear, cosine (both down to 0), constant, polynomial. Default: linear.")
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
            "Share (below 1) or number of updates during which the rate rises. Default: 0.1.")
    String warmup;
  }

  /** What is made smaller, what learns, and what keeps it from overfitting. */
  static final class Learning {
    @Option(
        names = "--label-weights",
        paramLabel = "WEIGHTS",
        description =
            "How much a word counts by its label: none, or LABEL=W,...; a type stands for its labels."
                + " Default: none.")
    String labelWeights;

    @Option(
        names = "--freeze",
        paramLabel = "GROUPS",
        description =
            "Weights that stay as they are: none, embeddings, encoder, or embeddings,encoder. Default: none.")
    String freeze;

    @Option(
        names = "--freeze-epochs",
        paramLabel = "N",
        description = "Epochs that they stay so. Default: 0, the whole run.")
    String freezeEpochs;

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
        description =
            "Share of hidden values dropped at each update. Default: config, the rates of the base model's config.json.")
    String dropout;

    @Option(
        names = "--word-dropout",
        paramLabel = "SHARE",
        description =
            "Share of words hidden from the network at each update. Default: 0; small encoders and random weights 0.1.")
    String wordDropout;
  }

  /** What is shown around a sentence, and what is changed in it. */
  static final class Sentences {
    @Option(
        names = "--context-pieces",
        paramLabel = "N",
        description =
            "Pieces of neighbouring sentences shown on each side of a sentence, in training and in"
                + " use. Default: 0, none.")
    String contextPieces;

    @Option(
        names = "--augment-mentions",
        paramLabel = "P",
        description = "Probability that a mention is replaced by another of its type. Default: 0.")
    String augmentMentions;

    @Option(
        names = "--augment-case",
        paramLabel = "P",
        description =
            "Probability that a sentence is put in lower, upper or title case. Default: 0.")
    String augmentCase;
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
        description = "f32, or bf16: faster where the processor has it. Default: f32.")
    String precision;

    @Option(
        names = "--threads",
        paramLabel = "N",
        description = "Processor threads. Default: all processors.")
    String threads;

    @Option(
        names = "--seed",
        paramLabel = "N",
        description = "Seed of split, random weights, order, dropout, augmentation. Default: 1.")
    String seed;
  }
}
