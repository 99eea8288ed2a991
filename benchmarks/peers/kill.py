#!/usr/bin/env python3
"""Kills radiomics4j batch at random moments and lets it go on, and compares its files with those of a run left alone.

The cohort is one of phantoms of mixed size, every tenth broken (PhantomCohort writes it), in a heap of 256 MB. The first
run is left alone; its rows and failures must be those that the list foretells. The second gets SIGKILL at random moments,
every other one of them while its files grow, and is started again with --resume, until it ends by itself. No kill may
lose a case that was finished before it, and in the end all files must be equal byte for byte. Prints what happened; exit
status 1 if something is not as it must be.
"""

import argparse
import csv
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import cases
import machine

JAR = cases.REPOSITORY / "radiomics-cli/target/radiomics4j.jar"
BENCHMARKS = cases.REPOSITORY / "benchmarks/target/benchmarks.jar"
RESULTS = cases.REPOSITORY / "benchmarks/results/kill"
ENDINGS = (".csv", ".csv.failures.csv", ".nan-reasons.csv", ".csv.run")

# A wide LoG, which the thin phantoms lack, so that there are reasons for NaN.
PARAMETERS = """\
imageType: {Original: {}, LoG: {sigma: [2.0, 9.0]}}
featureClass: {shape: , firstorder: , glcm: , glrlm: , glszm: , gldm: , ngtdm: }
setting: {binWidth: 25, normalize: true, normalizeScale: 100, voxelArrayShift: 300}
"""


def files(stem):
    """The files of a run, by ending, those that are there."""
    found = ((ending, stem.parent / f"{stem.name}{ending}") for ending in ENDINGS)
    return {ending: path for ending, path in found if path.exists()}


def sizes(stem):
    return {ending: path.stat().st_size for ending, path in files(stem).items()}


def records(path):
    """Lines of a table as dictionaries; none where there is no table."""
    if not path.exists():
        return []
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def header_bytes(stem):
    table = stem.parent / f"{stem.name}.csv"
    return table.read_bytes().find(b"\n") + 1 if table.exists() else 0


def finished(stem):
    """How many cases the journal names in whole lines, and whether any file has bytes after what it knows of."""
    journal = stem.parent / f"{stem.name}.csv.run"
    text = journal.read_text() if journal.exists() else ""
    whole = text[:text.rfind("\n") + 1]
    lines = list(csv.reader(whole.splitlines()))[1:]
    # A line: case, failures, two hashes, then bytes and checksum of each table.
    tables = sum(map(int, lines[-1][4::2])) if lines else header_bytes(stem)
    return len(lines), sum(sizes(stem).values()) > len(whole) + tables


