#!/bin/sh
# Runs every fuzz target for a while on small seeds. Build first: make sanitized
# The same number of runs from the same seed each time, so that a red build is the change's fault. A real search: FUZZ_SECONDS=600.
# usage: test/fuzz/smoke.sh [RUNS each, default 2000] [folder of the programs, default build/asan/fuzz]
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
runs=${1:-2000}
programs=${2:-$root/build/asan/fuzz}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

length="-runs=$runs -seed=1"
[ -n "${FUZZ_SECONDS:-}" ] && length="-max_total_time=$FUZZ_SECONDS"

run=0
failed=0
for program in "$programs"/*_fuzz; do
    [ -x "$program" ] || { echo "no fuzz programs in $programs; build them with: make sanitized" >&2; exit 1; }
    name=$(basename "$program")
    mkdir -p "$work/$name"
    # Seeds of its own, if it has any; what it finds on the way is thrown away, a crash is kept beside the programs.
    set -- "$work/$name"
    [ -d "$root/test/fuzz/seeds/$name" ] && set -- "$@" "$root/test/fuzz/seeds/$name"
    run=$((run + 1))
    if "$program" $length -timeout=5 -rss_limit_mb=2048 -max_len=16384 -artifact_prefix="$programs/$name." "$@" >"$work/$name.log" 2>&1; then
        echo "ok      $name: $(grep -c . "$work/$name.log") lines, $(tail -1 "$work/$name.log")"
    else
        failed=$((failed + 1))
        echo "FAILED  $name"
        tail -40 "$work/$name.log"
    fi
done
echo "$((run - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
