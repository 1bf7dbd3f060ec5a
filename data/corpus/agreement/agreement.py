#!/usr/bin/env python3
"""Agreement of two annotators on the same reports (GUIDELINE.md), as Markdown tables. Python 3 standard library only.

  agreement.py FIRST.jsonl [FIRST.jsonl ...] SECOND.jsonl
  agreement.py --list FIRST.jsonl ... SECOND.jsonl     also every incident and field in dispute, as JSON lines on stderr

FIRST may hold more reports than SECOND; the reports of SECOND are compared. Incidents are paired report by report so that the sum of
likeness (act words shared, places shared, date, type, toll) is the greatest; a pair needs shared act words or enough shared facts.
"""
import argparse, collections, functools, importlib.util, json, os, re, sys

CATEGORIES = ["type", "background", "date", "date_precision", "admin1", "country", "perpetrator name", "perpetrator name, folded",
              "perpetrator status", "target_class"]
FIGURES = ["killed", "injured", "abducted", "arrested", "perpetrators_killed"]
TALLY_FIELDS = ["quantity", "unit", "scope_place", "period", "claimant"]
ROLES = "act perp target actor weapon place date killed injured abducted arrested pkilled source claim tally pattern person".split()
LEAST_LIKENESS = 5.0     # points; below it, and with no act words shared, two incidents are not the same
MAX_EXHAUSTIVE = 12      # incidents a side; beyond, pairs are taken greedily
ALIASES = [["isis", "is", "isil", "islamic state", "داعش", "دولة إسلامية", "دولة الإسلامية", "islamic state isis", "islamic state is"],
           ["sdf", "syrian democratic forces", "قسد", "قوات سوريا الديمقراطية"],
           ["sohr", "syrian observatory for human rights", "observatory", "مرصد", "مرصد السوري", "مرصد السوري لحقوق الإنسان"],
           ["russia", "russian", "russian forces", "روسيا", "روسية"], ["israel", "israeli", "israeli military", "إسرائيل", "إسرائيلية"],
           ["turkey", "turkish", "تركيا", "تركية"], ["al-qaeda", "aqap", "قاعدة"], ["houthis", "houthi", "حوثيون", "حوثيين", "حوثي", "مسلحون حوثيون"],
           ["al-shabaab", "al-shabab", "حركة الشباب"]]
UNITS = [("killed", r"kill|dead|death|murder|lives|قتيل|قتل|victims"), ("injured", r"injur|wound|hurt|جريح|جرح"), ("abducted", r"abduct|kidnap|hostage|خطف"),
         ("arrested", r"arrest|detain|اعتقال"), ("events", r"attack|operation|raid|strike|incident|blast|bomb|action|event|هجوم|عملية|tanker|burn")]


