"""From the words Sitrep marks to the words a yardstick marks. Python 3 standard library only; used by the scripts beside it.

Sitrep's place mentions hold the words that soften a place ("southern Iraq", "the outskirts of Kano", "شمال حلب") and leave out the noun for its kind
("مدينة", "محافظة") and letters in front, as its guideline asks. GeoVirus and IDRISI mark the name without softening words; IDRISI marks Arabic names
with the noun for their kind and with the whole word they begin in. What is cut off and added is fixed here, so that figures measure finding and not convention.
"""
import re

softening = set("شمال جنوب شرق غرب شمالي جنوبي شرقي غربي وسط ريف بادية قرب جوار محيط أطراف اطراف ضواحي بين".split())
sides = set("الشمالي الجنوبي الشرقي الغربي الشمالية الجنوبية الشرقية الغربية".split())
kinds = set("مدينة مدينه محافظة محافظه منطقة منطقه دولة دوله قرية بلدة حي".split())
direction = re.compile(r"(?:north|south|east|west|central|mid)[a-z-]*$", re.I)
tokens_of = re.compile(r"[^\s_]+")


def is_plain(token):
    """In lower case, and no article of a name ("al-Bab")."""
    return token[:1].islower() and not re.match(r"(al|el|ad|ar|as|ash|at|an|az|d|l)['’-]", token)


def without_clitic(token):
    return token[1:] if token[:1] in "بولف" and len(token) > 3 else token


def latin(tokens, known):
    """Which tokens of a mention are the name: no plain words at either end, no "The", and no direction in front of the name of the place it was taken for."""
    first, last = 0, len(tokens)
    while first + 1 < last and (is_plain(tokens[first]) or tokens[first] == "The"):
        first += 1
    while last - 1 > first and is_plain(tokens[last - 1]):
        last -= 1
    if known and direction.match(tokens[first]) and " ".join(tokens[first + 1:last]).casefold() == known:
        first += 1
    return first, last


def arabic(tokens):
    first, last = 0, len(tokens)
    while first + 1 < last and without_clitic(tokens[first]) in softening:
        first += 1
    while first > 0 and last - 1 > first and tokens[last - 1] in sides:
        last -= 1
    return first, last


def widened(text, start):
    """In Arabic: back to where the word begins, and over a noun for the kind of place before it."""
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    before = re.search(r"(\w+)[\s_]+[#«\"]*$", text[:start])
    return before.start(1) if before and without_clitic(before.group(1)) in kinds else start


def name_span(text, mention):
    """Start and end of a mention's name in the text."""
    spans = [found.span() for found in tokens_of.finditer(mention["text"])]
    tokens = [mention["text"][begin:end].lstrip("#\"'“«(") for begin, end in spans]
    is_arabic = "\u0600" <= tokens[0][:1] <= "\u06ff"
    known = (mention.get("name") or "").casefold()
    whole = mention["text"].casefold() == known
    first, last = (0, len(spans)) if whole else arabic(tokens) if is_arabic else latin(tokens, known)
    start, end = mention["start"] + spans[first][0], mention["start"] + spans[last - 1][1]
    while start + 1 < end and not text[start].isalnum():
        start += 1
    return (widened(text, start) if is_arabic else start), end
