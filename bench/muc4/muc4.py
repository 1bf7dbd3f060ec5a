#!/usr/bin/env python3
"""MUC-4 as a yardstick: its documents as Sitrep's input, its answer keys as annotated reports to train from, and the score.
Python 3 standard library only.

  muc4.py reports PART...   > reports.jsonl   documents as input lines for `sitrep extract`, in ordinary case
  muc4.py corpus  PART...   > corpus.jsonl    documents with their keys as annotated reports for `sitrep_train`
  muc4.py score   --reports reports.jsonl --part PART... < extract.jsonl     whole-record score, by slot
  muc4.py bound   PART...                     score of the keys themselves, passed through our output's form

PART is dev, tst1 or tst2; dev may be cut for choices made on it: dev/train (four of five documents) and dev/held (the fifth).

The texts are telexes: upper case throughout, hard line ends, a dateline and bracketed remarks before the text. `reports` undoes that:
words get the case that they have in the other English corpora (never in the keys), lines of a paragraph are joined, brackets become
parentheses, the bracketed remarks go. The same is done to the text of the training corpus.
"""
import argparse
import collections
import glob
import importlib.util
import json
import os
import re
import sys
import tempfile
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def rows(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(x) for x in f if x.strip()]


def documents(corpora, part):
    """(document, key) of a part, in the order of the file."""
    name, _, cut = part.partition("/")
    folder = os.path.join(corpora, "muc4")
    keys = {k["docid"]: k["templates"] for k in rows(os.path.join(folder, "full.%s.jsonl" % name))}
    for n, d in enumerate(rows(os.path.join(folder, "docs.%s.jsonl" % name))):
        held = n % 5 == 4
        if not cut or (cut == "held") == held:
            yield d, keys.get(d["docid"], [])


# ------------------------------------------------------------------------------------------------ case
WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
JOINING = set("de del la las los y e of the and for in".split())


