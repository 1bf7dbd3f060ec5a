#!/usr/bin/env python3
"""IDRISI's Arabic messages as lines for span_tagger, and the scoring of what it says of them. Python 3 standard library only.

The annotation is put in order as bench/places/mentions.py does. The messages fall into five parts: a message goes where a hash of its group's least id
says, and a group is all messages of nearly the same words (retweets), so that nothing held back has been read before. Part 0 is held back.

  bench/idrisi/idrisi.py convert FOLDER [--everywhere]    FOLDER gets train.jsonl (parts 1 to 4, each line with its "part") and held.jsonl
  bench/idrisi/idrisi.py sitrep GOLD.jsonl PRED.jsonl [--sitrep FILE]    PRED gets what `sitrep extract` finds in the messages of GOLD
  bench/idrisi/idrisi.py score GOLD.jsonl PRED.jsonl [--all-places]
"""
import argparse, hashlib, os, re, sys

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__))), os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "places")]
from mentions import files, in_order, predicted
from yardsticks import corpus, extract, read_lines, scorer, sitrep_built, write_lines

parts = 5
alike_min = 0.6  # part of the different words of two messages that both have


def words_of(text):
    """The different words of a message as retweets keep them: no addresses, no names of users, no signs, no numbers, letters folded."""
    text = re.sub(r"https?://\S*|@\S+|\bRT\b|[\u0640\u064b-\u0652]", " ", text)
    text = text.translate(str.maketrans("أإآىة", "ااايه"))
    return frozenset(re.findall(r"[^\W\d_]+", text.lower()))


def groups_of(messages):
    """For each message the least id of its group, by union of all pairs that are alike."""
    words = [words_of(message["text"]) for message in messages]
    leader = list(range(len(messages)))

    def find(i):
        while leader[i] != i:
            i = leader[i] = leader[leader[i]]
        return i

    for i, a in enumerate(words):
        for j in range(i):
            b = words[j]
            if min(len(a), len(b)) < alike_min * max(len(a), len(b)):
                continue
            both = len(a & b)
            if both >= alike_min * (len(a) + len(b) - both):
                leader[find(i)] = find(j)
    least = {}
    for i, message in enumerate(messages):
        least[find(i)] = min(least.get(find(i), message["id"]), message["id"])
    return [least[find(i)] for i in range(len(messages))]


def spans_of(message):
    """Spans without overlap in the order of the text; of two that overlap the longer stays."""
    spans = []
    for toponym in sorted(in_order(message["text"], message["toponyms"]), key=lambda each: (each["start"] - each["end"], each["start"])):
        if toponym["start"] < toponym["end"] and all(toponym["end"] <= start or end <= toponym["start"] for start, end, _ in spans):
            spans.append([toponym["start"], toponym["end"], "Place"])
    return sorted(spans)


def wherever(text, spans):
    """IDRISI marks a name where it stands first, inside another word if need be. A tagger learns from all places where it stands as a word."""
    marked = []
    for name in sorted({text[start:end] for start, end, _ in spans}, key=len, reverse=True):
        for found in re.finditer(r"(?<![^\W_])%s(?![^\W_])" % re.escape(name), text):
            if all(found.end() <= start or end <= found.start() for start, end, _ in marked):
                marked.append([found.start(), found.end(), "Place"])
    return sorted(marked)


def first(text, spans):
    """Where IDRISI would mark these names: each once."""
    at = {text[start:end]: (text.find(text[start:end]), end - start) for start, end, *_ in spans}
    return sorted({(start, start + length) for start, length in at.values()})


def convert(folder, everywhere):
    messages = read_lines(corpus(files["idrisi_ar"]))
    groups = groups_of(messages)
    lines = [[] for _ in range(parts)]
    for message, group in zip(messages, groups):
        part = int(hashlib.sha256(group.encode()).hexdigest(), 16) % parts
        line = {"id": message["id"], "text": message["text"], "spans": spans_of(message), "part": part}
        if everywhere:
            line["spans"] = wherever(message["text"], line["spans"])
        line["toponyms"] = [{key: each[key] for key in ("start", "end", "text", "type")} for each in in_order(message["text"], message["toponyms"])]
        lines[part].append(line)
    os.makedirs(folder, exist_ok=True)
    write_lines(os.path.join(folder, "held.jsonl"), lines[0])
    write_lines(os.path.join(folder, "train.jsonl"), [line for part in lines[1:] for line in part])
    print("%d messages in %d groups; parts of %s" % (len(messages), len(set(groups)), [len(part) for part in lines]))


def say(sitrep, gold, pred):
    messages = read_lines(gold)
    said = extract(sitrep, [{"id": message["id"], "text": message["text"]} for message in messages])
    spans = {message["id"]: [[each["start"], each["end"], "Place"] for each in predicted(message["text"], said[message["id"]], False)] for message in messages}
    write_lines(pred, [{"id": id, "spans": of} for id, of in spans.items()])


def score(gold, pred, all_places):
    gold = {line["id"]: line for line in read_lines(gold)}
    said = {}
    for line in read_lines(pred):
        spans = [tuple(span[:2]) for span in line["spans"]] if all_places else first(gold[line["id"]]["text"], line["spans"])
        said[line["id"]] = [{"start": start, "end": end} for start, end in spans]
    wanted = {id: line["toponyms"] for id, line in gold.items()}
    for name, figures in scorer("score_geoparse").score(wanted, said).items():
        if name.startswith("recognition"):
            print("%-20s %s" % (name, "  ".join("%s %s" % (key, "%.4f" % value if isinstance(value, float) else value) for key, value in figures.items())))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    does = ap.add_subparsers(dest="does", required=True)
    converting = does.add_parser("convert")
    converting.add_argument("folder")
    converting.add_argument("--everywhere", action="store_true", help="spans wherever a marked name is said")
    saying, scoring = does.add_parser("sitrep"), does.add_parser("score")
    for command in (saying, scoring):
        command.add_argument("gold")
        command.add_argument("pred")
    saying.add_argument("--sitrep", default=sitrep_built)
    scoring.add_argument("--all-places", action="store_true", help="names wherever they are said, not only first, as IDRISI marks them")
    a = ap.parse_args()
    if a.does == "convert":
        convert(a.folder, a.everywhere)
    elif a.does == "sitrep":
        say(a.sitrep, a.gold, a.pred)
    else:
        score(a.gold, a.pred, a.all_places)


if __name__ == "__main__":
    main()
