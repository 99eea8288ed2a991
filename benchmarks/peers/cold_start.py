#!/usr/bin/env python3
"""Times whole processes, from start to exit: the two commands that a user types for one lesion, in turn.

The pyradiomics command, java -jar, and the launcher script where it is; output to a file, each with its defaults. One
run of each is not counted (it fills the disk cache). Prints Markdown. Exit status 1: values differ; 2: the median of
the best Java start is above PyRadiomics'.
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

# The launcher keeps its archive of loaded classes here; the run that is not counted makes it.
ENVIRONMENT = {**os.environ, "RADIOMICS4J_CACHE": str(RESULTS / "cache")}


def commands(case, config, java):
    """The commands by name, PyRadiomics first."""
    image, mask = cases.image_and_mask(case)
    parameters = cases.parameters(config)
    extract = ["extract", image, mask, "-p", parameters]
    found = {
        "pyradiomics": [HERE / ".venv/bin/pyradiomics", image, mask, "--param", parameters, "--format", "csv"],
        "java -jar": [java, "-jar", JAR, *extract],
    }
    if LAUNCHER.exists():
        found["launcher"] = [LAUNCHER, *extract]
    return found


def run(command, output):
    """Seconds from start to exit, and processor seconds of the process."""
    with open(output, "w") as file, open(f"{output}.log", "w+") as log:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=file, stderr=log, env=ENVIRONMENT)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            sys.exit(f"{' '.join(map(str, command))} ended with status {process.returncode}:\n{log.read()}")
    return seconds, usage.ru_utime + usage.ru_stime


def features(path):
    """The features of a file with a header and one row, by name, without what describes the case."""
    with open(path, newline="") as file:
        row = next(csv.DictReader(file))
    return {
        name: float(value)
        for name, value in row.items()
        if name not in ("Image", "Mask") and not name.startswith("diagnostics_")
    }


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--case", choices=cases.CASES, default="breast1", help="(default: %(default)s)")
    parser.add_argument("--config", default="ki67_1mm", help="(default: %(default)s)")
    parser.add_argument("--runs", type=int, default=15, help="runs of each that count (default: %(default)s)")
    parser.add_argument("--java", default="java", help="(default: %(default)s)")
    return parser.parse_args(arguments)


def main():
    options = parse(sys.argv[1:])
    RESULTS.mkdir(exist_ok=True)
    load = machine.facts()
    found = commands(options.case, options.config, options.java)
    outputs = {name: RESULTS / f"cold-start {name}.csv" for name in found}
    seconds = {name: [] for name in found}
    cpu_seconds = {name: [] for name in found}
    for number in range(options.runs + 1):
        for name, command in found.items():
            wall, cpu = run(command, outputs[name])
            if number > 0:
                seconds[name].append(wall)
                cpu_seconds[name].append(cpu)

    theirs = features(outputs["pyradiomics"])
    differ = False
    print(f"Machine: {load} at the start, {os.getloadavg()[0]:.1f} at the end")
    print(f"{options.case}, {options.config}, {options.runs} runs of each in turn; Radiomics4J {machine.commit()}, "
          f"{machine.java(options.java)}")
    print()
    print("| command | min s | median s | max s | CPU s | values |")
    print("|---|---:|---:|---:|---:|---|")
    for name, times in seconds.items():
        comparison = values.compare(features(outputs[name]), theirs)
        differ = differ or bool(comparison.failures)
        print(f"| {name} | {min(times):.3f} | {median(times):.3f} | {max(times):.3f} "
              f"| {median(cpu_seconds[name]):.3f} | {str(comparison).splitlines()[0]} |")
        for failure in comparison.failures[:20]:
            print(f"{name}: {failure}", file=sys.stderr)
    if differ:
        sys.exit(1)
    medians = {name: median(times) for name, times in seconds.items()}
    if min(medians[name] for name in medians if name != "pyradiomics") > medians["pyradiomics"]:
        print("slower than the pyradiomics command", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
