package io.github.albertner.run;

import io.github.albertner.checkpoint.LanguageModel;
import io.github.albertner.pretrain.Evaluation;

/**
 * What pretraining made.
 *
 * @param model with the weights of the evaluation
 * @param card its README.md
 * @param evaluation the one with the lowest loss
 */
public record Pretrained(LanguageModel model, String card, Evaluation evaluation) {}
