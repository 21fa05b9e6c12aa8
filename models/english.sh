#!/usr/bin/env bash
# Makes models/english.bin and prints the scores in models/english.md.
# Usage: models/english.sh CORPORA [WORK]
#   CORPORA  folder with the corpora wnut17, btc and wikigold as their authors publish them
#   WORK     folder for the parts that the corpora are split into; default: a temporary one
set -euo pipefail

home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpora=$1
work=${2:-$(mktemp -d)}
ner=$home/ner
mkdir -p "$work"

# wikigold has no split of its own: by document, seed 1.
"$ner" split --data "$corpora/wikigold/wikigold.conll.txt" --ratio 70:15:15 --seed 1 \
  --output-dir "$work/wikigold" --force

# The split that the authors of the Broad Twitter Corpus recommend: section F is the test part, the
# second half of section H the development part, everything else is for training.
awk -v RS= -v ORS='\n\n' -v dir="$work" '{ s[NR] = $0 }
  END { for (i = 1; i <= NR; i++) print s[i] > (dir "/" (i <= NR / 2 ? "btc-h1.conll" : "btc-h2.conll")) }' \
  "$corpora/btc/h.conll"

people_places_organizations=PER=person,LOC=location,ORG=organization
wikigold_map=$people_places_organizations,MISC=
wnut_map=corporation=organization,group=organization,product=,creative-work=

"$ner" train \
  --train "$corpora"/btc/{a,b,e,g}.conll "$work/btc-h1.conll" "$work/wikigold/train.conll" \
    "$corpora/wnut17/wnut17train.conll" \
  --dev "$work/btc-h2.conll" "$work/wikigold/dev.conll" "$corpora/wnut17/emerging.dev.conll" \
  --map "$wikigold_map,$wnut_map" --skip-bad-lines \
  --base-model random:small --settings "$home/models/english.properties" \
  --language en --storage f16 --output "$home/models/english.bin" --force \
  --description "English tagger of persons, locations and organizations, trained from random weights on wnut17, the
Broad Twitter Corpus and wikigold (all CC-BY 4.0). See models/english.md for scores and limits."

"$ner" evaluate --model "$home/models/english.bin" --data "$work/wikigold/test.conll" --map "$wikigold_map"
"$ner" evaluate --model "$home/models/english.bin" --data "$corpora/wnut17/emerging.test.annotated" --map "$wnut_map"
"$ner" evaluate --model "$home/models/english.bin" --data "$corpora/btc/f.conll" --map "$people_places_organizations" --skip-bad-lines
