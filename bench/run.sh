#!/usr/bin/env bash
# Every benchmark: the rooms one by one (Google Benchmark), then the whole program on one core. bench/run.sh build/release
set -euo pipefail
build=$1
for source in bench/*_bench.cpp; do
    name=$(basename "$source" .cpp)
    cmake --build "$build" --target "$name" >/dev/null
    echo "== $name"
    "$(find "$build" -name "$name" -type f -perm -u+x | head -1)" --benchmark_min_time=0.5
done
echo "== whole process, one core"
bench/whole.py "$build/bin/sitrep" 1000 10000
