#!/bin/sh
# Runs every fuzz target for a while on small seeds. Build first: make sanitized
# usage: test/fuzz/smoke.sh [SECONDS each, default 10] [folder of the programs, default build/asan/fuzz]
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:-10}
programs=${2:-$root/build/asan/fuzz}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

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
    if "$program" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=2048 -max_len=16384 -artifact_prefix="$programs/$name." "$@" >"$work/$name.log" 2>&1; then
        echo "ok      $name: $(grep -c . "$work/$name.log") lines, $(tail -1 "$work/$name.log")"
    else
        failed=$((failed + 1))
        echo "FAILED  $name"
        tail -40 "$work/$name.log"
    fi
done
echo "$((run - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
