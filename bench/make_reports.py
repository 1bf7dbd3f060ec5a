#!/usr/bin/env python3
"""Write N reports of about 250 words as JSON lines: for timing, not for judging. Python 3 standard library only.

  bench/make_reports.py 10000 > reports.jsonl

Each is a report of our corpus whose marked places and dates are replaced by others, filled up to 250 words with paragraphs of reports
that tell no incident: as many incidents a report as in life, and few of them the same.
"""
import csv, importlib.util, json, os, random, re, sys

here = os.path.dirname(os.path.abspath(__file__))
data = os.path.join(here, "..", "data")
spec = importlib.util.spec_from_file_location("check_corpus", os.path.join(data, "corpus", "check_corpus.py"))
check_corpus = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_corpus)
WORDS = 250
WEEKDAYS = {"en": ["on " + d for d in "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()],
            "ar": ["يوم " + d for d in "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split()]}
INNERMOST = re.compile(r"\[\[(place|date) [0-9tp,]+\|([^\[\]]*)\]\]")


def renamed(markup, language, towns):
    """The markup with each place and date replaced, the same name by the same name."""
    given = {}

    def other(match):
        role, words = match.groups()
        if (role, words) not in given:
            given[role, words] = random.choice(towns[language] if role == "place" else WEEKDAYS[language])
        return given[role, words]
    return check_corpus.parse(INNERMOST.sub(other, markup))[0]


def main():
    docs = []
    for name in ("en_syria_iraq", "ar", "en_world"):
        with open(os.path.join(data, "corpus", name + ".jsonl"), encoding="utf-8") as lines:
            docs += [json.loads(line) for line in lines]
    with open(os.path.join(data, "gazetteer", "settlements.csv"), encoding="utf-8") as rows:
        rows = list(csv.DictReader(line for line in rows if not line.startswith("#")))
    towns = {"en": [r["name"] for r in rows], "ar": [r["name_ar"] for r in rows if r["name_ar"]]}
    filling = {code: [p for d in docs if d["language"] == code and not d["incidents"] and not d["tallies"]
                      for p in check_corpus.parse(d["markup"])[0].split("\n\n")] for code in ("en", "ar")}
    random.seed(7)
    for number in range(int(sys.argv[1])):
        d = random.choice(docs)
        title, text = (renamed(d[part], d["language"], towns) for part in ("title", "markup"))
        while len(text.split()) < WORDS:
            text += "\n\n" + random.choice(filling[d["language"]])
        text = " ".join(text.replace("\n\n", " \u2029 ").split(" ")[:WORDS]).replace(" \u2029 ", "\n\n")
        day = "%d-%02d-%02d" % (2016 + number % 10, 1 + random.randrange(12), 1 + random.randrange(28))
        print(json.dumps({"id": "r%d" % number, "publisher": d["publisher"], "published": day, "language": d["language"],
                          "title": "%s (%d)" % (title, number), "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    main()
