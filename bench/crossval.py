#!/usr/bin/env python3
"""Cross-validate the models on the train part of the corpus: train on all folds but one, extract from that one, score all together.
Python 3 standard library only. Needs the public scorers beside the checkout (SCORERS, by default ../shared/bench).

  bench/crossval.py --language en [--folds 5] [--fold-only N] [--half 0|1] [-- options of sitrep_train]
"""
import argparse, glob, hashlib, json, os, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor

here = os.path.dirname(os.path.abspath(__file__))
root = os.path.dirname(here)
scorers = os.environ.get("SCORERS", os.path.join(root, "..", "shared", "bench"))


def lines(path):
    with open(path, encoding="utf-8") as f:
        return f.readlines()


def half_of(report):
    """By its id alone, so that it stays the same whatever is learnt."""
    return int(hashlib.md5(("s2" + report).encode()).hexdigest(), 16) % 2


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--language", default="en", choices=("en", "ar"))
    ap.add_argument("--folds", type=int, default=5)
    ap.add_argument("--build", default=os.path.join(root, "build", "release"))
    ap.add_argument("--out", help="folder to keep gold.jsonl, reports.jsonl, pred.jsonl in")
    ap.add_argument("--restated-only", action="store_true", help="score only reports of the shared corpus, whose manner the dev part has")
    ap.add_argument("--fold-only", type=int, help="only this fold, from 0")
    ap.add_argument("--half", type=int, choices=(0, 1), help="score only half of the reports: errors of those of half 1 were shown to nobody who wrote rules")
    ap.add_argument("options", nargs="*", help="options of sitrep_train, after --")
    a = ap.parse_args()
    corpus = sorted(glob.glob(os.path.join(root, "data", "corpus", "*.jsonl")))
    with tempfile.TemporaryDirectory() as tmp:
        out = a.out or tmp
        os.makedirs(out, exist_ok=True)
        subprocess.run([sys.executable, os.path.join(scorers, "corpus_to_gold.py"), "--split", "train", "--out", tmp] + corpus, check=True, stdout=subprocess.DEVNULL)
        reports = {json.loads(l)["id"]: l for l in lines(os.path.join(tmp, "reports.jsonl"))}
        gold = {json.loads(l)["id"]: l for l in lines(os.path.join(tmp, "gold.jsonl"))}
        held, answers = [], []

        def fold(k):
            models = os.path.join(tmp, "models%d" % k)
            os.makedirs(models, exist_ok=True)
            name = "english" if a.language == "en" else "arabic"
            ids = os.path.join(models, "held_out.txt")
            subprocess.run([os.path.join(a.build, "train", "sitrep_train")] + corpus + ["--language", a.language, "--gazetteer", os.path.join(a.build, "gazetteer.blob"),
                            "--out", os.path.join(models, name + ".model"), "--folds", str(a.folds), "--fold", str(k), "--held-out", ids] + a.options,
                           check=True, stdout=subprocess.DEVNULL)
            mine = [l.strip() for l in lines(ids)]
            text = "".join(reports[i] for i in mine)
            answer = subprocess.run([os.path.join(a.build, "bin", "sitrep"), "extract", "--threads", "1", "--models", models], input=text, capture_output=True, text=True, check=True).stdout
            return mine, answer

        with ThreadPoolExecutor(2) as pool:
            for mine, answer in pool.map(fold, range(a.folds) if a.fold_only is None else [a.fold_only]):
                held += mine
                answers.append(answer)
        pick = [i for i in held if (not a.restated_only or "-x-" not in i) and (a.half is None or half_of(i) == a.half)]
        with open(os.path.join(out, "reports.jsonl"), "w", encoding="utf-8") as f:
            f.writelines(reports[i] for i in pick)
        with open(os.path.join(out, "gold.jsonl"), "w", encoding="utf-8") as f:
            f.writelines(gold[i] for i in pick)
        wanted = set(pick)
        kept = "".join(l + "\n" for l in "".join(answers).split("\n") if l and json.loads(l)["id"] in wanted)
        with open(os.path.join(out, "out.jsonl"), "w", encoding="utf-8") as f:
            f.write(kept)
        predictions = subprocess.run([sys.executable, os.path.join(scorers, "adapters.py"), "incidents", os.path.join(out, "reports.jsonl")], input=kept,
                                     capture_output=True, text=True, check=True).stdout
        with open(os.path.join(out, "pred.jsonl"), "w", encoding="utf-8") as f:
            f.write(predictions)
        subprocess.run([sys.executable, os.path.join(scorers, "score_incidents.py"), "--gold", os.path.join(out, "gold.jsonl"), "--reports",
                        os.path.join(out, "reports.jsonl"), "--pred", os.path.join(out, "pred.jsonl")], check=True)


if __name__ == "__main__":
    main()
