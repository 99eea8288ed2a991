"""AUC, its interval and DeLong's paired test beside pROC and scikit-learn: the same scores, values compared in the same run.

All sides are warm and get the numbers in memory; each call starts from scores and truth. Sides take turns size by size.
Ends with 1 if a value differs by more than 1e-9 of itself, with 2 if ours is slower than pROC at any size.
"""

import argparse
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import machine

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE.parent / "target" / "benchmarks.jar"


def write(path, n, seed):
    """29 of 40 cases are positive; two models that agree in part, scores to four digits so that some are equal."""
    rng = random.Random(seed)
    with open(path, "w", encoding="ascii") as out:
        out.write("y,first,second\n")
        for i in range(n):
            y = 1 if i % 40 < 29 else 0
            common = rng.gauss(0, 1)
            scores = [round(1.1 * y + 0.7 * common + 0.7 * rng.gauss(0, 1), 4) for _ in range(2)]
            out.write(f"{y},{scores[0]},{scores[1]}\n")


def sklearn(path, rounds):
    try:
        import numpy
        import sklearn
        from sklearn.metrics import roc_auc_score
    except ImportError:
        return None
    d = numpy.loadtxt(path, delimiter=",", skiprows=1)
    y, first = d[:, 0].astype(int), numpy.ascontiguousarray(d[:, 1])
    inner = max(1, 20000 // len(y))
    times = []
    for _ in range(rounds + 2):
        start = time.perf_counter()
        for _ in range(inner):
            auc = roc_auc_score(y, first)
        times.append((time.perf_counter() - start) / inner)
    return {"auc": float(auc), "seconds": {"auc": statistics.median(times[2:])}, "version": f"scikit-learn {sklearn.__version__}"}


def run(*command):
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def near(found, expected):
    return abs(found - expected) <= 1e-9 * abs(expected) + 1e-12


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[40, 1000, 100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    print(f"{machine.facts()}; {machine.java('java')}; commit {machine.commit()}\n")
    status = 0
    print("| cases | what | pROC ms | scikit-learn ms | ours ms | pROC / ours |")
    print("|---:|---|---:|---:|---:|---:|")
    versions = set()
    with tempfile.TemporaryDirectory() as folder:
        for n in args.sizes:
            path = pathlib.Path(folder) / f"{n}.csv"
            write(path, n, n)
            ours_runs, proc_runs = [], []
            for _ in range(2):  # sides take turns
                proc_runs.append(run("Rscript", str(HERE / "roc_proc.R"), str(path), str(args.rounds)))
                ours_runs.append(
                    run("java", "-Xmx3g", "-XX:+UseSerialGC", "-cp", str(JAR), "io.github.radiomics4j.peers.RocTimes", str(path), str(args.rounds))
                )
            peer = sklearn(path, args.rounds)
            ours, proc = ours_runs[0], proc_runs[0]
            versions |= {proc["version"], peer["version"] if peer else "no scikit-learn"}
            for key in ("auc", "lower", "upper", "z", "p"):
                if not near(ours[key], proc[key]):
                    print(f"{n} cases: {key} is {ours[key]}, but {proc[key]} by pROC")
                    status = 1
            if peer and not near(ours["auc"], peer["auc"]):
                print(f"{n} cases: auc is {ours['auc']}, but {peer['auc']} by scikit-learn")
                status = 1
            for what, name in (("auc", "AUC"), ("ci", "AUC with interval"), ("test", "paired test")):
                theirs = min(one["seconds"][what] for one in proc_runs) * 1e3
                mine = min(one["seconds"][what] for one in ours_runs) * 1e3
                other = f"{peer['seconds'][what] * 1e3:.4g}" if peer and what in peer["seconds"] else "–"
                print(f"| {n:,} | {name} | {theirs:.4g} | {other} | {mine:.4g} | {theirs / mine:.1f} |")
                if mine > theirs:
                    status = status or 2
            bootstrap = ours.get("decision_bootstrap")
            if bootstrap is not None:
                print(f"| {n:,} | decision curve, 99 thresholds, 2,000 resamples | – | – | {bootstrap * 1e3:.0f} | – |")
    print("; ".join(sorted(versions)))
    return status


if __name__ == "__main__":
    sys.exit(main())
