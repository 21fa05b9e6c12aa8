"""Scores tagged files as the conlleval script of the CoNLL shared tasks does, for the golden file of EntityEvaluator.

Written from the rules of conlleval (Erik Tjong Kim Sang, versions of 2000 to 2004): both tag columns are walked at
once, word by word; whether a chunk ends before a word and whether one starts at it is decided from the tags of two
neighbouring words; a predicted chunk is correct if it starts and ends with a gold chunk of the same type. No list of
spans is ever built, which is what makes this a check independent of the Java code.

Each file has lines "word gold predicted" and an empty line after each sentence. Usage, from the repository's root:

    python3 reference/conlleval_reference.py            # rewrites random*.conll and conlleval-golden.json
    python3 reference/conlleval_reference.py FILE...    # prints the scores of other files

Needs Python 3.8 or later and nothing else. The golden file names the Python version and the date it was made with.
"""

import datetime
import json
import pathlib
import platform
import random
import sys

FOLDER = pathlib.Path("ner-trainer/src/test/resources/io/github/albertner/evaluate")
OUTSIDE = ("O", "")

# Pairs (previous prefix, prefix) of one type at which a chunk ends, or starts.
# There is none for E before B, nor any for S, L and U: the script joins such neighbours of one type.
ENDS = {("B", "B"), ("B", "O"), ("I", "B"), ("I", "O"), ("E", "E"), ("E", "I"), ("E", "O")}
STARTS = {("B", "B"), ("I", "B"), ("O", "B"), ("O", "I"), ("E", "E"), ("E", "I"), ("O", "E")}


def split(tag):
    prefix, _, kind = tag.partition("-")
    return prefix, kind


def ends(previous, current):
    return (previous[0], current[0]) in ENDS or (previous[0] != "O" and previous[1] != current[1])


def starts(previous, current):
    return (previous[0], current[0]) in STARTS or (current[0] != "O" and previous[1] != current[1])


def read(path):
    """Yields (gold, predicted) for each word, and a pair of O's after each sentence, marked as no word."""
    for line in path.read_text(encoding="utf-8").splitlines() + [""]:
        if line:
            _, gold, predicted = line.split(" ")
            yield True, split(gold), split(predicted)
        else:
            yield False, OUTSIDE, OUTSIDE


def as_iob2(path):
    """The same as read, every chunk's first tag being B and the others I."""
    last = [OUTSIDE, OUTSIDE]
    for is_word, *tags in read(path):
        rewritten = []
        for column, tag in enumerate(tags):
            first = starts(last[column], tag)
            rewritten.append(tag if tag[0] == "O" else ("B" if first else "I", tag[1]))
            last[column] = tag
        yield is_word, *rewritten


def accuracy(rows):
    words = [gold == predicted for is_word, gold, predicted in rows if is_word]
    return sum(words) / len(words) if words else 0.0


def measures(gold, predicted, correct):
    precision = 100 * correct / predicted if predicted else 0.0
    recall = 100 * correct / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {
        "gold": gold,
        "predicted": predicted,
        "correct": correct,
        "precision": round(precision, 2),
        "recall": round(recall, 2),
        "f1": round(f1, 2),
    }


def evaluate(path):
    found_gold, found_predicted, found_correct = {}, {}, {}
    last_gold = last_predicted = OUTSIDE
    matching = False  # whether a gold and a predicted chunk began together and neither has ended
    words = 0
    for is_word, gold, predicted in read(path):
        if matching:
            gold_ends = ends(last_gold, gold)
            predicted_ends = ends(last_predicted, predicted)
            if gold_ends and predicted_ends and last_gold[1] == last_predicted[1]:
                found_correct[last_gold[1]] = found_correct.get(last_gold[1], 0) + 1
                matching = False
            elif gold_ends != predicted_ends or gold[1] != predicted[1]:
                matching = False
        if starts(last_gold, gold):
            found_gold[gold[1]] = found_gold.get(gold[1], 0) + 1
        if starts(last_predicted, predicted):
            found_predicted[predicted[1]] = found_predicted.get(predicted[1], 0) + 1
        if starts(last_gold, gold) and starts(last_predicted, predicted) and gold[1] == predicted[1]:
            matching = True
        last_gold, last_predicted = gold, predicted
        words += is_word
    counts = (found_gold, found_predicted, found_correct)
    kinds = sorted(set(found_gold) | set(found_predicted))
    return {
        "words": words,
        "accuracy": round(100 * accuracy(read(path)), 2),
        "accuracy_iob2": round(100 * accuracy(as_iob2(path)), 2),
        "overall": measures(*(sum(c.values()) for c in counts)),
        "types": {kind: measures(*(c.get(kind, 0) for c in counts)) for kind in kinds},
    }


def write_random(path, prefixes, seed=20):
    """Sentences of random tags, mostly kept in the prediction: every kind of repair and of near miss is in there."""
    chance = random.Random(seed)
    tags = ["O"] * 5 + [p + "-" + t for p in prefixes for t in ("PER", "LOC", "creative-work")]
    lines = []
    for _ in range(80):
        for word in range(chance.randint(1, 12)):
            gold = chance.choice(tags)
            predicted = gold if chance.random() < 0.8 else chance.choice(tags)
            lines.append(f"w{word} {gold} {predicted}")
        lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(arguments):
    if arguments:
        for argument in arguments:
            print(argument, json.dumps(evaluate(pathlib.Path(argument)), indent=2))
        return
    write_random(FOLDER / "random.conll", "BI")
    write_random(FOLDER / "random-all-prefixes.conll", "BIESLU")
    golden = {
        "made_by": "reference/conlleval_reference.py",
        "python": platform.python_version(),
        "date": datetime.date.today().isoformat(),
        "tolerance": "counts exact; scores in percent, rounded to 2 decimals as conlleval prints them",
        "files": {path.name: evaluate(path) for path in sorted(FOLDER.glob("*.conll"))},
    }
    text = json.dumps(golden, indent=2) + "\n"
    (FOLDER / "conlleval-golden.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
