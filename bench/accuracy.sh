#!/usr/bin/env bash
# Score `sitrep extract` on a split of the annotated corpus: bench/accuracy.sh path/to/sitrep [dev|train]
# Needs the public scorers beside the checkout (../shared/bench); says so and stops when they are not there.
set -euo pipefail
sitrep=$1
split=${2:-dev}
scorers=${SCORERS:-../shared/bench}
[ -f "$scorers/score_incidents.py" ] || { echo "no scorers at $scorers; set SCORERS to the folder that has score_incidents.py" >&2; exit 1; }
if [ -n "${OUT:-}" ]; then out=$OUT; mkdir -p "$out"; else out=$(mktemp -d); trap 'rm -rf "$out"' EXIT; fi  # OUT=folder keeps what was scored
python3 "$scorers/corpus_to_gold.py" --split "$split" --out "$out" data/corpus/*.jsonl
"$sitrep" extract < "$out/reports.jsonl" > "$out/out.jsonl"
python3 "$scorers/adapters.py" check "$out/reports.jsonl" < "$out/out.jsonl"
python3 "$scorers/adapters.py" incidents "$out/reports.jsonl" < "$out/out.jsonl" > "$out/pred.jsonl"
python3 "$scorers/score_incidents.py" --gold "$out/gold.jsonl" --reports "$out/reports.jsonl" --pred "$out/pred.jsonl" "${@:3}"
