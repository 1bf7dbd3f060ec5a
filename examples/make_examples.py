#!/usr/bin/env python3
"""Write the example reports in every format Sitrep reads, from data/corpus. Python 3 standard library, and `zstd` for one file.

  examples/make_examples.py            rewrites examples/reports

What is taken: Syria, August 2024 to February 2026, with autumn 2025 whole; a few reports from other countries; texts that tell no incident;
two reposts of the same words under other names. Where a format always carries a time (mail, feeds, chat exports) and the page the facts
come from shows none, the day after the incident is used.
"""
import base64, datetime, gzip, html, importlib.util, io, json, os, re, subprocess, tarfile, textwrap, zipfile
from email.header import Header
from xml.sax.saxutils import escape

here = os.path.dirname(os.path.abspath(__file__))
corpus = os.path.join(here, "..", "data", "corpus")
out = os.path.join(here, "reports")
spec = importlib.util.spec_from_file_location("check_corpus", os.path.join(corpus, "check_corpus.py"))
check_corpus = importlib.util.module_from_spec(spec)
spec.loader.exec_module(check_corpus)


def load():
    for name in ("en_syria_iraq", "en_world", "ar"):
        with open(os.path.join(corpus, name + ".jsonl"), encoding="utf-8") as lines:
            for line in lines:
                doc = json.loads(line)
                days = [m.group(1) for x in doc["incidents"] if not x["background"]
                        for m in [re.match(r"[a-z]{2}-(\d{4}-\d\d-\d\d)-", x["key"])] if m]
                months = {m.group(1) for x in doc["incidents"] if not x["background"]
                          for m in [re.match(r"sy-(\d{4}-\d\d)", x["key"])] if m}
                day_after = str(datetime.date.fromisoformat(max(days)) + datetime.timedelta(1)) if days else None
                yield dict(id=doc["id"], language=doc["language"], publisher=doc["publisher"], url=doc["url"], published=doc["published"],
                           day=doc["published"] or day_after, title=check_corpus.parse(doc["title"])[0],
                           text=check_corpus.parse(doc["markup"])[0], months=months, incidents=doc["incidents"])


def chosen():
    docs = list(load())
    syria = [d for d in docs if any("2024-08" <= m <= "2026-02" for m in d["months"])]
    elsewhere = [d for d in docs if d["id"].startswith("en-w") and d["incidents"]][::14]
    iraq = [d for d in docs if any(x["country"] == "IQ" for x in d["incidents"])][::12]
    nothing = [d for d in docs if not d["incidents"]][::9]
    seen = {}
    for d in syria + elsewhere + iraq + nothing:
        seen.setdefault(d["id"], d)
    return sorted(seen.values(), key=lambda d: (d["day"] or "", d["id"]))


def write(name, data):
    path = os.path.join(out, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as f:
        f.write(data)


def page(d, encoding="utf-8", menu=True):
    right_to_left = ' dir="rtl"' if d["language"] == "ar" else ""
    meta = '<meta property="article:published_time" content="%sT08:30:00+03:00">' % d["published"] if d["published"] else ""
    paragraphs = "\n".join("<p>%s</p>" % html.escape(p) for p in re.split(r"\n+", d["text"]))
    around = '<nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/about">About us</a></li></ul></nav>' if menu else ""
    return ("""<!DOCTYPE html>
<html lang="%s"%s><head><meta charset="%s"><title>%s | %s</title>
<meta property="og:site_name" content="%s"><meta property="og:title" content="%s">%s
<link rel="canonical" href="%s"><style>p { margin: 1em }</style></head>
<body>%s<article><h1>%s</h1>
%s
</article><aside><a href="/a">Most read</a> <a href="/b">Subscribe to our newsletter</a></aside>
<footer>All rights reserved</footer><script>track("page")</script></body></html>
""" % (d["language"], right_to_left, encoding, html.escape(d["title"]), html.escape(d["publisher"]), html.escape(d["publisher"], True),
       html.escape(d["title"], True), meta, html.escape(d["url"] or "", True), around, html.escape(d["title"]), paragraphs)
            ).encode(encoding, "xmlcharrefreplace")


def rfc822(day):
    return datetime.datetime.fromisoformat(day + "T09:00:00").strftime("%a, %d %b %Y %H:%M:%S +0300")


def rss(docs, name):
    items = "".join("<item><title>%s</title><link>%s</link><pubDate>%s</pubDate><guid>%s</guid><description>%s</description></item>\n" % (
        escape(d["title"]), escape(d["url"] or ""), rfc822(d["day"]), d["id"], escape("".join("<p>%s</p>" % escape(p) for p in re.split(r"\n+", d["text"]))))
        for d in docs)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>%s</title><link>https://example.org/feed</link>\n%s</channel></rss>\n'
            % (escape(name), items)).encode()


