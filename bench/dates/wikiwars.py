#!/usr/bin/env python3
"""Date expressions in war narratives: `sitrep extract` against WikiWars, with score_timex.py. Python 3 standard library only.

WikiWars' articles are dated to the day they were fetched, long after what they tell; --undated leaves that day out, so that nothing is resolved against it.
--as-marked compares Sitrep's mentions as they stand, with their prepositions. WikiWars gives no types, so none are scored.

  bench/dates/wikiwars.py [--sitrep FILE] [--undated] [--as-marked] [--keep FOLDER]      FOLDER gets gold.jsonl and pred.jsonl, for causes.py
"""
import argparse, os, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from yardsticks import corpus, extract, layer, read_lines, scorer, sitrep_built, write_lines
from extents import parts


def expressions(text, answer, as_marked):
    for mention in layer(answer, "date"):
        spans = [(mention["start"], mention["end"], mention["value"])] if as_marked else parts(text, mention)
        for start, end, value in spans:
            yield {"start": start, "end": end, "type": mention["type"], "value": value, "text": text[start:end], "mention": mention["text"]}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sitrep", default=sitrep_built)
    ap.add_argument("--undated", action="store_true", help="without the day the articles were fetched")
    ap.add_argument("--as-marked", action="store_true", help="mentions with their prepositions")
    ap.add_argument("--keep", help="folder for gold.jsonl and pred.jsonl")
    a = ap.parse_args()
    gold = read_lines(corpus("timex/wikiwars_train.jsonl"))
    said = extract(a.sitrep, [{"id": g["id"], "text": g["text"], **({} if a.undated else {"published": g["dct"]})} for g in gold])
    pred = [{"id": g["id"], "timexes": list(expressions(g["text"], said[g["id"]], a.as_marked))} for g in gold]
    by_id = lambda documents: {document["id"]: document for document in documents}
    figures = scorer("score_timex").score(by_id(gold), by_id(pred))
    print("| | P | R | F1 |\n| --- | --- | --- | --- |")
    for name in ("strict", "relaxed", "value"):
        print("| %s | %.4f | %.4f | %.4f |" % (name, figures[name]["p"], figures[name]["r"], figures[name]["f1"]))
    print("\n" + "  ".join("%s %d" % item for item in figures["counts"].items()))
    if a.keep:
        os.makedirs(a.keep, exist_ok=True)
        write_lines(os.path.join(a.keep, "gold.jsonl"), gold)
        write_lines(os.path.join(a.keep, "pred.jsonl"), pred)


if __name__ == "__main__":
    main()
