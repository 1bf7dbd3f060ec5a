#!/usr/bin/env python3
"""Names with the point where they truly lie, for train/places: what the chances of place/certainty.hpp are fitted on. Python 3 standard library only.

One JSON object a line: {"set", "key", "asked": {"name", "country", "admin1"} or "text" and "marks": [{"start", "end", "points" or "country" and "admin1"}]}.
"key" is what goes to one fold together; "only_marked" where not every place is marked, so that a name without a mark says nothing. Sets:
  ucdp_syria   half of UCDP's place names in Syria, by a hash of the name: asked for with the governorate, and in a sentence with and without it;
               the other half is ucdp_syria_kept, never fitted on
  ucdp_world   the same for UCDP's sample of the world, where the gazetteer is thin
  idrisi_ar, idrisi_en   messages with marked places (train parts)
  corpus       Sitrep's own train part: places of an incident, right when they lie in its first-level unit

  bench/places/cases.py > cases.jsonl
"""
import csv, glob, hashlib, json, os, re, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from yardsticks import corpus, read_lines, root
from mentions import files, in_order
from ucdp_syria import places_named, sentence, spellings

world = {"Afghanistan": "AF", "India": "IN", "Mexico": "MX", "DR Congo (Zaire)": "CD", "Pakistan": "PK", "Colombia": "CO", "Ukraine": "UA", "Turkey": "TR", "Nepal": "NP",
         "Nigeria": "NG", "Iraq": "IQ", "Somalia": "SO", "Sri Lanka": "LK", "Philippines": "PH", "Algeria": "DZ", "Yemen (North Yemen)": "YE", "Russia (Soviet Union)": "RU",
         "Sudan": "SD", "Ethiopia": "ET", "South Sudan": "SS", "Burundi": "BI", "Uganda": "UG", "Kenya": "KE", "Mali": "ML", "Brazil": "BR", "Angola": "AO", "Peru": "PE",
         "Thailand": "TH", "Israel": "IL", "Myanmar (Burma)": "MM", "Central African Republic": "CF", "Libya": "LY", "Egypt": "EG", "Bangladesh": "BD", "Indonesia": "ID",
         "Cameroon": "CM", "Chad": "TD", "Guatemala": "GT", "Honduras": "HN", "Niger": "NE", "Burkina Faso": "BF", "Mozambique": "MZ", "Rwanda": "RW", "Sierra Leone": "SL"}
english = {"DR Congo (Zaire)": "DR Congo", "Yemen (North Yemen)": "Yemen", "Russia (Soviet Union)": "Russia", "Myanmar (Burma)": "Myanmar"}


def half(name):
    return hashlib.sha256(name.encode()).digest()[0] % 2


def told(words, after, points):
    text = "On 3 May 2018 three people were killed in %s%s." % (words, after)
    start = text.index(" in ") + len(" in ")
    return {"text": text, "marks": [{"start": start, "end": start + len(words), "points": points}]}


def syria():
    for (text, code), points in places_named().items():
        of = "ucdp_syria" if half(text) == 0 else "ucdp_syria_kept"
        words, at = " ".join(text.split()), [list(point) for point in points]
        for name in spellings(text)[:1]:
            yield {"set": of, "key": text, "asked": {"name": name, "country": "SY", "admin1": code}, "points": at}
            yield {"set": of + "_country", "key": text, "asked": {"name": name, "country": "SY", "admin1": ""}, "points": at}
        with_unit = sentence(text, code)
        start = with_unit.index(" in ") + len(" in ")
        yield {"set": of, "key": text, "text": with_unit, "marks": [{"start": start, "end": start + len(words), "points": at}]}
        yield dict(told(words, ", Syria", at), set=of + "_country", key=text)


def around_the_world():
    with open(corpus("events/ucdp_ged_sample_global/ucdpged.csv"), encoding="utf-8", newline="") as file:
        rows = {(row["where_coordinates"], row["adm_1"]): row for row in csv.DictReader(file) if row["where_prec"] in "12" and row["country"] in world}
    for (text, unit), row in rows.items():
        words, at = " ".join(text.split()), [[float(row["latitude"]), float(row["longitude"])]]
        country = english.get(row["country"], row["country"])
        for name in spellings(text)[:1]:
            yield {"set": "ucdp_world", "key": text, "asked": {"name": name, "country": world[row["country"]], "admin1": ""}, "points": at}
        if words:
            yield dict(told(words, (" in " + unit if unit else "") + ", " + country, at), set="ucdp_world", key=text)


def messages(name):
    for document in read_lines(corpus(files[name])):
        marks = [{"start": t["start"], "end": t["end"], "points": [[t["lat"], t["lon"]]]} for t in in_order(document["text"], document["toponyms"]) if t.get("lat") is not None]
        # Retweets go to one fold: what is left of a message without addresses, users and signs.
        key = " ".join(re.findall(r"[^\W\d_]+", re.sub(r"https?://\S+|@\S+", "", document["text"])))
        yield {"set": name, "key": key, "text": document["text"], "marks": marks, "only_marked": True}


mark = re.compile(r"\[\[(\w+) ([\w,]+)\||\]\]")


def plain(markup):
    """The text of a marked one, and its spans (role, numbers, start, end)."""
    out, open_spans, spans, last, length = [], [], [], 0, 0
    for found in mark.finditer(markup):
        out.append(markup[last:found.start()])
        length += len(out[-1])
        last = found.end()
        if found.group(1):
            open_spans.append((found.group(1), found.group(2).split(","), length))
        elif open_spans:
            role, numbers, start = open_spans.pop()
            spans.append((role, numbers, start, length))
    return "".join(out) + markup[last:], spans


def own():
    for path in sorted(glob.glob(os.path.join(root, "data", "corpus", "*.jsonl"))):
        for report in read_lines(path):
            if report["split"] != "train":
                continue
            whole = (report["title"] + "\n" if report.get("title") else "") + report["markup"]
            text, spans = plain(whole)
            incidents = {str(one["i"]): one for one in report["incidents"] if one.get("country")}
            marks = []
            for role, numbers, start, end in spans:
                of = [incidents[n] for n in numbers if n in incidents]
                known = role == "place" and of and len({(one["country"], one["admin1"]) for one in of}) == 1
                if known:
                    marks.append({"start": start, "end": end, "country": of[0]["country"], "admin1": of[0]["admin1"] or ""})
                elif role in ("place", "target", "source"):
                    marks.append({"start": start, "end": end, "unknown": True})  # a place, but nobody says which; or a hospital that is hit or speaks
            if marks:
                yield {"set": "corpus", "key": (report["incidents"] or [{}])[0].get("key") or report["id"], "text": text, "marks": marks, "only_marked": False}


def main():
    if len(sys.argv) > 1:
        raise SystemExit(__doc__)
    for source in (syria(), around_the_world(), messages("idrisi_ar"), messages("idrisi_en"), own()):
        for case in source:
            print(json.dumps(case, ensure_ascii=False))


if __name__ == "__main__":
    main()
