#!/usr/bin/env bash
# Makes models/english-albert and models/english.bin, and prints the scores in models/english.md.
# Usage: models/english.sh CORPORA TEXT [WORK]
#   CORPORA  folder with the corpora btc, litbank, wikigold and wnut17 as their authors publish them
#   TEXT     folder with the plain text that models/english-albert/README.md names, .txt.xz
#   WORK     folder for what is made on the way; default: a temporary one. What is there already is used again.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpora=$1
text=$2
work=${3:-$(mktemp -d)}
ner=$home/ner
vocabulary=$home/ner-trainer/src/main/resources/io/github/albertner/checkpoint/vocabulary/english-cased
mkdir -p "$work"
source "$home/models/parts.sh"

# 1. A language model: embeddings from co-occurrence, then masked words, with two layers first, then four. The run keeps what is best on
#    held-out windows of 64 pieces; a second, short one teaches it positions beyond those and ends with windows of 64.
pretrain() {
  "$ner" pretrain --text "$text"/*.txt.xz --cache "$work/pieces" --batch-size 16 --threads 2 --force "$@"
}
if [[ ! -e $work/english.safetensors ]]; then
  "$ner" embeddings --text "$text"/*.txt.xz --vocabulary "$vocabulary" --output "$work/english.safetensors"
fi
if [[ ! -e $work/first ]]; then
  pretrain --base-model random:small,attention=neighbours --embeddings "$work/english.safetensors" \
    --windows 64:0.92,128:0.08 --grow-layers 2:0.4,4:0.6 --steps 20000 --learning-rate 1e-3 --warmup 500 \
    --evaluate-steps 500 --output "$work/first"
fi
if [[ ! -e $work/english-albert ]]; then
  pretrain --base-model "$work/first" --windows 128:0.5,64:0.5 --steps 2500 --learning-rate 3e-4 --warmup 100 \
    --evaluate-steps 250 --storage f16 --output "$work/english-albert"
  # Its card stays the one in the repository.
  cp "$work"/english-albert/*.{json,safetensors} "$home/models/english-albert/"
fi

# 2. A tagger.
english_parts "$corpora" "$work"
"$ner" train \
  --train "${english_train[@]}" --dev "${english_dev[@]}" --map "$english_map" --skip-bad-lines \
  --base-model "$home/models/english-albert" --settings "$home/models/english.properties" \
  --language en --storage f16 --output "$home/models/english.bin" --run-dir "$work/english.run" --force \
  --description "English tagger of persons, locations and organizations, pretrained on open text and trained on the
Broad Twitter Corpus, LitBank's names, wikigold and wnut17 (all CC-BY 4.0). See models/english.md for scores and limits."

# 3. OpenNLP's own name finder on the same sentences, and both on the test parts.
"$ner" baseline --train "${english_train[@]}" --map "$english_map" --skip-bad-lines \
  --data "$work/wikigold/test.conll" --algorithm perceptron --output "$work/perceptron.bin" --force
english_tests "$ner" "$home/models/english.bin" "$work/perceptron.bin" "$corpora" "$work"
