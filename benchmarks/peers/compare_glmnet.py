"""LASSO beside glmnet: the same numbers, one call of each side in turn, values compared in the same run.

Both sides are warm, get the numbers in memory and run on one thread; a call goes from the matrix to the whole path, or to the
curve of ten given folds as cv.glmnet draws it. The ratio is the median over pairs of calls. Values are the deviance ratios of
the path or the means of the curve; the threshold says how near to the minimum a side stops, so that at 1e-7 both differ from
each other by up to 1e-3, at 1e-12 by less than 1e-6. Ends with 1 if a value differs by more, with 2 if ours is slower.
"""

import argparse
import array
import gzip
import json
import math
import pathlib
import random
import statistics
import struct
import subprocess
import sys
import tempfile

import machine

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE.parent / "target" / "benchmarks.jar"
STATS = HERE.parent.parent / "radiomics-select" / "src" / "test" / "resources" / "stats"
AGREEMENT = {"1e-7": 1e-3, "1e-12": 1e-6}


def write(path, y, folds, columns):
    with open(path, "wb") as out:
        out.write(struct.pack("<ii", len(y), len(columns)))
        for values in [y, folds, *columns]:
            array.array("d", values).tofile(out)


def radiomics(path):
    """160 training rows of the table of the tests, 1197 columns."""
    split = [line.replace('"', "").split(",") for line in (STATS / "radiomics_split.csv").read_text().splitlines()]
    head = split[0]
    fold = {row[head.index("id")]: int(row[head.index("fold10")]) for row in split[1:] if row[head.index("set")] == "train"}
    with gzip.open(STATS / "radiomics_X.csv.gz", "rt") as lines:
        names = next(lines).replace('"', "").strip().split(",")
        rows = [line.replace('"', "").strip().split(",") for line in lines]
    rows = [row for row in rows if row[names.index("id")] in fold]
    y = [float(row[names.index("label")]) for row in rows]
    columns = [[float(row[j]) for row in rows] for j, name in enumerate(names) if name.startswith("F")]
    write(path, y, [fold[row[names.index("id")]] for row in rows], columns)


def large(path, cases, count):
    """Columns of correlation 0.3; twenty of them tell the class."""
    rng = random.Random(5)
    common = [rng.gauss(0, 1) for _ in range(cases)]
    columns = [[math.sqrt(0.3) * c + math.sqrt(0.7) * rng.gauss(0, 1) for c in common] for _ in range(count)]
    link = [sum(columns[j * 37 % count][i] * (-1) ** j * 0.7 for j in range(20)) for i in range(cases)]
    y = [1.0 if rng.random() < 1 / (1 + math.exp(-eta)) else 0.0 for eta in link]
    write(path, y, [i % 10 + 1 for i in range(cases)], columns)


class Side:
    """A process that answers requests, line by line."""

    def __init__(self, *command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.version = json.loads(self.process.stdout.readline())["version"]

    def ask(self, request):
        self.process.stdin.write(request + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def worst(ours, theirs):
    """The largest difference of lambdas, relative, and of values; infinite if the paths have other lengths."""
    if len(ours["lambda"]) != len(theirs["lambda"]):
        return math.inf, math.inf
    lambdas = max(abs(a - b) / b for a, b in zip(ours["lambda"], theirs["lambda"]))
    return lambdas, max(abs(a - b) for a, b in zip(ours["values"], theirs["values"]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--warm-up", type=int, default=40, help="calls of ours before those that count, small data")
    parser.add_argument("--small-only", action="store_true")
    parser.add_argument("--classpath", default=str(JAR))
    args = parser.parse_args()
    print(f"{machine.facts()}; {machine.java('java')}; commit {machine.commit()}\n")
    tasks = [("radiomics", f, w, t) for f, w in (("binomial", "path"), ("binomial", "cv"), ("gaussian", "path")) for t in AGREEMENT]
    names = ["radiomics"]
    if not args.small_only:
        tasks += [("large", "binomial", "path", "1e-7"), ("large", "gaussian", "path", "1e-7")]
        names.append("large")
    status = 0
    with tempfile.TemporaryDirectory() as folder:
        radiomics(pathlib.Path(folder) / "radiomics.bin")
        if not args.small_only:
            large(pathlib.Path(folder) / "large.bin", 2000, 5000)
        theirs = Side("Rscript", str(HERE / "glmnet_times.R"), folder, *names)
        java = ["java", "-Xmx3g", "-XX:+UseSerialGC", "-cp", args.classpath, "io.github.radiomics4j.peers.LassoTimes"]
        ours = Side(*java, folder, *names)
        print("| data | family | what | threshold | glmnet ms | ours ms | glmnet / ours (min–max) | of processor time | worst difference |")
        print("|---|---|---|---|---:|---:|---:|---:|---:|")
        for data, family, what, threshold in tasks:
            request = f"{data} {family} {what} {threshold}"
            for _ in range(2 if data == "large" else args.warm_up // (8 if what == "cv" else 1)):
                ours.ask(request)
            theirs.ask(request)
            pairs = []
            for i in range(3 if data == "large" else args.rounds):
                first, second = (ours, theirs) if i % 2 else (theirs, ours)
                one, other = first.ask(request), second.ask(request)
                pairs.append((one, other) if first is ours else (other, one))
            ratios = [b["seconds"] / a["seconds"] for a, b in pairs]
            cpu = statistics.median(b["cpu"] for a, b in pairs) / statistics.median(a["cpu"] for a, b in pairs)
            mine = statistics.median(a["seconds"] for a, b in pairs) * 1e3
            peer = statistics.median(b["seconds"] for a, b in pairs) * 1e3
            lambdas, values = worst(*pairs[0])
            size = {"radiomics": "160 × 1,197", "large": "2,000 × 5,000"}[data]
            print(
                f"| {size} | {family} | {what} | {threshold} | {peer:.1f} | {mine:.1f} | {statistics.median(ratios):.2f} "
                f"({min(ratios):.2f}–{max(ratios):.2f}) | {cpu:.2f} | {values:.1e} |",
                flush=True,
            )
            if lambdas > 1e-9 or values > AGREEMENT[threshold]:
                print(f"{request}: lambdas differ by {lambdas}, values by {values}")
                status = 1
            if statistics.median(ratios) < (1 / 1.2 if data == "large" else 1):
                status = status or 2
        print(f"\n{theirs.version}")
        ours.end()
        theirs.end()
    return status


if __name__ == "__main__":
    sys.exit(main())
