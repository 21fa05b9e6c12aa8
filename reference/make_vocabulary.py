#!/usr/bin/python3
"""Makes the project's own vocabulary: a cased SentencePiece unigram model of openly licensed English text.

    reference/make_vocabulary.py TEXT_FOLDER OUTPUT_FOLDER [--pieces 16000] [--every 5]

TEXT_FOLDER holds *.txt.xz, one paragraph per line. Every n-th line of every file is taken (fixed rule, no chance) and given to
`spm_train` (Debian package sentencepiece) twice: as it is, and split into words the way named-entity corpora are
split. Writes spiece.model and tokenizer_config.json. Same text, same version, same options: same file.

Choices, and why:
  cased, accents kept   case is the best single sign of a name
  words split too       a tagger's input is split into words and each word is encoded alone, so "," and "(" must be
                        pieces that begin a word; trained on running text only they would cost two pieces, the
                        first of them the bare word mark, and a word's tag is read at its first piece. On split
                        text only they are no candidates: spm_train takes those from distinct words
  digits not split      "1998" and "20" stay one piece, so that a number's first piece says something
  16,000 pieces         8 MB of f32 embeddings (E = 128); half as many make sentences about a tenth longer
  coverage 0.9998       and in any case all of ASCII, European Latin and Greek letters, common punctuation; other characters become
                        <unk>; no byte pieces, which would be trained by almost nothing
  ids 0 to 4            <pad> <unk> [CLS] [SEP] [MASK], as in ALBERT
"""

import argparse
import json
import lzma
import pathlib
import re
import subprocess
import tempfile
import unicodedata

WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S.
    r"|\d+(?:[.,:/]\d+)+"  # 1,000 3.14 10:30
    r"|\w+(?=n['’]t\b)|n['’]t\b"  # do n't
    r"|['’](?:s|S|re|ve|ll|d|m)\b"  # 's
    r"|\w+(?:[-&]\w+)*"  # COVID-19 AT&T
    r"|\.{2,}|-{2,}|\S"
)

# Names are written with letters that a sample of English text holds too rarely to count.
REQUIRED = "".join(
    chr(c)
    for c in [*range(0x21, 0x7F), *range(0xA1, 0x180), *range(0x218, 0x21C), *range(0x391, 0x3CA), *range(0x2010, 0x2040), 0x20AC]
    if chr(c).isprintable() and unicodedata.normalize("NFKC", chr(c)) == chr(c)
)


def sample(folder, every, out):
    """Writes every n-th line of every file, as it is and split into words; returns lines and characters taken."""
    lines = characters = 0
    for path in sorted(folder.glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as text:
            for number, line in enumerate(text):
                if number % every == 0:
                    out.write(line)
                    out.write(" ".join(WORD.findall(line)) + "\n")
                    lines += 1
                    characters += len(line)
    return lines, characters


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--pieces", type=int, default=16000)
    parser.add_argument("--every", type=int, default=5)
    options = parser.parse_args()
    if not list(options.text.glob("*.txt.xz")):
        parser.error(f"no *.txt.xz in {options.text}")
    options.output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        sampled = pathlib.Path(work, "sample.txt")
        with sampled.open("w", encoding="utf-8") as out:
            print("%d lines, %d characters" % sample(options.text, options.every, out), flush=True)
        subprocess.run(
            [
                "spm_train",
                f"--input={sampled.name}",
                "--model_prefix=spiece",
                "--model_type=unigram",
                f"--vocab_size={options.pieces}",
                "--character_coverage=0.9998",
                "--required_chars=" + REQUIRED,
                "--normalization_rule_name=nmt_nfkc",
                "--pad_id=0",
                "--unk_id=1",
                "--bos_id=-1",
                "--eos_id=-1",
                "--control_symbols=[CLS],[SEP],[MASK]",
                "--max_sentence_length=65536",
                "--num_threads=2",
                "--minloglevel=1",
            ],
            cwd=work,
            check=True,
        )
        model = pathlib.Path(work, "spiece.model").read_bytes()
        (options.output / "spiece.model").write_bytes(model)
    config = {
        "tokenizer_class": "AlbertTokenizer",
        "do_lower_case": False,
        "keep_accents": True,
        "remove_space": True,
        "model_max_length": 512,
        "cls_token": "[CLS]",
        "sep_token": "[SEP]",
        "pad_token": "<pad>",
        "unk_token": "<unk>",
        "mask_token": "[MASK]",
    }
    text = json.dumps(config, indent=2) + "\n"
    (options.output / "tokenizer_config.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
