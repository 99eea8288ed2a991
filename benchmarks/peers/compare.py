#!/usr/bin/env python3
"""Times the extraction of Radiomics4J and of PyRadiomics side by side and compares their values.

One warm process for each side. They take turns, a round each, so that whatever else the machine does falls on both;
the ratio of a pair of rounds is PyRadiomics' median over ours, and the table has the median of the ratios. Prints
Markdown; every single time goes into benchmarks/results. Exit status 1: values differ; 2: a bar is missed.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import mean, median

import cases
import machine
import values

HERE = Path(__file__).resolve().parent
JAR = cases.REPOSITORY / "benchmarks/target/benchmarks.jar"
RESULTS = cases.REPOSITORY / "benchmarks/results"


class Side:
    """A process that reads requests and answers in JSON; see extract_pyradiomics.py."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        start = self._answers()[-1]
        self.name, self.versions = start["side"], start["versions"]

    def ask(self, *fields):
        self.process.stdin.write("\t".join(str(field) for field in fields) + "\n")
        self.process.stdin.flush()
        return self._answers()

    def close(self):
        self.process.stdin.close()
        self.process.wait()

    def _answers(self):
        answers = []
        while not answers or "done" not in answers[-1]:
            line = self.process.stdout.readline()
            if not line:
                sys.exit(f"{' '.join(map(str, self.process.args))} ended with status {self.process.wait()}")
            answers.append(json.loads(line))
        return answers


def measure(case, config, theirs, ours, options, log):
    """One row of the table, as a dictionary."""
    image, mask = cases.image_and_mask(case)
    calls = {}
    for side in (theirs, ours):
        side.ask("open", case, config, image, mask, cases.parameters(config))
        seconds = side.ask("warm", options.warm_up)[-1]["seconds"]
        calls[side] = max(1, math.ceil(options.round_seconds / seconds))
    rounds = {theirs: [], ours: []}
    for number in range(options.rounds):
        for side in (theirs, ours) if number % 2 == 0 else (ours, theirs):
            times = side.ask("time", calls[side])[:-1]
            rounds[side].append(times)
            for record in times:
                print(json.dumps({"side": side.name, "round": number + 1, **record}), file=log)
    files = {side: RESULTS / f"{case}__{config}__{side.name}.csv" for side in (theirs, ours)}
    for side, file in files.items():
        side.ask("write", file)

    def of_rounds(side, key, middle):
        return [middle(record[key] for record in times) for times in rounds[side]]

    def ratios(key, middle):
        return [a / b for a, b in zip(of_rounds(theirs, key, middle), of_rounds(ours, key, middle))]

    return {
        "case": case,
        "config": config,
        "theirs": median(of_rounds(theirs, "seconds", median)),
        "ours": median(of_rounds(ours, "seconds", median)),
        "ratios": ratios("seconds", median),
        # The mean, because collections fall on some calls and not on others.
        "cpu_ratios": ratios("cpu_seconds", mean),
        "allocated": median(of_rounds(ours, "allocated_bytes", median)),
        "values": values.compare(values.read(files[ours]), values.read(files[theirs])),
    }


def bar(row):
    """How many times as fast as PyRadiomics this row must be; 0 where nothing is asked."""
    return cases.BARS.get((row["case"], row["config"]), 0)


def table(rows):
    lines = [
        "| case | config | features | PyRadiomics s | ours s | ratio (min–max) | ratio of CPU time | bar "
        "| allocated MB | worst relative difference |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for row in rows:
        ratio = f"{median(row['ratios']):.1f} ({min(row['ratios']):.1f}–{max(row['ratios']):.1f})"
        difference = f"{row['values'].worst:.1e}" if not row["values"].failures else "**values differ**"
        lines.append(
            f"| {row['case']} | {row['config']} | {row['values'].count} | {row['theirs']:.4f} | {row['ours']:.4f} "
            f"| {ratio} | {median(row['cpu_ratios']):.1f} | {bar(row) or ''} | {row['allocated'] / 1e6:.1f} | {difference} |"
        )
    return "\n".join(lines)


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cases", nargs="+", choices=cases.CASES, default=cases.DEFAULT_CASES, metavar="CASE",
                        help=f"of {', '.join(cases.CASES)} (default: {' '.join(cases.DEFAULT_CASES)})")
    parser.add_argument("--configs", nargs="+", default=cases.DEFAULT_CONFIGS, metavar="CONFIG",
                        help=f"(default: {' '.join(cases.DEFAULT_CONFIGS)})")
    parser.add_argument("--rounds", type=int, default=7, help="rounds of each side (default: %(default)s)")
    parser.add_argument("--round-seconds", type=float, default=0.5,
                        help="a round has as many calls as fit, one at least (default: %(default)s)")
    parser.add_argument("--warm-up", type=float, default=5.0,
                        help="seconds of warm-up for each side, case and config (default: %(default)s)")
    parser.add_argument("--threads", type=int, default=1, help="threads of ours (default: %(default)s)")
    parser.add_argument("--java", default=_java(), help="(default: %(default)s)")
    parser.add_argument("--java-options", default="-Xmx3g -XX:+UseSerialGC",
                        help="the serial collector keeps one thread one thread (default: %(default)s)")
    return parser.parse_args(arguments)


def _java():
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin/java") if home else "java"


def main():
    options = parse(sys.argv[1:])
    RESULTS.mkdir(exist_ok=True)
    name = time.strftime("extract-%Y%m%d-%H%M%S")
    before = machine.facts()
    theirs = Side([sys.executable, HERE / "extract_pyradiomics.py"])
    ours = Side([options.java, *options.java_options.split(), "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                 "-cp", JAR, "io.github.radiomics4j.peers.ExtractTimes", str(options.threads)])
    rows = []
    with open(RESULTS / f"{name}.jsonl", "w") as log:
        for case in options.cases:
            for config in options.configs:
                rows.append(measure(case, config, theirs, ours, options, log))
                print(f"{case} {config}: {rows[-1]['values']}", file=sys.stderr)
    theirs.close()
    ours.close()

    report = "\n".join([
        f"Machine: {before} at the start, {os.getloadavg()[0]:.1f} at the end",
        f"PyRadiomics, 1 thread: {theirs.versions}",
        f"Radiomics4J, {options.threads} thread{'s' * (options.threads > 1)}: "
        f"{machine.commit()} {ours.versions}, {options.java_options}",
        f"Warm, in process, fresh image and mask for every call, no diagnostics; {options.rounds} rounds in turn",
        "",
        table(rows),
        "",
    ])
    (RESULTS / f"{name}.md").write_text(report)
    print(report, end="")
    if any(row["values"].failures for row in rows):
        sys.exit(1)
    # A busy machine flatters short calls in wall-clock time, so both ratios must reach the bar.
    missed = [row for row in rows if min(median(row["ratios"]), median(row["cpu_ratios"])) < bar(row)]
    if missed and options.threads == 1:
        print(f"below the bar: {', '.join(row['case'] + ' ' + row['config'] for row in missed)}", file=sys.stderr)
        sys.exit(2)


if __name__ == "__main__":
    main()
