"""Reads and writes the safetensors format: an 8-byte little-endian length, a JSON header, data.

Only what the golden files and ordinary checkpoints need, all in one file: writes F32, F16, BF16 and
I64, reads F32, F64 and I64.
"""

import json
import struct

import numpy
import torch

DATA_TYPES = {"F32": "<f4", "F64": "<f8", "I64": "<i8", "F16": "<f2", "BF16": "<i2"}
KINDS = {torch.int64: "I64", torch.float16: "F16", torch.bfloat16: "BF16"}


def write(path, tensors, metadata):
    """Writes tensors (a dictionary of names) and metadata (a dictionary of strings)."""
    header, chunks, offset = {"__metadata__": metadata}, [], 0
    for name, tensor in tensors.items():
        kind = KINDS.get(tensor.dtype, "F32")
        if kind == "BF16":  # numpy has no such type
            tensor = tensor.detach().view(torch.int16)
        data = tensor.detach().numpy().astype(DATA_TYPES[kind]).tobytes()
        span = [offset, offset + len(data)]
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": span}
        chunks.append(data)
        offset += len(data)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # data starts at a multiple of 8 bytes
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(chunks))


def read(path):
    """Returns (tensors by name, metadata)."""
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        values = numpy.frombuffer(content[begin:end], dtype=DATA_TYPES[entry["dtype"]])
        tensors[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return tensors, metadata
