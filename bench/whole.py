#!/usr/bin/env python3
"""Time the whole program: `sitrep read` of N reports of 250 words on one core, storing included. Python 3 standard library only.

  bench/whole.py build/release/bin/sitrep 1000 10000 100000
"""
import os, subprocess, sys, tempfile, time

here = os.path.dirname(os.path.abspath(__file__))


def once(sitrep, count, folder):
    reports = os.path.join(folder, "reports.jsonl")
    with open(reports, "wb") as f:
        subprocess.run([sys.executable, os.path.join(here, "make_reports.py"), str(count)], stdout=f, check=True)
    library = os.path.join(folder, "desk-%d.sitrep" % count)
    begin = time.time()
    child = subprocess.Popen([sitrep, "read", reports, "--library", library, "--threads", "1", "--json"], stdout=subprocess.PIPE)
    answer = child.stdout.read().decode()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.time() - begin
    if status != 0:
        sys.exit("sitrep read failed: %s" % answer)
    cpu = usage.ru_utime + usage.ru_stime
    print("%7d reports  %7.1f s wall  %7.1f s cpu  %6.0f reports/s  peak %4.0f MB  library %5.0f MB  %s" % (
        count, wall, cpu, count / wall, usage.ru_maxrss / 1024.0, os.path.getsize(library) / 1e6, answer.strip()), flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        for count in sys.argv[2:]:
            once(sys.argv[1], int(count), folder)


if __name__ == "__main__":
    main()
