#!/usr/bin/env python3
"""Times PyRadiomics in process, on one thread, with fresh copies of image and mask for every call.

Reads one request a line, fields separated by tabs, and answers in lines of JSON, the last of which has "done":

    open CASE CONFIG IMAGE MASK PARAMETERS   loads the files once, makes the extractor
    warm SECONDS                             calls without record until SECONDS have passed, three calls at least
    time CALLS                               one line a call: case, config, rep, seconds, cpu_seconds
    write FILE                               the features of one more call as feature,value with all digits

ExtractTimes.java is its twin: same requests, same answers, same rules.
"""

import os

for library in ("OMP", "OPENBLAS", "MKL"):  # before NumPy is loaded
    os.environ[library + "_NUM_THREADS"] = "1"

import csv
import json
import logging
import sys
import time
from importlib.metadata import version

import SimpleITK as sitk
from radiomics.featureextractor import RadiomicsFeatureExtractor


def fresh(image):
    """A copy with pixels of its own: sitk.Image alone would share them until one of the two is written to."""
    copy = sitk.Image(image)
    copy.MakeUnique()
    return copy


class Case:
    """One case under one configuration."""

    def __init__(self, case, config, image, mask, parameters):
        self.names = {"case": case, "config": config}
        self.image = sitk.ReadImage(image)
        self.mask = sitk.ReadImage(mask)
        self.extractor = RadiomicsFeatureExtractor(parameters, additionalInfo=False)
        self.rep = 0

    def call(self):
        """One extraction: its features, seconds, and processor seconds of all threads."""
        image, mask = fresh(self.image), fresh(self.mask)
        cpu, start = time.process_time(), time.perf_counter()
        features = self.extractor.execute(image, mask)
        seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu
        return features, seconds, cpu_seconds

    def warm(self, seconds):
        end = time.perf_counter() + float(seconds)
        calls = 0
        while calls < 3 or time.perf_counter() < end:
            last = self.call()[1]
            calls += 1
        return {"done": "warm", "calls": calls, "seconds": last}

    def time(self, calls):
        for _ in range(int(calls)):
            _, seconds, cpu_seconds = self.call()
            self.rep += 1
            answer({**self.names, "rep": self.rep, "seconds": seconds, "cpu_seconds": cpu_seconds})
        return {"done": "time"}

    def write(self, path):
        features = self.call()[0]
        with open(path, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["feature", "value"])
            writer.writerows([name, repr(float(value))] for name, value in features.items())
        return {"done": "write", "features": len(features)}


def answer(record):
    print(json.dumps(record), flush=True)


def main():
    logging.disable(logging.CRITICAL)
    sitk.ProcessObject.SetGlobalDefaultNumberOfThreads(1)
    packages = ("pyradiomics", "numpy", "SimpleITK", "PyWavelets")
    answer({
        "done": "start",
        "side": "PyRadiomics",
        "versions": ", ".join([f"{name} {version(name)}" for name in packages] + [f"Python {sys.version.split()[0]}"]),
    })
    case = None
    for line in sys.stdin:
        verb, *fields = line.rstrip("\n").split("\t")
        if verb == "open":
            case = Case(*fields)
            answer({"done": "open"})
        elif verb in ("warm", "time", "write") and case is not None:
            answer(getattr(case, verb)(*fields))
        else:
            sys.exit(f"a request must be open, then warm, time or write, found {line!r}")


if __name__ == "__main__":
    main()
