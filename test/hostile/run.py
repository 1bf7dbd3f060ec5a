#!/usr/bin/env python3
"""Reads more than 100 hostile inputs, each together with a good report, and looks that each is answered in time, in little memory, and that nothing is lost.

usage: test/hostile/run.py [--program build/release/bin/sitrep] [--only WORD] [--seconds 5] [--megabytes 300]
"""
import argparse
import hashlib
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

import inputs
import inputs_text, inputs_markup, inputs_packed, inputs_network  # noqa: F401  (each registers its makers)

INPUTS_MIN = 100
GIVEN_UP_SECONDS = 60


def run(program, arguments):
    """Exit code, seconds, peak megabytes, output of one run. On a machine busy with other work the seconds are those of the processor."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begun = time.monotonic()
        child = subprocess.Popen([program, *arguments], stdout=out, stderr=err, stdin=subprocess.DEVNULL)
        ended, status, used = 0, 0, None
        while not ended:
            ended, status, used = os.wait4(child.pid, os.WNOHANG)
            if ended:
                break
            if time.monotonic() - begun > GIVEN_UP_SECONDS:
                child.kill()
                _, status, used = os.wait4(child.pid, 0)
                break
            time.sleep(0.005)
        seconds = time.monotonic() - begun
        if os.getloadavg()[0] > (os.cpu_count() or 1) and seconds < GIVEN_UP_SECONDS:
            seconds = used.ru_utime + used.ru_stime
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return child.returncode, seconds, used.ru_maxrss / 1024, out.read().decode(errors="replace"), err.read().decode(errors="replace")


def made(make, folder):
    """The input that `make` makes, in a process of its own: what it takes in memory would count as the child's, which starts as a copy of this one."""
    tell, told = os.pipe()
    maker = os.fork()
    if maker == 0:
        try:
            os.write(told, os.fsencode(str(make(folder))))
        finally:
            os._exit(0)
    os.close(told)
    with os.fdopen(tell, "rb") as answer:
        name = os.fsdecode(answer.read())
    os.waitpid(maker, 0)
    assert name, "the input could not be made"
    return name


def is_stored(library, data):
    with sqlite3.connect(f"file:{library}?mode=ro", uri=True) as file:
        return file.execute("SELECT count(*) FROM original WHERE hash = ?", [hashlib.sha256(data).digest()]).fetchone()[0] == 1


def faults_of(program, name, expected, make, limits):
    """What is wrong with the answer to one input (nothing, it is to be hoped), and its figures."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="sitrep-hostile-"))
    try:
        hostile = made(make, folder)
        good = inputs.written(folder, "good/good.txt", inputs.GOOD)
        library = folder / "desk.sitrep"
        code, seconds, megabytes, out, err = run(program, ["read", hostile, str(good), "--library", str(library), "--json"])
        faults = []
        if code not in (0, 1):
            faults.append(f"ended with {code}: {err.strip()[-300:]}")
        if seconds > limits.seconds:
            faults.append(f"took {seconds:.1f} s")
        if megabytes > limits.megabytes:
            faults.append(f"took {megabytes:.0f} MB")
        if not library.exists() or not is_stored(library, inputs.GOOD.encode()):
            faults.append("the good report is not stored")
            return faults, seconds, megabytes, out
        counts = json.loads(out or "{}")
        refused_code, _, _, refusals, refused_err = run(program, ["refused", "--library", str(library)])
        if refused_code != 0:
            faults.append(f"refused ended with {refused_code}: {refused_err.strip()[-300:]}")
        if expected == inputs.REFUSED and not refusals.strip():
            faults.append(f"nothing is refused: {out.strip()}")
        if expected == inputs.READ and counts.get("read", 0) < 2:
            faults.append(f"nothing is read: {out.strip()} {refusals.strip()[:300]}")
        return faults, seconds, megabytes, f"{out.strip()} {refusals.strip()[:limits.show]}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--program", default=str(pathlib.Path(__file__).resolve().parents[2] / "build/release/bin/sitrep"))
    arguments.add_argument("--only", default="", help="only inputs whose name has this word")
    arguments.add_argument("--seconds", type=float, default=5)
    arguments.add_argument("--megabytes", type=float, default=300)
    arguments.add_argument("--show", type=int, default=0, help="show so many letters of the refusals")
    limits = arguments.parse_args()
    if not os.access(limits.program, os.X_OK):
        sys.exit(f"error: {limits.program} is not there. Build it, or name it with --program")
    assert len(inputs.makers) >= INPUTS_MIN
    passed = failed = 0
    slowest, largest = (0, ""), (0, "")
    for name, expected, make in inputs.makers:
        if limits.only not in name:
            continue
        faults, seconds, megabytes, answer = faults_of(limits.program, name, expected, make, limits)
        slowest, largest = max(slowest, (seconds, name)), max(largest, (megabytes, name))
        passed, failed = passed + (not faults), failed + bool(faults)
        print(f"{'ok    ' if not faults else 'FAILED'} {seconds:5.2f} s {megabytes:4.0f} MB  {name}{': ' + '; '.join(faults) if faults else ''}", flush=True)
        if limits.show:
            print("       " + answer, flush=True)
    print(f"slowest {slowest[0]:.2f} s ({slowest[1]}), largest {largest[0]:.0f} MB ({largest[1]})")
    print(f"{passed} passed, {failed} failed")
    return failed != 0


if __name__ == "__main__":
    sys.exit(main())
