#!/usr/bin/env python3
"""Syrian communities of OCHA's list: are they found when their names are spelt otherwise, and by their names in the other script?
Python 3 standard library only.

A community counts as loaded when the gazetteer has its Arabic name in its governorate within 5 km of OCHA's point; the others are left out.
Each loaded name is changed in the ways of writers (alef and hamza, ta marbuta and ha, ya and alef maqsura, the article, a letter in front), at a place in the
name that the seed picks, and asked for again. "first" is the share whose first candidate is that very place, "any" the share that has it among the candidates.
Letters in front are asked in a sentence of `sitrep extract`, as are all plain names; what counts there is the mention's point.

  bench/places/spellings.py [--sitrep FILE] [--gazetteer FILE] [--seed 1] [--wrong FILE.jsonl]
"""
import argparse, collections, csv, os, random, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from yardsticks import corpus, extract, layer, sitrep_built, write_lines
from asking import find, governorates, kilometres

Community = collections.namedtuple("Community", "code english arabic point")
same_km, rounding_km = 5, 1.5
openings = "تل كفر دير عين أم ابو أبو بيت خان جب بئر راس رأس خربة وادي جبل معرة تلة باب مزرعة حوش قصر".split()


def communities():
    codes = {pcode: code for code, (_, pcode, _) in governorates.items()}
    with open(corpus("geo/ocha_syria_pcodes_2018/csv/admin4.csv"), encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            arabic, english = " ".join(row["admin4Name_ar"].split()), " ".join(row["admin4Name_en"].split())
            yield Community(codes[row["admin1Pcode"]], english, arabic, (float(row["Latitude_y"]), float(row["Longitude_x"])))


def swapped(name, pairs, pick, at):
    """The name with one of its letters, of those that `at` allows, put in another form."""
    places = [(i, forms) for i, letter in enumerate(name) for forms in [pairs.get(letter)] if forms and at(name, i)]
    if not places:
        return None
    i, forms = pick.choice(places)
    return name[:i] + pick.choice(forms) + name[i + 1:]


def opens_word(name, i):
    return (i == 0 or name[i - 1] == " ") and name[i:i + 2] != "ال"


def ends_word(name, i):
    return i + 1 == len(name) or name[i + 1] == " "


def without_article(name, pick):
    words = name.split()
    having = [i for i, word in enumerate(words) if word.startswith("ال") and len(word) > 4]
    if not having:
        return None
    i = pick.choice(having)
    return " ".join(words[:i] + [words[i][2:]] + words[i + 1:])


def with_article(name, pick):
    words = name.split()
    lacking = [i for i, word in enumerate(words) if not word.startswith("ال") and len(word) > 2 and not (i == 0 and (len(words) > 1 or word in openings))]
    if not lacking:
        return None
    i = pick.choice(lacking)
    return " ".join(words[:i] + ["ال" + words[i]] + words[i + 1:])


anywhere = lambda name, i: True
changes = {
    "alef for hamza on alef": lambda name, pick: swapped(name, {letter: "ا" for letter in "أإآ"}, pick, anywhere),
    "hamza on a bare alef": lambda name, pick: swapped(name, {"ا": "أإ"}, pick, opens_word),
    "hamza on alef otherwise": lambda name, pick: swapped(name, {"أ": "إآ", "إ": "أ", "آ": "أ"}, pick, anywhere),
    "hamza carrier": lambda name, pick: swapped(name, {"ؤ": ["و"], "ئ": ["ي", "ء"], "ء": ["", "ئ"]}, pick, anywhere),
    "ha for ta marbuta": lambda name, pick: swapped(name, {"ة": "ه"}, pick, ends_word),
    "ta marbuta for ha": lambda name, pick: swapped(name, {"ه": "ة"}, pick, ends_word),
    "alef maqsura for ya": lambda name, pick: swapped(name, {"ي": "ى"}, pick, ends_word),
    "ya or alef for alef maqsura": lambda name, pick: swapped(name, {"ى": "يا"}, pick, ends_word),
    "alef for ta marbuta": lambda name, pick: swapped(name, {"ة": "ا"}, pick, ends_word),
    "without the article": without_article,
    "with an article": with_article,
    "words run together": lambda name, pick: name.replace(" ", "") if " " in name else None}


def all_at_once(name, pick):
    changed = name
    for kind in ("alef for hamza on alef", "hamza on a bare alef", "ha for ta marbuta", "ta marbuta for ha", "alef maqsura for ya", "without the article"):
        changed = changes[kind](changed, pick) or changed
    return changed if changed != name else None


changes["several at once"] = all_at_once


def behind(letter, name):
    return "ل" + name[1:] if letter == "ل" and name.startswith("ال") else letter + name


frames = {
    "in a sentence": lambda name, governorate: "وقع انفجار في %s بمحافظة %s يوم الاثنين." % (name, governorate),
    "in a sentence, village": lambda name, governorate: "قتل ثلاثة مدنيين في قرية %s بمحافظة %s يوم الاثنين." % (name, governorate),
    "in a sentence behind ب": lambda name, governorate: "وقع انفجار %s في محافظة %s يوم الاثنين." % (behind("ب", name), governorate),
    "in a sentence behind ل": lambda name, governorate: "وصلت تعزيزات عسكرية %s في محافظة %s يوم الاثنين." % (behind("ل", name), governorate),
    "in a sentence behind و": lambda name, governorate: "وقعت اشتباكات في محافظة %s %s يوم الاثنين." % (governorate, behind("و", name))}


class Tally:
    def __init__(self):
        self.asked, self.first, self.any, self.wrong = collections.Counter(), collections.Counter(), collections.Counter(), []

    def count(self, kind, community, asked, points):
        near = [kilometres(point, community.point) <= rounding_km for point in points]
        self.asked[kind] += 1
        self.first[kind] += bool(near) and near[0]
        self.any[kind] += any(near)
        if not near or not near[0]:
            self.wrong.append({"kind": kind, "asked": asked, "arabic": community.arabic, "english": community.english, "code": community.code, "got": points[:1]})


def loaded(sitrep, gazetteer, all_of_them):
    """Those that the gazetteer has, each with the gazetteer's own point."""
    for community in all_of_them:
        for candidate in find(sitrep, community.arabic, community.code, gazetteer):
            if "same name" in candidate.reason and kilometres(candidate.point, community.point) <= same_km and "settlement" in candidate.reason:
                yield community._replace(point=candidate.point)
                break


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--sitrep", default=sitrep_built)
    ap.add_argument("--gazetteer", help="another gazetteer file than the one beside the program")
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--wrong", help="write what was not found here")
    a = ap.parse_args()
    every = list(communities())
    known = list(loaded(a.sitrep, a.gazetteer, every))
    print("%d of %d communities are loaded: %.4f" % (len(known), len(every), len(known) / len(every)))
    pick, tally = random.Random(a.seed), Tally()
    points = lambda name, near: [candidate.point for candidate in find(a.sitrep, name, near, a.gazetteer)]
    reports = []
    for i, community in enumerate(known):
        for near, where in ((community.code, "in the governorate"), ("SY", "in Syria")):
            tally.count("as in the list, " + where, community, community.arabic, points(community.arabic, near))
            tally.count("English name, " + where, community, community.english, points(community.english, near))
        for kind, change in changes.items():
            name = change(community.arabic, pick)
            if name and name != community.arabic:
                tally.count(kind, community, name, points(name, community.code))
        reports += [{"id": "%d|%s" % (i, kind), "text": frame(community.arabic, governorates[community.code][2])} for kind, frame in frames.items()]
    said = extract(a.sitrep, reports, a.gazetteer)
    for report in reports:
        i, kind = report["id"].split("|")
        community = known[int(i)]
        begin = report["text"].index(community.arabic[2:])
        over = [m for m in layer(said[report["id"]], "place") if m["start"] <= begin < m["end"] and m["lat"] is not None and m["precision"] <= 3]
        tally.count(kind, community, report["text"], [(m["lat"], m["lon"]) for m in over])
    print("| asked | names | first | any |\n| --- | --- | --- | --- |")
    for kind, asked in tally.asked.items():
        print("| %s | %d | %.4f | %.4f |" % (kind, asked, tally.first[kind] / asked, tally.any[kind] / asked))
    spelt = sum(tally.asked[kind] for kind in changes)
    print("| all changed names | %d | %.4f | %.4f |" % (spelt, sum(tally.first[kind] for kind in changes) / spelt, sum(tally.any[kind] for kind in changes) / spelt))
    if a.wrong:
        write_lines(a.wrong, tally.wrong)


if __name__ == "__main__":
    main()
