"""Hostile pages, feeds and documents."""
import io
import zipfile

from inputs import EITHER, GIBIBYTE, LOOKED_AT, READ, REFUSED, SENTENCE, hostile, with_hole, written

ARTICLE = f"<article><h1>Two killed</h1><p>{SENTENCE * 5}</p></article>"


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>Two killed</title>{head}</head><body>{body}</body></html>"


@hostile("a page nested a hundred thousand deep")
def _(f): return written(f, "a.html", page("<div>" * 100_000 + ARTICLE + "</div>" * 100_000))


@hostile("a page of a million paragraphs that do not close")
def _(f): return written(f, "a.html", page("<p>a" * 1_000_000))


@hostile("tables in tables, ten thousand deep")
def _(f): return written(f, "a.html", page("<table><tr><td>" * 10_000 + ARTICLE))


@hostile("misnested formatting")
def _(f): return written(f, "a.html", page("<b><i><a href=x><p>" * 50_000 + SENTENCE + "</b></i></a></p>" * 50_000))


@hostile("a comment without an end")
def _(f): return written(f, "a.html", page("<!-- " + ARTICLE * 100))


@hostile("a script without an end")
def _(f): return written(f, "a.html", page("<script>" + ARTICLE * 100))


@hostile("an attribute of five megabytes")
def _(f): return written(f, "a.html", page(f'<p class="{"a" * 5_000_000}">{SENTENCE}</p>' + ARTICLE))


@hostile("a tag of a hundred thousand attributes")
def _(f): return written(f, "a.html", page("<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">" + SENTENCE + "</p>" + ARTICLE))


@hostile("entities that are none")
def _(f): return written(f, "a.html", page("<p>&#xFFFFFFFFF; &#0; &#xD800; &nosuch; &amp &;" * 20_000 + "</p>" + ARTICLE))


@hostile("a page cut off in a tag")
def _(f): return written(f, "a.html", page(ARTICLE)[:-40] + '<a href="http')


@hostile("a page that is all menu")
def _(f): return written(f, "a.html", page("<nav>" + "<li><a href=/x>Home</a></li>" * 50_000 + "</nav>"))


@hostile("a million opening brackets")
def _(f): return written(f, "a.html", page("<" * 1_000_000))


@hostile("a page that lies about its encoding")
def _(f): return written(f, "a.html", page(ARTICLE, '<meta charset="windows-1256"><meta charset="utf-16"><meta http-equiv="Content-Type" content="text/html; charset=none">'))


@hostile("a picture of seven megabytes inside a page")
def _(f): return written(f, "a.html", page(f'<img src="data:image/png;base64,{"A" * 7_000_000}">' + ARTICLE))


@hostile("a page larger than pages are", REFUSED)
def _(f): return written(f, "a.html", page(("<p>" + SENTENCE + "</p>") * 300_000))


@hostile("a gigabyte in one line of HTML", REFUSED)
def _(f): return with_hole(f, "a.html", b"<html><body><p>" + b"a" * LOOKED_AT, GIBIBYTE)


@hostile("metadata that is not what it says")
def _(f):
    return written(f, "a.html", page(ARTICLE, '<script type="application/ld+json">' + '{"a":' * 50_000 + '</script><meta property="article:published_time" content="' + "9" * 100_000 + '">'))


@hostile("entities that multiply a billionfold")
def _(f):
    entities = '<!ENTITY a "lol">' + "".join(f'<!ENTITY {chr(98 + i)} "{("&" + chr(97 + i) + ";") * 10}">' for i in range(9))
    return written(f, "a.xml", f'<?xml version="1.0"?><!DOCTYPE rss [{entities}]><rss version="2.0"><channel><title>&j;</title><item><title>a</title><description>&j;</description></item></channel></rss>')


@hostile("one long entity a hundred thousand times")
def _(f):
    return written(f, "a.xml", f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "{"a" * 50_000}">]><rss version="2.0"><channel><item><title>t</title><description>{"&a;" * 100_000}</description></item></channel></rss>')


@hostile("an entity that names a file of the machine")
def _(f):
    return written(f, "a.xml", '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><item><title>t</title><description>Two men were shot &a;</description></item></channel></rss>')


@hostile("a feed cut off", EITHER)
def _(f): return written(f, "a.xml", '<?xml version="1.0"?><rss version="2.0"><channel><item><title>a</title><description>' + SENTENCE + "</description></item><item><title>b</ti")


@hostile("a feed nested a hundred thousand deep")
def _(f): return written(f, "a.xml", '<?xml version="1.0"?><rss version="2.0"><channel><item><title>a</title><description>' + "<b>" * 100_000 + "</description></item></channel></rss>")


@hostile("a feed of twenty thousand items without words")
def _(f): return written(f, "a.xml", '<?xml version="1.0"?><rss version="2.0"><channel>' + "<item></item>" * 20_000 + "</channel></rss>")


@hostile("an Atom feed in another encoding than it says")
def _(f): return written(f, "a.xml", b'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><title>\xde\xca\xe1</title><content>\xde\xca\xe1 \xe3\xcf\xe4\xed\xc7\xe4</content></entry></feed>')


@hostile("a feed whose items point at themselves", EITHER)
def _(f):
    return written(f, "a.xml", f'<?xml version="1.0"?><rss version="2.0"><channel><link>{f}/a.xml</link><item><title>a</title><link>{f}/a.xml</link><description>{SENTENCE}</description></item></channel></rss>')


@hostile("a PDF cut off", REFUSED)
def _(f): return written(f, "a.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]")


@hostile("a PDF of noise", REFUSED)
def _(f): return written(f, "a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 4000)


@hostile("a PDF whose pages hold themselves")
def _(f): return written(f, "a.pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1000000/Kids[2 0 R 2 0 R]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")


def word(document, name="word/document.xml"):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        z.writestr(name, document)
    return out.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@hostile("a Word file without its document")
def _(f): return written(f, "a.docx", word("<a/>", "word/other.xml"))


@hostile("a Word file that unpacks to half a gigabyte", REFUSED)
def _(f):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", "<Types/>")
        with z.open("word/document.xml", "w", force_zip64=True) as document:
            document.write(f"<w:document {W}><w:body><w:p><w:r><w:t>".encode())
            for _ in range(64):
                document.write(b"a" * (8 << 20))
    return written(f, "a.docx", out.getvalue())


@hostile("a Word file nested a hundred thousand deep")
def _(f): return written(f, "a.docx", word(f"<w:document {W}><w:body>" + "<w:tbl>" * 100_000 + "<w:p><w:r><w:t>a</w:t></w:r></w:p>"))


@hostile("a Word file with a multiplying entity")
def _(f): return written(f, "a.docx", word(f'<!DOCTYPE a [<!ENTITY a "{"a" * 10_000}"><!ENTITY b "{"&a;" * 1000}">]><w:document {W}><w:body><w:p><w:r><w:t>{"&b;" * 100}</w:t></w:r></w:p></w:body></w:document>'))
