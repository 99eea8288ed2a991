#!/usr/bin/env python3
"""Times a list of patients from files to one CSV: pyradiomics cases.csv beside radiomics4j batch cases.csv, in turn.

Whole processes, from start to exit, with their children; the sarcoma patients of the reference data that have an MR T1
image. The pyradiomics command's parent process spins until its workers are done, which costs a core that no feature
needs: its processor time is shown, and a second ratio leaves it out. Prints Markdown. Exit status 1: values differ;
2: the bar is missed.
"""

import argparse
import csv
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import cases
import machine
import values

HERE = Path(__file__).resolve().parent
JAR = cases.REPOSITORY / "radiomics-cli/target/radiomics4j.jar"
LAUNCHER = cases.REPOSITORY / "bin/radiomics4j"
RESULTS = cases.REPOSITORY / "benchmarks/results"
ENVIRONMENT = {**os.environ, "RADIOMICS4J_CACHE": str(RESULTS / "cache")}
THEIRS = "pyradiomics"
TICKS = os.sysconf("SC_CLK_TCK")

# How many times as fast as PyRadiomics, in wall-clock time and in processor time.
BAR = 4


def write_list(patients):
    """The list of cases, with the columns that both commands read."""
    path = RESULTS / "cohort-cases.csv"
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["case", "Image", "Mask"])
        for patient in patients:
            writer.writerow([patient, *cases.image_and_mask(patient)])
    return path


def commands(listed, config, jobs, java, outputs):
    """The commands by name, PyRadiomics first."""
    arguments = [listed, "-j", str(jobs), "-p", cases.parameters(config)]
    return {
        THEIRS: [HERE / ".venv/bin/pyradiomics", *arguments, "-o", outputs[THEIRS], "-f", "csv"],
        "launcher": [LAUNCHER, "batch", *arguments, "-o", outputs["launcher"]],
        "java -jar": [java, "-jar", JAR, "batch", *arguments, "-o", outputs["java -jar"]],
    }


def run(command, output):
    """Seconds from start to exit; processor seconds of the process and its children; those of the process alone."""
    for left in output.parent.glob(f"{output.stem}.*"):
        left.unlink()
    with open(f"{output}.log", "w+") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=ENVIRONMENT)
        # Not reaped yet, so that its counters can be read.
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        seconds = time.perf_counter() - start
        fields = Path(f"/proc/{process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        own, children = (sum(map(int, fields[at:at + 2])) / TICKS for at in (11, 13))
        if process.wait():
            log.seek(0)
            sys.exit(f"{' '.join(map(str, command))} ended with status {process.returncode}:\n{log.read()}")
    return seconds, own + children, own


def features(path):
    """The features of each case, by case and name; an empty cell is a feature that could not be computed."""
    with open(path, newline="") as file:
        return {
            row["case"]: {
                name: float(value or "nan")
                for name, value in row.items()
                if name not in ("case", "Image", "Mask") and not name.startswith("diagnostics_")
            }
            for row in csv.DictReader(file)
        }


def compare(ours, theirs):
    """One comparison over all cases; a name is the case's and the feature's."""
    def flat(table):
        return {f"{case} {name}": value for case, row in table.items() for name, value in row.items()}
    return values.compare(flat(ours), flat(theirs))


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--patients", nargs="+", choices=cases.patients(), default=cases.patients(), metavar="PATIENT",
                        help="(default: all)")
    parser.add_argument("--config", default="ki67_1mm", help="(default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="cases at once, on both sides (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=1, help="runs of each (default: %(default)s)")
    parser.add_argument("--java", default="java", help="(default: %(default)s)")
    return parser.parse_args(arguments)


def main():
    options = parse(sys.argv[1:])
    RESULTS.mkdir(exist_ok=True)
    facts = machine.facts()
    outputs = {name: RESULTS / f"cohort-{name.replace(' ', '')}.csv" for name in (THEIRS, "launcher", "java -jar")}
    found = commands(write_list(options.patients), options.config, options.jobs, options.java, outputs)
    times = {name: [] for name in found}
    for number in range(options.rounds):
        for name in found if number % 2 == 0 else reversed(found):
            times[name].append(run(found[name], outputs[name]))
            print(f"{name}: {times[name][-1][0]:.1f} s, load average {os.getloadavg()[0]:.1f}", file=sys.stderr)

    theirs = features(outputs[THEIRS])
    if list(theirs) != list(options.patients):
        sys.exit(f"PyRadiomics must have a row for each of {options.patients}, found {list(theirs)}")
    print(f"Machine: {facts} at the start, {os.getloadavg()[0]:.1f} at the end")
    print(f"{len(theirs)} patients, {options.config}, -j {options.jobs}, runs of each in turn: {options.rounds}; "
          f"Radiomics4J {machine.commit()}, {machine.java(options.java)}")
    print()
    print("| command | wall s | CPU s | of it the parent's | ratio of wall | of CPU | of CPU without the parent's "
          "| values |")
    print("|---|---:|---:|---:|---:|---:|---:|---|")
    wall, cpu, parent = ([run[at] for run in times[THEIRS]] for at in range(3))
    print(f"| {THEIRS} | {median(wall):.1f} | {median(cpu):.1f} | {median(parent):.1f} | | | | |")
    workers = [a - b for a, b in zip(cpu, parent)] if options.jobs > 1 else cpu
    differ, missed = False, []
    for name in list(found)[1:]:
        comparison = compare(features(outputs[name]), theirs)
        differ = differ or bool(comparison.failures)
        ratios = [
            median(a / b[at] for a, b in zip(side, times[name]))
            for side, at in ((wall, 0), (cpu, 1), (workers, 1))
        ]
        print(f"| {name} | {median(run[0] for run in times[name]):.1f} | {median(run[1] for run in times[name]):.1f} | "
              f"| {ratios[0]:.1f} | {ratios[1]:.1f} | {ratios[2]:.1f} | {str(comparison).splitlines()[0]} |")
        for failure in comparison.failures[:20]:
            print(f"{name}: {failure}", file=sys.stderr)
        if min(ratios) < BAR:
            missed.append(name)
    if differ:
        sys.exit(1)
    if missed:
        print(f"below {BAR} times as fast: {', '.join(missed)}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
