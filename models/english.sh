#!/usr/bin/env bash
# Makes models/english-albert and models/english.bin, and prints the scores in models/english.md.
# Usage: models/english.sh CORPORA TEXT [WORK]
#   CORPORA  folder with the corpora btc, litbank, wikigold and wnut17 as their authors publish them, and gum-names/text.jsonl
#   TEXT     folder with the plain text that models/english-albert/README.md names, .txt.xz
#   WORK     folder for what is made on the way; default: a temporary one. What is there already is used again.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$home/models/parts.sh"
vocabulary=$home/ner-trainer/src/main/resources/io/github/albertner/checkpoint/vocabulary/english-cased

# 1. A language model: embeddings from co-occurrence, then masked words, with two layers first, then four, and with windows of 128 pieces
#    for a tenth of the run, late, when the rate is low but high enough to learn the positions beyond 64.
texts=()
for file in "$text"/*.txt.xz; do
  name=$(basename "$file" .txt.xz)
  # What biomedical.sh goes on with is left for it.
  [[ " ${biomedical_texts[*]} " == *" $name "* ]] || texts+=("$file")
done
if [[ ! -e $work/english.safetensors ]]; then
  "$ner" embeddings --text "${texts[@]}" --vocabulary "$vocabulary" --output "$work/english.safetensors"
fi
if [[ ! -e $work/english-albert ]]; then
  "$ner" pretrain --text "${texts[@]}" --cache "$work/pieces" \
    --base-model random:small,attention=neighbours --embeddings "$work/english.safetensors" \
    --windows 64:0.75,128:0.1,64:0.15 --grow-layers 2:0.4,4:0.6 --mask-share 0.25 --batch-size 16 --steps 18000 \
    --learning-rate 1e-3 --warmup 500 --evaluate-steps 500 --threads 2 --storage f16 --force \
    --output "$work/english-albert"
  # How words are usually written, for both models: of all text.
  "$ner" casing --text "$text"/*.txt.xz --output "$home/models/english-albert/casing.txt" --force
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
