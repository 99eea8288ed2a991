"""Correlations of all pairs of columns beside NumPy and SciPy, one thread each: the same matrix, values compared in the same run.

All sides are warm and get the numbers in memory. Sides take turns and the best of them counts. NumPy's side of the filter is the
usual idiom: corrcoef, then for each column whether any kept one before it is above the bar. Ends with 1 if a sum or a set differs,
with 2 if ours takes more than 1.5 times NumPy's corrcoef.
"""

import argparse
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

import numpy

import machine

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE.parent / "target" / "benchmarks.jar"


def matrix(cases, columns, seed):
    """Columns in groups of 21 that share a part, as feature families do."""
    rng = numpy.random.default_rng(seed)
    x = rng.normal(size=(cases, columns))
    for start in range(0, columns, 21):
        width = min(21, columns - start)
        common = rng.normal(size=(cases, 1))
        x[:, start : start + width] += common * numpy.linspace(0, 6, width)
    return x


def keep_first(r, cutoff):
    above = numpy.abs(r) > cutoff
    kept = []
    for j in range(len(r)):
        if not above[j, kept].any():
            kept.append(j)
    return kept


def seconds(call, rounds):
    times = []
    for _ in range(rounds + 2):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return statistics.median(times[2:])


def theirs(x, rounds):
    r = numpy.corrcoef(x, rowvar=False)
    found = {
        "sum": float(numpy.abs(r[numpy.tril_indices_from(r, -1)]).sum()),
        "kept": len(keep_first(r, 0.9)),
        "seconds": {
            "pearson": seconds(lambda: numpy.corrcoef(x, rowvar=False), rounds),
            "filter": seconds(lambda: keep_first(numpy.corrcoef(x, rowvar=False), 0.9), rounds),
        },
        "version": f"NumPy {numpy.__version__}",
    }
    try:
        import scipy
        from scipy.stats import rankdata

        found["seconds"]["spearman"] = seconds(lambda: numpy.corrcoef(rankdata(x, axis=0), rowvar=False), rounds)
        found["version"] += f", SciPy {scipy.__version__}"
    except ImportError:
        pass
    return found


def ours(path, rounds):
    command = ["java", "-Xmx2g", "-XX:+UseSerialGC", "-cp", str(JAR), "io.github.radiomics4j.peers.CorrelationTimes"]
    done = subprocess.run([*command, str(path), str(rounds)], check=True, capture_output=True, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=200)
    parser.add_argument("--columns", type=int, default=1197)
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--turns", type=int, default=3)
    args = parser.parse_args()
    print(f"{machine.facts()}; {machine.java('java')}; commit {machine.commit()}\n")
    x = matrix(args.cases, args.columns, 1)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "x.csv"
        numpy.savetxt(path, x, delimiter=",", fmt="%.17g")
        runs = [(theirs(x, args.rounds), ours(path, args.rounds)) for _ in range(args.turns)]
    status = 0
    peer, mine = runs[0]
    if abs(peer["sum"] - mine["sum"]) > 1e-11 * peer["sum"] or peer["kept"] != mine["kept"]:
        print(f"sums {mine['sum']} and {peer['sum']}, kept {mine['kept']} and {peer['kept']}")
        status = 1
    print("| what | theirs ms | ours ms | ours / theirs |")
    print("|---|---:|---:|---:|")
    for what, name in (("pearson", "`corrcoef`"), ("spearman", "`rankdata`, `corrcoef`"), ("filter", "`corrcoef` and keep-first at 0.9")):
        if what not in peer["seconds"]:
            continue
        a = min(run[0]["seconds"][what] for run in runs) * 1e3
        b = min(run[1]["seconds"][what] for run in runs) * 1e3
        print(f"| {name} | {a:.1f} | {b:.1f} | {b / a:.2f} |")
    limit = 1.5 * min(run[0]["seconds"]["pearson"] for run in runs)
    if min(run[1]["seconds"]["filter"] for run in runs) > limit:
        print("the filter takes more than 1.5 times corrcoef")
        status = status or 2
    print(f"\n{args.cases} cases, {args.columns} columns, {mine['kept']} kept; {peer['version']}")
    return status


if __name__ == "__main__":
    sys.exit(main())
