"""Hostile servers, on loopback: one thread answers every address below."""
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from inputs import EITHER, REFUSED, SENTENCE, hostile


class Server(BaseHTTPRequestHandler):
    def log_message(self, *arguments): pass

    def send(self, status, headers, body=b""):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        try:
            getattr(self, self.path.strip("/").split("/")[0], self.missing)()
        except (BrokenPipeError, ConnectionResetError):
            pass  # the other side has had enough, as it should

    def missing(self): self.send(404, {"Content-Length": "0"})
    def round(self): self.send(302, {"Location": f"/round/{self.path.count('x') % 2 * 'x'}"})
    def away(self): self.send(302, {"Location": "file:///etc/passwd"})

    def endless(self):
        self.send(200, {"Content-Type": "text/plain"})
        while True:
            self.wfile.write(b"a" * (1 << 20))

    def headers_for_ever(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-A: " + b"b" * 1000 + b"\r\n")

    def bomb(self):
        self.send(200, {"Content-Type": "text/html", "Content-Encoding": "gzip"})
        squeeze = zlib.compressobj(9, zlib.DEFLATED, 31)
        for _ in range(256):
            self.wfile.write(squeeze.compress(b"a" * (1 << 20)))

    def short(self):
        self.send(200, {"Content-Type": "text/plain", "Content-Length": "1000000"}, SENTENCE.encode())

    def feed(self):
        here = f"http://{self.headers['Host']}/feed"
        self.send(200, {"Content-Type": "application/rss+xml"},
                  f'<?xml version="1.0"?><rss version="2.0"><channel><link>{here}</link><item><title>a</title><link>{here}</link><description>{SENTENCE}</description></item></channel></rss>'.encode())

    def noise(self):
        self.wfile.write(b"\0\1\2\3 this is no HTTP at all\r\n\r\n")


_server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
_server.daemon_threads = True
threading.Thread(target=_server.serve_forever, daemon=True).start()


def address(path): return f"http://127.0.0.1:{_server.server_address[1]}/{path}"


@hostile("an address that sends round in a circle", REFUSED)
def _(f): return address("round")


@hostile("an address that sends on to a file", REFUSED)
def _(f): return address("away")


@hostile("an answer without an end", REFUSED)
def _(f): return address("endless")


@hostile("headers without an end", REFUSED)
def _(f): return address("headers_for_ever")


@hostile("an answer that unpacks to a quarter of a gigabyte", REFUSED)
def _(f): return address("bomb")


@hostile("an answer shorter than it says", REFUSED)
def _(f): return address("short")


@hostile("a feed that points at itself", EITHER)
def _(f): return address("feed")


@hostile("a server that does not speak HTTP", REFUSED)
def _(f): return address("noise")


@hostile("an address where there is nothing", REFUSED)
def _(f): return address("nothing")
