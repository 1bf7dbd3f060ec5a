#!/usr/bin/env python3
"""Each place that UCDP names in Syria, its governorate known: is it found within 25 km of UCDP's point? Python 3 standard library only.

A place is asked for four ways:
  sure      `sitrep gazetteer find` with the governorate; the first candidate counts when its chance is high enough for the program itself
  named     the same, whatever its chance
  inside    the same, but a first candidate outside that governorate is no answer
  sentence  `sitrep extract` on a sentence that names place and governorate; a mention with a point no coarser than a district is an answer
"share" is right of all places, "precision" right of those answered, "by events" the share with each place counted as often as events were coded there.

  bench/places/ucdp_syria.py [--sitrep FILE] [--gazetteer FILE] [--answers FILE.jsonl]
"""
import argparse, collections, csv, os, re, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from yardsticks import corpus, extract, layer, sitrep_built, write_lines
from asking import find, governorates, kilometres

near_km = 25
district_precision = 3
kinds = re.compile(r" +(?:village|town|city|suburb|area|locality|farm|subdistrict|hill|mountain|road|camp|checkpoint|neighbou?rhood)s?$", re.I)


def spellings(text):
    """The names inside "Maar Tahroma/Maarat Hurmah village", without the word for what kind of place it is."""
    bare = re.sub(r"\(.*?\)", "", text).strip()
    return [kinds.sub("", " ".join(part.split())) for part in bare.split("/") if part.strip()]


def places_named():
    """(text, governorate's code) -> its points with the number of events coded there."""
    codes = {name + " Governorate": code for code, (name, _, _) in governorates.items()}
    places = collections.defaultdict(collections.Counter)
    with open(corpus("events/ucdp_ged_syria_2016_2019/ucdp_syria_df.csv"), encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["where_prec"] in ("1", "2") and row["adm_1"] in codes:
                places[row["where_coordinates"], codes[row["adm_1"]]][float(row["latitude"]), float(row["longitude"])] += 1
    return places


def named(sitrep, gazetteer, text, code):
    firsts = [found[0] for found in (find(sitrep, name, code, gazetteer) for name in spellings(text)) if found]
    return max(firsts, key=lambda candidate: candidate.score, default=None)


def sentence(text, code):
    return "On 3 May 2018 three people were killed in %s in %s governorate, Syria." % (" ".join(text.split()), governorates[code][0])


def told(answer, text):
    """The mention that stands where the place stands in the sentence, if it has a point and claims to be no coarser than a district."""
    begin = sentence(text, "SY-HI").index(" in ") + len(" in ")
    end = begin + len(" ".join(text.split()))
    for mention in layer(answer, "place"):
        if mention["start"] < end and begin < mention["end"] and mention["lat"] is not None and mention["precision"] <= district_precision:
            return mention["lat"], mention["lon"]
    return None


def row(way, answers, places):
    answered = [key for key, point in answers.items() if point]
    right = [key for key in answered if any(kilometres(answers[key], point) <= near_km for point in places[key])]
    events = lambda keys: sum(sum(places[key].values()) for key in keys)
    return "| %s | %d | %d | %d | %.4f | %.4f | %.4f |" % (
        way, len(places), len(answered), len(right), len(right) / len(places), len(right) / max(1, len(answered)), events(right) / events(places))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sitrep", default=sitrep_built)
    ap.add_argument("--gazetteer", help="another gazetteer file than the one beside the program")
    ap.add_argument("--answers", help="write each place with its answers here")
    a = ap.parse_args()
    places = places_named()
    firsts = {key: named(a.sitrep, a.gazetteer, *key) for key in places}
    inside = {key: first.point if first and "as asked" in first.reason else None for key, first in firsts.items()}
    reports = [{"id": "%s|%s" % key, "text": sentence(*key)} for key in places]
    said = extract(a.sitrep, reports, a.gazetteer)
    sentences = {key: told(said["%s|%s" % key], key[0]) for key in places}
    print("| asked | places | answered | right | share | precision | share by events |\n| --- | --- | --- | --- | --- | --- | --- |")
    print(row("sure", {key: first.point if first and first.sure else None for key, first in firsts.items()}, places))
    print(row("named", {key: first.point if first else None for key, first in firsts.items()}, places))
    print(row("inside", inside, places))
    print(row("sentence", sentences, places))
    if a.answers:
        write_lines(a.answers, [{"text": key[0], "code": key[1], "points": [list(point) for point in places[key]], "events": sum(places[key].values()),
                                 "named": firsts[key] and firsts[key]._asdict(), "inside": inside[key], "sentence": sentences[key]} for key in places])


if __name__ == "__main__":
    main()
