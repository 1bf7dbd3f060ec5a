"""English frames of grammar.py: the words, what an incident is made of (`incident`, `told_in`) and what is none."""
NAME = "en"

NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
VICTIMS = [("farmer", "farmers"), ("soldier", "soldiers"), ("police officer", "police officers"), ("villager", "villagers"), ("worker", "workers"), ("student", "students"),
           ("shepherd", "shepherds"), ("civilian", "civilians"), ("woman", "women"), ("child", "children"), ("driver", "drivers"), ("aid worker", "aid workers")]
# Words for the doer, the name it is known by, and where it is at home.
GROUPS = [("Boko Haram fighters", "Boko Haram", ["Maiduguri", "Damboa", "Gwoza", "Monguno"]), ("al-Shabaab militants", "al-Shabaab", ["Mogadishu", "Baidoa", "Beledweyne", "Kismayo"]),
          ("the Taliban", "Taliban", ["Kunduz", "Ghazni", "Jalalabad"]), ("ISIS fighters", "ISIS", ["Mosul", "Palmyra", "Deir ez-Zor", "Kirkuk"]),
          ("M23 rebels", "M23", ["Goma", "Rutshuru", "Masisi"]), ("RSF fighters", "RSF", ["Nyala", "El Fasher", "Omdurman"]),
          ("the army", None, ["Yangon", "Mekele", "Lashio", "Juba"]), ("gunmen", None, ["Kaduna", "Quetta", "Gao", "Sanaa"]), ("unknown gunmen", None, ["Daraa", "Basra", "Bamenda"]),
          ("armed men", None, ["Bangui", "Jos", "Zamfara"]), ("fighters", None, ["Aleppo", "Timbuktu", "Cabo Delgado"])]
WEAPONS = [("a roadside bomb", "ied_or_mine"), ("a landmine", "ied_or_mine"), ("an air strike", "airstrike"), ("a drone strike", "airstrike"), ("a car bomb", "suicide_or_vehicle_bomb"),
           ("shelling", "shelling"), ("artillery fire", "shelling"), ("a suicide bomber", "suicide_or_vehicle_bomb")]
DAYS = [("on Saturday", "2020-05-02"), ("on Friday", "2020-05-01"), ("on Thursday", "2020-04-30"), ("yesterday", "2020-05-02"), ("on 28 April", "2020-04-28"), ("on April 27", "2020-04-27")]
TELLERS = ["police said", "residents said", "a doctor said", "the governor said", "witnesses said", "local media reported"]

# {d} doer, {v} victims, {w} number of wounded, {p} place, {t} day, {s} who says so, {n} doers by number, {b} people who stand by.
BY_DOER = ["{d} killed {v} in {p} {t}.", "{v} were killed by {d} in {p} {t}.", "{t}, {d} shot dead {v} in {p}, {s}.", "{v} died when {d} attacked a market in {p} {t}.",
           "{d} attacked a village near {p} {t}, killing {v}.", "{d} stormed a police station in {p} {t} and killed {v}, {s}.", "{s} that {d} had killed {v} in {p} {t}.",
           "An attack by {d} in {p} {t} left {v} dead.", "{v} were shot dead in {p} {t} by {d}.", "{d} opened fire on a bus near {p} {t}, killing {v}.",
           "{d} ambushed a convoy near {p} {t}; {v} were killed.", "In {p}, {d} killed {v} {t}."]
BY_DOER_WITH_WOUNDED = ["{d} killed {v} and wounded {w} in {p} {t}.", "{v} were killed and {w} wounded when {d} attacked {p} {t}.", "An attack by {d} in {p} {t} killed {v} and left {w} wounded."]
BY_WEAPON = ["{x} killed {v} in {p} {t}.", "{v} were killed by {x} in {p} {t}.", "{x} in {p} {t} killed {v}, {s}."]
BY_WEAPON_WITH_WOUNDED = ["{x} killed {v} and wounded {w} in {p} {t}.", "{v} were killed and {w} wounded by {x} in {p} {t}."]
COUNTED = ["{n} killed {v} in {p} {t}.", "{n} shot {v} dead in {p} {t}.", "{n} on motorcycles attacked {p} {t}, killing {v}."]
STOOD_BY = ["{d} attacked a post with {b} in {p} {t}; {v} were killed.", "{d} fired on a bus with {b} in {p} {t}, killing {v}."]
CLAIMED = ["{d} said they killed {v} in {p} {t}.", "{d} claimed responsibility for an attack in {p} {t} that killed {v}."]
NOTHING = ["{d} threatened to kill {v} in {p}.", "A court in {p} sentenced {v} {t} for smuggling.", "A bus crash near {p} killed {v} {t}.", "{v} drowned in a river near {p} {t}.",
           "The anniversary of the killing of {v} by {d} was marked in {p} {t}.", "{v} died of cholera in {p} {t}.", "A football match in {p} {t} drew {v}.",
           "{v} were killed when a building collapsed in {p} {t}.", "The army trained {v} in {p} {t}.", "A fire in a market in {p} {t} killed {v}.", "Did {d} kill {v} in {p}?", "{v} in a new film are killed by {d} in {p}."]

