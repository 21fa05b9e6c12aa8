"""Compares the network with the label probabilities that come with a checkpoint."""

import json
import sys
import unicodedata

import torch

import safetensors_file
from albert_network import AlbertNetwork, parameter_shapes

TOLERANCE = 1e-6


def check(directory, vocabulary):
    """Returns 0 if every probability of expected.json is met within TOLERANCE, else 1."""
    config = json.loads((directory / "config.json").read_text())
    weights = read_checkpoint(directory)
    expected = json.loads((directory / "expected.json").read_text())
    shapes = parameter_shapes(config, len(expected["labels"]))
    for name, shape in shapes.items():
        assert tuple(weights[name].shape) == shape, f"{name}: {weights[name].shape} not {shape}"
    encode = word_encoder(vocabulary or find_vocabulary(directory))
    network = AlbertNetwork(config, weights)
    differences = []
    for sentence in expected["sentences"]:
        ids = torch.tensor([sentence["ids"]])
        _, _, logits = network.forward(ids, torch.tensor([ids.shape[1]]))
        first = first_pieces(sentence["words"], sentence["ids"], encode)
        found = torch.softmax(logits[0, first], dim=1)  # W L
        probs = torch.tensor(sentence["probs"], dtype=torch.float64)  # W L
        assert not found.isnan().any(), f"NaN among the probabilities of {sentence['words']}"
        differences.append(float((found - probs).abs().max()))
    worst = max(differences)
    print(f"{directory}: {len(expected['sentences'])} sentences, largest difference {worst:.1e}")
    return 0 if worst <= TOLERANCE else 1


def read_checkpoint(directory):
    """Returns float64 weights under canonical names."""
    if (directory / "model.safetensors").exists():
        weights, _ = safetensors_file.read(directory / "model.safetensors")
    else:
        weights = torch.load(directory / "pytorch_model.bin", map_location="cpu")
    prefixed = any(name.startswith("albert.") for name in weights)
    return {name if prefixed or name.startswith("classifier.") else "albert." + name: w.double()
            for name, w in weights.items()}


def find_vocabulary(directory):
    for folder in (directory, directory.parent):
        if (folder / "spiece.model").exists():
            return folder / "spiece.model"
    sys.exit(f"no spiece.model in {directory} or its parent: name it with --vocabulary")


def word_encoder(vocabulary):
    import sentencepiece

    model = sentencepiece.SentencePieceProcessor(model_file=str(vocabulary))

    def encode(word):
        """ALBERT's normalisation (keep_accents false, do_lower_case true), then SentencePiece."""
        text = unicodedata.normalize("NFKD", word.replace("``", '"').replace("''", '"'))
        text = "".join(c for c in text if not unicodedata.combining(c))
        return model.encode(text.lower())

    return encode


def first_pieces(words, ids, encode):
    """Returns the position in ids of each word's first piece; ids must be the words' pieces."""
    first, made = [], [ids[0]]
    for word in words:
        first.append(len(made))
        made += encode(word) or [1]
    made.append(ids[-1])
    assert made == ids, f"pieces of the words are {made}, expected.json has {ids}"
    return first
