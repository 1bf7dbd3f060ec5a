#!/usr/bin/env bash
# Every reference number of the statistics beside ours: bench/statistics/run.sh BUILD [REFERENCE]
# Runs all statistics_* programs of the build that print rows by reference_row.hpp and renews the table in docs/statistics.md.
# Needs the reference tables beside the checkout (../shared/bench/stats); says so and stops when they are not there.
set -euo pipefail
build=$1
reference=${2:-../shared/bench/stats}
[ -d "$reference" ] || { echo "no reference tables at $reference; give their folder as second argument" >&2; exit 1; }
rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
for source in bench/statistics/*.cpp; do
    name=statistics_$(basename "$source" .cpp)
    cmake --build "$build" --target "$name" >&2
    echo "$name" >&2
    # Lines that are no rows (figures for a person) have no six columns.
    arguments=("$reference"); [ "$name" = statistics_where_scale ] && arguments=()  # makes its tables itself
    "$build/bench/$name" "${arguments[@]}" | awk -F'\t' 'NF == 6' >> "$rows" || echo "$name stopped early" >&2
done
python3 - "$rows" docs/statistics.md <<'PYTHON'
import collections, sys

rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1], encoding="utf-8")]
counts = collections.Counter((row[0], row[5]) for row in rows)
lines = ["| section | reproduced | not |", "| --- | ---: | ---: |"]
for section in sorted({row[0] for row in rows}):
    lines.append(f"| {section} | {counts[section, 'yes']} | {counts[section, 'NO']} |")
lines += ["", "| section | what | theirs | ours | tolerance | reproduced |", "| --- | --- | ---: | ---: | ---: | --- |"]
for section, what, theirs, ours, tolerance, verdict in sorted(rows, key=lambda row: (row[5] != "NO", row[0])):
    lines.append(f"| {section} | {what} | {theirs} | {ours} | {tolerance} | {verdict} |")
begin, end = "<!-- rows begin -->", "<!-- rows end -->"
text = open(sys.argv[2], encoding="utf-8").read()
head, tail = text.split(begin)[0], text.split(end)[1]
open(sys.argv[2], "w", encoding="utf-8").write(head + begin + "\n" + "\n".join(lines) + "\n" + end + tail)
missed = sum(row[5] == "NO" for row in rows)
print(f"{len(rows)} reference rows, {len(rows) - missed} reproduced, {missed} not: docs/statistics.md")
PYTHON
