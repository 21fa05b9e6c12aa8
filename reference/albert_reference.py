#!/usr/bin/python3
"""Writes the golden files that the project's network is tested against, in plain PyTorch.

Usage, from the root of the project (Debian: apt install python3-torch):

    python3 reference/albert_reference.py                       write all golden files
    python3 reference/albert_reference.py --output DIR          ... elsewhere, to compare
    python3 reference/albert_reference.py --date 2026-11-21     ... with this date in them
    python3 reference/albert_reference.py --only masked_language     ... one of them
    python3 reference/albert_reference.py --check DIR [--vocabulary spiece.model]

--check runs a Hugging Face checkpoint (config.json with model.safetensors or pytorch_model.bin) on
the sentences of DIR/expected.json ("sentences": words, piece ids, and the label probabilities of
each word's first piece) and fails if a probability differs by more than 1e-6. It needs Python's
sentencepiece, to tell each word's first piece; the vocabulary is by default spiece.model in DIR or
its parent.

Everything is computed in float64, on one thread, from seeded weights: the same version of PyTorch
and the same date give the same bytes. Before a file is written, the padded run is compared with
every sentence run alone. The README beside the golden files lists what they hold; the network is
in albert_network.py and the configurations are in golden_cases.py.
"""

import argparse
import datetime
import json
import pathlib
import sys

import torch

import safetensors_file
from albert_network import ACTIVATIONS, AlbertNetwork, mean_cross_entropy
from checkpoint_check import check
from golden_cases import CASES, MASKED_LANGUAGE, TRAINING
from golden_cases import config_of, is_norm, random_labels, random_sentences, random_targets
from golden_cases import random_weights