class Caser:
    """Gives words of upper-case text the case that they have in ordinary English text."""

    def __init__(self, corpora, lexicon):
        self.seen = collections.defaultdict(collections.Counter)
        self.pairs = collections.defaultdict(lambda: [0, 0])
        for text in self.texts(corpora):
            self.learn(text)
        self.names = {}
        if os.path.exists(lexicon):
            with open(lexicon, encoding="utf-8") as f:
                for line in f:
                    field = line.rstrip("\n").split("\t")
                    if line.startswith("#") or len(field) < 6:
                        continue
                    for name in [field[0]] + field[5].split("|"):
                        words = WORD.findall(name)
                        if words and any(w[0].isupper() for w in words) and (len(words) > 1 or (name.isupper() and len(name) > 2 and name.lower() not in self.seen)):
                            self.names[tuple(w.upper() for w in words)] = words
        self.longest = max([len(k) for k in self.names] or [0])

    @staticmethod
    def texts(corpora):
        for pattern in ("gvc/docs.*.jsonl", "fakes/*.jsonl", "timex/*.jsonl", "re3d/train.jsonl", "geo/geovirus.jsonl", "plover/*.jsonl", "event_location/*.jsonl"):
            for path in sorted(glob.glob(os.path.join(corpora, pattern))):
                for r in rows(path):
                    yield r.get("text") or ""
        for path in sorted(glob.glob(os.path.join(corpora, "ud", "en_*.conllu"))):
            with open(path, encoding="utf-8") as f:
                for line in f:
                    if line.startswith("# text = "):
                        yield line[9:]
        for path in sorted(glob.glob(os.path.join(corpora, "ner", "wikigold", "*.conll.txt"))):
            with open(path, encoding="utf-8") as f:
                yield " ".join(line.split(" ")[0] if line.strip() else "\n" for line in f)

    def learn(self, text):
        before, at = None, 0
        for m in WORD.finditer(text):
            w, gap = m.group(), text[at:m.start()]
            opens = before is None or re.search(r"[.!?:\"“”\n]", gap)
            at = m.end()
            if not opens:
                self.seen[w.lower()][w] += 1
                if gap == " ":
                    pair = self.pairs[before.lower(), w.lower()]
                    pair[0] += before[0].isupper() and w[0].isupper()
                    pair[1] += 1
            elif w[0].islower() or (w.isupper() and len(w) > 1):
                self.seen[w.lower()][w] += 1
            before = w

    def alone(self, w):
        low = w.lower()
        if low in self.seen:
            return self.seen[low].most_common(1)[0][0]
        if "-" in low:
            return "-".join(self.alone(x) if x else x for x in w.split("-"))
        for end, put in (("'s", ""), ("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("ies", "y"), ("ied", "y"), ("er", ""), ("ers", "")):
            if low.endswith(end):
                base = low[:-len(end)] + put
                if base in self.seen and self.seen[base].most_common(1)[0][0].islower():
                    return low
        if re.search(r"'[Ss]$", w):
            return self.alone(w[:-2]) + "'s"
        if re.search(r"(?:ed|ing|ly|tion|tions|sion|ment|ments|ness|ous|able|ible|ive|ity|ize|ized|ism|ists?|ants?|ful|less|ship|pers|ners|ters)$", low) and len(low) > 6:
            return low
        if not re.search("[AEIOUY]", w):
            return w
        return w.capitalize()

    def recase(self, text):
        found = list(WORD.finditer(text))
        words = [m.group() for m in found]
        out = [self.alone(w) for w in words]
        gaps = [text[a.end():b.start()] for a, b in zip(found, found[1:])] + [""]
        for i in range(len(words) - 1):
            both, all_ = self.pairs.get((words[i].lower(), words[i + 1].lower()), (0, 0))
            if gaps[i] == " " and all_ >= 2 and both * 10 >= all_ * 6:
                out[i], out[i + 1] = (x if x.isupper() and len(x) > 1 and self.seen.get(x.lower()) else x.capitalize() for x in (out[i], out[i + 1]))
        for i in range(len(words)):
            for n in range(min(self.longest, len(words) - i), 0, -1):
                known = self.names.get(tuple(w.upper() for w in words[i:i + n]))
                if known:
                    out[i:i + n] = known
                    break
        # "(FMLN)" after its own words: the abbreviation stays, and the words it abbreviates are a name.
        for i, m in enumerate(found):
            if not (m.start() > 0 and text[m.start() - 1] in "([" and text[m.end():m.end() + 1] in (")", "]") and 2 <= len(words[i]) <= 8):
                continue
            w = words[i]
            letters, at, taken = list(w.upper()), i - 1, []
            while at >= 0 and letters and i - at < len(w) + 5 and not re.search(r"[.;\n]", gaps[at]):
                if words[at][0].upper() == letters[-1]:
                    letters.pop()
                    taken.append(at)
                elif words[at].lower() not in JOINING and len(taken) > 0 and not letters:
                    break
                at -= 1
            if len(taken) >= 2 and len(letters) <= len(w) // 2:
                for k in range(min(taken), i):
                    if words[k].lower() not in JOINING:
                        out[k] = words[k].capitalize()
            if len(taken) >= 2 or not self.seen.get(w.lower()):
                out[i] = w
        # El Salvador, La Paz, San Luis de la Reina; a letter alone is a name's
        for i in range(len(words) - 2, -1, -1):
            if words[i].lower() in ("el", "la", "las", "los", "san", "santa") and gaps[i] == " " and out[i + 1][0].isupper() and (i == 0 or words[i - 1].lower() not in ("de", "y")):
                out[i] = words[i].capitalize()
        for i, w in enumerate(words):
            if len(w) == 1 and w != "A" and text[found[i].start() - 1:found[i].start()] != "'":
                out[i] = w
            elif w.lower() in ("de", "del", "y", "e") and 0 < i:
                out[i] = w.lower()
        parts, at, opens = [], 0, True
        for i, m in enumerate(found):
            gap = text[at:m.start()]
            parts.append(gap)
            opens = opens or bool(re.search(r"[.!?][\"')]*\s", gap)) or "\n" in gap
            w = out[i]
            parts.append(w[0].upper() + w[1:] if opens else w)
            opens, at = False, m.end()
        parts.append(text[at:])
        return "".join(parts)


def plain(text):
    """The telex as running text: its remarks in brackets before the text go, lines of a paragraph are joined."""
    head = re.match(r"^(\s*[^\[]{0,120}?--\s*)?(?:\[[^\[\]]*\]\s*)+", text)
    if head:
        text = (head.group(1) or "") + text[head.end():]
    text = text.replace("[", "(").replace("]", ")").replace("|", "/")
    paragraphs = re.split(r"\n\s*\n|\n(?=   )", text)
    return "\n\n".join(re.sub(r"\s+", " ", p).strip() for p in paragraphs if p.strip())


MON = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()


def iso_day(text):
    m = re.match(r"^(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)$", (text or "").strip().upper())
    return "19%s-%02d-%02d" % (m.group(3), MON.index(m.group(2)) + 1, int(m.group(1))) if m and m.group(2) in MON else None


def published(doc):
    line = (doc.get("dateline") or "").upper()
    m = re.search(r"\b([A-Z]{3,9})\.? (\d{1,2}),? (\d\d)\b", line)
    return iso_day(doc.get("date")) or next((iso_day(x) for x in re.findall(r"\b\d{1,2} [A-Z]{3,9} \d\d\b", line)), None) or \
        (iso_day("%s %s %s" % (m.group(2), m.group(1), m.group(3))) if m else None)


def report_of(doc, caser):
    text = plain(doc["text"])
    return dict(id=doc["docid"], url=None, publisher=None, published=published(doc), language="en", title=None, text=caser.recase(text) if caser else text)


# ------------------------------------------------------------------------------------------------ keys as annotation
COUNTRIES = dict(zip("ARGENTINA BOLIVIA CHILE COLOMBIA ECUADOR GUATEMALA HONDURAS PERU".split(), "AR BO CL CO EC GT HN PE".split()))
COUNTRIES["EL SALVADOR"] = "SV"
KINDS = {"ATTACK": "armed_attack", "BOMBING": "ied_or_mine", "KIDNAPPING": "abduction", "ARSON": "arson_or_property", "ROBBERY": "other_violence",
         "HIJACKING": "other_violence", "FORCED WORK STOPPAGE": "other_violence"}
TRIGGERS = {
    "ATTACK": r"attack\w*|kill\w*|murder\w*|assassinat\w+|shot|shoot\w*|ambush\w*|machine-?gunn?ed|execut(?:ed|ion)|massacr\w+|wound(?:ed|ing)|injur(?:ed|ing)|"
              r"fired|strafed|gunned down|slain|slay\w+|died|tortur\w+|stabbed|harass\w+|destroy\w*|assault\w*|raid(?:ed)?|beaten|deaths?|crimes?|bodies|body|"
              r"riddled|threaten\w*|throats? cut|shell(?:ed|ing)|damag(?:ed|ing)|sabotag\w+",
    "BOMBING": r"bomb(?:ed|ing|ings|s|)\b|explo(?:ded|sions?|ding|de)|dynamit(?:e|ed|ing)|blew up|blown up|blast\w*|detonat\w+|went off|set off|hurled|attack\w*|destroy\w*|"
               r"damag(?:ed|ing)|planted|placed|blow up|killed|injured|wounded",
    "KIDNAPPING": r"kidnap\w*|abduct\w*|seiz(?:ed|ing|ure)|hostages?|captur(?:ed|ing)|taken away|disappear\w*|held|holding|releas(?:ed|e)|freed|taken|detained",
    "ARSON": r"burn\w*|set fire|set on fire|set ablaze|torch\w*|fires?|arson|destroy\w*|attack\w*",
    "ROBBERY": r"robb\w+|stole\w*|steal\w*|loot\w*|rob|took|assault\w*|attack\w*|hold-?up",
    "HIJACKING": r"hijack\w*|seized|commandeer\w*",
    "FORCED WORK STOPPAGE": r"strikes?|stoppages?|paraly[sz]\w+|shutdown|sabotag\w+"}
ANY = re.compile(r"\b(?:%s)\b" % "|".join(TRIGGERS[k] for k in ("ATTACK", "BOMBING", "KIDNAPPING")), re.I)
STRINGS = (("perp-ind-id", "perp"), ("perp-org-id", "perp"), ("phys-tgt-id", "target"), ("hum-tgt-name", "target"), ("hum-tgt-desc", "target"), ("inc-instr-id", "weapon"))
NUMBERS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split())}
CLASSES = (("CIVILIAN", "civilian"), ("ACTIVE MILITARY", "military"), ("LAW ENFORCEMENT", "police"), ("GOVERNMENT OFFICIAL", "official"), ("DIPLOMAT", "official"),
           ("LEGAL OR JUDICIAL", "official"), ("POLITICAL FIGURE", "official"), ("SECURITY GUARD", "civilian"), ("FORMER", "civilian"))


