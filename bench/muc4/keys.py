"""The answer keys of MUC-4: read, written as annotated reports to train from, and as the extraction that a perfect reading would give."""
import collections
import re

from telex import iso_day, report_of

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
        if i["date"] is None and r["published"]:           # "on or before the report": in our guideline the month of publication
            i.update(date=r["published"][:7], date_precision="month")
    return dict(id=r["id"], split="train", url=None, publisher=None, published=r["published"], language="en", text_kind="restated", persons_marked=False, title=None,
                markup=a.markup(), incidents=a.incidents, tallies=[], patterns=[])


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
