#!/usr/bin/env bash
# Readers for merging to learn beside: train/merging/readers.sh BUILD FOLDER
# Three for each language, a third of the train reports held back from each (merge_train --readers): about two minutes.
set -euo pipefail
build=$1
for fold in 0 1 2; do
    mkdir -p "$2/$fold"
    for language in english arabic; do
        "$build/train/sitrep_train" data/corpus/*.jsonl --language "${language:0:2}" --gazetteer "$build/gazetteer.blob" --folds 3 --fold "$fold" \
            --held-out "$2/$fold/$language.held_out" --out "$2/$fold/$language.model" > "$2/$fold/$language.log"
    done
done
