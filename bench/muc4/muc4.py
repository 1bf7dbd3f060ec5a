#!/usr/bin/env python3
"""MUC-4 as a yardstick: its documents as Sitrep's input, its answer keys as annotated reports to train from, and the score.
Python 3 standard library only.

  muc4.py reports PART...   > reports.jsonl   documents as input lines for `sitrep extract`, in ordinary case
  muc4.py corpus  PART...   > corpus.jsonl    documents with their keys as annotated reports for `sitrep_train`
  muc4.py score   --reports reports.jsonl --part PART... < extract.jsonl     whole-record score, by slot
  muc4.py bound   PART...                     score of the keys themselves, passed through our output's form

PART is dev, tst1 or tst2; dev may be cut for choices made on it: dev/train (four of five documents) and dev/held (the fifth).

The texts are telexes: upper case throughout, hard line ends, a dateline and bracketed remarks before the text. `reports` undoes that:
words get the case that they have in the other English corpora (never in the keys), lines of a paragraph are joined, brackets become
parentheses, the bracketed remarks go. The same is done to the text of the training corpus.
"""
import argparse
import importlib.util
import json
import os
import sys
import tempfile
import unicodedata

from keys import annotated, perfect
from telex import Caser, documents, report_of, rows

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def module(folder, name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(folder, name + ".py"))
    m = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(m)
    return m


def adapter(folder):
    m = module(folder, "adapters")
    if not hasattr(m, "COUNTRY"):                          # named there but not defined: a place outside the nine countries keeps its code
        m.COUNTRY = {}
    return m


def fold_places(output):
    """Place names in the keys' letters: Bogotá is BOGOTA there."""
    for account in output["accounts"]:
        for place in account.get("places") or []:
            for field in ("name", "admin1"):
                if place.get(field):
                    place[field] = "".join(c for c in unicodedata.normalize("NFD", place[field]) if not unicodedata.combining(c))


def score(a, reports, outputs, part_keys, out=sys.stdout):
    scorer, adapt = module(a.scorers, "score_muc4_full"), adapter(a.scorers)
    pred = adapt.muc4_full(reports, outputs)
    with tempfile.TemporaryDirectory() as tmp:
        g, p = os.path.join(tmp, "gold.jsonl"), os.path.join(tmp, "pred.jsonl")
        with open(g, "w") as f:
            f.writelines(json.dumps(dict(docid=d, templates=t)) + "\n" for d, t in part_keys)
        with open(p, "w") as f:
            f.writelines(json.dumps(x) + "\n" for x in pred)
        r = scorer.report(*scorer.score_docs(scorer.load_gold(g), scorer.load_pred(p)))
    for s in (scorer.SLOTS if a.slots else []) + ["ALL"]:
        m = r[s]
        print("%-18s key %5d ours %5d right %4d partly %4d | recall %5.1f precision %5.1f F %5.2f" %
              (s, m["pos"], m["act"], m["cor"], m["par"], 100 * m["rec"], 100 * m["pre"], 100 * m["f1"]), file=out)
    print("templates", r["templates"], file=out)
    return r, pred


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("reports", "corpus", "score", "bound"))
    ap.add_argument("parts", nargs="+", help="dev, tst1, tst2, dev/train, dev/held")
    ap.add_argument("--corpora", default=os.path.join(ROOT, "..", "shared", "corpora"))
    ap.add_argument("--scorers", default=os.path.join(ROOT, "..", "shared", "bench"))
    ap.add_argument("--lexicon", default=os.path.join(ROOT, "data", "lexicon", "actors.tsv"), help="names of armed actors, for their case")
    ap.add_argument("--reports", help="score: the reports that were read")
    ap.add_argument("--upper", action="store_true", help="leave the texts in upper case")
    ap.add_argument("--slots", action="store_true", help="every slot, not the sum alone")
    ap.add_argument("--accents", action="store_true", help="score: leave the accents of place names, which the keys never have")
    ap.add_argument("--pred", help="score: file for the templates made")
    a = ap.parse_args()
    both = [x for p in a.parts for x in documents(a.corpora, p)]
    if a.what == "score":
        outputs = {p["id"]: p for p in (json.loads(x) for x in sys.stdin if x.strip())}
        if not a.accents:
            for p in outputs.values():
                fold_places(p)
        reports = rows(a.reports)
        _, pred = score(a, reports, outputs, [(d["docid"], k) for d, k in both])
        if a.pred:
            with open(a.pred, "w") as f:
                f.writelines(json.dumps(x) + "\n" for x in pred)
        return
    caser = None if a.upper else Caser(a.corpora, a.lexicon)
    if a.what == "bound":
        reports = [report_of(d, caser) for d, _ in both]
        from_keys = {r["id"]: perfect(r, k) for r, (_, k) in zip(reports, both)}
        score(a, reports, from_keys, [(d["docid"], k) for d, k in both])
        return
    for d, k in both:
        print(json.dumps(report_of(d, caser) if a.what == "reports" else annotated(d, k, caser), ensure_ascii=False))


if __name__ == "__main__":
    main()
