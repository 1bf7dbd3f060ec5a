#!/bin/sh
# Teaches span_tagger the places of Arabic messages with four parts of IDRISI, marks the fifth and scores it. From the root of the checkout; README.md.
#   bench/idrisi/run.sh [BUILD [SHARED [crossvalidate [OPTION…]]]]
# With "crossvalidate" the four parts are marked instead, each by the three others; OPTIONs go to span_tagger.
set -eu
build=${1:-build/release}
shared=${2:-../shared}
[ $# -gt 2 ] && shift 2 || set --
export CORPORA="$shared/corpora" SCORERS="$shared/bench"
program="$build/train/span_tagger --language ar"

# teach FOLDER HOW_CONVERTED HOW_SCORED [crossvalidate [OPTION…]]
teach() {
    out=$build/idrisi/$1 converted=$2 scored=$3 gold=held
    shift 3
    python3 bench/idrisi/idrisi.py convert $converted "$out"
    if [ "${1:-}" = crossvalidate ]; then
        gold=train
        shift
        $program crossvalidate --folds 4 --gazetteer "$build/gazetteer.blob" --train "$out/train.jsonl" --out "$out/said.jsonl" "$@"
    else
        $program predict --gazetteer "$build/gazetteer.blob" --train "$out/train.jsonl" --out "$out/said.jsonl" "$out/held.jsonl"
    fi
    python3 bench/idrisi/idrisi.py score $scored "$out/$gold.jsonl" "$out/said.jsonl"
}

echo "As marked, the spans as they are said:"
teach as_marked "" --all-places "$@"
echo "Wherever a marked name is said, each name counted where it is said first:"
teach everywhere --everywhere "" "$@"
