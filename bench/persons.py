#!/usr/bin/env python3
"""Which names of persons are found: those marked in the annotated corpus against the person mentions that `sitrep extract` gave, from the files that
bench/accuracy.sh leaves in OUT or bench/crossval.py in --out. A name counts as found when one of its words is in a mention, as found whole when all are.
Python 3 standard library only.

  OUT=/tmp/dev bench/accuracy.sh build/release/bin/sitrep dev; bench/persons.py /tmp/dev
"""
import collections, glob, json, os, sys

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(root, "data", "corpus"))
from check_corpus import parse


def words(name):
    return set(name.lower().replace("-", " ").split())


def marked():
    """The persons marked in each report, its language and whether it is restated or written."""
    for path in glob.glob(os.path.join(root, "data", "corpus", "*.jsonl")):
        with open(path, encoding="utf-8") as f:
            for report in map(json.loads, f):
                spans = parse(report["title"] or "")[1] + parse(report["markup"])[1]
                yield report["id"], (report["language"], report["text_kind"], [words(s[4]) for s in spans if s[2] == "person"])


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    gold, seen = dict(marked()), collections.defaultdict(collections.Counter)
    with open(os.path.join(sys.argv[1], "out.jsonl"), encoding="utf-8") as f:
        for answer in map(json.loads, f):
            language, kind, names = gold[answer["id"]]
            given = [words(m["text"]) for m in answer["mentions"] if m["layer"] == "person"]
            count, together = seen[language, kind], set().union(*given)
            count.update(names=len(names), found=sum(bool(n & together) for n in names), whole=sum(n <= together for n in names), given=len(given),
                         right=sum(any(g & n for n in names) for g in given))
    for (language, kind), c in sorted(seen.items()):
        print("%s %s: %d names, found %.2f, whole %.2f; %d given, right %.2f" % (
            language, kind, c["names"], c["found"] / max(1, c["names"]), c["whole"] / max(1, c["names"]), c["given"], c["right"] / max(1, c["given"])))


if __name__ == "__main__":
    main()
