#!/usr/bin/env python3
"""Runs ./ner on files of the kinds that users report as broken, and prints one line a case.

    integration-tests/field_cases.py FOLDER [NAME...]

FOLDER holds the inputs; NAME picks cases. Each line says "right", or "WRONG" and what came out.
Exits with 1 if a case is wrong.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

HOME = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ENGLISH = os.path.join(HOME, "models", "english.bin")
CASES = []


class Wrong(Exception):
    pass


def case(function):
    CASES.append((function.__name__.replace("_", "-"), function))
    return function


def ner(*arguments, code=0, stdin=None):
    """Standard output and error of a command that must end with this exit code."""
    done = subprocess.run(
        [os.path.join(HOME, "ner"), *map(str, arguments)],
        input=stdin, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != code:
        raise Wrong(f"ner {arguments[0]} ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    return done.stdout, done.stderr


def check(condition, found):
    if not condition:
        raise Wrong(str(found)[:300])


def converted(path, *options):
    """The sentences of a corpus as "word/TAG word/TAG", and what was said of it."""
    with tempfile.TemporaryDirectory() as work:
        _, err = ner("convert", "--data", path, "--to", "conll", "--output", work + "/out", *options)
        out = read(work, "out")
    sentences = [[]]
    for line in out.splitlines():
        if not line.strip():
            sentences.append([])
        elif not line.startswith("-DOCSTART-"):
            cells = line.split()
            sentences[-1].append(f"{cells[0]}/{cells[-1]}")
    return [" ".join(sentence) for sentence in sentences if sentence], err


def reads(path, expected, said=""):
    sentences, err = converted(path)
    check(sentences == expected, sentences)
    check(re.search(said, err), err)


def refuses(path, *said):
    err = refused(path)
    for pattern in said:
        check(re.search(pattern, err), err)


def refused(path, *options):
    """What the conversion says that must not be."""
    with tempfile.TemporaryDirectory() as work:
        return ner("convert", "--data", path, "--to", "conll", "--output", work + "/out", *options, code=1)[1]


def annotated(text, model=ENGLISH):
    """The names that ner annotate finds in a text: text and type."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", newline="") as file:
        file.write(text)
        file.flush()
        out, _ = ner("annotate", file.name, "--model", model, "--output-format", "json")
    return spans(text, out)


def spans(text, lines):
    """Entities as text, begin, end and type; offsets count code points, as Python's do."""
    text = text.removeprefix("\ufeff")  # the encoding's mark, which is not counted
    return [(text, e["codePointBegin"], e["codePointEnd"], e["type"])
            for line in lines.splitlines() for e in json.loads(line)["entities"]]


def overall(out):
    return re.search(r"^micro .*?(\d+\.\d+) +\[", out, re.M)


def f1(gold, found):
    right = len(set(gold) & set(found))
    return 200 * right / (len(gold) + len(found))


