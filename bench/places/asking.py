"""Asks `sitrep gazetteer find` for a name and reads its candidates. Python 3 standard library only; used by the scripts beside it."""
import collections, functools, json, math, subprocess

# `sure` is true for a first candidate that the program itself would answer with.
Candidate = collections.namedtuple("Candidate", "score name country admin1 point reason sure")

# The governorates of Syria as UCDP, OCHA (names and P-codes) and ISO 3166-2 call them.
governorates = {
    "SY-DI": ("Damascus", "SY01", "دمشق"), "SY-HL": ("Aleppo", "SY02", "حلب"), "SY-RD": ("Rif Dimashq", "SY03", "ريف دمشق"),
    "SY-HI": ("Homs", "SY04", "حمص"), "SY-HM": ("Hamah", "SY05", "حماة"), "SY-LA": ("Latakia", "SY06", "اللاذقية"),
    "SY-ID": ("Idlib", "SY07", "إدلب"), "SY-HA": ("Al Hasakah", "SY08", "الحسكة"), "SY-DY": ("Deir ez Zor", "SY09", "دير الزور"),
    "SY-TA": ("Tartus", "SY10", "طرطوس"), "SY-RA": ("Ar Raqqah", "SY11", "الرقة"), "SY-DR": ("Daraa", "SY12", "درعا"),
    "SY-SU": ("As Suwayda", "SY13", "السويداء"), "SY-QU": ("Quneitra", "SY14", "القنيطرة")}


@functools.lru_cache(maxsize=None)
def find(sitrep, name, near="", gazetteer=None):
    """Candidates for a name, best first, in a country or governorate."""
    command = [sitrep] + (["--gazetteer", gazetteer] if gazetteer else []) + ["gazetteer", "find", "--json"] + (["--near", near] if near else []) + ["--", name]
    answer = json.loads(subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout)
    found = []
    for i, one in enumerate(answer["candidates"]):
        at = None if one["lat"] is None else (one["lat"], one["lon"])
        found.append(Candidate(one["score"], one["name"] + (" / " + one["name_ar"] if one["name_ar"] else ""), one["country"] or "", one["admin1"] or "", at, one["reason"],
                               i == 0 and answer["resolved"]))
    return found


def kilometres(a, b):
    """Great-circle distance of two (latitude, longitude)."""
    if a is None or b is None:
        return math.inf
    lat, lon, other_lat, other_lon = map(math.radians, (*a, *b))
    half = math.sin((other_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2
    return 2 * 6371 * math.asin(math.sqrt(half))
