"""Hostile bytes, encodings, words, lines and tables."""
import json
import os
import random

from inputs import EITHER, GIBIBYTE, LOOKED_AT, READ, REFUSED, SENTENCE, hostile, with_hole, written

noise = random.Random(1)


@hostile("zero bytes", REFUSED)
def _(f): return written(f, "a.txt", b"")


@hostile("nothing but blanks", REFUSED)
def _(f): return written(f, "a.txt", b" \t\r\n" * 1000)


@hostile("nothing but a byte-order mark", REFUSED)
def _(f): return written(f, "a.txt", b"\xef\xbb\xbf")


@hostile("ten million newlines", REFUSED)
def _(f): return written(f, "a.txt", b"\n" * 10_000_000)


@hostile("a megabyte of NUL", REFUSED)
def _(f): return written(f, "a.txt", bytes(1 << 20))


@hostile("a megabyte of noise", REFUSED)
def _(f): return written(f, "a.txt", noise.randbytes(1 << 20))


@hostile("invalid UTF-8", READ)
def _(f): return written(f, "a.txt", b"Two civilians \xff\xfe\xc3 were \xe2\x80 killed in Ariha \xf8\x88\x80\x80\x80.")


@hostile("UTF-8 cut in a character", READ)
def _(f): return written(f, "a.txt", "قتل مدنيان في هجوم".encode()[:-1])


@hostile("overlong UTF-8 and surrogates in it", READ)
def _(f): return written(f, "a.txt", b"Two men \xc0\xaf\xe0\x80\xaf \xed\xa0\x80\xed\xb0\x80 were killed.")


@hostile("UTF-16 of an odd length", READ)
def _(f): return written(f, "a.txt", SENTENCE.encode("utf-16") + b"\x41")


@hostile("UTF-16 of lone surrogates", EITHER)
def _(f): return written(f, "a.txt", b"\xff\xfe" + b"\x00\xd8" * 100_000)


@hostile("NULs among the words", READ)
def _(f): return written(f, "a.txt", (SENTENCE * 20).encode().replace(b"Sunday", b"Sun\0day", 3))


@hostile("a megabyte of direction marks and invisible letters")
def _(f): return written(f, "a.txt", SENTENCE + "\u202e\u200b\u2066\u200f" * 80_000 + SENTENCE)


@hostile("a megabyte of marks on one letter")
def _(f): return written(f, "a.txt", SENTENCE + "a" + "\u0301" * 500_000 + " " + SENTENCE)


@hostile("one word of two million letters")
def _(f): return written(f, "a.txt", "a" * 2_000_000)


@hostile("one sentence of three hundred thousand words")
def _(f): return written(f, "a.txt", "killed " * 290_000)


@hostile("a million digits")
def _(f): return written(f, "a.txt", "9" * 1_000_000 + " civilians were killed in Ariha.")


@hostile("numbers beyond every type", READ)
def _(f): return written(f, "a.txt", "99999999999999999999 civilians were killed, 18446744073709551616 injured on 99 March 99999.")


@hostile("a million brackets and quotes")
def _(f): return written(f, "a.txt", "([{\"'«" * 200_000)


@hostile("a megabyte of filter-evading spelling")
def _(f): return written(f, "a.txt", "k*i-l.l_e*d " * 90_000)


@hostile("a megabyte of tatweel")
def _(f): return written(f, "a.txt", "قتـ" + "ـ" * 500_000 + "ـل مدنيان")


@hostile("a megabyte of emoji")
def _(f): return written(f, "a.txt", "💥🔥" * 130_000)


@hostile("more words than any report", REFUSED)
def _(f): return written(f, "a.txt", SENTENCE * 40_000)


@hostile("a hundred megabytes of words", REFUSED)
def _(f): return written(f, "a.txt", (SENTENCE * 1000).encode() * 1500)


@hostile("a gigabyte in one line of text", REFUSED)
def _(f): return with_hole(f, "a.txt", b"a" * LOOKED_AT, GIBIBYTE)


@hostile("a gigabyte in one line of JSON", REFUSED)
def _(f): return with_hole(f, "a.jsonl", b'{"id":"1","text":"' + b"a" * LOOKED_AT, GIBIBYTE, b'\n{"id":"2","text":"Two men were shot."}\n')


@hostile("a gigabyte in one row of a table", REFUSED)
def _(f): return with_hole(f, "a.csv", b"id,title,text\n1,a,b\n" * 1 + b"2,a," + b"a" * LOOKED_AT, GIBIBYTE, b"\n3,c,Two men were shot.\n")


@hostile("a table whose quote never closes", REFUSED)
def _(f): return with_hole(f, "a.csv", b'id,title,text\n1,a,"b' + b"a\n" * LOOKED_AT, GIBIBYTE)


@hostile("a JSON array without an end, a gigabyte", REFUSED)
def _(f): return with_hole(f, "a.json", b'[\n{"id":"1","text":"' + b"a" * LOOKED_AT, GIBIBYTE)


