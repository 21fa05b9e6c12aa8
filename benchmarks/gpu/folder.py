"""What the programs of this folder share: the folder of benchmarks/run gpu, timing, the table."""

import json
import pathlib
import time

import torch

TYPES = {"f32": torch.float32, "f16": torch.float16, "bf16": torch.bfloat16}

# Dense 16-bit tensor-core peak in TFLOP/s with 32-bit sums, from NVIDIA's data sheets; the first
# name that the card's name contains counts.
PEAKS = {
    "H100 PCIe": 756,
    "H100 NVL": 835,
    "H100": 989,
    "H200": 989,
    "B200": 2250,
    "A100": 312,
    "A10G": 70,
    "A10": 125,
    "A30": 165,
    "A40": 150,
    "L40S": 362,
    "L40": 181,
    "L4": 121,
    "T4": 65,
    "V100": 125,
    "RTX 6000 Ada": 364,
    "RTX 4090": 165,
    "RTX 3090": 71,
}


class Folder:
    """The network and sentences that benchmarks/run gpu wrote."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.workloads = json.loads((self.path / "sentences.json").read_text(encoding="utf-8"))

    def rows(self, name):
        """Measured rows of a program that has run; none if it has not."""
        file = self.path / (name + ".json")
        return json.loads(file.read_text(encoding="utf-8"))["rows"] if file.exists() else []

    def write(self, name, device, rows):
        content = {"device": device, "torch": torch.__version__, "rows": rows}
        (self.path / (name + ".json")).write_text(json.dumps(content), encoding="utf-8")


def pieces(workload):
    return sum(len(window) for window in workload["pieces"])


def synchronise(device):
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def best_seconds(device, turns, work):
    """One turn to warm up, then the best."""
    work()
    synchronise(device)
    best = float("inf")
    for _ in range(turns):
        begin = time.perf_counter()
        work()
        synchronise(device)
        best = min(best, time.perf_counter() - begin)
    return best


def check(name, expected, found, most=1e-3):
    """Stops if logits in f32 are not those that the JVM computed in f32 on its processor."""
    error = max(
        float((torch.tensor(e).view_as(f) - f).abs().max()) for e, f in zip(expected, found)
    )
    if not error <= most:
        raise SystemExit(f"{name}: logits differ by {error} from those of the same weights in Java")


def card(device):
    return torch.cuda.get_device_name(device) if device.type == "cuda" else "processor"


def peak_of(device, stated):
    """TFLOP/s, or None."""
    if stated:
        return stated
    return next((peak for name, peak in PEAKS.items() if name in card(device)), None)


def fastest(rows, what, workload, precisions=None):
    """The row of most pieces a second, or None."""
    fitting = [
        row
        for row in rows
        if row["what"] == what
        and row["workload"] == workload
        and (precisions is None or row["precision"] in precisions)
    ]
    return max(fitting, key=lambda row: row["piecesPerSecond"], default=None)


def table(folder, device, peak):
    """Ours (from the JVM where it ran, else by torchscript.py) beside transformers, in Markdown."""
    ours, script = folder.rows("ours"), folder.rows("torchscript")
    theirs = folder.rows("transformers")
    lines = [
        f"{card(device)}, PyTorch {torch.__version__}; thousands of pieces a second, the best of all"
        " settings of each; shares are of "
        + (f"{peak:g} TFLOP/s (dense, 16 bit), for 16-bit settings" if peak else "an unknown peak"),
        "",
        "| sentences | ours: network | ours: words to entities | ours: TorchScript in Python"
        " | transformers: best batched | transformers: pipeline | network / batched"
        " | words to entities / pipeline | share of peak: ours | theirs |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    for workload in folder.workloads:
        name = workload["name"]
        network = fastest(ours, "network", name)
        tagger = fastest(ours, "tagger", name)
        own_script = fastest(script, "network", name)
        batched = fastest(theirs, "network", name)
        pipeline = fastest(theirs, "pipeline", name)
        own = network or own_script
        cells = [name]
        cells += [cell(row) for row in (network, tagger, own_script, batched, pipeline)]
        cells += [ratio(own, batched), ratio(tagger, pipeline)]
        cells += [share(row, workload, peak) for row in (own, batched)]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def cell(row):
    if row is None:
        return "-"
    return f"{row['piecesPerSecond'] / 1000:,.1f} ({row.get('setting', row['precision'])})"


def ratio(one, other):
    if one is None or other is None:
        return "-"
    return f"{one['piecesPerSecond'] / other['piecesPerSecond']:.2f}"


def share(row, workload, peak):
    if row is None or peak is None or row["precision"] == "f32":
        return "-"
    operations = workload["operations"] / pieces(workload) * row["piecesPerSecond"]
    return f"{100 * operations / (peak * 1e12):.0f} %"
