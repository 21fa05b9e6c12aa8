"""Measures the TorchScript file that ours runs, from Python: where the JVM cannot use the GPU's libtorch.

python3 benchmarks/gpu/torchscript.py FOLDER [--device cuda:0], FOLDER as benchmarks/run gpu --prepare wrote it.
"""

import argparse

import torch

from folder import TYPES, Folder, best_seconds, check, peak_of, pieces, table

# PyTorch's numbers of the types (c10/core/ScalarType.h), as the attribute compute_type has them.
NUMBERS = {"f32": 6, "f16": 5, "bf16": 15}


def batches(windows, most):
    """Sentences by length, in batches of so many pieces at most: as inference.Batcher makes them."""
    made, batch, size = [], [], 0
    for window in sorted(windows, key=len, reverse=True):
        if batch and size + len(window) > most:
            made.append(batch)
            batch, size = [], 0
        batch.append(window)
        size += len(window)
    return made + [batch]


def arguments(batch, device):
    """Pieces of all sentences without padding, their lengths (in the processor's memory), rows read."""
    ids = torch.tensor([piece for window in batch for piece in window], device=device)
    lengths = torch.tensor([len(window) for window in batch])
    return ids, lengths, torch.arange(len(ids), device=device)


def load(folder, device, precision):
    module = torch.jit.load(str(folder.path / "model.pt"), map_location=device)
    module.compute_type = NUMBERS[precision]
    module.prepare(torch.zeros([]))
    return module


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder")
    parser.add_argument("--device", default="cuda:0")
    parser.add_argument("--precisions", default="f32,f16,bf16")
    parser.add_argument("--most-pieces", type=int, default=32768)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--peak-tflops", type=float)
    options = parser.parse_args()
    torch._C._jit_set_profiling_executor(False)  # as ours: it specialises for each shape anew
    torch._C._set_graph_executor_optimize(False)
    folder, device = Folder(options.folder), torch.device(options.device)
    rows = []
    with torch.no_grad():
        for precision in options.precisions.split(","):
            if precision not in TYPES:
                raise SystemExit(f"precision is {precision}; expected some of {', '.join(TYPES)}")
            module = load(folder, device, precision)
            for workload in folder.workloads:
                if precision == "f32":
                    expected = workload["logits"]
                    found = [
                        module(*arguments([window], device)).cpu()
                        for window in workload["pieces"][: len(expected)]
                    ]
                    check(workload["name"], expected, found)
                made = batches(workload["pieces"], options.most_pieces)

                def run():
                    for batch in made:
                        module(*arguments(batch, device)).cpu()

                seconds = best_seconds(device, options.turns, run)
                rows.append(
                    {
                        "what": "network",
                        "precision": precision,
                        "workload": workload["name"],
                        "piecesPerSecond": pieces(workload) / seconds,
                    }
                )
    folder.write("torchscript", options.device, rows)
    print(table(folder, device, peak_of(device, options.peak_tflops)))


if __name__ == "__main__":
    main()
