#!/usr/bin/env python3
"""Write a made-up GeoNames dump of N rows, as large and as repetitive as allCountries.txt, to time the import with. Python 3 standard library only.

  bench/places/make_geonames.py 13000000 > /tmp/allCountries.txt; time sitrep gazetteer import /tmp/allCountries.txt --library /tmp/desk.sitrep
"""
import random, sys

BEGIN = ["al", "bar", "dar", "kar", "mar", "san", "tal", "zar", "kaf", "umm", "bir", "ras", "tel", "wad", "jab", "nah", "qal", "hus", "sul", "bay"]
MIDDLE = ["ab", "ad", "af", "ah", "ak", "am", "an", "ar", "as", "at", "ib", "id", "im", "in", "ir", "is", "ub", "ud", "um", "un", "ur", "us", "ay", "aw"]
END = ["a", "ah", "iya", "in", "an", "un", "i", "iyah", "ta", "da", "ra", "la", "ma", "na", "ba", "ka"]
ARABIC = str.maketrans({"a": "ا", "b": "ب", "d": "د", "f": "ف", "h": "ه", "i": "ي", "j": "ج", "k": "ك", "l": "ل", "m": "م", "n": "ن", "q": "ق", "r": "ر", "s": "س",
                        "t": "ت", "u": "و", "w": "و", "y": "ي", "z": "ز"})
CODES = [("P", "PPL")] * 10 + [("P", "PPLL")] * 3 + [("H", "STM")] * 5 + [("T", "MT"), ("T", "HLL"), ("S", "SCH"), ("S", "FRM"), ("L", "LCTY"), ("H", "WAD"), ("A", "ADM2"), ("S", "AIRP")]
COUNTRIES = ["SY", "IQ", "YE", "SD", "LY", "NG", "ML", "AF", "CN", "US", "RU", "IN", "BR", "MX", "ID", "PK"]


def main():
    rows = int(sys.argv[1])
    r = random.Random(7)
    out = sys.stdout
    for n in range(rows):
        name = r.choice(BEGIN) + r.choice(MIDDLE) + r.choice(END)
        if r.random() < 0.6:
            name = r.choice(BEGIN) + " " + name
        name = name.title()
        alternates = name.upper() + "," + name.replace("a", "e") + ("," + name.lower().translate(ARABIC) if r.random() < 0.3 else "")
        feature_class, code = r.choice(CODES)
        out.write("%d\t%s\t%s\t%s\t%.5f\t%.5f\t%s\t%s\t%s\t\t%02d\t\t\t\t%d\t\t100\tAsia/Damascus\t2020-01-01\n" % (
            20000000 + n, name, name, alternates, r.uniform(-55, 70), r.uniform(-170, 170), feature_class, code, r.choice(COUNTRIES), r.randrange(1, 20),
            0 if r.random() < 0.9 else r.randrange(100, 90000)))


if __name__ == "__main__":
    main()
