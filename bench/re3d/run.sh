#!/bin/sh
# Learns what span_tagger knows beforehand, then marks re3d's dev part and scores it. From the root of the checkout; README.md.
#   bench/re3d/run.sh [BUILD [SHARED [crossvalidate [OPTION…]]]]
# With "crossvalidate" what was learnt before is kept and five folds of the train part are marked instead; OPTIONs go to span_tagger.
set -eu
build=${1:-build/release}
shared=${2:-../shared}
[ $# -gt 2 ] && shift 2 || set --
corpora=$shared/corpora
program=$build/train/span_tagger
out=$build/re3d
knowing="--gazetteer $build/gazetteer.blob --classes $out/words.classes"
mkdir -p "$out"

# Train and free parts only: no part that anything is measured on.
learn_beforehand() {
    $program classes --out "$out/words.classes" \
        "$corpora"/muc4/docs.dev.jsonl "$corpora"/fakes/train.jsonl "$corpora"/gvc/docs.train.jsonl "$corpora"/gvc/docs.dev.jsonl \
        "$corpora"/plover/gsr.jsonl "$corpora"/plover/petrarch_unit.jsonl "$corpora"/ud/en_ewt-train.conllu "$corpora"/ud/en_gum-free-train.conllu \
        "$corpora"/re3d/train.jsonl "$corpora"/event_location/train_free.jsonl "$corpora"/geo/geovirus.jsonl "$corpora"/timex/wikiwars_train.jsonl \
        data/corpus/en_syria_iraq.jsonl data/corpus/en_world.jsonl data/corpus/en_written.jsonl
    auxiliary() { $program auxiliary $knowing "$@"; }
    auxiliary --part word_class --passes 5 --seen 3 --out "$out/word_class.tagger" "$corpora"/ud/en_gum-free-train.conllu "$corpora"/ud/en_ewt-train.conllu
    auxiliary --part entities --passes 8 --seen 2 --out "$out/entities.tagger" "$corpora"/ud/en_gum-free-train.conllu
    auxiliary --part columns --name wikigold --passes 8 --seen 2 --out "$out/wikigold.tagger" "$corpora"/ner/wikigold/wikigold.conll.txt
    auxiliary --part columns --name wnut --passes 8 --seen 2 --out "$out/wnut.tagger" "$corpora"/ner/WNUT17/wnut17train.conll
}

knowing_all="$knowing --auxiliary $out/word_class.tagger $out/entities.tagger $out/wikigold.tagger $out/wnut.tagger"
if [ "${1:-}" = crossvalidate ]; then
    shift
    $program crossvalidate $knowing_all --train "$corpora/re3d/train.jsonl" --out "$out/crossvalidation.jsonl" "$@"
    exit
fi
learn_beforehand
$program predict $knowing_all --train "$corpora/re3d/train.jsonl" --out "$out/dev.jsonl" "$corpora/re3d/dev.jsonl"
python3 "$shared/bench/score_spans.py" --gold "$corpora/re3d/dev.jsonl" --pred "$out/dev.jsonl"
