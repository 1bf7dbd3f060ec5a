#!/usr/bin/env python3
"""Scores by length of the report and by number of incidents told, from the files that bench/accuracy.sh leaves in OUT. Python 3 standard library only.

  OUT=/tmp/dev bench/accuracy.sh build/release/bin/sitrep dev; bench/breakdown.py /tmp/dev
"""
import importlib.util, os, sys

here = os.path.dirname(os.path.abspath(__file__))
scorers = os.environ.get("SCORERS", os.path.join(here, "..", "..", "shared", "bench"))
spec = importlib.util.spec_from_file_location("score_incidents", os.path.join(scorers, "score_incidents.py"))
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)


def row(name, ids, gold, pred):
    s = score.evaluate({i: gold[i] for i in ids}, {i: pred[i] for i in ids if i in pred})
    f = s["fields_on_aligned"]
    print("| %s | %d | %.2f | %.2f | %.2f | %.2f |" % (name, len(ids), s["incidents"]["f1"], s["incidents_usable"]["f1"], s["incidents_exact_record"]["f1"], f["killed_exact"]["score"]))


def main():
    folder = sys.argv[1]
    gold, pred, reports = (score.load(os.path.join(folder, n + ".jsonl")) for n in ("gold", "pred", "reports"))
    words = {i: len(r["text"].split()) for i, r in reports.items()}
    told = {i: sum(not x.get("background") for x in g["incidents"]) for i, g in gold.items()}
    print("| reports | number | core incidents | usable as is | exact record | killed exact |\n| --- | --- | --- | --- | --- | --- |")
    for name, low, high in (("under 60 words", 0, 60), ("60 to 100 words", 60, 100), ("over 100 words", 100, 10**6)):
        row(name, [i for i in gold if low <= words[i] < high], gold, pred)
    for name, low, high in (("one core incident", 1, 1), ("two", 2, 2), ("three and more", 3, 99)):
        row(name, [i for i in gold if low <= told[i] <= high], gold, pred)


if __name__ == "__main__":
    main()
