"""Makes the network that `ner doctor` checks numbers with: weights, input and logits of a golden file.

python3 reference/make_self_check.py, from the root of the project; needs no library.
"""

import json
import pathlib
import struct

GOLDEN = pathlib.Path(
    "ner-annotator/src/test/resources/io/github/albertner/network/golden/one_group_gelu_new.safetensors"
)
RESULT = pathlib.Path("ner-annotator/src/main/resources/io/github/albertner/network/self_check.safetensors")
LEFT_OUT = ("golden.embeddings", "golden.hidden.")


def main():
    content = GOLDEN.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    kept, chunks, offset = {"__metadata__": header.pop("__metadata__")}, [], 0
    for name, entry in header.items():
        if name.startswith(LEFT_OUT):
            continue
        begin, end = (8 + length + place for place in entry["data_offsets"])
        chunks.append(content[begin:end])
        kept[name] = {**entry, "data_offsets": [offset, offset + end - begin]}
        offset += end - begin
    text = json.dumps(kept, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)  # data starts at a multiple of 8 bytes
    RESULT.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(chunks))


if __name__ == "__main__":
    main()