def class_of(kind):
    return next((c for k, c in CLASSES if kind.startswith(k)), "civilian")


def values(template, slot):
    """First alternatives, required or not."""
    return [f["alts"][0][0] for f in template[slot] if f["alts"]]


def alternatives(template, slot):
    for f in template[slot]:
        for value, _ in f["alts"]:
            yield value


def pattern_of(words):
    toks = re.findall(r"[A-Za-z0-9']+", words)
    if not toks:
        return None
    return re.compile(r"(?<![A-Za-z0-9])" + r"[^A-Za-z0-9]{1,3}".join(map(re.escape, toks)) + r"(?![A-Za-z0-9])", re.I)


def date_of(fill):
    """(iso or None, precision) of a date as keys write it."""
    if not fill or fill.startswith("-"):
        return None, "unknown"
    a, _, b = fill.partition(" - ")
    day = iso_day(a)
    if day and b and iso_day(b):
        return (day[:7], "month") if day.endswith("-01") and iso_day(b)[:7] == day[:7] and iso_day(b)[8:] >= "28" else (day, "day")
    return (day, "day") if day else (None, "unknown")


def place_parts(fill):
    while fill.startswith("(") and fill.endswith(")"):
        fill = fill[1:-1].strip()
    parts = [re.match(r"^(.*?)(?:\s*\(([^()]*)\))?\s*$", p.strip()).groups() for p in fill.split(":")]
    return [(n.strip(), (k or "").strip()) for n, k in parts if n.strip()]


