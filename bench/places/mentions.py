#!/usr/bin/env python3
"""Place names in running text: `sitrep extract` against GeoVirus (news in English) and IDRISI (messages in English and Arabic), with score_geoparse.py.
Python 3 standard library only.

GeoVirus measures finding and locating within 161 km together, IDRISI above all finding. IDRISI's annotation is put in order first: a span marked twice
counts once, a span that is off from its text by a letter or two is moved onto it, and the # of a hashtag belongs to no name. --as-marked leaves it as it
is, and --whole-mentions compares the mentions with the words that soften them.

  bench/places/mentions.py geovirus|idrisi_ar|idrisi_en [--sitrep FILE] [--keep FOLDER]      FOLDER gets gold.jsonl and pred.jsonl, for causes.py
"""
import argparse, os, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from yardsticks import corpus, extract, layer, read_lines, scorer, sitrep_built, write_lines
from naming import name_span

files = {"geovirus": "geo/geovirus.jsonl", "idrisi_ar": "geo/idrisi_ar_train.jsonl", "idrisi_en": "geo/idrisi_en_train.jsonl"}
off_max = 3


def in_order(text, toponyms):
    kept = {}
    for toponym in toponyms:
        start, name = toponym["start"], toponym["text"].strip().lstrip("#")
        begins = [at for at in range(max(0, start - off_max), start + off_max + 1) if text.startswith(name, at)]
        at = min(begins, key=lambda begin: abs(begin - start), default=None)
        span = (at, at + len(name)) if at is not None and name else (start, toponym["end"])
        kept.setdefault(span, dict(toponym, start=span[0], end=span[1], text=text[span[0]:span[1]]))
    return [kept[span] for span in sorted(kept)]


def predicted(text, answer, whole):
    for mention in layer(answer, "place"):
        start, end = (mention["start"], mention["end"]) if whole else name_span(text, mention)
        yield dict({key: mention[key] for key in ("lat", "lon", "name", "country", "precision", "gazetteer_id")}, start=start, end=end,
                   text=text[start:end], mention=mention["text"])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("yardstick", choices=sorted(files))
    ap.add_argument("--sitrep", default=sitrep_built)
    ap.add_argument("--keep", help="folder for gold.jsonl and pred.jsonl")
    ap.add_argument("--as-marked", action="store_true", help="IDRISI's spans as they stand")
    ap.add_argument("--whole-mentions", action="store_true", help="mentions with the words that soften them")
    a = ap.parse_args()
    gold = read_lines(corpus(files[a.yardstick]))
    if not a.as_marked:
        gold = [dict(document, toponyms=in_order(document["text"], document["toponyms"])) for document in gold]
    said = extract(a.sitrep, [{"id": document["id"], "text": document["text"]} for document in gold])
    pred = [{"id": document["id"], "toponyms": list(predicted(document["text"], said[document["id"]], a.whole_mentions))} for document in gold]
    toponyms = lambda documents: {document["id"]: document["toponyms"] for document in documents}
    for name, figures in scorer("score_geoparse").score(toponyms(gold), toponyms(pred)).items():
        print("%-20s %s" % (name, "  ".join("%s %s" % (key, "%.4f" % value if isinstance(value, float) else value) for key, value in figures.items())))
    if a.keep:
        os.makedirs(a.keep, exist_ok=True)
        write_lines(os.path.join(a.keep, "gold.jsonl"), gold)
        write_lines(os.path.join(a.keep, "pred.jsonl"), pred)


if __name__ == "__main__":
    main()
