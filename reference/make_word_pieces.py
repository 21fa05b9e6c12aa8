#!/usr/bin/python3
"""Writes the pieces that Google's SentencePiece gives single words, as goldens for the tokenizer's tests.

    reference/make_word_pieces.py VOCABULARY_FOLDER TEXT_FOLDER OUTPUT.jsonl

VOCABULARY_FOLDER holds spiece.model and tokenizer_config.json; TEXT_FOLDER holds *.txt.xz, one paragraph per line. The
words are every frequent-to-rare step of the text's word list (fixed rule, no chance), random strings (fixed seed) of
characters that break tokenizers, and the list below. Each is preprocessed as Google's albert/tokenization.py does, with the
settings of tokenizer_config.json. The first line of the output says what made it.
Needs the Debian package python3-sentencepiece.
"""

import argparse
import collections
import datetime
import hashlib
import json
import lzma
import pathlib
import random
import re
import sys
import unicodedata


NASTY = """
' '' `` ``x'' " "" “quoted” ‘single’ don’t can't 's n't ' '90s … ... — – - -- -LRB- ( ) [ ] { } < > & &amp; $ $5 £ €100 ¥ 5% ° °C § © ™ ½ ² ① Ⅳ
[CLS] [SEP] [MASK] <pad> <unk> <s> </s> ▁ ▁▁ ▁[SEP] a▁b ▁x x▁ [CLS][SEP] a[MASK]b <pad>x x<unk> [cls] <0x41> <0x0A>
naïve Zürich São Đà Straße İstanbul ıssız ǅ ﬁnance ﬂow eﬀect Ångström Å Å étude é ộ é̂ ﬁ́ ﬁ́x q̃ ñ ñ Ñandú Erdoğan Łódź Dvořák Ørsted Þór Æthelred œuvre ſ ß ẞ Ω Ω µ μ
ΑΘΗΝΑ Αθήνα Σίσυφος ΟΔΟΣ Москва Київ Ёлка Ёлка 北京 日本語 ｶﾞ ガ が か゛ ｶﾞﾗｽ カ゚ 한국어 각 각 العربية אבג ‏אבג שָׁלוֹם हिन्दी क़ ไทย தமிழ் Ա ქართული አማርኛ
😀 👩‍👩‍👧 ❤️ ❤ 1️⃣ #️⃣ 🇩🇪 👍🏽 a😀b 😀😀 𝔘𝔫𝔦𝔠𝔬𝔡𝔢 𝟏𝟐 𐍈 🄰 ＦＵＬＬ ｈａｌｆ １２ ㈱ ㎏ ㍿ ﷺ ﷲ
1,000 3.14 1998 10:30 2026-11-21 IL-2 COVID-19 α-synuclein p53 U.S. e.g. Ph.D. @user #tag http://t.co/abc a@b.org C++ C# .NET AT&T O'Brien McDonald iPhone eBay WASHINGTON NASA's x y
""".split() + [
    "", " ", "  ", "\t", "\n", "\u00a0", "\u3000", "\u200b", "\u200c", "\u200d", "\ufeff", "\ufeffbom", "\u200bzero", "ze\u200bro", "a\u00adb", "\u2060",
    "a b", " a", "a ", "  a  b  ", "tab\tin", "line\nbreak", "line\u2028sep", "cr\r\nlf", "x\u0000y", "\u0000", "\u0001", "a\u0007b", "\u001f", "a\u001cb", "\u007f", "\u0085",
    "\u0301", "\u0301\u0302", "a\u0301\u0302\u0303", "e\u0301\u0327", "x\u20dd", "\u0345", "\u034f", "a\ufe0f", "\ufffd", "a\ufffdb", "\uffff", "\ufdd0", "\U0010ffff",
    "=\u0338", "<\u0338", "e" + "\u0301" * 40, "\u1100\u1161\u11a8", "\u0e33", "\u0f77", "\u1e9b\u0323", "\u202eabc\u202c", "\u2066a\u2069", "\ue000",
    "a" * 200, "ab" * 150, "\u6f22" * 100, ".-" * 60,
]

ODD = (
    "abcXYZ019.,-'\"()[]<>/&@#$%` \t\n\u00a0\u00ad\u00b2\u00bd\u00c5\u00df\u00e9\u0130\u0131\u017f\u0301\u0302\u0308\u0327\u0345\u03a3\u03c3\u0416\u05d0\u0627"
    "\u0915\u093f\u1100\u1161\u11a8\u1e9b\u200b\u200d\u2028\u2126\u212b\u2160\u2581\u3000\u304b\u3099\u30ab\uac00\ufb01\ufdfa\ufe0f\ufeff\uff21\uff76\uff9e\ufffd\U0001d518\U0001f600"
)


def words_of(folder):
    """Every word of every hundredth line with how often it occurs, most frequent first."""
    counts = collections.Counter()
    for path in sorted(folder.glob("*.txt.xz")):
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as text:
            for number, line in enumerate(text):
                if number % 100 == 50:
                    counts.update(re.findall(r"\w+(?:[-.]\w+)*|\S", line))
                    counts.update(line.split())
    return sorted(counts, key=lambda word: (-counts[word], word))


def chosen(folder):
    words = words_of(folder)
    picked = words[:800] + words[800:10000:16] + words[10000 :: len(words) // 800]
    odd = random.Random(20261121)
    made = ["".join(odd.choice(ODD) for _ in range(odd.randint(1, 12))) for _ in range(600)]
    return list(dict.fromkeys(NASTY + picked + made))


def preprocessed(word, config):
    if config["remove_space"]:
        word = " ".join(word.strip().split())
    word = word.replace("``", '"').replace("''", '"')
    if not config["keep_accents"]:
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    return word.lower() if config["do_lower_case"] else word


def main():
    import sentencepiece  # the lists above are used without it

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vocabulary", type=pathlib.Path)
    parser.add_argument("text", type=pathlib.Path)
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    model = (options.vocabulary / "spiece.model").read_bytes()
    config = json.loads((options.vocabulary / "tokenizer_config.json").read_text(encoding="utf-8"))
    processor = sentencepiece.SentencePieceProcessor(model_proto=model)
    made_by = {
        "script": "reference/make_word_pieces.py",
        "date": datetime.date.today().isoformat(),
        "sentencepiece": sentencepiece.__version__,
        "python": sys.version.split()[0],
        "unicode": unicodedata.unidata_version,
        "spiece.model": hashlib.sha256(model).hexdigest(),
    }
    with options.output.open("w", encoding="ascii") as out:
        out.write(json.dumps({"made_by": made_by}) + "\n")
        for word in chosen(options.text):
            ids = processor.encode(preprocessed(word, config))
            out.write(json.dumps({"word": word, "ids": ids}) + "\n")


if __name__ == "__main__":
    main()