def count_by_effect(template, effect):
    """How many people met that effect, or None where the key does not say it in figures."""
    numbers = {}
    for f in template["hum-tgt-num"]:
        for value, tags in f["alts"][:1]:
            for t in tags:
                numbers[t] = value
    total, any_ = 0, False
    for f in template["hum-tgt-effect"]:
        value, tags = f["alts"][0]
        if value != effect:
            continue
        any_ = True
        n = next((numbers[t] for t in tags if t in numbers), None)
        m = re.match(r"^~?(\d+)", n or "")
        if not m:
            return None
        total += int(m.group(1))
    return total if any_ else None


def sentences_of(text):
    out, at = [], 0
    for m in re.finditer(r"(?<=[.!?])[\"')]*\s+(?=[\"'(]*[A-Z0-9])|\n\n", text):
        out.append((at, m.start() + len(m.group().rstrip())))
        at = m.end()
    out.append((at, len(text)))
    return [s for s in out if s[0] < s[1]]


class Annotation:
    def __init__(self, text, templates):
        self.text, self.spans = text, set()
        self.sentences = sentences_of(text)
        self.incidents, self.claims = [], []
        for t in templates:
            self.add(t)
        self.tell_again()
        covered = [(a, b) for a, b, r, n in self.spans if r == "act"]
        for m in ANY.finditer(text):
            if not any(a < m.end() and m.start() < b for a, b in covered):
                self.spans.add((m.start(), m.end(), "act", "0"))

    def tell_again(self):
        """Sentences that no incident was given yet go to the one that they hint at, or that was told right before."""
        taken = set().union(*(c[1] for c in self.claims)) if self.claims else set()
        for weak in (2, 3):
            for claim in self.claims:
                number, triggers = claim[0], claim[4]
                more = claim[weak] - taken
                taken |= more
                for a, b in triggers:
                    if self.sentence_at(a) in more:
                        self.spans.add((a, b, "act", str(number)))

    def sentence_at(self, at):
        return next((i for i, (a, b) in enumerate(self.sentences) if a <= at < b), len(self.sentences) - 1)

    def find(self, words):
        p = pattern_of(words)
        return [(m.start(), m.end()) for m in p.finditer(self.text)] if p else []

    def add(self, t):
        number = len(self.incidents) + 1
        kind = values(t, "inc-type")[0] if values(t, "inc-type") else "ATTACK"
        weights = collections.Counter()
        found = []
        for slot, role in STRINGS:
            for words in set(alternatives(t, slot)):
                hits = self.find(words)
                in_sentences = {self.sentence_at(a) for a, _ in hits}
                for s in in_sentences:
                    weights[s] += (0.5 if role == "perp" else 1.0) * (1.0 / len(in_sentences) + 0.25)
                found += [(a, b, role) for a, b in hits]
        places = [p for f in alternatives(t, "inc-loc") for p in place_parts(f)]
        names = []
        for n, k in places:
            hits = self.find(n)
            if n not in COUNTRIES:
                names += hits
                for s in {self.sentence_at(a) for a, _ in hits}:
                    weights[s] += 0.4
        trigger = re.compile(r"\b(?:%s)\b" % TRIGGERS.get(kind, TRIGGERS["ATTACK"]), re.I)
        triggers = [(m.start(), m.end()) for m in trigger.finditer(self.text)]
        with_trigger = {self.sentence_at(a) for a, _ in triggers}
        for s in list(weights):
            weights[s] = weights[s] * (1.6 if s in with_trigger else 0.5) - 0.01 * s
        if not weights:
            for s in sorted(with_trigger)[:1]:
                weights[s] = 1.0
        chosen = set()
        if weights:
            best = max(weights.values())
            chosen = {s for s, w in weights.items() if w >= max(0.45 * best, 0.3)}
        # Told again: a sentence with a deed of the kind and a surname or the first word of a fill, or right after one that tells it.
        short = [w for v in values(t, "hum-tgt-name") for w in v.split()[-1:] if len(w) > 3]
        hints = {self.sentence_at(a) for w in short for a, _ in self.find(w)} | {self.sentence_at(a) for a, _, _ in found}
        self.claims.append((number, chosen, {s for s in with_trigger if s in hints}, {s for s in with_trigger if s - 1 in chosen}, triggers))
        for a, b, role in found:
            if self.sentence_at(a) in chosen:
                self.spans.add((a, b, role, str(number)))
        for a, b in triggers:
            if self.sentence_at(a) in chosen:
                self.spans.add((a, b, "act", str(number)))
        near = [h for h in names if self.sentence_at(h[0]) in chosen]
        if not near and names and chosen:
            near = [min(names, key=lambda h: abs(self.sentence_at(h[0]) - min(chosen)))]
        for a, b in near:
            self.spans.add((a, b, "place", str(number)))
        killed, injured = count_by_effect(t, "DEATH"), count_by_effect(t, "INJURY")
        self.mark_numbers(t, chosen, number, kind)
        day, precision = date_of(next(iter(values(t, "inc-date")), None))
        admin1 = next((n.title() for n, k in places if k in ("DEPARTMENT", "PROVINCE", "STATE", "REGION")), None)
        country = next((COUNTRIES.get(n) for n, k in places if n in COUNTRIES), None)
        orgs, people = list(alternatives(t, "perp-org-id")), values(t, "perp-ind-id")
        name = next((o for o in orgs if self.find(o)), None) or next((p for p in people if self.find(p)), None)
        confidence = next(iter(values(t, "perp-org-conf")), "")
        status = "unknown" if not name else "claimed" if confidence.startswith("CLAIMED") else "attributed"
        kinds = collections.Counter(class_of(v) for v in values(t, "hum-tgt-type"))
        target = next((c for c in ("civilian", "official", "police", "military") if kinds[c] and kinds[c] == max(kinds.values())), None)
        if values(t, "phys-tgt-id") and (target in (None, "police", "military") or killed is None):
            target = "infrastructure"
        seized = [v for v in values(t, "hum-tgt-num") if v.isdigit()] if kind == "KIDNAPPING" else []
        self.incidents.append(dict(
            i=number, type=KINDS.get(kind, "armed_attack"), background=False, date=day, date_precision=precision, admin1=admin1, country=country,
            perpetrator=dict(name=name and self.text[slice(*self.find(name)[0])], status=status), target_class=target,
            killed=[killed, killed] if killed is not None else None, injured=[injured, injured] if injured is not None else None,
            abducted=sum(map(int, seized)) if seized else None, arrested=None, perpetrators_killed=None, key=None))

    def mark_numbers(self, t, chosen, number, kind):
        """The figure before a description ("five peasants"), by what befell those described."""
        effects = collections.defaultdict(set)
        for f in t["hum-tgt-effect"]:
            value, tags = f["alts"][0]
            for tag in tags:
                effects[tag].add(value)
        for f in t["hum-tgt-num"]:
            value, tags = f["alts"][0]
            if not value.isdigit():
                continue
            for tag in tags:
                for a, b in self.find(tag):
                    if self.sentence_at(a) not in chosen:
                        continue
                    before = [m for m in re.finditer(r"[A-Za-z0-9]+", self.text[max(0, a - 40):a])][-3:]
                    base = max(0, a - 40)
                    for m in before:
                        w = m.group().lower()
                        if w.isdigit() and int(w) == int(value) or NUMBERS.get(w) == int(value) or (value == "1" and w in ("a", "an")):
                            span = (base + m.start(), base + m.end())
                            for effect in effects[tag]:
                                if effect in ("DEATH", "INJURY"):
                                    self.spans.add((*span, "killed" if effect == "DEATH" else "injured", str(number)))
                            if kind == "KIDNAPPING":
                                self.spans.add((*span, "abducted", str(number)))
                            break

    def markup(self):
        joined = collections.defaultdict(set)
        for a, b, role, n in self.spans:
            joined[a, b, role].add(n)
        text, out, at = self.text, [], 0
        kept = []
        for (a, b, role), numbers in sorted(joined.items(), key=lambda x: (x[0][0] - x[0][1], x[0])):
            if not any((a < x < b < y) or (x < a < y < b) or ((a, b) == (x, y)) for x, y, *_ in kept):
                kept.append((a, b, role, numbers - {"0"} or {"0"}))
        opens, ends = collections.defaultdict(list), collections.Counter()
        for a, b, role, numbers in kept:
            opens[a].append((b, role, numbers))
            ends[b] += 1
        for i in range(len(text) + 1):
            out.append("]]" * ends[i])
            for b, role, numbers in sorted(opens[i], key=lambda x: -x[0]):
                out.append("[[%s %s|" % (role, ",".join(sorted(numbers))))
            out.append(text[i:i + 1])
        return "".join(out)


