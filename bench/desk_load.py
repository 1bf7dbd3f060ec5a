#!/usr/bin/env python3
"""Asks a running desk as its pages do, and says how long the answers took. Python 3 standard library only.

  build/release/bench/desk_library 100000 /tmp/big.sitrep
  build/release/bin/sitrep serve --library /tmp/big.sitrep --listen 127.0.0.1:8099 --json     (its set-up word: --word)
  bench/desk_load.py --port 8099 --word WORD --seconds 10 --rate 200

First each list alone, several times, with filters; then a mixed load at a steady rate, with changes in it. The rate is what is asked for, and
no more is measured: to see what a server can do, ask for more than that. A change is two requests, and counts as one here. --pid says which
process is the server: its memory and its CPU time are read from /proc. This program itself takes CPU on the same machine, and says how much.
--against PORT compares, page by page, what a server answers that has seen many changes with one just started on the same library.
"""
import argparse, http.client, json, os, random, resource, threading, time

LISTS = ["/incidents", "/incidents?month=2020-05", "/incidents?area=SY-DY&kind=ambush,armed_attack", "/incidents?words=motorcycle",
         "/incidents?words=%D9%87%D8%AC%D9%88%D9%85", "/incidents?actor=ISIS&sort=-dead", "/incidents?dead=3&reviewed=no&sort=doubt", "/incidents?words=w12345",
         "/review/queue", "/review/queue?stage=second", "/review/proposals?limit=10", "/map?month=2020-05", "/map", "/timeline?by=month", "/inbox", "/inbox?state=no_incident",
         "/inbox?words=bomb", "/sources", "/actors", "/months", "/months/2020-05", "/tallies", "/revisions", "/audit", "/desk", "/vocabulary", "/places?name=Raqqa"]


class Asker:
    def __init__(self, port):
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.headers = {}

    def ask(self, method, path, body=None, more=None):
        headers = dict(self.headers, **(more or {}))
        if body is not None:
            headers["Content-Type"] = "application/json"
        begin = time.perf_counter()
        self.http.request(method, "/api/v1" + path, json.dumps(body) if body is not None else None, headers)
        reply = self.http.getresponse()
        text = reply.read()
        return reply.status, text, (time.perf_counter() - begin) * 1000, reply.headers


def signed_in(options, port):
    asker = Asker(port)
    credentials = {"name": "load", "password": "load load load"}
    status, text, _, headers = asker.ask("POST", "/session", credentials)
    if status != 200:
        status, text, _, headers = asker.ask("POST", "/set-up", dict(credentials, word=options.word))
    if status not in (200, 201):
        raise SystemExit("cannot sign in: " + text.decode())
    asker.headers = {"Cookie": headers["Set-Cookie"].split(";")[0], "X-CSRF-Token": json.loads(text)["csrf"]}
    return asker


def memory_mb(pid):
    with open("/proc/%d/status" % pid) as lines:
        found = dict(line.split(":", 1) for line in lines)
    return [int(found[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM", "RssAnon")]


def cpu_seconds(pid):
    with open("/proc/%d/stat" % pid) as line:
        fields = line.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def compared(asker, other):
    pages = differing = 0
    for path in [one for one in LISTS if one.startswith(("/incidents", "/review/queue", "/inbox"))]:
        cursor = ""
        for _ in range(4):
            asked = path + (("&" if "?" in path else "?") + "cursor=" + cursor if cursor else "")
            one, two = (json.loads(each.ask("GET", asked)[1]) for each in (asker, other))
            pages += 1
            if one != two:
                differing += 1
                print("differs:", asked, one["total"], two["total"])
            cursor = one["next"]
            if not cursor:
                break
    print("compared: %d pages, %d differ" % (pages, differing))


def percentile(values, share):
    values = sorted(values)
    return values[min(len(values) - 1, int(share * len(values)))]


def one_by_one(asker, times):
    print("%-50s %8s %8s %8s  status" % ("each alone, ms", "first", "median", "worst"))
    for path in LISTS:
        taken = []
        for _ in range(times):
            status, text, ms, _ = asker.ask("GET", path)
            taken.append(ms)
        print("%-50s %8.1f %8.1f %8.1f  %d, %d kB" % (path, taken[0], percentile(taken, 0.5), max(taken[1:] or taken), status, len(text) // 1024))


def mixed(options, asker):
    taken, errors, lock = {}, [], threading.Lock()
    until = time.perf_counter() + options.seconds
    newest = json.loads(asker.ask("GET", "/incidents?sort=-id&limit=1")[1])["items"][0]["id"]
    highest = int(newest[1:])

    def work(number):
        random.seed(number)
        own = Asker(options.port)
        own.headers = asker.headers
        pause = options.askers / options.rate
        due = time.perf_counter() + random.random() * pause
        while time.perf_counter() < until:
            time.sleep(max(0, due - time.perf_counter()))
            due += pause
            draw = random.random()
            if draw < 0.55:
                what, path = "list", random.choice(LISTS[:8])
            elif draw < 0.75:
                what, path = "queue, inbox, map", random.choice(["/review/queue", "/inbox", "/map?month=2019-%02d" % random.randint(1, 12), "/timeline"])
            elif draw < 0.92:
                what, path = "incident", "/incidents/I%d" % random.randint(1, highest)
            else:
                what, path = "change", "/incidents/I%d" % random.randint(1, highest)
            try:
                status, text, ms, headers = own.ask("GET", path)
                if what == "change":
                    status, text, ms, _ = own.ask("POST", path + "/accept", more={"If-Match": headers["ETag"]})
                    status = 200 if status == 412 else status
            except OSError as error:
                status, ms, text, own = 0, 0, str(error).encode(), Asker(options.port)
                own.headers = asker.headers
            with lock:
                taken.setdefault(what, []).append(ms)
                if status != 200:
                    errors.append((status, path, text[:200]))

    threads = [threading.Thread(target=work, args=(n,)) for n in range(options.askers)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - begin
    number = sum(map(len, taken.values()))
    print("mixed: %d requests in %.1f s = %.0f a second of %.0f asked for, %d errors" % (number, spent, number / spent, options.rate, len(errors)))
    for what, values in taken.items():
        print("  %-20s %6d  median %7.1f ms  95 %% %7.1f ms  worst %7.1f ms" % (what, len(values), percentile(values, 0.5), percentile(values, 0.95), max(values)))
    for error in errors[:5]:
        print("  error", error)
    return number + len(taken.get("change", []))  # a change reads the incident first


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--word", default="")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--rate", type=float, default=200)
    parser.add_argument("--askers", type=int, default=8)
    parser.add_argument("--pid", type=int)
    parser.add_argument("--against", type=int)
    options = parser.parse_args()
    asker = signed_in(options, options.port)
    if options.against:
        return compared(asker, signed_in(options, options.against))
    one_by_one(asker, options.times)
    if options.seconds > 0:
        before = cpu_seconds(options.pid) if options.pid else 0
        own = resource.getrusage(resource.RUSAGE_SELF)
        requests = mixed(options, asker)
        now = resource.getrusage(resource.RUSAGE_SELF)
        if options.pid:
            print("CPU: the server %.1f ms a request, this program %.1f" % ((cpu_seconds(options.pid) - before) * 1000 / requests,
                  (now.ru_utime + now.ru_stime - own.ru_utime - own.ru_stime) * 1000 / requests))
    if options.pid:
        print("server memory, MB: now %.0f, most %.0f, of these its own %.0f" % tuple(memory_mb(options.pid)))


if __name__ == "__main__":
    main()
