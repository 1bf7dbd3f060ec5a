#!/usr/bin/env python3
"""Is the confidence what it says? Of all answers given with a chance of about 0.8, are about 0.8 right? Python 3 standard library only.
Reads the files that bench/accuracy.sh leaves in OUT, or bench/crossval.py in --out: gold.jsonl, out.jsonl, pred.jsonl.

  OUT=/tmp/dev bench/accuracy.sh build/release/bin/sitrep dev; bench/reliability.py /tmp/dev --svg docs/reliability.svg
  bench/reliability.py --fit /tmp/cv_en /tmp/cv_ar      the curve of the whole record (src/understand/confidence.cpp), from cross-validation
"""
import argparse, importlib.util, json, math, os

here = os.path.dirname(os.path.abspath(__file__))
scorers = os.environ.get("SCORERS", os.path.join(here, "..", "..", "shared", "bench"))
spec = importlib.util.spec_from_file_location("score_incidents", os.path.join(scorers, "score_incidents.py"))
score = importlib.util.module_from_spec(spec)
spec.loader.exec_module(score)

FIELDS = ("incident", "type", "place", "date", "perpetrator", "status", "target_class", "killed", "injured", "whole record")
EDGES = (0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.0001)


def first_accounts(extracted):
    """The account that gives each incident of a report its confidence, in the order of the adapter's records."""
    seen = {}
    for account in extracted.get("accounts", []):
        seen.setdefault(account["incident"], account)
    return list(seen.values())


def checks(g, p):
    gp, pp = score.places_of(g), score.places_of(p)
    yield "type", g.get("event_type") == p.get("event_type")
    if gp:
        yield "place", bool(pp) and score.same_place(gp[0], pp[0])
    yield "date", score.date_match(g.get("date"), p.get("date"))
    by, named = g.get("perpetrator") or {}, p.get("perpetrator") or {}
    yield "perpetrator", score.same_actor(score.actors(by.get("name"), by.get("status")), score.actors(named.get("name"), named.get("status")))
    yield "status", by.get("status") == named.get("status")
    yield "target_class", (g.get("target") or {}).get("class") == (p.get("target") or {}).get("class")
    yield "killed", score.rng(g, "killed") == score.rng(p, "killed")
    yield "injured", score.rng(g, "injured") == score.rng(p, "injured")


def read(folder, rows):
    load = lambda name: score.load(os.path.join(folder, name + ".jsonl"))
    gold, pred, out = load("gold"), load("pred"), load("out")
    for did, g in gold.items():
        told, records, accounts = g.get("incidents") or [], pred.get(did, {}).get("incidents") or [], first_accounts(out.get(did, {}))
        if len(records) != len(accounts):
            raise SystemExit("%s: %d records, %d accounts" % (did, len(records), len(accounts)))
        partner = {j: i for i, j, _ in score.align(told, records, 0.45)}
        for j, (record, account) in enumerate(zip(records, accounts)):
            if record.get("background"):
                continue
            sure = account["confidence_of"]
            core = j in partner and not told[partner[j]].get("background")
            rows["incident"].append((sure["incident"], core))
            product = sure["incident"] * sure["type"] * sure["place"] * sure["date"] * sure["killed"]
            rows["product"].append((product, core and score.usable(told[partner[j]], record)))
            rows["whole record"].append((account["confidence"], core and score.usable(told[partner[j]], record)))
            if core:
                for field, right in checks(told[partner[j]], record):
                    rows[field].append((sure[field], right))


def fit(pairs):
    """Slope and offset of a logistic curve over the log-odds, by Newton's method."""
    slope, offset = 1.0, 0.0
    for _ in range(50):
        g0 = g1 = h00 = h01 = h11 = 0.0
        for chance, right in pairs:
            x = math.log(chance / (1 - chance))
            p = 1 / (1 + math.exp(-slope * x - offset))
            w = p * (1 - p)
            g0 += (right - p) * x; g1 += right - p
            h00 += w * x * x; h01 += w * x; h11 += w
        d = h00 * h11 - h01 * h01
        slope += (h11 * g0 - h01 * g1) / d
        offset += (h00 * g1 - h01 * g0) / d
    return slope, offset