def annotated(doc, templates, caser):
    r = report_of(doc, caser)
    a = Annotation(r["text"], templates)
    for i in a.incidents:
        i["key"] = "%s-%d" % (r["id"], i["i"])
    return dict(id=r["id"], split="train", url=None, publisher=None, published=r["published"], language="en", text_kind="restated", title=None,
                markup=a.markup(), incidents=a.incidents, tallies=[], patterns=[])


# ------------------------------------------------------------------------------------------------ scoring
def module(folder, name):
    spec = importlib.util.spec_from_file_location(name, os.path.join(folder, name + ".py"))
    m = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(m)
    return m


def adapter(folder):
    m = module(folder, "adapters")
    if not hasattr(m, "COUNTRY"):                          # named there but not defined: a place outside the nine countries keeps its code
        m.COUNTRY = {}
    return m


def fold_places(output):
    """Place names in the keys' letters: Bogotá is BOGOTA there."""
    for account in output["accounts"]:
        for place in account.get("places") or []:
            for field in ("name", "admin1"):
                if place.get(field):
                    place[field] = "".join(c for c in unicodedata.normalize("NFD", place[field]) if not unicodedata.combining(c))


def score(a, reports, outputs, part_keys, out=sys.stdout):
    scorer, adapt = module(a.scorers, "score_muc4_full"), adapter(a.scorers)
    pred = adapt.muc4_full(reports, outputs)
    with tempfile.TemporaryDirectory() as tmp:
        g, p = os.path.join(tmp, "gold.jsonl"), os.path.join(tmp, "pred.jsonl")
        with open(g, "w") as f:
            f.writelines(json.dumps(dict(docid=d, templates=t)) + "\n" for d, t in part_keys)
        with open(p, "w") as f:
            f.writelines(json.dumps(x) + "\n" for x in pred)
        r = scorer.report(*scorer.score_docs(scorer.load_gold(g), scorer.load_pred(p)))
    for s in (scorer.SLOTS if a.slots else []) + ["ALL"]:
        m = r[s]
        print("%-18s key %5d ours %5d right %4d partly %4d | recall %5.1f precision %5.1f F %5.2f" %
              (s, m["pos"], m["act"], m["cor"], m["par"], 100 * m["rec"], 100 * m["pre"], 100 * m["f1"]), file=out)
    print("templates", r["templates"], file=out)
    return r, pred


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("what", choices=("reports", "corpus", "score", "bound"))
    ap.add_argument("parts", nargs="+", help="dev, tst1, tst2, dev/train, dev/held")
    ap.add_argument("--corpora", default=os.path.join(ROOT, "..", "shared", "corpora"))
    ap.add_argument("--scorers", default=os.path.join(ROOT, "..", "shared", "bench"))
    ap.add_argument("--lexicon", default=os.path.join(ROOT, "data", "lexicon", "actors.tsv"), help="names of armed actors, for their case")
    ap.add_argument("--reports", help="score: the reports that were read")
    ap.add_argument("--upper", action="store_true", help="leave the texts in upper case")
    ap.add_argument("--slots", action="store_true", help="every slot, not the sum alone")
    ap.add_argument("--accents", action="store_true", help="score: leave the accents of place names, which the keys never have")
    ap.add_argument("--pred", help="score: file for the templates made")
    a = ap.parse_args()
    both = [x for p in a.parts for x in documents(a.corpora, p)]
    if a.what == "score":
        outputs = {p["id"]: p for p in (json.loads(x) for x in sys.stdin if x.strip())}
        if not a.accents:
            for p in outputs.values():
                fold_places(p)
        reports = rows(a.reports)
        _, pred = score(a, reports, outputs, [(d["docid"], k) for d, k in both])
        if a.pred:
            with open(a.pred, "w") as f:
                f.writelines(json.dumps(x) + "\n" for x in pred)
        return
    caser = None if a.upper else Caser(a.corpora, a.lexicon)
    if a.what == "bound":
        reports = [report_of(d, caser) for d, _ in both]
        from_keys = {r["id"]: perfect(r, k) for r, (_, k) in zip(reports, both)}
        score(a, reports, from_keys, [(d["docid"], k) for d, k in both])
        return
    for d, k in both:
        print(json.dumps(report_of(d, caser) if a.what == "reports" else annotated(d, k, caser), ensure_ascii=False))


