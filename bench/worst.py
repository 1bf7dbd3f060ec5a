#!/usr/bin/env python3
"""The records that need correcting and of which the program was surest, and the core incidents it missed, with what differs.
Reads the files that bench/accuracy.sh leaves in OUT. Python 3 standard library only.

  OUT=/tmp/dev bench/accuracy.sh build/release/bin/sitrep dev; bench/worst.py /tmp/dev 30
"""
import os, sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from reliability import checks, first_accounts, score


def value(record, field):
    if field == "place":
        return ", ".join(score.places_of(record)[:2]) or "none"
    if field in ("perpetrator", "status"):
        by = record.get("perpetrator") or {}
        return str(by.get("name" if field == "perpetrator" else "status"))
    if field == "target_class":
        return str((record.get("target") or {}).get("class"))
    if field in ("killed", "injured"):
        return str(score.rng(record, field))
    return str(record.get({"type": "event_type"}.get(field, field)))


def main():
    folder, most = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 30
    gold, pred, out = (score.load(os.path.join(folder, n + ".jsonl")) for n in ("gold", "pred", "out"))
    wrong, missed = [], []
    for did, g in gold.items():
        told, records = g.get("incidents") or [], pred.get(did, {}).get("incidents") or []
        accounts = first_accounts(out.get(did, {}))
        pairs = {j: i for i, j, _ in score.align(told, records, 0.45)}
        missed += [(did, x) for i, x in enumerate(told) if i not in pairs.values() and not x.get("background")]
        for j, (record, account) in enumerate(zip(records, accounts)):
            if record.get("background"):
                continue
            if j not in pairs or told[pairs[j]].get("background"):
                wrong.append((account["confidence"], did, "no core incident: " + value(record, "type") + ", " + value(record, "place")))
                continue
            x = told[pairs[j]]
            if score.usable(x, record):
                continue
            differs = ["%s %s, said %s" % (f, value(x, f), value(record, f)) for f, right in checks(x, record) if not right]
            if x.get("country") != record.get("country"):
                differs.append("country %s, said %s" % (x.get("country"), record.get("country")))
            wrong.append((account["confidence"], did, "; ".join(differs)))
    print("| confidence | report | what differs |\n| --- | --- | --- |")
    for confidence, did, words in sorted(wrong, reverse=True)[:most]:
        print("| %.2f | %s | %s |" % (confidence, did, words))
    print("\nmissed: " + "; ".join("%s (%s)" % (did, value(x, "type")) for did, x in missed))


if __name__ == "__main__":
    main()