@hostile("a JSON line cut off", REFUSED)
def _(f): return written(f, "a.jsonl", '{"id":"1","text":"Two men were')


@hostile("JSON a hundred thousand deep", REFUSED)
def _(f): return written(f, "a.jsonl", '{"a":' * 100_000 + "1" + "}" * 100_000 + "\n")


@hostile("JSON arrays a hundred thousand deep", REFUSED)
def _(f): return written(f, "a.jsonl", '{"id":"1","text":' + "[" * 100_000 + "]" * 100_000 + "}\n")


@hostile("a JSON document of brackets only")
def _(f): return written(f, "a.json", "[{" * 500_000)


@hostile("JSON with the wrong types", REFUSED)
def _(f): return written(f, "a.jsonl", '{"id":{},"text":[1,2]}\n{"text":null}\n{"text":{"text":"a"}}\n{}\n')


@hostile("JSON with half characters")
def _(f): return written(f, "a.jsonl", '{"id":"\\ud800","text":"Two men \\udc00 were killed."}\n')


@hostile("JSON of invalid UTF-8")
def _(f): return written(f, "a.jsonl", b'{"id":"1","text":"Two men \xff\xc3 were killed."}\n')


@hostile("ten thousand lines that are no JSON", REFUSED)
def _(f): return written(f, "a.jsonl", '{"id":"1","text":"Two men were shot."}\n' + "{broken\n" * 10_000)


@hostile("JSON with one key a hundred thousand times")
def _(f): return written(f, "a.jsonl", "{" + '"text":"a",' * 100_000 + '"id":"1"}\n')


@hostile("JSON with dates that are none", READ)
def _(f): return written(f, "a.jsonl", json.dumps({"id": "1", "published": "31/31/9999", "language": "xx" * 5000, "text": SENTENCE}) + "\n")


@hostile("a table with a quote that opens in its second row", READ)
def _(f): return written(f, "a.csv", 'id,title,text\n1,a,Two men were shot.\n2,b,"' + "Two men were shot.\n" + "".join(f"{i},c,Four men were shot in place {i}.\n" for i in range(100)))


@hostile("a table in which every row opens quotes")
def _(f): return written(f, "a.csv", "id,title,text\n" + '1,"a"",b\n' * 100_001)


@hostile("a header row and nothing else")
def _(f): return written(f, "a.csv", "id,title,text\n")


@hostile("a table of a hundred thousand columns", READ)
def _(f): return written(f, "a.csv", "text," + ",".join(f"c{i}" for i in range(100_000)) + "\nTwo men were shot." + "," * 50_000 + "\n")


@hostile("rows of any length", EITHER)
def _(f): return written(f, "a.csv", "id,title,text\n" + "\n".join("a," * (i % 50) + "Two men" for i in range(2000)) + "\n")


@hostile("a hundred thousand rows without words")
def _(f): return written(f, "a.csv", "id,title,text\n" + ",,\n" * 100_000)


@hostile("a table in UTF-16 cut off in a letter")
def _(f): return written(f, "a.csv", "id\ttitle\ttext\n1\ta\tTwo men were shot.\n".encode("utf-16") + b"\x0a")


@hostile("a table of quotes")
def _(f): return written(f, "a.csv", "id,title,text\n" + '"' * 1_000_001 + "\n")


@hostile("a Telegram export cut off", REFUSED)
def _(f): return written(f, "result.json", '{"name":"a","type":"public_channel","id":1,"messages":[{"id":1,"type":"message","date":"2024-03-05T10:00:00","text":"Two men')


@hostile("a Telegram export with the wrong types", EITHER)
def _(f): return written(f, "result.json", '{"name":[],"type":"public_channel","id":{},"messages":[1,"a",null,{"id":"x","type":7,"date":{},"text":{"a":[[[]]]}},{"id":1,"type":"message","date":"x","text":[[["a"]]]}]}')


@hostile("a chat with dates that are none")
def _(f): return written(f, "chat.txt", "".join(f"99/99/9999, 99:99 - Desk: {SENTENCE}\n" for _ in range(1000)))


@hostile("a chat of lines that go on for ever")
def _(f): return written(f, "chat.txt", "05/03/2024, 10:00 - Desk: a\n" + "and so on\n" * 100_000)


@hostile("a pipe that nobody writes to, in a folder", REFUSED)
def _(f):
    written(f, "in/a.txt", SENTENCE)
    os.mkfifo(f / "in" / "pipe")
    return f / "in"


@hostile("links that lead round in a circle", EITHER)
def _(f):
    written(f, "in/a.txt", SENTENCE)
    (f / "in" / "loop").symlink_to(f / "in")
    (f / "in" / "self").symlink_to("self")
    return f / "in"


@hostile("a name that is no UTF-8 and has a newline in it", READ)
def _(f):
    (f / "in").mkdir()
    with open(os.path.join(os.fsencode(f / "in"), b"a\xff\nb.txt"), "wb") as out:
        out.write(SENTENCE.encode())
    return f / "in"


@hostile("a file that is not there", REFUSED)
def _(f): return f / "missing.txt"
