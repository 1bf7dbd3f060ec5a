"""Hostile mail, web archives, archives and compressed files."""
import base64
import bz2
import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
import zlib

from inputs import EITHER, GIBIBYTE, LOOKED_AT, READ, REFUSED, SENTENCE, hostile, with_hole, written


@hostile("ten thousand attachments", REFUSED)
def _(f):
    return written(f, "a.eml", "From: a@example.org\nSubject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
                   + "".join(f"--b\nContent-Disposition: attachment; filename={i}.txt\n\nTwo men were shot in place {i}.\n" for i in range(10_000)))


@hostile("parts in parts, five thousand deep", REFUSED)
def _(f):
    return written(f, "a.eml", "From: a@example.org\nSubject: a\n" + "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(5000)) + "\n" + SENTENCE)


@hostile("messages in messages, a thousand deep", REFUSED)
def _(f): return written(f, "a.eml", "From: a@example.org\nSubject: a\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" * 1000 + SENTENCE)


@hostile("a boundary that never comes", EITHER)
def _(f): return written(f, "a.eml", "From: a@example.org\nSubject: a\nContent-Type: multipart/mixed; boundary=never\n\n" + SENTENCE * 1000)


@hostile("a header of ten megabytes", EITHER)
def _(f): return written(f, "a.eml", "From: a@example.org\nSubject: " + "a" * 10_000_000 + "\n\n" + SENTENCE)


@hostile("a hundred thousand header lines", EITHER)
def _(f): return written(f, "a.eml", "From: a@example.org\nSubject: a\n" + "X-A: b\n" * 100_000 + "\n" + SENTENCE)


@hostile("a hundred thousand encoded words", EITHER)
def _(f): return written(f, "a.eml", "From: a@example.org\nSubject: " + "=?utf-8?Q?=D9=?=\n " * 60_000 + "\n\n" + SENTENCE)


@hostile("base64 that is none", EITHER)
def _(f): return written(f, "a.eml", b"From: a@example.org\nSubject: a\nContent-Transfer-Encoding: base64\n\n" + bytes(range(128, 256)) * 1000 + b"====")


@hostile("a message without a blank line")
def _(f): return written(f, "a.eml", "From: a@example.org\nSubject: a\nDate: never\n" + SENTENCE)


@hostile("a message with a bomb attached", REFUSED)
def _(f):
    bomb = base64.encodebytes(gzip.compress(bytes(b"a" * (200 << 20)), 6)).decode()
    return written(f, "a.eml", f"From: a@example.org\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n{SENTENCE}\n--b\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; filename=a.txt.gz\n\n{bomb}\n--b--\n")


@hostile("a mailbox of five thousand empty messages", REFUSED)
def _(f): return written(f, "a.mbox", "From a@example.org Tue Mar  5 10:00:00 2024\nSubject: a\n\n\n" * 5000)


@hostile("a mailbox with a message of a gigabyte", REFUSED)
def _(f):
    return with_hole(f, "a.mbox", b"From a@example.org Tue Mar  5 10:00:00 2024\nSubject: a\n\n" + b"a" * LOOKED_AT, GIBIBYTE,
                     b"\n\nFrom a@example.org Tue Mar  5 10:00:00 2024\nSubject: a\n\n" + SENTENCE.encode())


def record(block, url="http://example.org/1", length=None):
    return (f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http\r\nContent-Length: {len(block) if length is None else length}\r\n\r\n").encode() + block + b"\r\n\r\n"


OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@hostile("a web archive cut off", REFUSED)
def _(f): return written(f, "a.warc", record(OK + b"\r\n" + SENTENCE.encode())[:-40])


@hostile("a record longer than its file", REFUSED)
def _(f): return written(f, "a.warc", record(OK + b"\r\n" + SENTENCE.encode(), length=1 << 62))


@hostile("a record of a negative length", REFUSED)
def _(f): return written(f, "a.warc", record(OK + b"\r\n" + SENTENCE.encode(), length=-1))


@hostile("a record header without an end", REFUSED)
def _(f): return written(f, "a.warc", "WARC/1.1\r\n" + "WARC-A: b\r\n" * 1_000_000)


@hostile("a record of a gigabyte", REFUSED)
def _(f): return with_hole(f, "a.warc", record(OK + b"\r\n" + b"a" * LOOKED_AT, length=GIBIBYTE)[:-4], GIBIBYTE)


@hostile("chunks of absurd sizes")
def _(f): return written(f, "a.warc", record(OK + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nTwo\r\n7FFFFFFFFFFFFFFF\r\n" + SENTENCE.encode()))


@hostile("a page that unpacks to half a gigabyte", REFUSED)
def _(f): return written(f, "a.warc", record(OK + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"a" * (512 << 20), 1)))


@hostile("a web archive with noise behind its last member")
def _(f): return written(f, "a.warc.gz", gzip.compress(record(OK + b"\r\n" + SENTENCE.encode())) + os.urandom(5000))


def endless(start, level=9):
    """A gzip member that goes on long after anybody should have stopped: four gibibytes of newlines."""
    squeeze = zlib.compressobj(level, zlib.DEFLATED, -15)
    out = b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + squeeze.compress(start) + squeeze.flush(zlib.Z_FULL_FLUSH)
    again = zlib.compressobj(level, zlib.DEFLATED, -15)
    megabyte = again.compress(b"\n" * (1 << 20)) + again.flush(zlib.Z_FULL_FLUSH)
    return out + megabyte * 4096


@hostile("an endless gzip member", REFUSED)
def _(f): return written(f, "a.txt.gz", endless(SENTENCE.encode()))


@hostile("an endless gzip member in a web archive", REFUSED)
def _(f): return written(f, "a.warc.gz", endless(record(OK + b"\r\n" + SENTENCE.encode())))


@hostile("an endless gzip member in JSON lines", REFUSED)
def _(f): return written(f, "a.jsonl.gz", endless(b'{"id":"1","text":"Two men were shot."}\n'))


@hostile("a gzip header and nothing else", REFUSED)
def _(f): return written(f, "a.gz", b"\x1f\x8b\x08\0\0\0\0\0\0\x03")


@hostile("gzip in gzip, twenty deep")
def _(f):
    data = SENTENCE.encode()
    for _ in range(20):
        data = gzip.compress(data)
    return written(f, "a.gz", data)


@hostile("an xz bomb", REFUSED)
def _(f): return written(f, "a.xz", lzma.compress(b"a" * (256 << 20), preset=0))


@hostile("a bzip2 bomb", REFUSED)
def _(f): return written(f, "a.bz2", bz2.compress(b"a" * (32 << 20)) * 30)


def zipped(members, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as z:
        for name, data in members:
            z.writestr(name, data)
    return out.getvalue()


@hostile("a zip bomb", REFUSED)
def _(f): return written(f, "a.zip", zipped([(f"{i}.txt", b"a" * (50 << 20)) for i in range(10)]))


@hostile("a zip whose members share one body", REFUSED)
def _(f):
    body = zlib.compress(b"a" * (60 << 20), 9)[2:-4]
    crc = zlib.crc32(b"a" * (60 << 20))
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(body), 60 << 20, 5, 0) + b"a.txt" + body
    central = b"".join(struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(body), 60 << 20, 5, 0, 0, 0, 0, 0, 0) + b"%05d" % i for i in range(10_000))
    return written(f, "a.zip", local + central + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 10_000, 10_000, len(central), len(local), 0))


@hostile("archives in archives, thirty deep", REFUSED)
def _(f):
    data = zipped([("a.txt", SENTENCE)])
    for i in range(30):
        data = zipped([("a.zip", data)], zipfile.ZIP_STORED)
    return written(f, "a.zip", data)


@hostile("archives that multiply: sixteen in each, five deep", REFUSED)
def _(f):
    data = zipped([("a.txt", b"a" * (8 << 20))])
    for _ in range(5):
        data = zipped([(f"{i}.zip", data) for i in range(16)])
    return written(f, "a.zip", data)


@hostile("a zip cut off", REFUSED)
def _(f): return written(f, "a.zip", zipped([("a.txt", SENTENCE), ("b.txt", os.urandom(100_000))])[:50_000])


@hostile("a zip with a wrong checksum", EITHER)
def _(f):
    data = bytearray(zipped([("a.txt", SENTENCE)], zipfile.ZIP_STORED))
    data[data.index(b"Two")] ^= 1
    return written(f, "a.zip", bytes(data))


@hostile("a zip locked with a password", REFUSED)
def _(f):
    data = bytearray(zipped([("a.txt", SENTENCE)]))
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1
    return written(f, "a.zip", bytes(data))


@hostile("a zip of twenty thousand empty members", REFUSED)
def _(f): return written(f, "a.zip", zipped([(f"{i}.txt", b"") for i in range(20_000)], zipfile.ZIP_STORED))


@hostile("a zip whose members climb out of it", READ)
def _(f): return written(f, "a.zip", zipped([("../../../../etc/passwd", SENTENCE), ("/etc/shadow", SENTENCE + "1"), ("a\nb\x1b[31m.txt", SENTENCE + "2")]))


@hostile("a tar of devices and links", EITHER)
def _(f):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        for kind in (tarfile.CHRTYPE, tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE):
            member = tarfile.TarInfo("x" + kind.decode())
            member.type, member.linkname = kind, "/etc/passwd"
            t.addfile(member)
        member = tarfile.TarInfo("a.txt")
        member.size = len(SENTENCE)
        t.addfile(member, io.BytesIO(SENTENCE.encode()))
    return written(f, "a.tar", out.getvalue())


@hostile("a tar member of eight exabytes", REFUSED)
def _(f):
    member = tarfile.TarInfo("a.txt")
    member.size = (1 << 63) - 1
    return written(f, "a.tar", member.tobuf(tarfile.GNU_FORMAT) + SENTENCE.encode() * 100)


@hostile("a 7z of a header alone", REFUSED)
def _(f): return written(f, "a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04" + b"\xff" * 24)


@hostile("a RAR archive called a page", REFUSED)
def _(f): return written(f, "a.html", b"Rar!\x1a\x07\x01\x00" + os.urandom(1000))


@hostile("a program called a text", REFUSED)
def _(f): return written(f, "a.txt", b"\x7fELF\x02\x01\x01" + bytes(9) + os.urandom(10_000))


@hostile("a picture called a table", REFUSED)
def _(f): return written(f, "a.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + os.urandom(10_000))


@hostile("an old Word file called a new one", REFUSED)
def _(f): return written(f, "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(10_000))
