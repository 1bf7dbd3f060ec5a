#!/usr/bin/env python3
"""Plain sentences made by grammar, whose truth is known because it made them: what the program makes of them.

  grammar.py build/release/bin/sitrep [--number 600] [--seed 1] [--each]

Each sentence is a frame with a doer, somebody hit, a place and a day; a message has one incident, or two or three of one day (`several`), or none that
happened (`none`). Doers are counted too ("five soldiers killed two farmers" has two dead) and others stand by. `figures`, `kinds` and `who` say the numbers,
the method and the culprit in more ways; `report` goes on as reports do, with what is no incident of its own. Nothing is learnt from these and no frame is a
report: a figure here says which ordinary sentences are misread, and a fault in one of them would be met every day.
Python 3 standard library only.
"""
import argparse
import random

import grammar_arabic
import grammar_english
from plain import PUBLISHED, answers, judged

FIELDS = ("number of incidents", "killed", "injured", "type", "status", "name", "place", "date")


def one(language, chance):
    text, told = language.incident(chance)
    return text, [told]


def several(language, chance):
    """Of one day: what is told below of an earlier one is background (GUIDELINE, `background`)."""
    made = []
    when = chance.choice(language.DAYS)
    while len(made) < chance.choice((2, 2, 3)):
        text, told = language.incident(chance, when)
        if all(told["place"] != other["place"] for _, other in made):
            made.append((text, told))
    return language.joined(chance, [text for text, _ in made]), [told for _, told in made]


def report(language, chance):
    """One incident, told in a lead and in what reports go on with."""
    text, told = language.incident(chance)
    return " ".join([text, *chance.sample(language.DETAILS, chance.choice((2, 3, 4)))]), [told]


def figures(language, chance):
    text, told, more, _ = language.told_in(chance, language.FIGURES)
    return text, [told | more]


def kinds(language, chance):
    text, told, more, _ = language.told_in(chance, language.KINDS)
    return text, [told | more]


def who(language, chance):
    text, told, status, name = language.told_in(chance, language.WHO)
    if status != "unknown" and name is None:
        return who(language, chance)  # whom nobody names is neither blamed nor believed
    return text, [told | {"status": status} | ({"name": name} if name else {})]


def none(language, chance):
    return language.none(chance), []


SETS = {"one": one, "several": several, "report": report, "figures": figures, "kinds": kinds, "who": who, "none": none}


def messages(language, number, seed):
    """So many of each set, the same for the same seed."""
    chance = random.Random(f"{language.NAME} {seed}")
    for of_set, make in SETS.items():
        for at in range(number):
            text, incidents = make(language, chance)
            yield {"id": f"{language.NAME}-{of_set}-{at}", "set": of_set, "language": language.NAME, "text": text, "incidents": incidents}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("--number", type=int, default=600, help="messages of each set and language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", action="store_true", help="also every message that is read otherwise")
    asked = parser.parse_args()
    print(f"told on {PUBLISHED}")
    for language in (grammar_english, grammar_arabic):
        made = list(messages(language, asked.number, asked.seed))
        counts = {}
        for message, answer in zip(made, answers(asked.program, made), strict=True):
            wrong = []
            for field, right, wanted, read in judged(message, answer):
                count = counts.setdefault((message["set"], field), [0, 0])
                count[0] += right
                count[1] += 1
                if not right:
                    wrong.append(f"    {field}: wanted {wanted}, read {read}")
            if wrong and asked.each:
                print(message["id"], message["text"], *wrong, sep="\n")
        for of_set in SETS:
            told = [(field, counts[of_set, field]) for field in FIELDS if (of_set, field) in counts]
            print(f"{language.NAME}, {of_set}: " + ", ".join(f"{field} {right} of {total}" for field, (right, total) in told))


if __name__ == "__main__":
    main()
