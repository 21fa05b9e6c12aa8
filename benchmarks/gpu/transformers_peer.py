"""Measures Hugging Face transformers' AlbertForTokenClassification on the weights and pieces of a folder.

python3 benchmarks/gpu/transformers_peer.py FOLDER [--device cuda:0], FOLDER as benchmarks/run gpu wrote it.
Every batch size, number type and order of sentences is tried, and its best is shown.
"""

import argparse
import itertools

import torch
import transformers

from folder import TYPES, Folder, best_seconds, check, peak_of, pieces, table

BATCHES = (8, 32, 128)


def padded(batch, pad, device):
    """Piece ids and attention mask, B T."""
    width = max(len(window) for window in batch)
    ids = torch.full((len(batch), width), pad)
    mask = torch.zeros((len(batch), width), dtype=torch.int64)
    for row, window in enumerate(batch):
        ids[row, : len(window)] = torch.tensor(window)
        mask[row, : len(window)] = 1
    return ids.to(device), mask.to(device)


def batches(windows, size, order):
    """Of so many sentences each; sorted: those of like length together."""
    if order == "sorted":
        windows = sorted(windows, key=len, reverse=True)
    return [windows[i : i + size] for i in range(0, len(windows), size)]


def measure_network(model, workload, device, turns):
    """A row for each batch size and order; batches are made before, as ours are."""
    for size, order in itertools.product(BATCHES, ("sorted", "unsorted")):
        made = batches(workload["pieces"], size, order)
        pad = model.config.pad_token_id

        def run():
            for batch in made:
                ids, mask = padded(batch, pad, device)
                model(input_ids=ids, attention_mask=mask).logits.float().cpu()

        seconds = best_seconds(device, turns, run)
        yield f"{size} {order}", pieces(workload) / seconds


def measure_pipeline(model, tokenizer, workload, device, turns):
    """A row for each batch size: text in, entities out, as most users call it."""
    texts = [" ".join(words) for words in workload["words"] if words]
    for size in BATCHES:
        pipeline = transformers.pipeline(
            "token-classification",
            model=model,
            tokenizer=tokenizer,
            device=device,
            batch_size=size,
            aggregation_strategy="first",
        )
        seconds = best_seconds(device, turns, lambda: pipeline(texts))
        yield str(size), pieces(workload) / seconds


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--device", default="cuda:0")
    parser.add_argument("--precisions", default="f32,f16,bf16")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--peak-tflops", type=float)
    options = parser.parse_args()
    folder, device = Folder(options.folder), torch.device(options.device)
    source = str(folder.path / "huggingface")
    tokenizer = transformers.AutoTokenizer.from_pretrained(source, use_fast=True)
    rows = []
    with torch.no_grad():
        for precision in options.precisions.split(","):
            model = transformers.AlbertForTokenClassification.from_pretrained(source)
            model = model.to(device=device, dtype=TYPES[precision]).eval()
            for workload in folder.workloads:
                if precision == "f32":
                    expected = workload["logits"]
                    found = [
                        model(input_ids=torch.tensor([window], device=device)).logits[0].cpu()
                        for window in workload["pieces"][: len(expected)]
                    ]
                    check(workload["name"], expected, found)
                measured = {
                    "network": measure_network(model, workload, device, options.turns),
                    "pipeline": measure_pipeline(model, tokenizer, workload, device, options.turns),
                }
                for what, settings in measured.items():
                    for setting, speed in settings:
                        rows.append(
                            {
                                "what": what,
                                "precision": precision,
                                "setting": f"{precision}, {setting}",
                                "workload": workload["name"],
                                "piecesPerSecond": speed,
                            }
                        )
    folder.write("transformers", options.device, rows)
    print(table(folder, device, peak_of(device, options.peak_tflops)))


if __name__ == "__main__":
    main()