def load_checker(path):
    spec = importlib.util.spec_from_file_location("check_corpus", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fold(words, groups):
    """A name without quotes, article and the words for its bearers; one of its aliases stands for all."""
    if words is None: return None
    text = re.sub(r"ـ( ـ)?", "", str(words).lower())          # letters drawn out or broken up to pass a filter
    text = re.sub(r"[«»\"'“”‘’()]", " ", text).replace("-", " ")
    text = " ".join(text.split())
    text = re.sub(r"^(the|a|an|suspected|unknown|al) ", "", text)
    text = re.sub(r"^(تنظيم|عناصر من|عناصر|مسلحو|خلايا|جماعة|عصابة) ", "", text)
    text = re.sub(r"^(تنظيم|عناصر) ", "", text)
    text = re.sub(r"^ال", "", text)
    text = re.sub(r" (militants|fighters|cells|members|gunmen|rebels|operatives)$", "", text)
    return groups.get(text, text)


def alias_groups(extra):
    groups = {}
    for group in ALIASES + extra:
        shown = group[0].lower()
        for name in group: groups[fold(name, {})] = shown
    return groups


def unit_class(unit):
    for name, pattern in UNITS:
        if re.search(pattern, unit.lower()): return name
    return unit.lower()


def figure(value):
    """3, [3,3] and null in one form; abducted and arrested are written both ways."""
    if value is None: return None
    return tuple(value) if isinstance(value, list) else (value, value)


class Report:
    def __init__(self, doc, parse):
        title, title_spans = parse(doc["title"]); body, body_spans = parse(doc["markup"])
        shift = len(title) + 1
        self.text = title + "\n" + body
        self.spans = [(s[0], s[1], s[2], tuple(s[3])) for s in title_spans] + [(s[0] + shift, s[1] + shift, s[2], tuple(s[3])) for s in body_spans]
        self.id, self.language = doc["id"], doc["language"]
        self.incidents, self.tallies, self.patterns = doc["incidents"], doc.get("tallies", []), doc.get("patterns", [])

    def of(self, number, role):
        return [(a, b) for a, b, r, numbers in self.spans if r == role and str(number) in numbers]


def touch(first, second):
    return any(a < d and c < b for a, b in first for c, d in second)


def likeness(first, x, second, y):
    """Points for what two incidents share; shared figures and dates count only where stated."""
    points = 0.0
    acts = touch(first.of(x["i"], "act"), second.of(y["i"], "act"))
    if acts: points += 4
    if touch(first.of(x["i"], "place"), second.of(y["i"], "place")): points += 2
    if touch(first.of(x["i"], "target"), second.of(y["i"], "target")): points += 1
    if touch(first.of(x["i"], "perp"), second.of(y["i"], "perp")): points += 0.5
    if x["type"] == y["type"]: points += 1
    if x["date"] and x["date"] == y["date"]: points += 2
    if x["admin1"] and x["admin1"] == y["admin1"]: points += 1
    for field in ("killed", "injured"):
        if x.get(field) is not None and figure(x[field]) == figure(y.get(field)): points += 1.5
    if x["background"] == y["background"]: points += 0.5
    return points if acts or points >= LEAST_LIKENESS else None


def pair(left, right, score):
    """Pairs (i, j) with the greatest sum of scores; score None forbids a pair."""
    table = [[score(x, y) for y in right] for x in left]
    if len(left) > MAX_EXHAUSTIVE or len(right) > MAX_EXHAUSTIVE:
        ranked = sorted(((s, i, j) for i, row in enumerate(table) for j, s in enumerate(row) if s is not None), key=lambda p: (-p[0], p[1], p[2]))
        pairs, used_left, used_right = [], set(), set()
        for _, i, j in ranked:
            if i not in used_left and j not in used_right:
                pairs.append((i, j)); used_left.add(i); used_right.add(j)
        return sorted(pairs)

    @functools.lru_cache(maxsize=None)
    def best(i, used):
        if i == len(left): return 0.0, ()
        found = best(i + 1, used)
        for j, s in enumerate(table[i]):
            if s is None or used >> j & 1: continue
            rest = best(i + 1, used | 1 << j)
            if s + rest[0] > found[0]: found = s + rest[0], ((i, j),) + rest[1]
        return found
    return list(best(0, 0)[1])


def kappa(pairs):
    """Cohen's kappa of pairs of values, None where chance agreement is complete or there is nothing."""
    if not pairs: return None
    n = len(pairs)
    seen = sum(a == b for a, b in pairs) / n
    left, right = collections.Counter(a for a, _ in pairs), collections.Counter(b for _, b in pairs)
    chance = sum(left[v] * right[v] for v in left) / (n * n)
    return None if chance >= 1 else (seen - chance) / (1 - chance)


def value(incident, field, groups):
    if field in FIGURES: return figure(incident.get(field))
    if field == "perpetrator name": return incident["perpetrator"]["name"]
    if field == "perpetrator name, folded": return fold(incident["perpetrator"]["name"], groups)
    if field == "perpetrator status": return incident["perpetrator"]["status"]
    return incident.get(field)


class Count:
    """What is counted for one language, or for all."""
    def __init__(self):
        self.reports = 0
        self.incidents = collections.Counter(); self.core = collections.Counter()
        self.fields = collections.defaultdict(list)
        self.tallies = collections.Counter(); self.tally_fields = collections.Counter()
        self.patterns = collections.Counter()
        self.exact, self.near, self.linked = collections.Counter(), collections.Counter(), collections.Counter()


def f1(both, left, right):
    return None if left + right == 0 else 2 * both / (left + right)


def tally_score(x, y, groups):
    if x["quantity"] != y["quantity"]: return None
    return 1 + sum(tally_same(x, y, field, groups) for field in TALLY_FIELDS[1:])


def tally_same(x, y, field, groups):
    if field == "unit": return unit_class(x["unit"]) == unit_class(y["unit"])
    return fold(x[field], groups) == fold(y[field], groups)


def count_spans(first, second, paired, counts):
    """F1 counts per role: same offsets; words that touch; same offsets and the same incident."""
    mine = {str(first.incidents[i]["i"]): str(second.incidents[j]["i"]) for i, j in paired}
    for role in ROLES:
        left = [s for s in first.spans if s[2] == role]; right = [s for s in second.spans if s[2] == role]
        left_at, right_at = {s[:2] for s in left}, {s[:2] for s in right}
        left_to = {(s[0], s[1], mine.get(n, "only first") if n[0] not in "0tp" else n[0]) for s in left for n in s[3]}
        right_to = {(s[0], s[1], n if n[0] not in "0tp" else n[0]) for s in right for n in s[3]}
        near_left = sum(touch([a], right_at) for a in left_at); near_right = sum(touch([a], left_at) for a in right_at)
        for count in counts:
            count.exact[role, "both"] += len(left_at & right_at); count.exact[role, "first"] += len(left_at); count.exact[role, "second"] += len(right_at)
            count.near[role, "both"] += near_left + near_right
            count.linked[role, "both"] += len(left_to & right_to); count.linked[role, "first"] += len(left_to); count.linked[role, "second"] += len(right_to)


def compare(first, second, counts, groups, listed):
    paired = pair(first.incidents, second.incidents, lambda x, y: likeness(first, x, second, y))
    left_used, right_used = {i for i, _ in paired}, {j for _, j in paired}
    for count in counts:
        count.reports += 1
        count.incidents.update(both=len(paired), first=len(first.incidents), second=len(second.incidents))
        core = [not x["background"] for x in first.incidents], [not y["background"] for y in second.incidents]
        count.core.update(both=sum(core[0][i] and core[1][j] for i, j in paired), first=sum(core[0]), second=sum(core[1]))
    for i, j in paired:
        x, y = first.incidents[i], second.incidents[j]
        unlike = {}
        for field in CATEGORIES + FIGURES:
            a, b = value(x, field, groups), value(y, field, groups)
            for count in counts: count.fields[field].append((a, b))
            if a != b and field != "perpetrator name": unlike[field] = [a, b]
        if unlike: listed.append({"id": first.id, "first": x["i"], "second": y["i"], "unlike": unlike})
    for i, x in enumerate(first.incidents):
        if i not in left_used: listed.append({"id": first.id, "only": "first", "incident": x, "acts": [first.text[a:b] for a, b in first.of(x["i"], "act")]})
    for j, y in enumerate(second.incidents):
        if j not in right_used: listed.append({"id": first.id, "only": "second", "incident": y, "acts": [second.text[a:b] for a, b in second.of(y["i"], "act")]})

    same = pair(first.tallies, second.tallies, lambda x, y: tally_score(x, y, groups))
    for count in counts:
        count.tallies.update(both=len(same), first=len(first.tallies), second=len(second.tallies))
        for i, j in same:
            for field in TALLY_FIELDS: count.tally_fields[field] += tally_same(first.tallies[i], second.tallies[j], field, groups)
            count.tally_fields["all five"] += all(tally_same(first.tallies[i], second.tallies[j], field, groups) for field in TALLY_FIELDS)
        count.patterns.update(first=len(first.patterns), second=len(second.patterns))
    if len(same) < max(len(first.tallies), len(second.tallies)):
        listed.append({"id": first.id, "tallies": [[t["quantity"], t["unit"]] for t in first.tallies], "second": [[t["quantity"], t["unit"]] for t in second.tallies]})
    in_first = [first.of("p%s" % p["p"], "pattern") for p in first.patterns]; in_second = [second.of("p%s" % p["p"], "pattern") for p in second.patterns]
    alike = pair(in_first, in_second, lambda a, b: 1.0 if touch(a, b) else None)
    for count in counts: count.patterns.update(both=len(alike))
    count_spans(first, second, paired, counts)


def shown(number):
    return "–" if number is None else "%.2f" % number


def table(head, rows):
    print("| " + " | ".join(head) + " |"); print("|" + "|".join(" --- " for _ in head) + "|")
    for row in rows: print("| " + " | ".join(row) + " |")
    print()


def found_cell(c):
    return "%d / %d / %d, F1 %s" % (c["both"], c["first"] - c["both"], c["second"] - c["both"], shown(f1(c["both"], c["first"], c["second"])))


def report(by):
    names = [n for n in by if n != "all"] + ["all"]
    print("# Agreement of two annotators\n")
    print("Reports compared: " + ", ".join("%s %d" % (n, by[n].reports) for n in names) + ". A cell of found things: both / only first / only second, F1.\n")
    table(["found"] + names, [
        ["incidents"] + [found_cell(by[n].incidents) for n in names],
        ["incidents, core in both"] + [found_cell(by[n].core) for n in names],
        ["tallies (same quantity)"] + [found_cell(by[n].tallies) for n in names],
        ["patterns (words touch)"] + [found_cell(by[n].patterns) for n in names]])
    print("## Fields of incidents that both found\n\nEqual / pairs, share, Cohen's kappa for categories. For figures also the share where at least one states one.\n")
    rows = []
    for field in CATEGORIES + FIGURES:
        row = [field]
        for n in names:
            pairs = by[n].fields[field]
            equal = sum(a == b for a, b in pairs)
            text = "%d / %d, %s" % (equal, len(pairs), shown(equal / len(pairs) if pairs else None))
            if field in FIGURES:
                stated = [(a, b) for a, b in pairs if a is not None or b is not None]
                text += "; stated %d / %d, %s" % (sum(a == b for a, b in stated), len(stated), shown(sum(a == b for a, b in stated) / len(stated) if stated else None))
            else:
                text += ", κ " + shown(kappa(pairs))
            row.append(text)
        rows.append(row)
    table(["field"] + names, rows)
    print("## Fields of tallies\n\nF1: tallies paired by quantity that are equal in the field too, over all tallies. Units as kinds (killed, injured, abducted, arrested, events), names folded.\n")
    table(["field"] + names, [[field] + [shown(f1(by[n].tally_fields[field], by[n].tallies["first"], by[n].tallies["second"])) for n in names]
                              for field in TALLY_FIELDS + ["all five"]])
    print("## Spans\n\nF1 of the same offsets / of words that touch / of the same offsets for the same incident, and how many spans each marked.\n")
    rows = []
    for role in ROLES + ["all roles"]:
        row = [role]
        for n in names:
            c = by[n]
            total = lambda counter, part: sum(counter[r, part] for r in (ROLES if role == "all roles" else [role]))
            left, right = total(c.exact, "first"), total(c.exact, "second")
            row.append("%s / %s / %s (%d, %d)" % (shown(f1(total(c.exact, "both"), left, right)), shown(total(c.near, "both") / (left + right) if left + right else None),
                                                  shown(f1(total(c.linked, "both"), total(c.linked, "first"), total(c.linked, "second"))), left, right))
        rows.append(row)
    table(["role"] + names, rows)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", nargs="+", metavar="FIRST", help="annotated reports of the first annotator")
    parser.add_argument("second", metavar="SECOND", help="the same reports, or some of them, by the second")
    parser.add_argument("--checker", default=os.path.join(here, "check_corpus.py"), help="check_corpus.py, which parses the markup (default: the one beside this script)")
    parser.add_argument("--aliases", help="JSON list of lists: further names that mean the same")
    parser.add_argument("--list", action="store_true", help="print what is in dispute as JSON lines on stderr")
    given = parser.parse_args()

    parse = load_checker(given.checker).parse
    extra = []
    if given.aliases:
        with open(given.aliases, encoding="utf-8") as file: extra = json.load(file)
    groups = alias_groups(extra)
    originals = {doc["id"]: doc for path in given.first for doc in lines(path)}
    by, listed = {}, []
    for doc in lines(given.second):
        if doc["id"] not in originals: sys.exit("%s: report %s is in no FIRST file" % (given.second, doc["id"]))
        first, second = Report(originals[doc["id"]], parse), Report(doc, parse)
        if first.text != second.text: sys.exit("%s: the two texts differ" % doc["id"])
        counts = [by.setdefault(second.language, Count()), by.setdefault("all", Count())]
        compare(first, second, counts, groups, listed)
    if not by: sys.exit("%s: no reports" % given.second)
    report(by)
    if given.list:
        for entry in listed: print(json.dumps(entry, ensure_ascii=False), file=sys.stderr)


if __name__ == "__main__":
    main()
