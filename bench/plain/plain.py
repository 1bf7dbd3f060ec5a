#!/usr/bin/env python3
"""Plain sentences, each a report of its own, with the numbers a reader takes from them: what the program makes of them.

  plain.py build/release/bin/sitrep      prints those it reads otherwise, and how many of each sort are right

Python 3 standard library only. Written to find faults of the rules, so a figure here says where they stand and not how well real reports are read.
"""
import json
import pathlib
import subprocess
import sys

PUBLISHED = "2020-05-03"


def sentences():
    for line in (pathlib.Path(__file__).parent / "sentences.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def told(toll):
    if toll is None:
        return "-"
    low, high = toll["min"], toll.get("max")
    return str(low) if high in (low, None) else f"{low}-{high}"


def main():
    rows = list(sentences())
    reports = [{"id": str(i), "title": "News" if lang == "en" else "خبر", "text": text, "language": lang, "published": PUBLISHED}
               for i, (lang, _, _, text) in enumerate(rows)]
    lines = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    out = subprocess.run([sys.argv[1], "extract"], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    right = {}
    for (lang, dead, hurt, text), line in zip(rows, out, strict=True):
        accounts = [account for account in json.loads(line)["accounts"] if not account.get("background")]
        nothing = dead == "nothing"
        found = [(told(account.get("killed")), told(account.get("injured"))) for account in accounts]
        good = not found if nothing else found == [(dead, hurt)]
        sort = (lang, "tells nothing" if nothing else "one incident")
        right.setdefault(sort, []).append(good)
        if not good:
            print(f"{text}\n    wanted {'nothing' if nothing else (dead, hurt)}, read {found or 'nothing'}")
    for (lang, sort), each in sorted(right.items()):
        print(f"{lang}, {sort}: {sum(each)} of {len(each)} right")


if __name__ == "__main__":
    main()
