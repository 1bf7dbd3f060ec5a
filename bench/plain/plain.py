#!/usr/bin/env python3
"""Messages of one to three sentences with what a careful reader takes from them: what the program makes of them.

  plain.py build/release/bin/sitrep          how many answers are right, by language, topic and field
  plain.py build/release/bin/sitrep --each   also every message that is read otherwise

Python 3 standard library only. `messages.jsonl`: invented; a number is what is stated, null not stated, 0 nobody, [low, high] where
sources differ. Fields are those of incidents that were found. The messages whose id has -d- were not looked at while rules were
mended, those with -a-, -b- and -c- were. Written to find faults: a figure here says where they stand and not how well real reports are read (for that,
docs/accuracy.md).
"""
import json
import pathlib
import subprocess
import sys

PUBLISHED = "2020-05-03"
FIELDS = ("number of incidents", "killed", "injured", "type", "status", "place", "date", "tallies")


def limits(toll):
    if toll is None:
        return None
    if isinstance(toll, dict):
        return toll["min"], toll.get("max") or toll["min"]
    return tuple(toll) if isinstance(toll, list) else (toll, toll)


def place_found(wanted, account):
    told = [place["text"].lower() for place in account["places"] if place.get("text")]
    return any(wanted.lower() in place or place in wanted.lower() for place in told)


def date_found(wanted, account):
    start = (account.get("date") or {}).get("start")
    return start == wanted if wanted else not start


def compare(wanted, account):
    """Field, whether right, what was wanted, what was read."""
    for field in ("killed", "injured"):
        if field in wanted:
            yield field, limits(wanted[field]) == limits(account.get(field)), wanted[field], account.get(field)
    if wanted.get("type"):
        yield "type", wanted["type"] == account["type"], wanted["type"], account["type"]
    if wanted.get("status"):
        read = account["perpetrator"]["status"]
        yield "status", wanted["status"] == read, wanted["status"], read
    if wanted.get("name"):
        yield "name", wanted["name"] == account["perpetrator"]["canonical"], wanted["name"], account["perpetrator"]["name"]
    if wanted.get("place"):
        yield "place", place_found(wanted["place"], account), wanted["place"], [place["text"] for place in account["places"]]
    if "date" in wanted:
        yield "date", date_found(wanted["date"], account), wanted["date"], account.get("date")


def answers(program, messages):
    """What the program reads in each message, in their order."""
    reports = [{"id": message["id"], "title": "News" if message["language"] == "en" else "خبر", "text": message["text"], "language": message["language"], "published": PUBLISHED}
               for message in messages]
    lines = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    out = subprocess.run([program, "extract"], input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in out.splitlines()]


def judged(message, answer):
    accounts = [account for account in answer["accounts"] if not account.get("background")]
    wanted = [incident for incident in message["incidents"] if not incident.get("background")]
    yield "number of incidents", len(accounts) == len(wanted), len(wanted), [(account["type"], account.get("killed"), account.get("injured")) for account in accounts]
    for incident in wanted:
        if not accounts:
            break
        best = max(accounts, key=lambda account: sum(right for _, right, _, _ in compare(incident, account)))
        accounts.remove(best)
        yield from compare(incident, best)
    if "tallies" in message:
        read, told = (sorted(tally["quantity"] for tally in tallies) for tallies in (answer["tallies"], message["tallies"]))
        yield "tallies", read == told, told, read


def main():
    each = "--each" in sys.argv
    text = (pathlib.Path(__file__).parent / "messages.jsonl").read_text(encoding="utf-8")
    messages = [json.loads(line) for line in text.splitlines()]
    counts = {}
    for message, answer in zip(messages, answers(sys.argv[1], messages), strict=True):
        wrong = []
        written = "unseen" if message["id"].split("-")[1] == "d" else "seen"
        for field, right, wanted, read in judged(message, answer):
            for topic in (message["topic"], f"all, {written}"):
                count = counts.setdefault((message["language"], topic, field), [0, 0])
                count[0] += right
                count[1] += 1
            if not right:
                wrong.append(f"    {field}: wanted {wanted}, read {read}")
        if wrong and each:
            print(message["id"], message["text"], *wrong, sep="\n")
    for language, topic in sorted({key[:2] for key in counts}):
        found = [(field, counts.get((language, topic, field))) for field in FIELDS]
        print(f"{language}, {topic}: " + ", ".join(f"{field} {right} of {total}" for field, (right, total) in ((f, c) for f, c in found if c)))


if __name__ == "__main__":
    main()