def read(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8", newline="") as file:
        return file.read()


@case
def initials(folder):
    gold, texts = [], []
    for line in read(folder, "initials.jsonl").splitlines():
        document = json.loads(line)
        texts.append(document["text"])
        gold += [(document["text"], *entity) for entity in document["entities"]]
    found = []
    for text in texts:
        found += [(text, *span[1:]) for span in annotated(text)]
    score = f1(gold, found)
    out, err = ner("evaluate", "--model", ENGLISH, "--data", folder + "/initials.jsonl", "--format", "spacy")
    said = overall(out)
    check(said and f"{score:.2f}" == said.group(1), f"annotate {score:.2f}, evaluate {said and said.group(1)}")
    persons = [g for g in gold if g[3] == "person"]
    missed = [g[0][g[1]:g[2]] for g in persons if g not in found]
    check(not missed, missed)


@case
def possessive(folder):
    names = [t[b:e] for t, b, e, _ in annotated(read(folder, "possessive.txt"))]
    check(not any(re.search("['’]s?$", name) for name in names), names)
    check({"Toyota", "Tim Cook", "Angela Merkel", "Paris"} <= set(names), names)


@case
def wrapped(folder):
    text = read(folder, "wrapped.txt")
    wanted = ["Geneva", "Maria Duarte", "World Health Organization", "Switzerland", "Geneva",
              "Ahmed Yilmaz", "Turkey", "Siemens AG", "Red Cross", "New York", "Angela Merkel",
              "Barack Obama", "Tim Cook", "Los Angeles", "San Francisco", "European Commission",
              "Bank of England", "United Nations"]
    for end in "\n", "\r\n", "\r":
        names = [re.sub(r"\s+", " ", t[b:e]) for t, b, e, _ in annotated(text.replace("\n", end))]
        check(names == wanted, f"{end!r}: {names}")


@case
def bom(folder):
    names = [t[b:e] for t, b, e, _ in annotated(read(folder, "bom.txt"))]
    check(names == ["Tim Cook", "Paris"], names)


@case
def hyphens_and_clitics(folder):
    out, err = ner("evaluate", "--model", ENGLISH, "--data", folder + "/hyphens-and-clitics.jsonl", "--map", "X=location")
    said = re.search(r"(\d+) of 15 entities have borders that no token has", out + err)
    check(said or "borders" not in out + err, out + err)


def own_tokens(folder, name, *options):
    """Trains, and compares what ner evaluate says with what ner annotate finds."""
    with tempfile.TemporaryDirectory() as work:
        model, test = work + "/model.bin", f"{folder}/{name}.test.jsonl"
        ner("train", "--train", f"{folder}/{name}.train.jsonl", "--dev", test, "--tokens", "gold",
            "--base-model", "random:tiny", "--epochs", 12, "--output", model, *options)
        out, _ = ner("evaluate", "--model", model, "--data", test, *options)
        gold, found = [], []
        for line in read(folder, f"{name}.test.jsonl").splitlines():
            document = json.loads(line)
            gold += [(document["text"], *entity) for entity in document["label"]]
        texts = {text for text, *_ in gold}
        for number, text in enumerate(sorted(texts)):
            with open(f"{work}/{number}.txt", "w", encoding="utf-8", newline="") as file:
                file.write(text)
        ner("annotate", *(f"{work}/{n}.txt" for n in range(len(texts))), "--model", model,
            "--output-format", "json", "--output-dir", work + "/out")
        for number, text in enumerate(sorted(texts)):
            found += spans(text, read(work + "/out", f"{number}.txt.jsonl"))
        score = f1(gold, found)
        said = overall(out)
        check(said and f"{score:.2f}" == said.group(1), f"annotate {score:.2f}, evaluate {said and said.group(1)}: {out}")


@case
def inside_words(folder):
    own_tokens(folder, "inside-words")


@case
def chinese(folder):
    own_tokens(folder, "chinese", "--text-language", "zh")


@case
def numbers_from_zero(folder):
    sentences, _ = converted(folder + "/numbers-from-zero.conllu")
    check(sentences[0] == "In/O 1975/O ,/O Jan/B-PER Kos/I-PER sang/O in/O Lima/B-LOC with/O Jan/B-PER Kos/I-PER ./O", sentences[0])


@case
def ranges(folder):
    reads(folder + "/ranges.conllu", ["Vamos/O nos/O a/O Lima/B-LOC ./O", "Eva/B-PER"])


@case
def misc_spaceafter(folder):
    reads(folder + "/misc-spaceafter.conllu", ["Oslo/B-LOC ./O ja/O", "ja/O"])


@case
def misc_name_key(folder):
    reads(folder + "/misc-name-key.conllu", ["Dommer/O Finn/B-PER Eilertsen/I-PER avstår/O ./O"])


@case
def types_without_prefix(folder):
    sentences, err = converted(folder + "/types-without-prefix.tsv")
    check(sentences[0] == "CHAPTER/O I/O Emma/B-PERSON Woodhouse/I-PERSON ,/O handsome/O and/O Mr./B-PERSON Knightley/I-PERSON", sentences)
    check("IO" in err, err)


@case
def bmes(folder):
    reads(folder + "/bmes.txt", ["王/B-NAME 小/I-NAME 明/I-NAME 在/O 北/B-LOC 京/I-LOC 。/O", "他/O 走/O 沪/B-LOC"])


@case
def underscore(folder):
    reads(folder + "/underscore.tsv", ["Ana/B-PER Cruz/I-PER in/O Rome/B-LOC"])


@case
def zero_for_o(folder):
    reads(folder + "/zero-for-o.tsv", ["Anna/B-PER bor/O i/O Lund/B-LOC ./O", "Hon/O ler/O"], "0 read as O")


@case
def conll2012(folder):
    reads(folder + "/conll2012.txt", ["John/B-PERSON Smith/I-PERSON visited/O France/B-GPE ./O", "It/O rained/O"])


@case
def webanno3(folder):
    sentences, err = converted(folder + "/webanno3.tsv")
    check(sentences[0] == "Angela/B-PER Merkel/I-PER visited/O Paris/B-LOC ./O", sentences)
    check(len(sentences) == 2 and ("Berlin/B-LOC" in sentences[1] or "Berlin" in err), (sentences, err))


@case
def sentence_ids(folder):
    reads(folder + "/sentence-ids.tsv", ["Ann/B-PER works/O", "Rome/B-LOC"])


@case
def utf16(folder):
    refuses(folder + "/utf16.conll", "UTF-16")


@case
def cp1252(folder):
    refuses(folder + "/cp1252.conll", "(?i)windows-1252")


@case
def spacy2_paragraphs(folder):
    reads(folder + "/spacy2-paragraphs.json", ["of/O section/B-LAW 9/I-LAW (/I-LAW 1-A/I-LAW )/I-LAW"])


@case
def pretty(folder):
    reads(folder + "/pretty.json", ["Ann/B-PER works/O ./O"])


@case
def doccano_2019_label_ids(folder):
    refuses(folder + "/doccano-2019-label-ids.jsonl", "number", "--tag-names")


@case
def off_by_one(folder):
    path = folder + "/off-by-one.json"
    refuses_misaligned = refused(path, "--misaligned", "fail")
    check("off-by-one.json:1" in refuses_misaligned and "Indi" in refuses_misaligned, refuses_misaligned)
    skipped, err = converted(path, "--misaligned", "skip")
    check(skipped == ["Hello/O from/O India/O", "Susan/O went/O to/O Switzerland/O ./O"], (skipped, err))
    snapped, err = converted(path, "--misaligned", "snap")
    check(snapped == ["Hello/O from/O India/B-GPE", "Susan/B-PERSON went/O to/O Switzerland/O ./O"], (snapped, err))
    cut, err = converted(path, "--misaligned", "outermost")
    check(cut == ["Hello/O from/O Indi/B-GPE a/O", "Sus/B-PERSON an/O went/O to/O Switzerland/O ./O"], (cut, err))


@case
def brat_over_line_end(folder):
    sentences, _ = converted(folder + "/brat-over-line-end")
    check(" ".join(sentences).startswith("Foo/B-Org Bar/I-Org went/O"), sentences)


@case
def brat_crlf_counted_once(folder):
    path = folder + "/brat-crlf-counted-once"
    sentences, err = converted(path)
    check("Windows line end" in err, err)
    names = re.findall(r"(\S+)/B-(\S+)", " ".join(sentences))
    check(names == [("Ann", "PER"), ("Bob", "PER"), ("Rome", "LOC")], sentences)


@case
def brat_without_ann(folder):
    sentences, err = converted(folder + "/brat-without-ann")
    check(sentences == ["Ann/B-PER met/O Bob/O ./O", "Nobody/O at/O all/O ./O"], sentences)
    check("e.txt" in err, err)


@case
def many_rare_types(folder):
    with tempfile.TemporaryDirectory() as work:
        ner("split", "--data", folder + "/many-rare-types.conll", "--ratio", "85:15", "--output-dir", work + "/parts")
        sizes = {name: read(work + "/parts", name).strip().count("\n\n") + 1 for name in os.listdir(work + "/parts")}
        shares = sorted(sizes.values())
        check(sum(shares) >= 600 and 60 <= shares[0] <= 120, sizes)


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__.strip())
        return 0 if len(sys.argv) > 1 else 2
    folder, wanted = sys.argv[1], sys.argv[2:]
    wrong = 0
    for name, function in CASES:
        if not wanted or name in wanted:
            try:
                function(folder)
                print(f"{name:24} right", flush=True)
            except Wrong as e:
                wrong += 1
                print(f"{name:24} WRONG {e}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
