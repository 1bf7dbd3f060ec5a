#!/usr/bin/env python3
"""Write N reports of about 250 words as JSON lines, built from our corpus with other places, days and numbers: for timing, not for judging.

  bench/make_reports.py 10000 > reports.jsonl
"""
import importlib.util, json, os, random, sys

here = os.path.dirname(os.path.abspath(__file__))
corpus = os.path.join(here, "..", "data", "corpus")
spec = importlib.util.spec_from_file_location("check_corpus", os.path.join(corpus, "check_corpus.py"))
check_corpus = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_corpus)
WORDS = 250

docs = []
for name in ("en_syria_iraq", "ar", "en_world"):
    with open(os.path.join(corpus, name + ".jsonl"), encoding="utf-8") as lines:
        docs += [json.loads(line) for line in lines]
plain = [(d["language"], d["publisher"], check_corpus.parse(d["title"])[0], check_corpus.parse(d["markup"])[0]) for d in docs]
by_language = {code: [p for p in plain if p[0] == code] for code in ("en", "ar")}
random.seed(7)
for number in range(int(sys.argv[1])):
    language, publisher, title, text = random.choice(plain)
    while len(text.split()) < WORDS:
        text += "\n\n" + random.choice(by_language[language])[3]
    text = " ".join(text.replace("\n\n", " \u2029 ").split(" ")[:WORDS]).replace(" \u2029 ", "\n\n")
    day = "%d-%02d-%02d" % (2016 + number % 10, 1 + random.randrange(12), 1 + random.randrange(28))
    print(json.dumps({"id": "r%d" % number, "publisher": publisher, "published": day, "language": language, "title": "%s (%d)" % (title, number), "text": text},
                     ensure_ascii=False))