def perfect(report, templates):
    """An extraction that says what the key says, as far as our output's form can."""
    accounts, mentions = [], []
    text = report["text"]

    def span(words):
        p = pattern_of(words)
        m = p.search(text) if p else None
        return dict(start=m.start(), end=m.end(), text=text[m.start():m.end()]) if m else dict(start=0, end=1, text=words)
    for n, t in enumerate(x for x in templates if not x["optional"]):
        kind = (values(t, "inc-type") or ["ATTACK"])[0]
        weapons = values(t, "inc-instr-id")
        date, precision = date_of((values(t, "inc-date") or [None])[0])
        places = place_parts((values(t, "inc-loc") or [""])[0])
        country = next((COUNTRIES.get(x) for x, _ in places if x in COUNTRIES), None)
        targets = []
        numbers, effects, types = ({tag: f["alts"][0][0] for f in t[s] for tag in f["alts"][0][1]} for s in ("hum-tgt-num", "hum-tgt-effect", "hum-tgt-type"))
        for words in values(t, "hum-tgt-name"):
            desc = next((f["alts"][0][0] for f in t["hum-tgt-desc"] if f["alts"][0][1] and words in f["alts"][0][1]), "")
            targets.append((words, (desc + " " + words).strip()))
            mentions.append(dict(span(words), layer="person"))
        for f in t["hum-tgt-desc"]:
            if not f["alts"][0][1]:
                targets.append((f["alts"][0][0], f["alts"][0][0]))
        listed = []
        for tag, words in targets:
            x = dict(text=words, **{"class": class_of(types.get(tag, "CIVILIAN"))})
            c = numbers.get(tag, "")
            k = int(c) if c.isdigit() else None
            if k:
                x["count"] = k
            for field, effect in (("killed", "DEATH"), ("injured", "INJURY")):
                if effects.get(tag) == effect and k:
                    x[field] = dict(min=k, max=k)
            listed.append(x)
        physical = [dict(text=w, **{"class": "infrastructure"}) for w in values(t, "phys-tgt-id")]
        listed += physical
        org, ind = values(t, "perp-org-id"), values(t, "perp-ind-id")
        conf = (values(t, "perp-org-conf") or [""])[0]
        alone = len(targets) == 1
        row = dict(incident=str(n), type=KINDS.get(kind, "armed_attack"), background=False,
                   date=dict(start=date + "-01" if date and len(date) == 7 else date, end=None, precision=precision),
                   places=[dict(text=places[-1][0], name=places[-1][0].title(), country=country, admin1=None, precision=5 + (len(places) == 1) if len(places) == 1 else 2)] if places else [],
                   perpetrator=dict(text=(ind or org or [None])[0], name=(org or [None])[0],
                                    status="claimed" if conf.startswith("CLAIMED") else "unknown" if conf == "POSSIBLE" else "attributed"),
                   target=listed[0] if listed else None, targets=listed[1:], weapon=dict(text=weapons[0]) if weapons else None,
                   attribution=[], evidence=[span(kind)], killed=None, injured=None, abducted=None, confidence=1.0)
        row["evidence"][0]["text"] = {"ARSON": "burned", "ROBBERY": "robbed", "HIJACKING": "hijacked", "FORCED WORK STOPPAGE": "armed strike"}.get(kind, "") + \
            (" suspected" if conf.startswith("SUSPECT") else "") + \
            (" destroyed" if "DESTROYED" in values(t, "phys-tgt-effect") else " damaged" if "SOME DAMAGE" in values(t, "phys-tgt-effect") else "")
        if alone:
            for field, effect in (("killed", "DEATH"), ("injured", "INJURY")):
                c = count_by_effect(t, effect)
                if c is not None:
                    row[field] = dict(min=c, max=c)
        accounts.append(row)
    return dict(id=report["id"], accounts=accounts, mentions=mentions, tallies=[])


if __name__ == "__main__":
    main()
