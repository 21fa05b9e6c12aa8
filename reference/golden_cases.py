"""The configurations of the golden files, their random weights and inputs."""

import math

import torch

from albert_network import IGNORED, parameter_shapes

BASE = {
    "model_type": "albert",
    "vocab_size": 40,
    "embedding_size": 12,
    "hidden_size": 32,
    "num_hidden_layers": 3,
    "num_hidden_groups": 1,
    "inner_group_num": 1,
    "num_attention_heads": 4,
    "intermediate_size": 64,
    "hidden_act": "gelu_new",
    "layer_norm_eps": 1e-12,
    "type_vocab_size": 2,
    "max_position_embeddings": 20,
    "hidden_dropout_prob": 0.1,
    "attention_probs_dropout_prob": 0.1,
    "classifier_dropout_prob": 0.1,
    "pad_token_id": 0,
    "bos_token_id": 2,
    "eos_token_id": 3,
    "initializer_range": 0.02,
}

# name: (changes to BASE, labels, lengths of the sentences in pieces)
CASES = {
    "one_group_gelu_new": ({}, 7, [9, 1, 14, 3]),
    "two_groups_gelu": (
        {"num_hidden_layers": 4, "num_hidden_groups": 2, "hidden_act": "gelu"},
        5,
        [1, 12, 6],
    ),
    # Layers 0 and 1 use group 0 and layer 2 group 1: 3 does not divide by 2.
    "uneven_groups": (
        {"num_hidden_groups": 2, "hidden_size": 24, "intermediate_size": 48, "vocab_size": 50},
        3,
        [7, 10, 1],
    ),
    "inner_layers_two_groups_relu": (
        {
            "num_hidden_layers": 4,
            "num_hidden_groups": 2,
            "inner_group_num": 2,
            "num_attention_heads": 2,
            "hidden_size": 24,
            "intermediate_size": 40,
            "hidden_act": "relu",
        },
        9,
        [5, 11, 1, 2],
    ),
    "embedding_equals_hidden": (
        {"embedding_size": 24, "hidden_size": 24, "num_hidden_layers": 2, "hidden_act": "gelu"},
        5,
        [13, 1, 8],
    ),
    # Small embeddings, so that an epsilon of 1e-5 weighs against their variance.
    "odd_sizes_one_type": (
        {
            "vocab_size": 57,
            "embedding_size": 10,
            "hidden_size": 48,
            "num_hidden_layers": 2,
            "num_attention_heads": 3,
            "intermediate_size": 80,
            "type_vocab_size": 1,
            "layer_norm_eps": 1e-5,
            "initializer_range": 0.01,
        },
        5,
        [11, 1, 4],
    ),
    "full_length": (
        {"max_position_embeddings": 24, "embedding_size": 16, "num_hidden_layers": 2},
        7,
        [24, 1, 17],
    ),
}

TRAINING = (
    {
        "embedding_size": 8,
        "hidden_size": 24,
        "num_hidden_layers": 2,
        "num_attention_heads": 3,
        "intermediate_size": 40,
        "hidden_dropout_prob": 0.0,
        "attention_probs_dropout_prob": 0.0,
        "classifier_dropout_prob": 0.0,
    },
    5,
    [12, 5, 16, 3],
)

# Sentences of one length, as pretraining has them, but for one that is shorter.
MASKED_LANGUAGE = (
    {
        "embedding_size": 8,
        "hidden_size": 24,
        "num_hidden_layers": 2,
        "num_attention_heads": 3,
        "intermediate_size": 40,
        "hidden_dropout_prob": 0.0,
        "attention_probs_dropout_prob": 0.0,
    },
    None,
    [12, 12, 7],
)


def config_of(changes):
    return {**BASE, **changes}


def random_weights(config, labels, generator):
    """Returns float64 weights that float32 holds exactly, large enough for errors to show.

    Matrices have a standard deviation of 1.2 / sqrt(columns), embeddings of 0.4 (or 0.01 where
    initializer_range is 0.01), biases of 0.2; LayerNorm weights are within 0.8 and 1.2.
    """
    weights = {}
    for name, shape in parameter_shapes(config, labels).items():
        if is_norm(name) and name.endswith(".weight"):
            values = 0.8 + 0.4 * torch.rand(shape, generator=generator)
        elif name.endswith(".bias"):
            values = 0.2 * torch.randn(shape, generator=generator)
        elif "_embeddings." in name:
            deviation = 0.01 if config["initializer_range"] == 0.01 else 0.4
            values = deviation * torch.randn(shape, generator=generator)
        else:
            values = 1.2 / math.sqrt(shape[1]) * torch.randn(shape, generator=generator)
        weights[name] = values.float().double()
    return weights


def random_targets(input_ids, lengths, vocabulary, generator):
    """Returns pieces to guess B T: for about a third of the pieces of text, else none."""
    drawn = torch.randint(4, vocabulary, input_ids.shape, generator=generator)
    positions = torch.arange(input_ids.shape[1])  # T
    text = (positions > 0) & (positions < lengths[:, None] - 1)  # B T
    hidden = torch.rand(input_ids.shape, generator=generator) < 0.35  # B T
    return torch.where(text & hidden, drawn, torch.full_like(drawn, IGNORED))


def is_norm(name):
    return "LayerNorm" in name or "layer_norm" in name


def random_sentences(config, lengths, generator):
    """Returns (input_ids B T, lengths B): [CLS] pieces [SEP], a sentence of one is [CLS] alone."""
    ids = torch.full((len(lengths), max(lengths)), config["pad_token_id"], dtype=torch.int64)
    for row, length in enumerate(lengths):
        ids[row, :length] = torch.randint(
            4, config["vocab_size"], (length,), generator=generator
        )
        ids[row, 0] = config["bos_token_id"]
        if length > 1:
            ids[row, length - 1] = config["eos_token_id"]
    return ids, torch.tensor(lengths)


def random_labels(input_ids, lengths, labels, generator):
    """Returns labels B T: none for [CLS], [SEP], padding and about a quarter of the pieces."""
    drawn = torch.randint(0, labels, input_ids.shape, generator=generator)
    positions = torch.arange(input_ids.shape[1])  # T
    text = (positions > 0) & (positions < lengths[:, None] - 1)  # B T
    first = torch.rand(input_ids.shape, generator=generator) < 0.75  # B T
    return torch.where(text & first, drawn, torch.full_like(drawn, IGNORED))