# With what a frame says beside the words above; None: not stated.
FIGURES = [("{d} killed {v} in {p} {t}, two of them children.", {}), ("At least {v} were killed by {d} in {p} {t}.", {}), ("{d} killed a man and his wife in {p} {t}.", {"killed": 2}),
           ("A woman and her three children were killed by {d} in {p} {t}.", {"killed": 4}), ("Two soldiers and three civilians were killed by {d} in {p} {t}.", {"killed": 5}),
           ("Police said {d} killed five people in {p} {t}; residents put the toll at nine.", {"killed": [5, 9]}), ("{d} killed six people in {p} {t}, police said. A hospital said ten had died.", {"killed": [6, 10]}),
           ("Between five and seven people were killed by {d} in {p} {t}.", {"killed": [5, 7]}), ("The death toll from an attack by {d} in {p} {t} has risen from four to seven.", {"killed": 7}),
           ("Dozens of people were killed by {d} in {p} {t}.", {"killed": None}), ("{d} attacked a post in {p} {t}. Nobody was hurt.", {"killed": 0, "injured": 0}),
           ("{d} attacked a village near {p} {t}, wounding six people.", {"killed": None, "injured": 6}), ("Seven people were killed or wounded by {d} in {p} {t}.", {"killed": None}),
           ("{d} attacked an army base in {p} {t}. Four soldiers and nine of the attackers were killed.", {"killed": 4}), ("{d} opened fire on a market in {p} {t}, killing three people. Two more died in hospital.", {"killed": 5}),
           ("Eight people, including a child, were killed by {d} in {p} {t}.", {"killed": 8}), ("{d} killed nine people in {p} {t}, among them four women.", {"killed": 9}),
           ("{d} killed {v} in {p} {t} and wounded several others.", {"injured": None}), ("{v} were killed by {d} in {p} {t} and another three wounded.", {"injured": 3}),
           ("A father, his two sons and a neighbour were killed by {d} in {p} {t}.", {"killed": 4}), ("{d} killed a dozen people in {p} {t}.", {"killed": 12}),
           ("{v} died and 14 were hurt when {d} attacked {p} {t}.", {"injured": 14})]
KINDS = [("{d} abducted {v} in {p} {t}.", {"type": "abduction", "killed": None}), ("{v} were kidnapped by {d} near {p} {t}.", {"type": "abduction", "killed": None}),
         ("Police arrested {v} in {p} {t}.", {"type": "security_operation", "killed": None}), ("{d} executed {v} they had captured in {p} {t}.", {"type": "execution"}),
         ("{d} burned down a school in {p} {t}. Nobody was hurt.", {"type": "arson_or_property", "killed": 0}), ("{d} clashed with soldiers in {p} {t}; {v} were killed.", {"type": "clash"}),
         ("Mortar shells hit a market in {p} {t}, killing {v}.", {"type": "shelling"}), ("{d} assassinated a tribal leader in {p} {t}.", {"type": "assassination_or_targeted_killing", "killed": 1}),
         ("A suicide bomber blew himself up at a mosque in {p} {t}, killing {v}.", {"type": "suicide_or_vehicle_bomb"}), ("{d} ambushed a patrol near {p} {t}, killing {v}.", {"type": "ambush"}),
         ("Warplanes bombed a camp near {p} {t}, killing {v}.", {"type": "airstrike"}), ("A bomb planted by {d} killed {v} in {p} {t}.", {"type": "ied_or_mine"}),
         ("Protesters clashed with police in {p} {t}; {v} were injured.", {"type": "protest", "killed": None}), ("Soldiers raided a house in {p} {t} and killed {v}.", {"type": "security_operation"})]
WHO = [("{v} were killed in {p} {t}. Police blamed {d}.", "attributed"), ("{v} were shot dead in {p} {t}. No group has claimed responsibility.", "unknown"), ("Suspected {d} killed {v} in {p} {t}.", "attributed"),
       ("{v} were killed in {p} {t}. {d} said they had carried out the attack.", "claimed"), ("{v} were killed in {p} {t} in an attack blamed on {d}.", "attributed"),
       ("{v} were killed in {p} {t}, and {d} claimed responsibility.", "claimed"), ("Nobody knows who killed {v} in {p} {t}.", "unknown"), ("{v} were killed in {p} {t}. The governor accused {d}.", "attributed"),
       ("The killing of {v} in {p} {t} was the work of {d}, the police chief said.", "attributed"), ("In a statement, {d} said they killed {v} in {p} {t}.", "claimed")]

