"""Opens an exported folder with transformers and compares its entities with `ner annotate`'s.

Usage: python open_with_transformers.py FOLDER ANNOTATED

    ner export --model my.bin --output FOLDER
    ner annotate --model my.bin --tokenized --output-format json --output ANNOTATED text.txt

Needs torch and transformers 4.31 or later; nothing is fetched. Words are given one by one, as Albert
NER encodes them. Decoding here is the best label of each word, so sentences where that is no legal
sequence of tags are left out of the comparison and counted.
"""

import json
import sys

import torch
from transformers import AutoModelForTokenClassification, AutoTokenizer

TOLERANCE = 2e-3  # probabilities; packages in f16 are computed in f32 on both sides


def main(folder, annotated):
    tokenizer = AutoTokenizer.from_pretrained(folder, local_files_only=True)
    model, loading = AutoModelForTokenClassification.from_pretrained(
        folder, local_files_only=True, output_loading_info=True
    )
    model = model.float().eval()
    for kind in ("missing_keys", "unexpected_keys", "mismatched_keys"):
        assert not loading[kind], f"{kind}: {loading[kind]}"
    compared = left_out = wrong = 0
    worst = 0.0
    with open(annotated, encoding="utf-8") as lines:
        for line in lines:
            sentence = json.loads(line)
            words = sentence["tokens"]
            labels, probabilities = tag(tokenizer, model, words)
            found = spans(labels, probabilities)
            if found is None:
                left_out += 1
                continue
            compared += 1
            theirs = {key(entity): entity["probability"] for entity in sentence["entities"]}
            ours = {(begin, end, kind): probability for begin, end, kind, probability in found}
            if theirs.keys() != ours.keys():
                wrong += 1
                print(f"differ: {' '.join(words)}: {sorted(theirs)} and {sorted(ours)}")
            for entity in theirs.keys() & ours.keys():
                worst = max(worst, abs(theirs[entity] - ours[entity]))
    print(f"{compared} sentences compared, {left_out} left out, {wrong} differ; largest difference {worst:.1e}")
    return 0 if compared and not wrong and worst <= TOLERANCE else 1


def tag(tokenizer, model, words):
    """Returns the best label of each word's first piece, and its probability."""
    pieces, first = [tokenizer.cls_token_id], []
    for word in words:
        first.append(len(pieces))
        pieces += tokenizer(word, add_special_tokens=False)["input_ids"] or [tokenizer.unk_token_id]
    pieces.append(tokenizer.sep_token_id)
    with torch.no_grad():
        logits = model(input_ids=torch.tensor([pieces])).logits  # 1 T L
    best = torch.softmax(logits[0, first], dim=1).max(dim=1)  # W
    return [model.config.id2label[int(i)] for i in best.indices], best.values.tolist()


def spans(labels, probabilities):
    """Returns (begin, end, type, mean probability) of BIO labels; None if they are not legal."""
    found = []
    for i, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if prefix == "B":
            found.append([i, i + 1, kind])
        elif prefix == "I":
            if not found or found[-1][1] != i or found[-1][2] != kind:
                return None
            found[-1][1] = i + 1
    return [(b, e, kind, sum(probabilities[b:e]) / (e - b)) for b, e, kind in found]


def key(entity):
    return entity["beginToken"], entity["endToken"], entity["type"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