GOLDEN = "ner-annotator/src/test/resources/io/github/albertner/network/golden"
SEED = 20260
LEARNING_RATES = [1e-3, 2e-3, 5e-4]
WEIGHT_DECAY = 0.01
MAX_GRADIENT_NORM = 1.0
FORWARD_TOLERANCE = "float32: absolute 1e-5"
TRAINING_TOLERANCE = "float32: weights absolute 1e-5 but attention.key.bias; see README.md"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    root = pathlib.Path(__file__).resolve().parent.parent
    parser.add_argument("--output", type=pathlib.Path, default=root / GOLDEN, metavar="DIR")
    parser.add_argument("--date", default=datetime.date.today().isoformat())
    parser.add_argument("--only", metavar="NAME")
    parser.add_argument("--check", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--vocabulary", type=pathlib.Path, metavar="FILE")
    options = parser.parse_args()
    torch.set_num_threads(1)
    if options.check:
        return check(options.check, options.vocabulary)
    options.output.mkdir(parents=True, exist_ok=True)
    names = [*CASES, "training_step", "masked_language"]
    for number, name in enumerate(names):
        path = options.output / f"{name}.safetensors"
        if options.only not in (None, name):
            continue
        if name == "training_step":
            write_training(path, TRAINING, number, options.date)
        elif name == "masked_language":
            write_training(path, MASKED_LANGUAGE, number, options.date)
        else:
            write_forward(path, CASES[name], number, options.date)
    return 0


def write_forward(path, case, number, date):
    changes, labels, lengths = case
    config = config_of(changes)
    generator = torch.Generator().manual_seed(SEED + number)
    weights = random_weights(config, labels, generator)
    input_ids, lengths = random_sentences(config, lengths, generator)
    results = run(config, weights, input_ids, lengths)
    alone = assert_same_unpadded(config, weights, input_ids, lengths, results)
    tensors = {**weights, "golden.input_ids": input_ids, "golden.lengths": lengths, **results}
    safetensors_file.write(path, tensors, metadata(config, labels, date, FORWARD_TOLERANCE))

    single = {name: weight.float() for name, weight in weights.items()}
    rounding = difference(run(config, single, input_ids, lengths), results)
    print(f"{path.name}: {path.stat().st_size} bytes, padded - unpadded {alone:.1e}, "
          f"float32 - float64 {rounding:.1e}")
    for setting, other in wrong_settings(config):
        wrong = run({**config, setting: other}, weights, input_ids, lengths)
        print(f"    {setting} {other}: logits off by "
              f"{difference(wrong, results, ['golden.logits']):.1e}")


def run(config, weights, input_ids, lengths):
    """Returns the golden results by name, rows of padding zeroed."""
    embeddings, hidden, logits = AlbertNetwork(config, weights).forward(input_ids, lengths)
    present = torch.arange(input_ids.shape[1])[None, :, None] < lengths[:, None, None]  # B T 1
    results = {"golden.embeddings": embeddings}
    results.update({f"golden.hidden.{i}": x for i, x in enumerate(hidden)})
    results["golden.logits"] = logits
    return {name: x.masked_fill(~present, 0.0) for name, x in results.items()}


def assert_same_unpadded(config, weights, input_ids, lengths, padded):
    differences = []
    for row, length in enumerate(lengths.tolist()):
        alone = run(config, weights, input_ids[row : row + 1, :length], lengths[row : row + 1])
        same = {name: x[row : row + 1, :length] for name, x in padded.items()}
        differences.append(difference(alone, same))
    worst = max(differences)
    assert worst < 1e-12, f"padded and unpadded runs differ by {worst}, expected below 1e-12"
    return worst


def difference(found, expected, names=None):
    """Returns the largest absolute difference; fails on NaN, which no maximum would show."""
    worst = [(found[name].double() - expected[name]).abs().max() for name in names or expected]
    assert not any(x.isnan() for x in worst), "NaN among the results"
    return float(max(worst))


def wrong_settings(config):
    """Yields settings to get wrong, to show that the golden values tell them apart."""
    for activation in sorted({*ACTIVATIONS} - {config["hidden_act"]}):
        yield "hidden_act", activation
    yield "layer_norm_eps", 1e-5 if config["layer_norm_eps"] < 1e-6 else 1e-12
    for setting in ("num_hidden_groups", "inner_group_num"):
        if config[setting] > 1:
            yield setting, 1
    yield "num_attention_heads", 1


def write_training(path, case, number, date):
    """Writes training steps of a tagger, or, where the case has no labels, of a language model."""
    changes, labels, lengths = case
    config = config_of(changes)
    generator = torch.Generator().manual_seed(SEED + number)
    initial = random_weights(config, labels, generator)
    input_ids, lengths = random_sentences(config, lengths, generator)
    if labels is None:
        targets = random_targets(input_ids, lengths, config["vocab_size"], generator)
    else:
        targets = random_labels(input_ids, lengths, labels, generator)
    tensors = {**initial, "golden.input_ids": input_ids, "golden.lengths": lengths,
               "golden.labels": targets}
    if labels is None:
        results = run(config, initial, input_ids, lengths)
        assert_same_unpadded(config, initial, input_ids, lengths, results)
        tensors["golden.logits"] = results["golden.logits"]
    tensors.update(train(config, initial, input_ids, lengths, targets))
    settings = {"optimizer": "AdamW, decoupled decay", "betas": [0.9, 0.999], "eps": 1e-8,
                "weight_decay": WEIGHT_DECAY, "no_decay": "biases and LayerNorm weights",
                "max_gradient_norm": MAX_GRADIENT_NORM, "learning_rates": LEARNING_RATES}
    header = metadata(config, labels, date, TRAINING_TOLERANCE)
    safetensors_file.write(path, tensors, {**header, "training": json.dumps(settings)})

    single = {name: weight.float() for name, weight in initial.items()}
    rounded = train(config, single, input_ids, lengths, targets)
    print(f"{path.name}: {path.stat().st_size} bytes, loss {tensors['golden.loss'].tolist()}, "
          f"gradient norm {tensors['golden.grad_norm'].tolist()}")
    for kind in ("loss", "grad_norm", "grad.", "step1.", "step2.", "step3."):
        for key_bias in (False, True):
            names = [n for n in rounded if n.startswith("golden." + kind)
                     and n.endswith("attention.key.bias") == key_bias]
            if names:
                what = kind + " of attention.key.bias" * key_bias
                print(f"    {what}: float32 - float64 {difference(rounded, tensors, names):.1e}")


def train(config, initial, input_ids, lengths, targets):
    """Returns loss and gradient norm of each step, first gradients and weights after each step."""
    weights = {name: w.clone().requires_grad_() for name, w in initial.items()}
    decayed = [w for n, w in weights.items() if not n.endswith(".bias") and not is_norm(n)]
    others = [w for n, w in weights.items() if n.endswith(".bias") or is_norm(n)]
    optimizer = torch.optim.AdamW(
        [{"params": decayed, "weight_decay": WEIGHT_DECAY},
         {"params": others, "weight_decay": 0.0}],
        betas=(0.9, 0.999), eps=1e-8)
    results, losses, norms = {}, [], []
    for step, learning_rate in enumerate(LEARNING_RATES, start=1):
        optimizer.zero_grad()
        network = AlbertNetwork(config, weights)
        _, _, logits = network.forward(input_ids, lengths)
        loss = mean_cross_entropy(logits, targets)
        loss.backward()
        if step == 1:
            results.update({f"golden.grad.{n}": w.grad.clone() for n, w in weights.items()})
        norm = torch.nn.utils.clip_grad_norm_(list(weights.values()), MAX_GRADIENT_NORM)
        assert norm > MAX_GRADIENT_NORM, f"gradient norm {norm} would not be clipped"
        for group in optimizer.param_groups:
            group["lr"] = learning_rate
        optimizer.step()
        losses.append(loss.detach())
        norms.append(norm)
        for name, weight in weights.items():
            results[f"golden.step{step}.{name}"] = weight.detach().clone()
    return {"golden.loss": torch.stack(losses), "golden.grad_norm": torch.stack(norms), **results}


def metadata(config, labels, date, tolerance):
    return {"config": json.dumps(config), "num_labels": str(labels or 0), "torch": torch.__version__,
            "script": "reference/albert_reference.py", "date": date, "tolerance": tolerance,
            "computed": "float64, stored as F32"}


if __name__ == "__main__":
    sys.exit(main())
