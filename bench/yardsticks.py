"""Where the public yardsticks lie, and one run of `sitrep extract` over some texts: for bench/places and bench/dates. Python 3 standard library only.

The corpora and their scorers lie in ../shared beside the checkout, or where the environment variables CORPORA and SCORERS say.
"""
import importlib.util, json, os, subprocess

root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sitrep_built = os.path.join(root, "build", "release", "bin", "sitrep")
shared = os.path.join(root, "..", "shared")


def corpus(name):
    """The path of a file of the corpora, which stand in folders of their own."""
    path = os.path.join(os.environ.get("CORPORA", os.path.join(shared, "corpora")), *name.split("/"))
    if not os.path.exists(path):
        raise SystemExit("no %s; set CORPORA to the folder that has it" % path)
    return path


def scorer(name):
    """A scorer as a module: score(gold, pred), load(path) …"""
    path = os.path.join(os.environ.get("SCORERS", os.path.join(shared, "bench")), name + ".py")
    if not os.path.exists(path):
        raise SystemExit("no %s; set SCORERS to the folder that has it" % path)
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def write_lines(path, rows):
    with open(path, "w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def extract(sitrep, reports, gazetteer=None):
    """What Sitrep says of each report, by its id."""
    command = [sitrep] + (["--gazetteer", gazetteer] if gazetteer else []) + ["extract"]
    lines = "".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)
    run = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {answer["id"]: answer for answer in map(json.loads, run.stdout.decode().splitlines())}


def layer(answer, name):
    """The mentions of one layer in the order of the text."""
    return sorted((m for m in answer.get("mentions", []) if m["layer"] == name), key=lambda m: (m["start"], m["end"]))
