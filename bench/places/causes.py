#!/usr/bin/env python3
"""Why place names were missed, taken wrongly or made up: the kinds of errors of bench/places/mentions.py by number, each with examples.
Reads the gold.jsonl and pred.jsonl that mentions.py keeps. Python 3 standard library only.

  bench/places/mentions.py geovirus --keep /tmp/geovirus; bench/places/causes.py /tmp/geovirus [--examples 3] [--sitrep FILE]
"""
import argparse, collections, os, re, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from yardsticks import read_lines, sitrep_built
from asking import find, kilometres

far_km = 161
around_letters = 45
country_precision, region_precision = 6, 5
is_arabic = lambda text: any("\u0600" <= letter <= "\u06ff" for letter in text)


class Text:
    """A document's text with what stands beside a span."""
    def __init__(self, text):
        self.text = text

    def before(self, span):
        return re.findall(r"\S+", self.text[max(0, span["start"] - around_letters):span["start"]])

    def after(self, span):
        return re.findall(r"\S+", self.text[span["end"]:span["end"] + around_letters])

    def around(self, span):
        begin, end = max(0, span["start"] - around_letters), span["end"] + around_letters
        return " ".join((self.text[begin:span["start"]] + "[" + self.text[span["start"]:span["end"]] + "]" + self.text[span["end"]:end]).split())

    def hangs_on_hash(self, span):
        return re.search(r"#\w*$", self.text[:span["start"]]) is not None

    def runs_on(self, span):
        """A capitalised word, or in Arabic a joined one, stands directly before or after: the name may be part of a longer one."""
        before, after = self.before(span), self.after(span)
        glued = self.text[span["end"]:span["end"] + 1]
        return bool((after and glued.isspace() and after[0][:1].isupper()) or (before and before[-1][:1].isupper() and before[-1][-1:].isalnum()))

    def first_in_sentence(self, span):
        left = self.text[:span["start"]].rstrip(" \"“'(")
        return not left or left[-1] in ".!?\n:"


def in_gazetteer(sitrep, name):
    bare = re.sub(r"[_#]", " ", name).strip(" .،")
    return bool(bare) and any("same name" in candidate.reason for candidate in find(sitrep, bare))


def behind_clitics(name):
    return [name] + [name[cut:] for cut in (1, 2) if is_arabic(name) and len(name) > cut + 3 and all(letter in "وفبلك" for letter in name[:cut])]


def why_missed(text, gold, sitrep):
    name = gold["text"]
    known = any(in_gazetteer(sitrep, form) for form in behind_clitics(name))
    if text.hangs_on_hash(gold) and (re.search(r"#\w+$", text.text[:gold["start"]]) or text.text[gold["end"]:gold["end"] + 1].isalnum()):
        return "inside a longer hashtag or word"
    if text.hangs_on_hash(gold) or "_" in name:
        return "hashtag, " + ("in the gazetteer" if known else "not in the gazetteer")
    if not is_arabic(name):
        if name == name.lower():
            return "in lower case, " + ("in the gazetteer" if known else "not in the gazetteer")
        if name.isupper() and len(name) <= 4:
            return "abbreviation, " + ("in the gazetteer" if known else "not in the gazetteer")
    if not known:
        return "not in the gazetteer"
    if re.match(r"[’']s?\b", text.text[gold["end"]:gold["end"] + 2]):
        return "in the gazetteer, possessive"
    if text.text[gold["end"]:gold["end"] + 1] in "-–":
        return "in the gazetteer, before a hyphen"
    if text.runs_on(gold):
        return "in the gazetteer, beside another capitalised word"
    return "in the gazetteer, " + ("first in its sentence" if text.first_in_sentence(gold) else "one word" if " " not in name else "several words")


def why_far(gold, pred):
    if pred["precision"] == country_precision or (pred["precision"] == region_precision and str(pred["gazetteer_id"]).startswith("iso:")):
        return "right name of a country, its point %s km off" % ("161 to 1000" if kilometres((gold["lat"], gold["lon"]), (pred["lat"], pred["lon"])) < 1000 else "over 1000")
    alike = gold["text"].casefold().replace("#", "") == (pred["name"] or "").casefold()
    return "a namesake elsewhere" if alike else "a place of another name"


def why_made_up(text, pred, marked):
    name = pred["text"]
    point = "with a point" if pred["lat"] is not None else "without a point"
    if name.casefold().lstrip("#") in marked:
        return "marked elsewhere in the yardstick, " + point
    if text.text[pred["start"] - 1:pred["start"]] == "#":
        return "hashtag, " + point
    if text.text[pred["start"] - 1:pred["start"]] == "@":
        return "name of an account, " + point
    if re.search(r"https?://|t\.co", name):
        return "address on the web"
    if not is_arabic(name) and text.runs_on(pred):
        return "beside another capitalised word, " + point
    if pred["lat"] is not None and pred["precision"] == country_precision:
        return "a country"
    return ("one word, " if " " not in name else "several words, ") + point


def kinds(golds, preds, sitrep):
    """(kind of error, example) for every error."""
    marked = {toponym["text"].casefold().lstrip("#") for document in golds for toponym in document["toponyms"]}
    for document in golds:
        text, found = Text(document["text"]), preds[document["id"]]
        overlapping = lambda span, others: [other for other in others if other["start"] < span["end"] and span["start"] < other["end"]]
        for gold in document["toponyms"]:
            over = overlapping(gold, found)
            exact = [pred for pred in over if (pred["start"], pred["end"]) == (gold["start"], gold["end"])]
            if not over:
                yield "missed: " + why_missed(text, gold, sitrep), text.around(gold)
            elif not exact:
                wider = over[0]["start"] <= gold["start"] and over[0]["end"] >= gold["end"]
                yield "extent: " + ("wider than marked" if wider else "narrower or across"), "%s for %s" % (over[0]["text"], gold["text"])
            elif exact[0]["lat"] is None:
                yield "no point: " + ("in the gazetteer" if in_gazetteer(sitrep, gold["text"]) else "not in the gazetteer"), text.around(gold)
            elif gold.get("lat") is not None and kilometres((gold["lat"], gold["lon"]), (exact[0]["lat"], exact[0]["lon"])) >= far_km:
                km = kilometres((gold["lat"], gold["lon"]), (exact[0]["lat"], exact[0]["lon"]))
                yield "far: " + why_far(gold, exact[0]), "%s as %s, %s (%d km)" % (gold["text"], exact[0]["name"], exact[0]["country"], km)
        for pred in found:
            if not overlapping(pred, document["toponyms"]):
                yield "made up: " + why_made_up(text, pred, marked), text.around(pred) + (" as %s, %s" % (pred["name"], pred["country"]) if pred["name"] else "")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("--examples", type=int, default=3)
    ap.add_argument("--sitrep", default=sitrep_built)
    a = ap.parse_args()
    golds = read_lines(os.path.join(a.folder, "gold.jsonl"))
    preds = {document["id"]: document["toponyms"] for document in read_lines(os.path.join(a.folder, "pred.jsonl"))}
    examples = collections.defaultdict(collections.Counter)
    for kind, example in kinds(golds, preds, a.sitrep):
        examples[kind][example] += 1
    print("| errors | kind | examples |\n| --- | --- | --- |")
    for kind, seen in sorted(examples.items(), key=lambda item: -sum(item[1].values())):
        step = max(1, len(seen) // a.examples)
        shown = list(seen)[::step][:a.examples]
        print("| %d | %s | %s |" % (sum(seen.values()), kind, "; ".join(shown).replace("|", "/")))


if __name__ == "__main__":
    main()