def atom(docs, name):
    items = "".join('<entry><id>urn:%s</id><title>%s</title><link href="%s"/><updated>%sT06:00:00Z</updated><published>%sT06:00:00Z</published>'
                    '<source><title>%s</title></source><content type="text">%s</content></entry>\n' % (
                        d["id"], escape(d["title"]), escape(d["url"] or ""), d["day"], d["day"], escape(d["publisher"]), escape(d["text"])) for d in docs)
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>%s</title><id>urn:feed</id>'
            '<updated>2026-03-01T00:00:00Z</updated>\n%s</feed>\n' % (escape(name), items)).encode()


def csv_row(cells):
    return ",".join('"%s"' % (c or "").replace('"', '""') for c in cells) + "\r\n"


def mail(d, number):
    body = d["text"].replace("\n", "\r\n")
    text = base64.encodebytes(body.encode()).decode().replace("\n", "\r\n")
    return ("From: monitor@example.org\r\nTo: desk@example.org\r\nSubject: %s\r\nDate: %s\r\nMessage-ID: <%d@example.org>\r\nList-Id: %s <list.example.org>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n%s" % (
                Header(d["title"], "utf-8").encode(), rfc822(d["day"]), number, Header(d["publisher"], "utf-8").encode(), text)).encode()


def telegram(docs, name):
    messages = [{"id": i + 1, "type": "message", "date": d["day"] + "T%02d:15:00" % (8 + i % 12), "from": name, "from_id": "channel1",
                 "text": [{"type": "bold", "text": d["title"]}, "\n\n" + d["text"]], "text_entities": []} for i, d in enumerate(docs)]
    messages.insert(0, {"id": 0, "type": "service", "date": docs[0]["day"] + "T07:00:00", "action": "create_channel", "text": ""})
    return json.dumps({"name": name, "type": "public_channel", "id": 1, "messages": messages}, ensure_ascii=False, indent=1).encode()


def whatsapp(docs):
    lines = ["01/09/2025, 07:00 - Messages and calls are end-to-end encrypted."]
    for i, d in enumerate(docs):
        y, m, day = d["day"].split("-")
        lines.append("%s/%s/%s, %02d:20 - Partner %d: %s" % (day, m, y, 9 + i, 1 + i % 2, d["title"] + "\n" + d["text"]))
    return ("\n".join(lines) + "\n").encode()


def warc(docs):
    records = []
    for i, d in enumerate(docs):
        body = page(d)
        payload = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body) + body
        head = ("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: %s\r\nWARC-Date: %sT10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-%012d>\r\n"
                "Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n" % (d["url"] or "https://example.org/", d["day"] or "2025-01-01", i, len(payload)))
        records.append(head.encode() + payload + b"\r\n\r\n")
    return records


def pdf(d):
    """One page of plain Helvetica: enough for pdftotext."""
    lines = [d["title"], ""] + [line for p in re.split(r"\n+", d["text"]) for line in textwrap.wrap(p, 90) + [""]]
    def literal(s):
        return s.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"BT /F1 10 Tf 50 790 Td 14 TL " + b" ".join(b"(" + literal(x) + b") Tj T*" for x in lines) + b" ET"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
               b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    data, offsets = b"%PDF-1.4\n", []
    for i, o in enumerate(objects):
        offsets.append(len(data))
        data += b"%d 0 obj\n" % (i + 1) + o + b"\nendobj\n"
    xref = len(data)
    data += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % o for o in offsets)
    return data + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % xref


