#!/usr/bin/env python3
"""Which date expressions were missed, cut wrongly or resolved wrongly: the kinds of errors of bench/dates/wikiwars.py by number, each with examples.
Reads the gold.jsonl and pred.jsonl that wikiwars.py keeps. Python 3 standard library only.

  bench/dates/wikiwars.py --keep /tmp/wikiwars; bench/dates/causes.py /tmp/wikiwars [--examples 3]
"""
import argparse, collections, os, re, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from yardsticks import read_lines

around_letters = 40
months = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
seasons = r"(?:spring|summer|autumn|fall|winter)"
# The first kind whose pattern is found in the expression, in lower case, is its kind.
kinds = [(name, re.compile(pattern)) for name, pattern in (
    ("year before Christ", r"\bbce?\b|\bad\b"),
    ("century or millennium", r"centur|millenni"),
    ("day, month, year", r"\d{1,2}\w{0,2},? (?:of )?%s,? \d{3,4}|%s \d{1,2}\w{0,2},? \d{3,4}" % (months, months)),
    ("day and month", r"\d{1,2}\w{0,2} (?:of )?%s|%s (?:the )?\d{1,2}\b" % (months, months)),
    ("month and year", r"%s,? (?:of )?\d{3,4}" % months),
    ("month", months),
    ("season", seasons),
    ("decade", r"\d0s|\bdecades?\b"),
    ("bare year", r"^(?:the year )?'?\d{2,4}$"),
    ("year with words", r"\b1\d{3}\b"),
    ("clock time", r"\d[:.]\d\d|\bo'?clock|\b[ap]\.?m\b|\d{4} (?:hrs|hours)"),
    ("part of a day", r"morning|evening|night|dawn|noon|dusk|midnight|daybreak|sunset|sunrise"),
    ("now, present, today", r"\bnow\b|present|current|today|\btime\b|moment|nowadays"),
    ("former, recent, future", r"former|recent|future|previous|past|later|earlier|\bonce\b|soon|ago|then"),
    ("number of days, weeks, months, years", r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|fortnight|seconds)\b"),
    ("weekday", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    ("day or days without their number", r"\bera\b|period|reign|war\b|season"))]


def kind_of(expression):
    words = " ".join(expression.lower().split())
    return next((name for name, pattern in kinds if pattern.search(words)), "bare day of a month" if re.fullmatch(r"\d{1,2}\w{0,2}", words) else "other")


def around(text, start, end):
    return " ".join((text[max(0, start - around_letters):start] + "[" + text[start:end] + "]" + text[end:end + around_letters]).split())


def wrong_value(gold, pred):
    told, said = str(gold["value"]), str(pred["value"])
    if gold["value"] is None:
        return "the yardstick gives none"
    if not said or "X" in said and "X" not in told:
        return "left open" if said else "second end of a stretch"
    if told[:4] != said[:4] and told[4:] == said[4:]:
        return "another year" if told[:4].isdigit() and said[:4].isdigit() else "open year" if "X" in said[:4] else "another year or form"
    if said.startswith(told) or told.startswith(said):
        return "finer than marked" if len(said) > len(told) else "coarser than marked"
    if said[:1] == "P" and told[:1] != "P" or told[:1] == "P" and said[:1] != "P":
        return "duration for a date or a date for a duration"
    return "past, present or future" if "REF" in told + said else "otherwise"


def errors(golds, preds):
    for document in golds:
        text, found = document["text"], preds[document["id"]]
        for gold in document["timexes"]:
            words = text[gold["start"]:gold["end"]]
            over = [pred for pred in found if pred["start"] < gold["end"] and gold["start"] < pred["end"]]
            exact = [pred for pred in over if (pred["start"], pred["end"]) == (gold["start"], gold["end"])]
            if not over:
                yield "missed: " + kind_of(words), around(text, gold["start"], gold["end"])
                continue
            best = (exact or over)[0]
            if not exact:
                longer = "longer" if best["start"] <= gold["start"] and best["end"] >= gold["end"] else "shorter or across"
                yield "extent %s: %s" % (longer, kind_of(words)), "%s for %s" % (best["text"], words)
            if best["value"] != gold["value"]:
                yield "value %s: %s" % (wrong_value(gold, best), kind_of(words)), "%s %s, said %s" % (around(text, gold["start"], gold["end"]), gold["value"], best["value"])
        for pred in found:
            if not any(pred["start"] < gold["end"] and gold["start"] < pred["end"] for gold in document["timexes"]):
                yield "made up: " + kind_of(pred["text"]), around(text, pred["start"], pred["end"])


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folder")
    ap.add_argument("--examples", type=int, default=3)
    a = ap.parse_args()
    golds = read_lines(os.path.join(a.folder, "gold.jsonl"))
    preds = {document["id"]: document["timexes"] for document in read_lines(os.path.join(a.folder, "pred.jsonl"))}
    examples = collections.defaultdict(list)
    for kind, example in errors(golds, preds):
        examples[kind].append(example)
    print("| errors | kind | examples |\n| --- | --- | --- |")
    for kind, seen in sorted(examples.items(), key=lambda item: -len(item[1])):
        step = max(1, len(seen) // a.examples)
        print("| %d | %s | %s |" % (len(seen), kind, "; ".join(seen[::step][:a.examples]).replace("|", "/")))


if __name__ == "__main__":
    main()
