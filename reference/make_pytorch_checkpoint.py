"""Writes the PyTorch files that the trainer's checkpoint tests read, and what is in them.

Usage: make_pytorch_checkpoint.py [FOLDER]   (default: ner-trainer's test resources)

  albert-zip/      a Hugging Face folder of random weights, two groups of two layers, names without
                   prefix, with pooler, pretraining heads and position_ids; pytorch_model.bin as a zip
  albert-legacy/   the same weights as torch.save wrote them before 1.6
  expected.safetensors   the encoder's weights of both under canonical names
  shapes.bin       views, shared storages, Parameters, every floating type
  shapes.safetensors     the same tensors
  half.safetensors       F16 and BF16, with their values as F32 under the name plus ".f32"
  malicious-*.bin  pickles that would run a command or load a foreign class
"""

import collections
import json
import os
import pickle
import struct
import sys
import zipfile
from pathlib import Path

import torch

import safetensors_file
from albert_network import parameter_shapes

DEFAULT = "../ner-trainer/src/test/resources/io/github/albertner/checkpoint"
PIECES = ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]", "\u2581", "a", "b", "\u2581a", "\u2581b", "ab"]
CONFIG = {
    "model_type": "albert",
    "architectures": ["AlbertForMaskedLM"],
    "vocab_size": 16,
    "embedding_size": 4,
    "hidden_size": 8,
    "num_hidden_layers": 4,
    "num_hidden_groups": 2,
    "inner_group_num": 2,
    "num_attention_heads": 2,
    "intermediate_size": 12,
    "hidden_act": "gelu",
    "max_position_embeddings": 16,
    "type_vocab_size": 2,
    "layer_norm_eps": 1e-12,
    "hidden_dropout_prob": 0.1,
    "attention_probs_dropout_prob": 0.0,
}


def tokenizer():
    """A unigram vocabulary of a few pieces, as Hugging Face's tokenizers write one."""
    special = [{"id": i, "content": PIECES[i], "single_word": False, "lstrip": False,
                "rstrip": False, "normalized": False, "special": True} for i in range(5)]
    scores = [[piece, 0.0 if i < 5 else -float(i)] for i, piece in enumerate(PIECES)]
    metaspace = {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always",
                 "split": True}
    return {"version": "1.0", "truncation": None, "padding": None, "added_tokens": special,
            "normalizer": None, "pre_tokenizer": metaspace, "post_processor": None,
            "decoder": metaspace, "model": {"type": "Unigram", "unk_id": 1, "vocab": scores}}


def write_albert(folder):
    torch.manual_seed(7)
    shapes = parameter_shapes(CONFIG, 1)
    canonical = {name: torch.randn(shape) for name, shape in shapes.items()
                 if not name.startswith("classifier.")}
    state = collections.OrderedDict(
        (name.removeprefix("albert."), tensor) for name, tensor in canonical.items())
    state["embeddings.position_ids"] = torch.arange(16).unsqueeze(0)
    state["pooler.weight"] = torch.randn(8, 8)
    state["pooler.bias"] = torch.randn(8)
    state["predictions.bias"] = torch.randn(16)
    state["sop_classifier.classifier.weight"] = torch.randn(2, 8)
    state._metadata = collections.OrderedDict({"": {"version": 1}})  # as Module.state_dict() has
    for kind in ("zip", "legacy"):
        target = folder / f"albert-{kind}"
        target.mkdir(parents=True, exist_ok=True)
        (target / "config.json").write_text(json.dumps(CONFIG, indent=1) + "\n")
        (target / "tokenizer.json").write_text(
            json.dumps(tokenizer(), ensure_ascii=False) + "\n", encoding="utf-8")
        torch.save(state, target / "pytorch_model.bin",
                   _use_new_zipfile_serialization=kind == "zip")
    safetensors_file.write(folder / "expected.safetensors", canonical, {"format": "pt"})


def write_shapes(folder):
    torch.manual_seed(8)
    base = torch.randn(4, 6)
    state = {
        "base": base,
        "transposed": base.t(),
        "column": base[:, 2],
        "row": base[2],
        "inner": base[1:3, 1:5],
        "expanded": base[:1, :1].expand(3, 2),
        "parameter": torch.nn.Parameter(torch.randn(3)),
        "half": torch.randn(5).half(),
        "brain": torch.randn(5).bfloat16(),
        "ids": torch.tensor([3, -1]),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 3),
    }
    torch.save(state, folder / "shapes.bin")
    torch.save(state, folder / "shapes-legacy.bin", _use_new_zipfile_serialization=False)
    plain = {name: tensor.detach().contiguous() for name, tensor in state.items()}
    safetensors_file.write(folder / "shapes.safetensors", plain, {})


def write_half(folder):
    torch.manual_seed(9)
    values = torch.cat([torch.randn(50), torch.tensor([0.0, -0.0, 65504.0, 6e-8, 1e-5])])
    tensors = {"f16": values.half(), "bf16": values.bfloat16()}
    tensors |= {name + ".f32": tensor.float() for name, tensor in tensors.items()}
    safetensors_file.write(folder / "half.safetensors", tensors, {})


class Command:
    """Unpickled without care, this runs a command."""

    def __reduce__(self):
        return os.system, ("touch pickle-was-run",)


def write_malicious(folder):
    torch.save({"weight": Command()}, folder / "malicious-zip.bin")
    torch.save({"weight": Command()}, folder / "malicious-legacy.bin",
               _use_new_zipfile_serialization=False)
    write_zip(folder / "malicious-protocol-4.bin", pickle.dumps({"weight": Command()}, protocol=4))
    # Instructions that call by other ways than GLOBAL and REDUCE.
    write_zip(folder / "malicious-inst.bin", b"(ios\nsystem\n.")
    write_zip(folder / "malicious-attributes.bin",
              b"ctorch._utils\n_rebuild_parameter\n}b.")
    # A text that claims two gigabytes.
    write_zip(folder / "malicious-length.bin", b"\x80\x02X" + struct.pack("<I", 2**31 - 1) + b"a.")
    write_zip(folder / "malicious-key.bin", b"\x80\x02}]K\x01s.")
    torch.save([torch.zeros(2)], folder / "list.bin")


def write_zip(path, content):
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(zipfile.ZipInfo("archive/data.pkl"), content)


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent / DEFAULT
    folder.mkdir(parents=True, exist_ok=True)
    write_albert(folder)
    write_shapes(folder)
    write_half(folder)
    write_malicious(folder)
    print(f"torch {torch.__version__}")


if __name__ == "__main__":
    main()
