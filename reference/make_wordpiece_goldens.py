#!/usr/bin/env python3
"""Writes a small vocab.txt and the pieces that transformers' BertTokenizer gives single words with it.

    reference/make_wordpiece_goldens.py OUTPUT_FOLDER

The vocabulary: BERT's control pieces; each character of the words below as it stands, in small letters and without accents,
alone and behind ##, but for every seventh, so that words are unknown too; and the beginnings and ends of the words. The words:
the list NASTY of make_word_pieces.py, words with ideographs, and random strings of its ODD characters (fixed seed), but for
those that hold the name of a control piece: transformers finds it in text, this project never does.
OUTPUT_FOLDER gets vocab.txt and goldens.jsonl, a line for each setting and word. Needs transformers.
"""

import json
import pathlib
import random
import sys
import unicodedata

import tokenizers
import transformers

from make_word_pieces import NASTY, ODD

IDEOGRAPHS = ["北京大学", "他走沪A", "東京タワー", "A股", "王小明2026", "ＡＢＣ公司", "㐀㐁", "𠀀𠀁x", "豈更", "中国·北京", "「上海」", "去iPhone14店", "한국어北京"]
CONTROL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
SETTINGS = [
    {"do_lower_case": True},
    {"do_lower_case": False},
    {"do_lower_case": True, "strip_accents": False},
    {"do_lower_case": False, "strip_accents": True, "tokenize_chinese_chars": False},
]


def words():
    chance = random.Random(7)
    odd = ["".join(chance.choice(ODD) for _ in range(chance.randint(1, 12))) for _ in range(400)]
    chosen = dict.fromkeys(NASTY + IDEOGRAPHS + odd)
    return [word for word in chosen if not any(piece in word for piece in CONTROL)]


def plain(word):
    lower = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in lower if unicodedata.category(c) != "Mn")


def vocabulary(all_words):
    forms = [form for word in all_words for form in (word, word.lower(), plain(word))]
    characters = sorted({c for form in forms for c in form if not c.isspace() and unicodedata.category(c)[0] != "C"})
    kept = [c for i, c in enumerate(characters) if i % 7 != 3]
    starts = sorted({form[:n] for form in forms for n in (2, 3, 5) if len(form) >= n and form[:n].isalnum()})
    ends = sorted({form[-n:] for form in forms for n in (2, 3) if len(form) > n and form[-n:].isalnum()})
    pieces = CONTROL + kept + ["##" + c for c in kept] + starts + ["##" + e for e in ends]
    return list(dict.fromkeys(pieces))


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    all_words = words()
    pieces = vocabulary(all_words)
    vocab = folder / "vocab.txt"
    vocab.write_text("".join(piece + "\n" for piece in pieces), encoding="utf-8", newline="\n")
    with open(folder / "goldens.jsonl", "w", encoding="utf-8", newline="\n") as out:
        print(json.dumps({"made by": "transformers " + transformers.__version__ + ", tokenizers " + tokenizers.__version__}), file=out)
        for setting in SETTINGS:
            tokenizer = transformers.BertTokenizer(vocab=str(vocab), **setting)
            assert tokenizer.vocab_size == len(pieces), (tokenizer.vocab_size, len(pieces))
            for word in all_words:
                ids = tokenizer([word], is_split_into_words=True, add_special_tokens=False)["input_ids"]
                print(json.dumps({**setting, "word": word, "ids": ids}, ensure_ascii=True), file=out)


if __name__ == "__main__":
    main()