class Batch:
    """A running batch over the list of a folder."""

    def __init__(self, stem, options, resume):
        command = [options.java, *options.java_options.split(), "-jar", JAR, "batch", options.folder / "cases.csv",
                   "-p", options.folder / "parameters.yaml", "-j", str(options.jobs), "-o", f"{stem}.csv"]
        self.log = stem.parent / f"{stem.name}.log"
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(command + ["--resume"] * resume, stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log)

    def ended(self):
        return os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is not None

    def wait(self):
        """Status at exit, and what the process used."""
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = os.waitstatus_to_exitcode(status)
        return self.process.returncode, usage

    def kill_after(self, seconds):
        """Kills it after some time; False if it ended before."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self.ended():
                return False
            time.sleep(0.005)
        return self.kill()

    def kill_at_write(self, number, stem):
        """Kills it as soon as its files have grown so many times; False if it ended before."""
        before = sum(sizes(stem).values())
        while number > 0:
            if self.ended():
                return False
            now = sum(sizes(stem).values())
            number -= now > before
            before = now
        return self.kill()

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        return self.wait()[0] == -signal.SIGKILL


def require(holds, what):
    if not holds:
        sys.exit(f"FAILED: {what}; the files stay in {RESULTS}")


def left_alone(stem, options):
    """Runs it without disturbance and returns its seconds."""
    expected = Counter(row["Broken"] for row in records(options.folder / "cases.csv"))
    rows = expected.pop("")
    start = time.monotonic()
    batch = Batch(stem, options, resume=False)
    status, usage = batch.wait()
    seconds = time.monotonic() - start
    require(status == (1 if expected else 0), f"exit status {status}, see {batch.log}")
    found = Counter(row["reason"] for row in records(files(stem).get(".csv.failures.csv", stem)))
    require(found == expected, f"failures must be {dict(expected)}, found {dict(found)}")
    found = len(records(files(stem)[".csv"]))
    require(found == rows, f"rows must be {rows}, found {found}")
    print(f"Left alone: {seconds:.1f} s, {usage.ru_utime + usage.ru_stime:.1f} CPU s, "
          f"{usage.ru_maxrss / 1024:.0f} MB resident at most, {rows} rows, failures {dict(expected)}, "
          f"{len(records(files(stem).get('.nan-reasons.csv', stem)))} reasons for NaN", flush=True)
    return seconds


def killed(stem, options, seconds):
    """Kills and resumes until it is done."""
    moments = random.Random(options.seed)
    done, kills, torn = 0, 0, 0
    resume = False
    while kills < options.kills:
        batch = Batch(stem, options, resume)
        # On average a share of the whole each.
        if kills % 2 == 0:
            moment = f"after {(wait := moments.uniform(0, 2 * seconds / options.kills)):.2f} s"
            hit = batch.kill_after(wait)
        else:
            moment = f"at write {(number := moments.randint(1, 2 * options.cases // options.kills))}"
            hit = batch.kill_at_write(number, stem)
        if not hit:
            batch.wait()
            break
        kills += 1
        now, more = finished(stem)
        require(now >= done, f"kill {kills}: {done} cases were finished, but only {now} are left")
        done = now
        torn += more
        print(f"Kill {kills} {moment}: {done} cases finished"
              f"{', one half written' if more else ''}, load average {os.getloadavg()[0]:.1f}", flush=True)
        # A run that never came to its files has nothing to be resumed; --resume must not mind.
        resume = True
    require(kills > 0, "it ended before the first kill")
    batch = Batch(stem, options, resume=True)
    status, _ = batch.wait()
    require(status in (0, 1), f"exit status {status}, see {batch.log}")
    print(f"{kills} kills, {torn} of them while a case was being written", flush=True)


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cases", type=int, default=1000, help="(default: %(default)s)")
    parser.add_argument("--kills", type=int, default=10, help="(default: %(default)s)")
    parser.add_argument("--jobs", type=int, default=2, help="cases at once (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=None, help="of the moments (default: another one each time)")
    parser.add_argument("--java", default="java", help="(default: %(default)s)")
    parser.add_argument("--java-options", default="-Xmx256m", help="(default: %(default)s)")
    return parser.parse_args(arguments)


def main():
    options = parse(sys.argv[1:])
    options.seed = random.SystemRandom().randrange(1 << 32) if options.seed is None else options.seed
    options.folder = RESULTS / "cohort"
    shutil.rmtree(RESULTS, ignore_errors=True)
    RESULTS.mkdir(parents=True)
    subprocess.run([options.java, "-cp", BENCHMARKS, "io.github.radiomics4j.peers.PhantomCohort", options.folder,
                    str(options.cases)], check=True)
    (options.folder / "parameters.yaml").write_text(PARAMETERS)
    print(f"Machine: {machine.facts()}; Radiomics4J {machine.commit()}, {machine.java(options.java)}, "
          f"{options.java_options}; {options.cases} cases, -j {options.jobs}, seed {options.seed}", flush=True)
    alone, disturbed = RESULTS / "alone", RESULTS / "killed"
    killed(disturbed, options, left_alone(alone, options))
    expected, found = files(alone), files(disturbed)
    require(list(found) == list(expected), f"files must be {list(expected)}, found {list(found)}")
    for ending in expected:
        require(found[ending].read_bytes() == expected[ending].read_bytes(),
                f"{found[ending].name} must be equal to {expected[ending].name}")
    print(f"Equal byte for byte: {', '.join(f'{ending} ({size} bytes)' for ending, size in sizes(alone).items())}; "
          f"load average {os.getloadavg()[0]:.1f} at the end")


if __name__ == "__main__":
    main()
