# Sourced by the recipes, which have set home: their arguments, which texts are whose, and the parts of the English corpora. Defines
# corpora, text, work and ner, and english_train, english_dev and english_map.

corpora=$1
text=$2
work=${3:-$(mktemp -d)}
ner=$home/ner
mkdir -p "$work"

biomedical_texts=(medquad plos openstax-science-business)

people_places_organizations=PER=person,LOC=location,ORG=organization
wikigold_map=$people_places_organizations,MISC=
wnut_map=corporation=organization,group=organization,product=,creative-work=
litbank_map=PER=person,LOC=location,GPE=location,ORG=organization,FAC=,VEH=
english_map=$wikigold_map,$wnut_map,GPE=location,FAC=,VEH=

# english_parts CORPORA WORK: splits what has no split of its own.
english_parts() {
  local corpora=$1 work=$2 book

  # By document, seed 1.
  "$ner" split --data "$corpora/wikigold/wikigold.conll.txt" --ratio 70:15:15 --seed 1 \
    --output-dir "$work/wikigold" --force

  # By book, seed 1; only what is a name.
  mkdir -p "$work/litbank-names"
  for book in "$corpora"/litbank/tsv/*.tsv; do
    awk -v RS= -f "$home/models/litbank-names.awk" "$book" > "$work/litbank-names/$(basename "$book" .tsv).conll"
  done
  "$ner" split --data "$work"/litbank-names/*.conll --ratio 70:15:15 --seed 1 \
    --output-dir "$work/litbank" --force

  # The split that the authors of the Broad Twitter Corpus recommend: section F is the test part, the
  # second half of section H the development part, everything else is for training.
  awk -v RS= -v ORS='\n\n' -v dir="$work" '{ s[NR] = $0 }
    END { for (i = 1; i <= NR; i++) print s[i] > (dir "/" (i <= NR / 2 ? "btc-h1.conll" : "btc-h2.conll")) }' \
    "$corpora/btc/h.conll"

  english_train=("$corpora"/btc/{a,b,e,g}.conll "$work/btc-h1.conll" "$work/wikigold/train.conll"
    "$work/litbank/train.conll" "$corpora/wnut17/wnut17train.conll")
  english_dev=("$work/btc-h2.conll" "$work/wikigold/dev.conll" "$work/litbank/dev.conll"
    "$corpora/wnut17/emerging.dev.conll")
}

# english_tests NER MODEL BASELINE CORPORA WORK: scores both on every test part, with 95 % intervals.
english_tests() {
  local judge=("$1" evaluate --model "$2" --baseline "$3") corpora=$4 work=$5
  "${judge[@]}" --data "$work/wikigold/test.conll" --map "$wikigold_map"
  "${judge[@]}" --data "$corpora/wnut17/emerging.test.annotated" --map "$wnut_map"
  "${judge[@]}" --data "$corpora/btc/f.conll" --map "$people_places_organizations" --skip-bad-lines
  "${judge[@]}" --data "$work/litbank/test.conll" --map "$litbank_map"
  # Raw text: no part of it was learned from.
  "${judge[@]}" --data "$corpora/gum-names/text.jsonl" --map "$people_places_organizations"
}