# What reports go on with: nothing in it is another incident of the day, or another number, place or culprit of this one.
DETAILS = ["The attackers arrived on motorcycles and fled before soldiers came.", "Some of the wounded were taken to a hospital in the capital.", "Soldiers were sent to the area.", "The victims were buried on Sunday.",
           "Attacks in the area have become more frequent in recent months.", "The governor condemned the attack and promised an investigation.", "The toll could rise, a doctor said.",
           "It was the third attack in the area since March.", "Last month, bandits killed six traders on the same road.", "The town lies 40 km north of the border.", "Security forces launched a search for the attackers.",
           "Residents said the shooting lasted two hours.", "Hundreds of families have left the area this year.", "The United Nations called for those responsible to be brought to justice.", "Schools in the area were closed.",
           "In 2018, more than 100 people died in a massacre in the same district.", "\"We heard shots and ran,\" a resident said.", "A spokesman for the army could not be reached for comment."]


def capital(text):
    return text[0].upper() + text[1:]


def people(chance, most=12):
    number = chance.choice([1, *range(2, most + 1), *range(2, most + 1), 17, 23, 31])
    one, many = chance.choice(VICTIMS)
    if number == 1:
        return chance.choice(["a " if one[0] not in "aeiou" else "an ", "one "]) + one, 1
    return f"{NUMBERS[number - 1] if number <= 12 and chance.random() < 0.7 else number} {many}", number


def filled(frame, **words):
    number = words.pop("number")
    text = frame.format(**words)
    if number == 1:
        text = text.replace(words["v"] + " were ", words["v"] + " was ").replace(words["v"] + " are ", words["v"] + " is ")
    return capital(text)


def incident(chance, when=None):
    words, name, places = chance.choice(GROUPS)
    place = chance.choice(places)
    day, date = when or chance.choice(DAYS)
    victims, number = people(chance)
    weapon, kind = chance.choice(WEAPONS)
    wounded = chance.randint(2, 40)
    doers = chance.choice(["gunmen", "soldiers", "militants", "fighters", "police officers", "armed men"])
    by = f"{chance.choice(NUMBERS[2:])} {doers}"
    beside = f"{chance.choice(NUMBERS[2:])} {chance.choice(['guards', 'soldiers', 'passengers', 'workers'])}"
    told = {"killed": number, "injured": None, "place": place, "date": date}
    frames, more = chance.choice([(BY_DOER, {}), (BY_DOER, {}), (BY_DOER, {}), (BY_DOER_WITH_WOUNDED, {"injured": wounded}), (BY_WEAPON, {"type": kind}),
                                  (BY_WEAPON_WITH_WOUNDED, {"type": kind, "injured": wounded}), (COUNTED, {}), (STOOD_BY, {}), (CLAIMED, {"status": "claimed"})])
    told.update(more)
    if name and frames in (BY_DOER, BY_DOER_WITH_WOUNDED, STOOD_BY, CLAIMED):
        told["name"] = name
        told.setdefault("status", "attributed")
    if not name and frames is CLAIMED:
        frames = BY_DOER
        told.pop("status")
    text = filled(chance.choice(frames), d=words, v=victims, w=wounded, p=place, t=day, s=chance.choice(TELLERS), n=by, b=beside, x=weapon, number=number)
    return text, told


def joined(chance, texts):
    """Told one after the other, the later ones perhaps behind a word that says so."""
    joint = chance.choice([" ", "\n\n", " Separately, ", " Elsewhere, "])
    text = texts[0]
    for more in texts[1:]:
        opens_small = joint.strip() and not more.startswith(("Boko", "ISIS", "RSF", "M23", "Al-Shabaab")) and not more.split()[0].isdigit()
        text += joint + (more[0].lower() + more[1:] if opens_small else more)
    return text


def told_in(chance, frames):
    """A frame filled, and what it says beside its own words."""
    words, name, places = chance.choice(GROUPS)
    place = chance.choice(places)
    day, date = chance.choice(DAYS)
    frame, more = chance.choice(frames)
    victims, number = people(chance)
    while number < 3:  # "two of them"
        victims, number = people(chance)
    text = filled(frame, d=words, v=victims, p=place, t=day, number=number)
    told = {"killed": number if "{v}" in frame else None, "place": place, "date": date}
    return text, told, more, name if "{d}" in frame else None


def none(chance):
    words, _, places = chance.choice(GROUPS)
    victims, number = people(chance)
    return filled(chance.choice(NOTHING), d=words, v=victims, p=chance.choice(places), t=chance.choice(DAYS)[0], number=number)