def docx(d):
    paragraphs = "".join("<w:p><w:r><w:t xml:space=\"preserve\">%s</w:t></w:r></w:p>" % escape(p) for p in [d["title"]] + re.split(r"\n+", d["text"]))
    document = ('<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
                "<w:body>%s</w:body></w:document>" % paragraphs)
    types = ('<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
             '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
    return zipped({"[Content_Types].xml": types.encode(), "word/document.xml": document.encode()})


def zipped(files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as z:
        for name, content in files.items():
            z.writestr(zipfile.ZipInfo(name, (2026, 3, 1, 0, 0, 0)), content)
    return data.getvalue()


def tarred(files):
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as t:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            t.addfile(info, io.BytesIO(content))
    return gzip.compress(data.getvalue(), mtime=0)


def framed_text(d):
    frame = ["Title: " + d["title"], "Publisher: " + d["publisher"]] + (["Date: " + d["published"]] if d["published"] else []) + ["URL: " + (d["url"] or "")]
    return "\n".join(frame) + "\n\n" + d["text"] + "\n"


def main():
    docs = chosen()
    arabic = [d for d in docs if d["language"] == "ar"]
    english = [d for d in docs if d["language"] == "en"]

    def take(pool, count, dated=False):
        got = [d for d in pool if d["day"] or not dated][:count]
        for d in got:
            pool.remove(d)
        return got

    files = {}
    files["telegram/result.json"] = telegram(take(arabic, 12, True), "رصد البادية")
    files["whatsapp/WhatsApp Chat with Desk partners.txt"] = whatsapp(take(arabic, 4, True) + take(english, 2, True))
    for i, d in enumerate(take(english, 4, True) + take(arabic, 2, True)):
        files["mail/%02d.eml" % (i + 1)] = mail(d, i)
    box = take(english, 4, True)
    files["mail/weekly.mbox"] = b"".join(b"From monitor@example.org Mon Sep  1 09:00:00 2025\n" + mail(d, 100 + i).replace(b"\r\n", b"\n") + b"\n" for i, d in enumerate(box))
    files["feeds/english.rss"] = rss(take(english, 8, True), "Example wire")
    files["feeds/arabic.rss"] = rss(take(arabic, 5, True), "شبكة الرصد")
    files["feeds/world.atom"] = atom(take(english, 6, True), "World desk")
    table = take(english, 5) + take(arabic, 3)
    files["tables/monitoring.csv"] = ("\ufeff" + csv_row(["Headline", "Body", "Published", "Outlet", "Link"]) + "".join(
        csv_row([d["title"], d["text"], d["published"], d["publisher"], d["url"]]) for d in table)).encode()
    files["reports.jsonl"] = "".join(json.dumps({k: d[k] for k in ("id", "url", "publisher", "published", "language", "title", "text")}, ensure_ascii=False) + "\n"
                                     for d in take(english, 8) + take(arabic, 6)).encode()
    files["archive/one.warc"] = b"".join(warc(take(english, 3)))
    files["archive/two.warc.gz"] = b"".join(gzip.compress(r, mtime=0) for r in warc(take(english, 2) + take(arabic, 2)))
    files["archive/three.warc.zst"] = subprocess.run(["zstd", "-q", "-c"], input=b"".join(warc(take(arabic, 3))), stdout=subprocess.PIPE, check=True).stdout
    files["archive/pages.zip"] = zipped({"page-%d.html" % i: page(d) for i, d in enumerate(take(english, 3) + take(arabic, 2))})
    files["archive/notes.tar.gz"] = tarred({"note-%d.txt" % i: framed_text(d).encode() for i, d in enumerate(take(english, 2) + take(arabic, 2))})
    for i, d in enumerate(take(english, 2)):
        files["documents/brief-%d.pdf" % (i + 1)] = pdf(d)
    for i, d in enumerate(take(english, 1) + take(arabic, 1)):
        files["documents/brief-%d.docx" % (i + 1)] = docx(d)
    for i, (d, encoding) in enumerate(zip(take(arabic, 3), ("windows-1256", "iso-8859-6", "utf-16"))):
        name = "text/%s.txt" % d["id"]
        files[name] = framed_text(d).encode(encoding, "ignore") if encoding != "utf-16" else framed_text(d).encode("utf-16")
    for d in take(english, 3):
        files["text/%s.txt" % d["id"]] = framed_text(d).encode()
    rest = english + arabic
    for i, d in enumerate(rest):
        encoding = {"ar": ("utf-8", "windows-1256"), "en": ("utf-8", "windows-1252")}[d["language"]][i % 5 == 0]
        files["pages/%s.html" % d["id"]] = page(d, encoding)
    for i, d in enumerate([d for d in rest if d["incidents"]][:2]):
        files["pages/repost-%d.html" % (i + 1)] = page(dict(d, publisher="Reposted news", url="https://example.net/%d" % i))
    subprocess.run(["rm", "-rf", out], check=True)
    for name, data in files.items():
        write(name, data)
    print("%d reports in %d files" % (len(docs) + 2, len(files)))


if __name__ == "__main__":
    main()