def bins(pairs):
    for low, high in zip(EDGES, EDGES[1:]):
        inside = [(c, r) for c, r in pairs if low <= c < high]
        if inside:
            yield low, min(high, 1), len(inside), sum(c for c, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)


def error(pairs):
    return sum(n * abs(said - was) for _, _, n, said, was in bins(pairs)) / len(pairs)


def apart(pairs):
    """How often a right answer is given a larger chance than a wrong one (area under the ROC curve)."""
    right, wrong = [c for c, r in pairs if r], [c for c, r in pairs if not r]
    if not right or not wrong:
        return float("nan")
    return sum((a > b) + 0.5 * (a == b) for a in right for b in wrong) / (len(right) * len(wrong))


def table(rows):
    print("| field | answers | mean chance | right | calibration error | right told from wrong |\n| --- | --- | --- | --- | --- | --- |")
    for field in FIELDS:
        pairs = rows[field]
        print("| %s | %d | %.2f | %.2f | %.3f | %.2f |" % (field, len(pairs), sum(c for c, _ in pairs) / len(pairs), sum(r for _, r in pairs) / len(pairs), error(pairs), apart(pairs)))
    doubtful = sorted(rows["whole record"])
    wrong = sum(not r for _, r in doubtful)
    for share in (0.1, 0.25, 0.5):
        first = doubtful[:int(len(doubtful) * share)]
        print("the most doubtful %d %% of the records hold %d %% of those that need correcting" % (100 * share, 100 * sum(not r for _, r in first) / wrong))


def svg(rows, path):
    size, gap, columns = 150, 46, 5
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="11">' % (columns * (size + gap) + gap, 2 * (size + gap + 14) + gap),
           '<rect width="100%" height="100%" fill="white"/>']
    for at, field in enumerate(FIELDS):
        left, top = gap + (at % columns) * (size + gap), gap / 2 + (at // columns) * (size + gap + 14)
        x, y = lambda v: left + v * size, lambda v: top + (1 - v) * size
        out.append('<rect x="%g" y="%g" width="%d" height="%d" fill="none" stroke="#999"/><line x1="%g" y1="%g" x2="%g" y2="%g" stroke="#999" stroke-dasharray="3 3"/>' %
                   (left, top, size, size, x(0), y(0), x(1), y(1)))
        out.append('<text x="%g" y="%g" font-weight="bold">%s</text>' % (left, top - 6, field))
        for v in (0, 0.5, 1):
            out.append('<text x="%g" y="%g" text-anchor="middle" fill="#555">%g</text><text x="%g" y="%g" text-anchor="end" fill="#555">%g</text>' % (x(v), y(0) + 14, v, left - 4, y(v) + 4, v))
        points = list(bins(rows[field]))
        out.append('<polyline fill="none" stroke="#1f5a8a" points="%s"/>' % " ".join("%g,%g" % (x(said), y(was)) for _, _, _, said, was in points))
        for _, _, n, said, was in points:
            half = 1.96 * math.sqrt(max(was * (1 - was), 0.25 / n) / n)
            out.append('<line x1="%g" y1="%g" x2="%g" y2="%g" stroke="#1f5a8a"/><circle cx="%g" cy="%g" r="3" fill="#1f5a8a"><title>%d answers</title></circle>' %
                       (x(said), y(max(0, was - half)), x(said), y(min(1, was + half)), x(said), y(was), n))
    out.append('<text x="%d" y="%d" fill="#333">across: the chance the program gives its answer; up: the share that was right, with 95 %% limits</text></svg>' % (gap, 2 * (size + gap + 14) + gap - 16))
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("folders", nargs="+")
    ap.add_argument("--svg", help="file to draw the reliability diagram into")
    ap.add_argument("--fit", action="store_true", help="print the curve that makes of the product of the fields the chance of the whole record")
    a = ap.parse_args()
    rows = {field: [] for field in FIELDS + ("product",)}
    for folder in a.folders:
        read(folder, rows)
    table(rows)
    if a.svg:
        svg(rows, a.svg)
    if a.fit:
        print("slope %.3f, offset %.3f" % fit([(min(max(c, 1e-4), 1 - 1e-4), r) for c, r in rows["product"]]))


if __name__ == "__main__":
    main()
