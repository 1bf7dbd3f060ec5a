"""The documents of MUC-4 as running text in ordinary case, and as input lines for `sitrep extract`. Python 3 standard library only."""
import collections
import glob
import json
import os
import re


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
