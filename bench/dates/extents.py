"""From the dates Sitrep marks to the expressions WikiWars marks. Python 3 standard library only; used by the scripts beside it.

Sitrep's date mentions hold the preposition in front ("on 5 May", "from July to September") and leave out an article, as its guideline asks, and a stretch is
one mention. WikiWars leaves the preposition out, takes the article in and marks both ends of a stretch. Nothing else is changed; the second end of a
stretch gets a value only where it is a bare year, because Sitrep's mention has the value of the first.
"""
import re

prepositions = "on in at by during within around about before after near throughout over for since from until till through between up to and".split()
lead = re.compile(r"(?:(?:%s)\s+)+" % "|".join(prepositions), re.I)
between_ends = re.compile(r"\s+(?:to|until|till|through|and)\s+|\s*[–—-]\s*")
article = re.compile(r"\bthe\s+$", re.I)
named = re.compile(r"\d{4}|january|february|march|april|may|june|july|august|september|october|november|december|recently|easter|christmas", re.I)
dated = re.compile(r"\d|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter", re.I)


def parts(text, mention):
    """The expressions of one mention: (start, end, value)."""
    start, end, words = mention["start"], mention["end"], mention["text"]
    found = lead.match(words)
    ranged = bool(re.match(r"(?:from|between|in|on|during)\b", words, re.I)) or re.match(r"\d", words)
    if found and found.end() < len(words):
        start, words = start + found.end(), words[found.end():]
    ends = between_ends.search(words)
    if ranged and ends and dated.search(words[:ends.start()]) and dated.search(words[ends.end():]) and not re.match(r"\d{4}-\d\d-\d\d|mid", words, re.I):
        second = words[ends.end():]
        yield widened(text, start), start + ends.start(), mention["value"]
        yield start + ends.end(), end, second if re.fullmatch(r"\d{4}", second) else ""
    else:
        yield widened(text, start), end, mention["value"]


def widened(text, start):
    """Over "the" before the expression, but not before a date that is used like an adjective ("the 1917 offensive")."""
    if named.match(text[start:]):
        return start
    found = article.search(text[max(0, start - 8):start])
    return start - len(found.group()) if found else start
