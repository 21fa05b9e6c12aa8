#!/usr/bin/env bash
# Makes models/biomedical.bin and prints the scores in models/biomedical.md: what a team with text of its field and few
# labels would do.
# Usage: models/biomedical.sh CORPORA TEXT [WORK]
#   CORPORA  folder with the corpora ncbi-disease and bc5cdr: train.tsv, devel.tsv, test.tsv
#   TEXT     folder with medquad.txt.xz, plos.txt.xz and openstax-science-business.txt.xz
#   WORK     folder for what is made on the way; default: a temporary one. A pretrained model there is used again.
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
source "$home/models/parts.sh"

# 1. Pretraining goes on from models/english-albert, over 5 of the 7 million pieces of the text of the field, none of which that has read.
texts=("${biomedical_texts[@]/#/$text/}")
if [[ ! -e $work/biomedical-albert ]]; then
  "$ner" pretrain --text "${texts[@]/%/.txt.xz}" \
    --base-model "$home/models/english-albert" --cache "$work/pieces" \
    --windows 64 --mask-share 0.25 --batch-size 32 --steps 2500 --learning-rate 5e-4 --warmup 100 --evaluate-steps 250 --threads 1 \
    --output "$work/biomedical-albert" --force
fi

# 2. The same training without and with that pretraining, side by side, each on one thread. The second is the package.
train=("$corpora/ncbi-disease/train.tsv" "$corpora/bc5cdr/train.tsv")
dev=("$corpora/ncbi-disease/devel.tsv" "$corpora/bc5cdr/devel.tsv")
map=Disease=disease,Chemical=chemical
train() {
  "$ner" train --train "${train[@]}" --dev "${dev[@]}" --map "$map" --settings "$home/models/biomedical.properties" \
    --language en --storage f16 --force "$@"
}
train --base-model "$home/models/english-albert" --output "$work/without.bin" > "$work/without.log" 2>&1 &
without=$!
train --base-model "$work/biomedical-albert" --output "$home/models/biomedical.bin" \
  --run-dir "$work/biomedical.run" \
  --description "Tagger of diseases and chemicals in biomedical English, pretrained on open text and trained on
ncbi-disease and bc5cdr (CC-BY 4.0). See models/biomedical.md for scores and limits."
wait $without

# 3. OpenNLP's own name finder on the same sentences, and all of them on the test parts.
"$ner" baseline --train "${train[@]}" --map "$map" --data "$corpora/bc5cdr/test.tsv" \
  --algorithm perceptron --output "$work/perceptron.bin" --force
for other in "$work/perceptron.bin" "$work/without.bin"; do
  "$ner" evaluate --model "$home/models/biomedical.bin" --baseline "$other" --data "$corpora/ncbi-disease/test.tsv" \
    --map Disease=disease
  "$ner" evaluate --model "$home/models/biomedical.bin" --baseline "$other" --data "$corpora/bc5cdr/test.tsv" --map "$map"
done

# 4. The same two trainings with few labels.
for base in "$home/models/english-albert" "$work/biomedical-albert"; do
  train --base-model "$base" --max-samples 1000 --epochs 8 --output "$work/few-$(basename "$base").bin"
done
for corpus in ncbi-disease bc5cdr; do
  "$ner" evaluate --model "$work/few-biomedical-albert.bin" --baseline "$work/few-english-albert.bin" \
    --data "$corpora/$corpus/test.tsv" --map "$([[ $corpus == bc5cdr ]] && echo "$map" || echo Disease=disease)"
done
